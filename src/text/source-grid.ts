/** Tables whose rows and columns the format of the source gives (HTML, DOCX, DOC, ruled PDF), as places in the rendered text. */

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
