/** Rows in aligned columns, as wide as a terminal shows them. */
import { displayWidth } from '../terminal/display-width.ts';

/** Columns two blanks apart; those of `right` hold numbers and are aligned to the right. */
export function tableLines(rows: readonly (readonly string[])[], right: readonly number[] = []): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))));
  return rows.map((row) => row.map((cell, column) => {
    const blanks = ' '.repeat(widths[column]! - displayWidth(cell));
    return right.includes(column) ? blanks + cell : cell + blanks;
  }).join('  ').trimEnd());
}
