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

/** Share of the labels that a chain of serials among values that stand apart from them must count, and the same where a heading says so. */
const CHAIN = 0.8;
const CHAIN_HEADED = 0.6;

/**
 * The values that count the labels among all values of a table, in text order: one more each time.
 *
 * @param from index of each value among the items
 * @returns `null` where it cannot be told which value is one of them
 */
export function chainOf(items: readonly Item[], from: readonly number[], labels: number, headed: boolean): ReadonlySet<Item> | null {
  const values = from.map((at) => items[at]!);
  const last = new Map<number, { at: number; size: number; before: number }>();
  const links: { size: number; before: number }[] = [];
  let end = -1;
  values.forEach(({ content }, at) => {
    const before = content.value === null ? undefined : last.get(content.value - 1);
    const link = { size: 1 + (before?.size ?? 0), before: before?.at ?? -1 };
    links.push(link);
    if (content.value === null) return;
    if ((last.get(content.value)?.size ?? 0) <= link.size) last.set(content.value, { at, ...link });
    if (end < 0 || link.size > links[end]!.size) end = at;
  });
  if (end < 0 || links[end]!.size < Math.max(ENOUGH, (headed ? CHAIN_HEADED : CHAIN) * labels)) return new Set();
  const chain: number[] = [];
  for (let at = end; at >= 0; at = links[at]!.before) chain.unshift(at);
  // Serials stand before their labels or behind them; where a value is the next number, too, that tells which is which.
  const besides = (step: 1 | -1): number => chain.filter((at) => isLabel(items[from[at]! + step])).length;
  const side = besides(1) > besides(-1) ? 1 : -1;
  const isBeside = (at: number): boolean => isLabel(items[from[at]! + side]);
  const found = new Set<Item>();
  for (const [i, at] of chain.entries()) {
    const { value } = values[at]!.content;
    const same: number[] = [];
    for (let other = (chain[i - 1] ?? -1) + 1; other < (chain[i + 1] ?? values.length); other++) if (values[other]!.content.value === value) same.push(other);
    const beside = same.length > 1 ? same.filter(isBeside) : same;
    if (beside.length !== 1) return null;
    found.add(values[beside[0]!]!);
  }
  return found;
}

function isLabel(item: Item | undefined): boolean {
  return item !== undefined && item.kind !== 'value' && item.kind !== 'aside' && item.kind !== 'corner';
}

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

function takeHeaded(items: readonly Item[], rows: StreamRow[], from: number, to: number, headed: Where): void {
  const own = rows.slice(from, to);
  const numbers = (where: Where): (Item | undefined)[] => own.map(({ bound, cells }) => (where === 'before' ? valueBefore(items, bound.first) : cells[0]));
  const countsAt = (where: Where): boolean => own.length >= ENOUGH_HEADED && share(numbers(where), MOST_STEP) >= SHARE;
  // Where its heading stands among the others says less than where they count.
  const other = headed === 'before' ? 'behind' : 'before';
  const where = !countsAt(headed) && countsAt(other) ? other : headed;
  const serials = numbers(where);
  const counted = countsAt(where);
  for (let i = from; i < to; i++) {
    const serial = serials[i - from];
    if (counted && isCounted(serials, i - from)) {
      if (where === 'behind') rows[i] = isBetween(rows[i]!, serials[i - from + 1]) ? { ...withoutFirst(rows[i]!), doubt: true } : withoutFirst(rows[i]!);
      else if (i > 0) takeLast(rows, i - 1, serial);
    } else if (where === 'behind') rows[i] = { ...rows[i]!, doubt: true };
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
