/** Serials and codes: numbers that count the rows, before their labels or behind them. */
import type { Item } from './items.ts';
import type { StreamRow } from './rows.ts';

/** Rows in which numbers must go up by one before they count the rows without a heading that says so. */
const ENOUGH = 5;
/** The same where a heading says so. */
const ENOUGH_HEADED = 2;
const SHARE = 0.9;

/** Takes serials and codes out of the rows' cells. */
export function withoutSerials(items: readonly Item[], rows: readonly StreamRow[]): StreamRow[] {
  const headed = (where: 'before' | 'behind'): boolean => rows.some(({ heads }) => heads?.asides === where);
  // The serial before a label stands behind the values of the row above it.
  const before = rows.slice(1).map(({ bound }) => valueBefore(items, bound.first));
  if (counts(before, headed('before'))) {
    return rows.map((row, i) => (before[i] !== undefined && row.cells.at(-1) === before[i] ? { ...row, cells: row.cells.slice(0, -1) } : row));
  }
  if (counts(rows.map(({ cells }) => cells[0]), headed('behind'))) return rows.map((row) => ({ ...row, cells: row.cells.slice(1) }));
  return [...rows];
}

/** The value right before a label and the labels of its groups. */
export function valueBefore(items: readonly Item[], at: number): Item | undefined {
  let i = at - 1;
  while (i >= 0 && (items[i]!.kind === 'part' || (items[i]!.kind === 'label' && items[i]!.targets.some((target) => target.role === 'span')))) i--;
  return items[i]?.kind === 'value' ? items[i] : undefined;
}

function counts(cells: readonly (Item | undefined)[], headed: boolean): boolean {
  if (cells.length < (headed ? ENOUGH_HEADED : ENOUGH)) return false;
  let steps = 0;
  for (let i = 1; i < cells.length; i++) {
    const step = (cells[i]?.content.value ?? NaN) - (cells[i - 1]?.content.value ?? NaN);
    if (step === 1) steps++;
  }
  return steps >= SHARE * (cells.length - 1);
}
