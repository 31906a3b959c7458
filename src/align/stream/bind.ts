/** Labels bind rows: which items are labels of the rows of a table, in clusters that are plausible as tables. */
import { rowsDue } from '../../forms/cells.ts';
import type { FormTable } from '../../forms/form.ts';
import { chooseDue, likest, orderOf, type Target } from '../labels.ts';
import type { Item } from './items.ts';

/** A label of a row: the items from `first` to `last` (in). */
export interface BoundRow {
  first: number;
  last: number;
  target: Target;
  exact: boolean;
}

/** Rows that follow each other without a sentence between: one printing of a table, or a part of it. */
export interface Cluster {
  rows: BoundRow[];
  /** Items that may belong to it. */
  from: number;
  to: number;
}

/** Unknown texts that a table may hold between two of its rows. */
const MOST_TEXTS = 4;
/** Rows that make a table, by its shape. */
const ENOUGH_ROWS = { rows: 3, blocks: 2, pairs: 4, groups: 1 } as const;
/** Share of a table's rows that make a table of them though hardly any holds a value. */
const MOST_ROWS = 0.6;
/** Items that may stand before the first row: headings. */
const REACH = 40;

export function isColumn(item: Item, table: number, block = -1): boolean {
  return item.targets.some((target) => target.role === 'column' && target.table === table && (block < 0 || target.block === block));
}

function rowTargets(item: Item, table: number): Target[] {
  const targets = item.targets.filter((target) => target.role === 'row' && target.table === table);
  const numbered = targets.filter((target) => target.ordinal === item.ordinal);
  return numbered.length > 0 ? numbered : targets;
}

export function clustersOf(items: readonly Item[], table: FormTable, index: number, known: readonly Target[]): Cluster[] {
  const hits: number[] = [];
  items.forEach((_, at) => { if (isHit(items, at, index)) hits.push(at); });
  const clusters: Cluster[] = [];
  for (const run of runsOf(items, hits)) {
    const rows = bindExact(items, run, index);
    const from = startOf(items, run[0]!, clusters.at(-1)?.to ?? 0, index);
    const to = endOf(items, run.at(-1)!, index);
    bindLike(items, rows, from, to, index, known);
    const cluster = { rows, from, to };
    if (isTable(items, cluster, table)) clusters.push(cluster);
  }
  return clusters;
}

/** A label of a row; 其他 and 总计 head columns, too, and are rows only with their number, or between values. */
function isHit(items: readonly Item[], at: number, table: number): boolean {
  const item = items[at]!;
  if (item.kind !== 'label' || item.loose) return false;
  const targets = rowTargets(item, table);
  if (targets.length === 0) return false;
  if (!isColumn(item, table)) return true;
  if (item.ordinal !== 0 && targets.some((target) => target.ordinal === item.ordinal)) return true;
  return item.ordinal === 0 && items[at - 1]?.kind === 'value' && items[at + 1]?.kind === 'value';
}

