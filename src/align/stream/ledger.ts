/** Every number of a table is accounted for: what stands at no row's place may be any neighbour's, and leaves them open. */
import type { FormTable } from '../../forms/form.ts';
import type { Cluster } from './bind.ts';
import type { Item } from './items.ts';
import type { StreamRow } from './rows.ts';
import { valueBefore } from './serials.ts';

/** Marks the rows to which an unexplained number could belong. */
export function withLedger(items: readonly Item[], cluster: Cluster, rows: readonly StreamRow[], table: FormTable, index: number): StreamRow[] {
  const claimed = new Set(rows.flatMap(({ cells, serial }) => (serial === undefined ? cells : [serial, ...cells])));
  const doubted = new Set<StreamRow>();
  const blocks = new Set<number>();
  const sizes = new Map<number, number>();
  for (const { bound } of rows) sizes.set(bound.target.block, (sizes.get(bound.target.block) ?? 0) + 1);
  // A blank needs proof: while a number of the table is nobody's, no row without one is blank.
  let open = false;
  // The value of a block's one row may stand above its label, right below its heading.
  const given = new Map<StreamRow, Item>();
  let from = cluster.from;
  while (from < cluster.to && !items[from]!.targets.some((target) => target.table === index)) from++;
  let next = 0;
  for (let i = from; i < (rows.length === 0 ? from : cluster.to); i++) {
    while (next < rows.length && rows[next]!.bound.first <= i) next++;
    const item = items[i]!;
    if (item.kind !== 'value' || item.content.status !== 'reported' || claimed.has(item)) continue;
    if (isSerial(items, i, rows, next)) continue;
    // Numbers of a row of another name are its own.
    if (items[i - 1]!.kind === 'text' || items[i - 1]!.kind === 'unit') continue;
    const above = rows[next - 1];
    const below = rows[next];
    if (below !== undefined && isOwnBlock(below, table, sizes) && below.cells.length === 0 && items[i + 1] === items[below.bound.first] && isHeaded(items, i, above) && isAlone(items, i - 1, above)) {
      given.set(below, item);
      continue;
    }
    open = true;
    // Behind the last label it is the last row's, whatever stands between.
    for (const row of [below !== undefined && isHeaded(items, i, above) ? undefined : above, below]) {
      if (row === undefined) continue;
      if (table.shape === 'blocks') blocks.add(row.bound.target.block);
      else doubted.add(row);
    }
  }
  return rows.map((row) => {
    const cell = given.get(row);
    if (cell !== undefined && !blocks.has(row.bound.target.block)) return { ...row, cells: [cell], heads: null };
    const doubt = doubted.has(row) || blocks.has(row.bound.target.block) || (open && row.cells.length === 0);
    return doubt ? { ...row, doubt: true } : row;
  });
}

/** Whether a heading stands between a row and a number below it. */
function isHeaded(items: readonly Item[], at: number, above: StreamRow | undefined): boolean {
  const heading = items[at - 1];
  return above !== undefined && at > above.end && heading?.kind === 'label' && !heading.loose && heading.targets.some(({ role }) => role === 'column');
}

/** Whether a heading is the only one behind the row above it: of several, any may be the value's. */
function isAlone(items: readonly Item[], heading: number, above: StreamRow | undefined): boolean {
  for (let i = heading - 1; above !== undefined && i >= above.end; i--) if (items[i]!.targets.some(({ role }) => role === 'column')) return false;
  return true;
}

/** Whether a row is all of a block of one column. @param sizes rows by block */
function isOwnBlock({ bound }: StreamRow, table: FormTable, sizes: ReadonlyMap<number, number>): boolean {
  const { block } = bound.target;
  return table.blocks[block]!.columns.length === 1 && sizes.get(block) === 1;
}

/** A number right before a label, one off the numbers before its neighbours. */
function isSerial(items: readonly Item[], at: number, rows: readonly StreamRow[], next: number): boolean {
  const row = rows[next];
  if (row === undefined || valueBefore(items, row.bound.first) !== items[at]) return false;
  const value = items[at]!.content.value!;
  const near = [rows[next - 1], rows[next + 1]].map((other) => (other === undefined ? undefined : valueBefore(items, other.bound.first)?.content.value));
  return near.some((other, i) => other === value + (i === 0 ? -1 : 1));
}
