import type { FindingKind } from './finding.ts';

/** Codes that the stage `tables` reports. */
export const tablesFindings = {} as const satisfies Record<string, FindingKind>;
