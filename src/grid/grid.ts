/** What every scanner yields: the table as rows of cells, each with its place in the text and its extent in the grid. */

/** How the table is printed. Asciidoc, org and MediaWiki tables count as `pipe`. */
export type Syntax = 'reader' | 'html' | 'pipe' | 'tab' | 'csv' | 'box' | 'rest' | 'latex' | 'list' | 'spaces';

/** A stretch of the text, end exclusive. */
export interface Range {
  start: number;
  end: number;
}

export interface GridCell {
  /**
   * Offsets into `Document.text` of what is printed, blanks and markup around it left out; `start === end` (the place
   * where it would stand) for an empty cell. A cell whose whole content is struck or hidden has an extent and no text.
   */
  start: number;
  end: number;
  /**
   * The content as a person reads it: markup, entities, escapes and quotes resolved, struck, hidden and superscript text
   * left out; its lines joined by `\n`.
   */
  text: string;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  /** The lines of a cell over several lines, one a line of `text`: between them other cells may stand. */
  pieces?: readonly Range[];
}

/** One way in which the values of a row may stand in the columns, where only white space parts them. */
export interface Way {
  /** The column of each value, in printed order. */
  columns: readonly number[];
  /** What speaks against it: columns of the terminal by which values are out of place. */
  cost: number;
}

/** The values of a row whose columns are not certain, in printed order, and the ways in which they may stand. */
export interface LooseRow {
  values: readonly GridCell[];
  ways: readonly Way[];
  /** Its own sums must hold: its values stand out of line. */
  doubtful: boolean;
}

export interface Grid {
  syntax: Syntax;
  /** Extent in the text, rules and markup included. */
  start: number;
  end: number;
  columns: number;
  /**
   * Cells by row, each in the row where it begins, by rising column. A merged cell is formed once; a field that a ragged
   * row does not print has no cell.
   */
  rows: readonly (readonly GridCell[])[];
  /** Whether the borders are printed, so that an empty cell proves a blank, or inferred from white space. */
  borders: 'shown' | 'guessed';
  /** By row, where borders are costs; `undefined` for rows of headings. */
  loose?: readonly (LooseRow | undefined)[];
}

/** A table that a format reader gives. */
export type { Grid as ReaderGrid, GridCell as ReaderCell } from '../text/source-grid.ts';
