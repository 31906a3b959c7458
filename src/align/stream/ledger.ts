/** Every number of a table is accounted for: what stands at no row's place may be any neighbour's, and leaves them open. */
import type { FormTable } from '../../forms/form.ts';
import type { Cluster } from './bind.ts';
import type { Item } from './items.ts';
import type { StreamRow } from './rows.ts';
import { valueBefore } from './serials.ts';

/** Marks the rows to which an unexplained number could belong. */
export function withLedger(items: readonly Item[], cluster: Cluster, rows: readonly StreamRow[], table: FormTable, index: number): StreamRow[] {
  const claimed = new Set(rows.flatMap((row) => row.cells));
  const doubted = new Set<StreamRow>();
  let from = cluster.from;
  while (from < cluster.to && !items[from]!.targets.some((target) => target.table === index)) from++;
  let next = 0;
  for (let i = from; i < (rows.at(-1)?.end ?? from); i++) {
    while (next < rows.length && rows[next]!.bound.first <= i) next++;
    const item = items[i]!;
    if (item.kind !== 'value' || item.content.status !== 'reported' || claimed.has(item)) continue;
    if (isSerial(items, i, rows, next)) continue;
    // Numbers of a row of another name are its own.
    if (items[i - 1]!.kind === 'text' || items[i - 1]!.kind === 'unit') continue;
    for (const row of [rows[next - 1], rows[next]]) {
      if (row === undefined) continue;
      if (table.shape !== 'blocks') doubted.add(row);
      else for (const other of rows) if (other.bound.target.block === row.bound.target.block) doubted.add(other);
    }
  }
  return rows.map((row) => (doubted.has(row) ? { ...row, doubt: true } : row));
}

/** A number right before a label, one off the numbers before its neighbours. */
function isSerial(items: readonly Item[], at: number, rows: readonly StreamRow[], next: number): boolean {
  const row = rows[next];
  if (row === undefined || valueBefore(items, row.bound.first) !== items[at]) return false;
  const value = items[at]!.content.value!;
  const near = [rows[next - 1], rows[next + 1]].map((other) => (other === undefined ? undefined : valueBefore(items, other.bound.first)?.content.value));
  return near.some((other, i) => other === value + (i === 0 ? -1 : 1));
}
