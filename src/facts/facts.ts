import type { Fact, Finding } from '../schema/report.ts';
import type { Document } from '../text/document.ts';
import type { Paragraph } from '../text/paragraph.ts';

export interface FactsInput {
  document: Document;
  /** Prose in document order, with the headings it stands under. */
  prose: readonly (Paragraph & { headings: readonly string[]; sectionId: string | null })[];
  /** The calendar year reported on, `null` where unknown. */
  year: number | null;
}

export interface FactsResult {
  facts: Fact[];
  findings: Finding[];
}

/** Every counted quantity and every stated zero of the prose. */
export function readFacts(_input: FactsInput): FactsResult {
  return { facts: [], findings: [] };
}
