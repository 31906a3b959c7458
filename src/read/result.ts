/** What every format reader yields: text in which a table row is a line and its cells are parted by tabs. */
import type { Finding } from '../schema/report.ts';
import type { SourceMap } from './origin.ts';

export type Format = 'text' | 'markdown' | 'html' | 'docx' | 'doc' | 'pdf';

/**
 * A cell of a grid whose geometry is certain. `column` counts tab-separated fields of its line from 0; `rowSpan` and
 * `columnSpan` say over how many fields it reaches, so that an empty field under a span is told from an empty cell.
 */
export interface GridCell {
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/** A table of the source. Row `i` of `rows` is line `line + i` of the text (1-based), in fields of `columns` columns. */
export interface Grid {
  line: number;
  columns: number;
  rows: readonly (readonly GridCell[])[];
}

export interface ReadResult {
  /** Paragraphs one a line; table rows one a line, cells parted by tabs, a merged cell's text in its first field only. */
  text: string;
  format: Format;
  /** The encoding of the bytes, `null` where the format has its own. */
  encoding: string | null;
  findings: Finding[];
  /** Tables whose rows and columns the format itself gives. Empty for plain text. */
  grids: readonly Grid[];
  /** From the text to the decoded source (HTML); `null` where line and column are those of the text itself. */
  origins: SourceMap | null;
}

export interface ReadOptions {
  /** The name of the file; only its extension is looked at, and only where the content leaves the format open. */
  path?: string | undefined;
  /** Overrules the detection of the encoding of text and HTML; a label of the Encoding Standard. */
  encoding?: string | undefined;
  /** Overrules the detection of the format. */
  format?: Format | undefined;
}
