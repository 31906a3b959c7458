/** Serials and codes: numbers that count the rows, before their labels or behind them. */
import type { Item } from './items.ts';
import type { StreamRow } from './rows.ts';

/** Rows in which numbers must go up by one before they count the rows without a heading that says so. */
const ENOUGH = 5;
/** The same where a heading says so. */
const ENOUGH_HEADED = 2;
const SHARE = 0.9;

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
