/** A grid as lines of tab-separated fields, the shape in which the table reader takes it. */
import type { FormedGrid } from '../text/form-grid.ts';
import type { LineBuilder } from './lines.ts';
import type { Grid, GridCell } from './result.ts';

/**
 * Writes the rows, one a line. A cell's content stands in its first field; the fields it spans besides, to the right
 * and in rows below, are empty.
 */
export function writeGrid<T>(lines: LineBuilder, grid: FormedGrid<T>, write: (content: T) => void): Grid {
  lines.break();
  const line = lines.count + 1;
  /** For each column, the row from which on no cell from above reaches into it. */
  const freeFrom: number[] = [];
  const rows = grid.rows.map((cells, row): GridCell[] => {
    let column = 0;
    for (const cell of cells) {
      for (; column < cell.column; column++) lines.tab();
      write(cell.content);
      for (let i = cell.column; i < cell.column + cell.columnSpan; i++) freeFrom[i] = row + cell.rowSpan;
    }
    const last = cells.at(-1);
    let end = last === undefined ? 1 : last.column + last.columnSpan;
    while ((freeFrom[end] ?? 0) > row) end++;
    while (++column < end) lines.tab();
    lines.end();
    return cells.map((cell) => ({ column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan }));
  });
  return { line, columns: grid.columns, rows };
}

/** Writes the content of a cell whose lines are parted by line feeds. */
export function writeCell(lines: LineBuilder, text: string): void {
  text.split('\n').forEach((line, index) => {
    if (index > 0) lines.fieldBreak(lines.fieldBreaks + 1);
    lines.add(line);
  });
}
