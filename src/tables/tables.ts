import type { Cell, Finding, Tables, Template } from '../schema/report.ts';
import type { Document } from '../text/document.ts';

/** A stretch of the text, offsets into `Document.text`, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

export interface TablesResult {
  tables: Tables;
  cells: Cell[];
  findings: Finding[];
  /** Where table titles, labels and values stand: no prose, no headings. Sorted, disjoint. */
  spans: Span[];
}

/** Reads every table of the template out of the document. */
export function readTables(_document: Document, _template: Template): TablesResult {
  return { tables: {}, cells: [], findings: [], spans: [] };
}
