import type { FindingKind } from './finding.ts';

/** Codes that the stage `outline` reports. */
export const outlineFindings = {} as const satisfies Record<string, FindingKind>;
