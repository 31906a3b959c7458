import type { FindingKind } from './finding.ts';

/** Codes that the stage `facts` reports. */
export const factsFindings = {} as const satisfies Record<string, FindingKind>;
