import type { FindingKind } from './finding.ts';

/** Codes that the stage `metadata` reports. */
export const metadataFindings = {} as const satisfies Record<string, FindingKind>;
