import type { FindingKind } from './finding.ts';

/** Codes that the stage `check` reports. */
export const checkFindings = {} as const satisfies Record<string, FindingKind>;