/** Hits that no sentence parts. */
function runsOf(items: readonly Item[], hits: readonly number[]): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  for (const hit of hits) {
    const before = run.at(-1);
    if (before !== undefined && isParted(items, before, hit)) {
      runs.push(run);
      run = [];
    }
    run.push(hit);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

function isParted(items: readonly Item[], from: number, to: number): boolean {
  let texts = 0;
  for (let i = from + 1; i < to; i++) {
    const item = items[i]!;
    if (item.sentence && !isRemark(item)) return true;
    if (item.kind === 'text' && ++texts > MOST_TEXTS) return true;
  }
  return to - from > 4 * REACH;
}

/** A remark in brackets behind a label may hold a sentence. */
export function isRemark(item: Item): boolean {
  return item.kind === 'text' && item.text.startsWith('(');
}

/** A label that stands in other tables only. */
function isOthers(item: Item, table: number): boolean {
  return item.kind === 'label' && !item.loose && item.targets.every((target) => target.table !== table);
}

function startOf(items: readonly Item[], first: number, least: number, table: number): number {
  let from = first;
  while (from > least && first - from < REACH && !(items[from - 1]!.sentence) && items[from - 1]!.kind !== 'stop' && !isOthers(items[from - 1]!, table)) from--;
  // Values right behind another table's label are its own.
  if (from > 0 && isOthers(items[from - 1]!, table)) while (from < first && items[from]!.kind === 'value') from++;
  return from;
}

function endOf(items: readonly Item[], last: number, table: number): number {
  let to = last + 1;
  while (to < items.length && to - last < 4 * REACH && (!items[to]!.sentence || isRemark(items[to]!)) && items[to]!.kind !== 'stop' && !isOthers(items[to]!, table)) to++;
  return to;
}

function bindExact(items: readonly Item[], hits: readonly number[], table: number): BoundRow[] {
  return chooseDue(hits.map((at) => rowTargets(items[at]!, table)), -1)
    .flatMap((target, i) => (target === null ? [] : [{ first: hits[i]!, last: hits[i]!, target, exact: true }]));
}

/** Unknown texts with values behind them, held against the rows that are missing between their neighbours. */
function bindLike(items: readonly Item[], rows: BoundRow[], from: number, to: number, table: number, known: readonly Target[]): void {
  const own = known.filter((target) => target.table === table);
  const used = new Set(rows.map(({ target }) => orderOf(target)));
  let next = 0;
  for (let at = from; at < to; at++) {
    while (next < rows.length && rows[next]!.last < at) next++;
    if (rows[next] !== undefined && at >= rows[next]!.first) continue;
    const last = textEnd(items, at, rows[next]?.first ?? to);
    if (last < 0) continue;
    const before = next === 0 ? -1 : orderOf(rows[next - 1]!.target);
    const after = rows[next] === undefined ? Infinity : orderOf(rows[next]!.target);
    const due = own.filter((target) => !used.has(orderOf(target)) && orderOf(target) > before && (after < before || orderOf(target) < after));
    const target = likest({ key: keyOf(items, at, last), ordinal: items[at]!.ordinal }, due);
    if (target !== null) {
      rows.splice(next, 0, { first: at, last, target, exact: false });
      used.add(orderOf(target));
    }
    at = last;
  }
}

/** End of an unknown label that begins at an item: texts, and phrases inside them; -1 where none does. */
function textEnd(items: readonly Item[], at: number, limit: number): number {
  const item = items[at]!;
  if (item.kind !== 'text' && !(item.kind === 'label' && item.loose)) return -1;
  if (item.sentence || isRemark(item)) return -1;
  let last = at;
  while (last + 1 < limit && items[last + 1]!.glued && (items[last + 1]!.kind === 'text' || items[last + 1]!.loose) && !isRemark(items[last + 1]!)) last++;
  let behind = last + 1;
  while (behind < limit && (items[behind]!.kind === 'unit' || isRemark(items[behind]!))) behind++;
  // Behind a wrapped label, the rest of it.
  return items[behind]?.kind === 'value' || items[behind]?.kind === 'label' ? last : -1;
}

function keyOf(items: readonly Item[], first: number, last: number): string {
  let key = '';
  for (let i = first; i <= last; i++) key += items[i]!.key;
  return key;
}

/** Enough rows of the table, with values among them. */
function isTable(items: readonly Item[], { rows, from, to }: Cluster, table: FormTable): boolean {
  const distinct = new Set(rows.map(({ target }) => orderOf(target))).size;
  if (distinct < ENOUGH_ROWS[table.shape]) return false;
  let values = 0;
  for (let i = from; i < to; i++) if (items[i]!.kind === 'value') values++;
  const due = rowsDue(table).length;
  if (values * 2 < distinct && distinct < MOST_ROWS * due) return false;
  if (table.shape !== 'pairs') return true;
  // A province's own table has some rows of the national one among its own.
  const exact = rows.filter((row) => row.exact).length;
  return strangeOf(items, rows, rows[0]!.first, rows.at(-1)!.last) + rows.length - exact < exact;
}

/** Texts with a value behind them that no row claims. */
function strangeOf(items: readonly Item[], rows: readonly BoundRow[], from: number, to: number): number {
  let count = 0;
  let next = 0;
  for (let i = from; i < to; i++) {
    while (next < rows.length && rows[next]!.last < i) next++;
    if (items[i]!.kind !== 'text' || isRemark(items[i]!) || (rows[next] !== undefined && rows[next]!.first <= i)) continue;
    const behind = items[i + 1]!.kind === 'unit' ? items[i + 2] : items[i + 1];
    if (behind?.kind === 'value') count++;
  }
  return count;
}
