/** What every format reader yields: text in which a table row is a line and its cells are parted by tabs. */
import type { Finding } from '../schema/report.ts';
import type { Grid } from '../text/source-grid.ts';
import type { SourceMap } from './origin.ts';

export type { Grid, GridCell } from '../text/source-grid.ts';

export type Format = 'text' | 'markdown' | 'html' | 'mhtml' | 'docx' | 'doc' | 'pdf';

export interface ReadResult {
  /**
   * Paragraphs one a line; table rows one a line, cells parted by tabs, a merged cell's text in its first field only. A line break
   * within a cell is U+2028 (`CELL_BREAK`), as many as the cell has; none at its start or end. `splitLines` does not break there and
   * `fold` blanks it, so that labels match and places hold, but what stands on two lines is told from what a space parts.
   */
  text: string;
  format: Format;
  /** The encoding of the bytes, `null` where the format has its own. */
  encoding: string | null;
  findings: Finding[];
  /** Tables whose rows and columns the format itself gives. Empty for plain text. */
  grids: readonly Grid[];
  /** The text whose lines and columns places are given in: the decoded source of a page, else `text`. */
  source: string;
  /** From `text` to `source` (HTML); `null` where line and column are those of the text itself. */
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
