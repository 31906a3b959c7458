/** Headings of a stream: the columns of a block in the order in which their headings are printed. */
import type { Block, FormTable } from '../../forms/form.ts';
import { hanOf } from '../../text/reading.ts';
import { UNIT } from '../header.ts';
import { likestColumn } from '../labels.ts';
import type { Item } from './items.ts';

/** A column that no heading of the form names. */
export const FOREIGN = -1;

export interface Heads {
  /** Indexes of the block's columns in printed order, `FOREIGN` where the form has none such. */
  order: readonly number[];
  units: ReadonlyMap<number, string>;
  /** Where the heading of serials or codes stands: before the one of the labels, or behind it. */
  asides: 'none' | 'before' | 'behind';
}

/** Longer texts are no headings. */
const LONGEST = 16;

/** Headings of serials and codes. */
export const COUNTED = /[号码次]$/;

interface Entry {
  item: Item;
  /** The item behind it. */
  next: Item | undefined;
  index: number;
  /** A heading over several columns. */
  span: boolean;
}

/**
 * The headings of a block among items.
 *
 * @param to the first item that is none of them, such as the label of a row
 */
export function headsOf(items: readonly Item[], from: number, to: number, table: FormTable, index: number, block: number): Heads | null {
  const entries: Entry[] = [];
  const { columns } = table.blocks[block]!;
  let asides: Heads['asides'] = 'none';
  let cornered = false;
  for (let i = from; i < to; i++) {
    const item = items[i]!;
    if (item.kind === 'value') {
      // A text with a value behind it is the label of a row.
      const before = items[i - 1];
      if (before?.kind === 'text' && entries.at(-1)?.item === before) entries.pop();
      if (entries.some((entry) => entry.index >= 0)) break;
      entries.length = 0;
      asides = 'none';
    }
    if (item.kind === 'aside' && COUNTED.test(item.key)) asides = entries.length === 0 && !cornered ? 'before' : 'behind';
    if (item.kind === 'corner' || (item.kind === 'label' && item.targets.some((target) => target.role === 'span' && target.table === index))) cornered = true;
    if (item.kind === 'label') {
      const target = item.targets.find((each) => each.role === 'column' && each.table === index && each.block === block);
      if (target !== undefined) entries.push({ item, next: items[i + 1], index: target.index, span: false });
      else if (entries.length > 0 && columns.some((column) => column.group !== undefined && hanOf(column.group) === item.key)) entries.push({ item, next: items[i + 1], index: FOREIGN, span: true });
    } else if (item.kind === 'text' && !item.sentence && item.key.length > 0 && item.key.length <= LONGEST && !item.text.startsWith('(')) {
      entries.push({ item, next: items[i + 1], index: FOREIGN, span: false });
    }
  }
  const first = entries.findIndex((entry) => entry.index >= 0);
  if (first < 0) return null;
  nameMisprints(entries, columns);
  const named = entries.slice(entries.findIndex((entry) => entry.index >= 0));
  const units = new Map<number, string>();
  for (const entry of named) {
    const column = entry.index;
    const unit = column < 0 ? undefined : UNIT.exec(wholeText(entry))?.[1];
    if (unit !== undefined) units.set(column, unit);
  }
  return { order: unfold(named, columns), units, asides };
}

/** A heading with the unit that touches it. */
function wholeText({ item, next }: Entry): string {
  if (next === undefined || !next.glued || (next.kind !== 'text' && next.kind !== 'unit')) return item.text;
  return item.text + (next.kind === 'unit' ? '/' : '') + next.text;
}

function nameMisprints(entries: readonly Entry[], columns: Block['columns']): void {
  for (const entry of entries) {
    if (entry.index >= 0 || entry.span) continue;
    const best = likestColumn(entry.item.key, columns, new Set(entries.map((each) => each.index)));
    if (best >= 0) entry.index = best;
  }
}

/**
 * 自然人 | 法人或其他组织 | 总计 above 商业企业 | …: headings of the second line stand where the heading over them does.
 */
function unfold(entries: readonly Entry[], columns: Block['columns']): number[] {
  const at = entries.findIndex((entry) => entry.span);
  const flat = (list: readonly Entry[]): number[] => list.filter((entry) => !entry.span).map((entry) => entry.index);
  if (at < 0) return flat(entries);
  const below = entries.findIndex((entry, i) => i > at && entry.index >= 0 && columns[entry.index]!.group !== undefined);
  const between = below < 0 ? [] : entries.slice(at + 1, below);
  if (!between.some((entry) => entry.index >= 0)) return flat(entries);
  return flat([...entries.slice(0, at), ...entries.slice(below), ...between]);
}
