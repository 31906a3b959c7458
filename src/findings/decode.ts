import type { FindingKind } from './finding.ts';

/** Codes that the stage `decode` reports. */
export const decodeFindings = {} as const satisfies Record<string, FindingKind>;
