import type { FindingKind } from './finding.ts';

/** Codes that the stage `read` reports. */
export const readFindings = {} as const satisfies Record<string, FindingKind>;
