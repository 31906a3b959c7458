/** Serials and codes: numbers that count the rows, before their labels or behind them. */
import type { Heads } from './heads.ts';
import type { Item } from './items.ts';
import type { StreamRow } from './rows.ts';

/** Rows in which numbers must go up by one before they count the rows without a heading that says so. */
const ENOUGH = 5;
/** The same where a heading says so. */
const ENOUGH_HEADED = 2;
const SHARE = 0.9;
/** Rows without values (二、回应解读情况) may be counted too. */
const MOST_STEP = 4;

type Where = Heads['asides'];

/** Takes serials and codes out of the rows' cells; where a heading names them and they do not count, nothing tells them from values. */
export function withoutSerials(items: readonly Item[], rows: readonly StreamRow[]): StreamRow[] {
  const read = [...rows];
  for (let from = 0; from < rows.length;) {
    const where = whereOf(rows[from]!);
    let to = from + 1;
    while (to < rows.length && whereOf(rows[to]!) === where) to++;
    if (where === 'none') takeUnheaded(items, read, from, to);
    else takeHeaded(items, read, from, to, where);
    from = to;
  }
  return read;
}

function whereOf({ heads }: StreamRow): Where {
  return heads?.asides ?? 'none';
}

function takeUnheaded(items: readonly Item[], rows: StreamRow[], from: number, to: number): void {
  // The serial before a label stands behind the values of the row above it.
  const before = rows.slice(from + 1, to).map(({ bound }) => valueBefore(items, bound.first));
  const behind = rows.slice(from, to).map(({ cells }) => cells[0]);
  if (before.length >= ENOUGH && share(before, 1) >= SHARE) before.forEach((serial, i) => { takeLast(rows, from + i, serial); });
  else if (behind.length >= ENOUGH && share(behind, 1) >= SHARE) for (let i = from; i < to; i++) rows[i] = withoutFirst(rows[i]!);
}

function takeHeaded(items: readonly Item[], rows: StreamRow[], from: number, to: number, where: Where): void {
  const own = rows.slice(from, to);
  const serials = own.map(({ bound, cells }) => (where === 'before' ? valueBefore(items, bound.first) : cells[0]));
  const counted = serials.length >= ENOUGH_HEADED && share(serials, MOST_STEP) >= SHARE;
  for (let i = from; i < to; i++) {
    const serial = serials[i - from];
    if (counted && isCounted(serials, i - from)) {
      if (where === 'behind') rows[i] = isBetween(rows[i]!, serials[i - from + 1]) ? { ...withoutFirst(rows[i]!), doubt: true } : withoutFirst(rows[i]!);
      else if (i > 0) takeLast(rows, i - 1, serial);
      continue;
    }
    if (where === 'behind') rows[i] = { ...rows[i]!, doubt: true };
    else if (i > 0 && serial !== undefined && rows[i - 1]!.cells.at(-1) === serial) rows[i - 1] = { ...rows[i - 1]!, doubt: true };
  }
}

/** A number between a row's serial and the next one's: that of a row whose label is lost. */
function isBetween({ cells: [own, ...others] }: StreamRow, next: Item | undefined): boolean {
  return isStep(own, next, MOST_STEP) && others.some((cell) => isStep(own, cell, MOST_STEP) && isStep(cell, next, MOST_STEP));
}

function withoutFirst(row: StreamRow): StreamRow {
  return { ...row, cells: row.cells.slice(1), serial: row.cells[0] };
}

function takeLast(rows: StreamRow[], at: number, serial: Item | undefined): void {
  const row = rows[at]!;
  if (serial !== undefined && row.cells.at(-1) === serial) rows[at] = { ...row, cells: row.cells.slice(0, -1) };
}

/** The value right before a label and the labels of its groups. */
export function valueBefore(items: readonly Item[], at: number): Item | undefined {
  let i = at - 1;
  while (i >= 0 && (items[i]!.kind === 'part' || (items[i]!.kind === 'label' && items[i]!.targets.some((target) => target.role === 'span')))) i--;
  return items[i]?.kind === 'value' ? items[i] : undefined;
}

/** Share of the steps that go up by one, or by as many as `most`. */
function share(cells: readonly (Item | undefined)[], most: number): number {
  let steps = 0;
  for (let i = 1; i < cells.length; i++) if (isStep(cells[i - 1], cells[i], most)) steps++;
  return steps / Math.max(1, cells.length - 1);
}

function isStep(one: Item | undefined, other: Item | undefined, most: number): boolean {
  const step = (other?.content.value ?? NaN) - (one?.content.value ?? NaN);
  return step >= 1 && step <= most;
}

/** Whether a number is one of those that count: it goes on from the one before it, or the one behind it goes on from it. */
function isCounted(cells: readonly (Item | undefined)[], i: number): boolean {
  return isStep(cells[i - 1], cells[i], MOST_STEP) || isStep(cells[i], cells[i + 1], MOST_STEP);
}
