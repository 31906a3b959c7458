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
  const rows = groups.reduce((sum, group) => sum + group.filter((cells) => cells.length > 0).length, 0);
  const placed: PlacedCell<T>[][] = [];
  const starts = new Set<number>();
  for (const group of groups) {
    if (!placeGroup(group, placed, starts, rows)) return unformed(groups.flat());
  }
  return compactGrid(placed);
}

/** Columns that a cell from above reaches into, until row `end`. */
interface Reach {
  from: number;
  to: number;
  end: number;
}

/** `false` where the table is too large to be formed: what is looked at in each row is as much as it has columns. */
function placeGroup<T>(
  group: readonly (readonly SpannedCell<T>[])[], placed: PlacedCell<T>[][], starts: Set<number>, rows: number,
): boolean {
  const first = placed.length;
  const end = first + group.length;
  /** By rising column. A cell begins where none of them reaches, but may itself reach into the next. */
  let reaching: Reach[] = [];
  for (let index = 0; index < group.length; index++) {
    const cells = group[index]!;
    const row = first + index;
    const line: PlacedCell<T>[] = [];
    const below: Reach[] = [];
    let next = 0;
    let column = 0;
    /** Passes the cells from above that begin no further right than `column`, and what they cover. */
    const pass = (): void => {
      for (; next < reaching.length && reaching[next]!.from <= column; next++) {
        const reach = reaching[next]!;
        column = Math.max(column, reach.to);
        if (reach.end > row + 1) below.push(reach);
      }
    };
    for (const cell of cells) {
      pass();
      const columnSpan = column >= MAX_COLUMNS ? 1 : clamp(cell.columnSpan, MAX_COLUMN_SPAN);
      const rowSpan = cell.rowSpan === 0 ? end - row : Math.min(clamp(cell.rowSpan, MAX_ROW_SPAN), end - row);
      line.push({ content: cell.content, row, column, rowSpan, columnSpan });
      starts.add(column);
      if (rowSpan > 1) below.push({ from: column, to: column + columnSpan, end: row + rowSpan });
      column += columnSpan;
    }
    if (starts.size * rows > MAX_FIELDS) return false;
    for (; next < reaching.length; next++) if (reaching[next]!.end > row + 1) below.push(reaching[next]!);
    reaching = below;
    placed.push(line);
  }
  return true;
}

/** The cells in their rows, one after the other. */
function unformed<T>(rows: readonly (readonly SpannedCell<T>[])[]): FormedGrid<T> {
  const kept = rows.filter((cells) => cells.length > 0);
  return {
    rows: kept.map((cells, row) => cells.map(({ content }, column) => ({ content, row, column, rowSpan: 1, columnSpan: 1 }))),
    columns: kept.reduce((most, cells) => Math.max(most, cells.length), 0),
    formed: false,
  };
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
  const rows = placed.filter((cells) => cells.length > 0);
  const starts = [...new Set(rows.flatMap((cells) => cells.map((cell) => cell.column)))].sort((a, b) => a - b);
  if (rows.length * starts.length > MAX_FIELDS) return unformed(rows);
  const oldRows = rows.map((cells) => cells[0]!.row);
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
