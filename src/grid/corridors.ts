/** Columns of a block of lines: stretches of the terminal that corridors of blanks part through all its lines. */
import type { Range } from './grid.ts';

/** A column with the ink of its lines. Places by rising start, with blanks between them. */
export type Columns = readonly Range[];

/** The unions of stretches that overlap or touch. */
export function columnsFrom(stretches: readonly Range[]): Range[] {
  const sorted = [...stretches].sort((a, b) => a.start - b.start || a.end - b.end);
  const columns: Range[] = [];
  for (const { start, end } of sorted) {
    const last = columns.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else columns.push({ start, end });
  }
  return columns;
}

/** The columns that a stretch meets: from the first to behind the last, equal where it meets none. */
export function columnsAt(columns: Columns, place: Range): Range {
  let low = 0;
  let high = columns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (columns[middle]!.end <= place.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < columns.length && columns[end]!.start < place.end) end++;
  return { start: low, end };
}
