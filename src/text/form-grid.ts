/**
 * Forms the grid of a table from its rows and spans (HTML Standard, "forming a table"): a cell takes the first free
 * column of its row, and later cells win where two overlap. Columns and rows in which no cell begins are taken out: they
 * are an artefact of how the page was drawn (a five-column form drawn on a grid of nine).
 */

/** A cell before it has its place. */
export interface SpannedCell<T> {
  content: T;
  rowSpan: number;
  columnSpan: number;
}

export interface PlacedCell<T> extends SpannedCell<T> {
  row: number;
  column: number;
}

export interface FormedGrid<T> {
  rows: PlacedCell<T>[][];
  columns: number;
  /** Whether the columns are known. A table beyond all measure keeps its cells in their rows, one after the other. */
  formed: boolean;
}

const MAX_COLUMN_SPAN = 1000;
const MAX_ROW_SPAN = 65534;
/** Beyond this column a span counts as one. */
const MAX_COLUMNS = 4096;
/** Beyond this number of fields a table is no form. */
const MAX_FIELDS = 200_000;

/**
 * @param groups the rows by row group; a cell does not reach out of its group, and a row span of 0 reaches to its end
 */
export function formGrid<T>(groups: readonly (readonly (readonly SpannedCell<T>[])[])[]): FormedGrid<T> {
  const placed: PlacedCell<T>[][] = [];
  for (const group of groups) placeGroup(group, placed);
  return compactGrid(placed);
}

function placeGroup<T>(group: readonly (readonly SpannedCell<T>[])[], placed: PlacedCell<T>[][]): void {
  const first = placed.length;
  const end = first + group.length;
  /** For each column, the row from which on it is free. */
  const freeFrom: number[] = [];
  group.forEach((cells, index) => {
    const row = first + index;
    const line: PlacedCell<T>[] = [];
    let column = 0;
    for (const cell of cells) {
      while ((freeFrom[column] ?? 0) > row) column++;
      const columnSpan = column >= MAX_COLUMNS ? 1 : clamp(cell.columnSpan, MAX_COLUMN_SPAN);
      const rowSpan = cell.rowSpan === 0 ? end - row : Math.min(clamp(cell.rowSpan, MAX_ROW_SPAN), end - row);
      line.push({ content: cell.content, row, column, rowSpan, columnSpan });
      for (let covered = column; covered < column + columnSpan; covered++) {
        freeFrom[covered] = Math.max(freeFrom[covered] ?? 0, row + rowSpan);
      }
      column += columnSpan;
    }
    placed.push(line);
  });
}

function clamp(span: number, most: number): number {
  return Number.isInteger(span) && span >= 1 ? Math.min(span, most) : 1;
}

/**
 * Takes out the columns and rows in which no cell begins, and numbers the others anew.
 *
 * @param placed the cells by row, by rising column; `cell.row` rises with the rows
 */
export function compactGrid<T>(placed: readonly PlacedCell<T>[][]): FormedGrid<T> {
  const starts = [...new Set(placed.flatMap((cells) => cells.map((cell) => cell.column)))].sort((a, b) => a - b);
  const rows = placed.filter((cells) => cells.length > 0);
  const oldRows = rows.map((cells) => cells[0]!.row);
  if (rows.length * starts.length > MAX_FIELDS) {
    return {
      rows: rows.map((cells, row) => cells.map((cell, column) => ({ ...cell, row, column, rowSpan: 1, columnSpan: 1 }))),
      columns: starts.length,
      formed: false,
    };
  }
  const compacted = rows.map((cells, row) => cells.map((cell) => {
    const column = lowerBound(starts, cell.column);
    return {
      content: cell.content,
      row,
      column,
      columnSpan: Math.max(1, lowerBound(starts, cell.column + cell.columnSpan) - column),
      rowSpan: Math.max(1, lowerBound(oldRows, cell.row + cell.rowSpan) - row),
    };
  }));
  return { rows: compacted, columns: starts.length, formed: true };
}

/** Number of entries of the sorted list that are less than `value`. */
function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
