/** Tables whose cells are known by where they stand (PDF, Word 97) as grids. Places are points across the page. */
import { compactGrid, type FormedGrid, type PlacedCell } from '../text/form-grid.ts';

export interface PlacedText {
  left: number;
  right: number;
  row: number;
  /** One past the last row. */
  endRow: number;
  text: string;
}

export interface PlacedTable {
  rows: number;
  cells: readonly PlacedText[];
}

/** Edges nearer than this are one. */
export const SAME_EDGE = 3.5;

/** Places of edges by rising order; those that are nearly the same are one. */
export function edges(places: readonly number[]): number[] {
  const sorted = [...places].sort((a, b) => a - b);
  const found: number[] = [];
  for (const place of sorted) if (found.length === 0 || place - found.at(-1)! > SAME_EDGE) found.push(place);
  return found;
}

/** Index of the edge nearest to `place`. */
export function nearest(sorted: readonly number[], place: number): number {
  let best = 0;
  sorted.forEach((edge, index) => {
    if (Math.abs(edge - place) < Math.abs(sorted[best]! - place)) best = index;
  });
  return best;
}

/** The table in rows and columns. */
export function toGrid(table: PlacedTable): FormedGrid<string> {
  const xs = edges(table.cells.flatMap((cell) => [cell.left, cell.right]));
  const rows: PlacedCell<string>[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) {
    const column = nearest(xs, cell.left);
    rows[cell.row]?.push({
      content: cell.text, row: cell.row, column, rowSpan: cell.endRow - cell.row, columnSpan: Math.max(1, nearest(xs, cell.right) - column),
    });
  }
  for (const cells of rows) cells.sort((a, b) => a.column - b.column);
  return compactGrid(rows);
}
