import type { Finding, Section } from '../schema/report.ts';
import type { Document } from '../text/document.ts';
import type { Paragraph } from '../text/paragraph.ts';

/** A paragraph of prose and where it belongs. */
export interface ProseParagraph extends Paragraph {
  /** Headings above the paragraph, outermost first; empty in the preamble. */
  headings: readonly string[];
  /** Id of the nearest section above that has one. */
  sectionId: Section['id'];
}

export interface OutlineResult {
  sections: Section[];
  /** All prose in document order: preamble first, site chrome, table cells and headings left out. */
  prose: ProseParagraph[];
  /** Offset of the first top-level heading; the length of the text where there is none. */
  bodyStart: number;
  findings: Finding[];
}

/** Headings to a tree of sections with their prose. `tableSpans` are stretches (offsets) that tables have claimed. */
export function outline(document: Document, _tableSpans: readonly { start: number; end: number }[]): OutlineResult {
  return { sections: [], prose: [], bodyStart: document.text.length, findings: [] };
}
