/** Headings of a stream: the columns of a block in the order in which their headings are printed. */
import type { Block, FormTable } from '../../forms/form.ts';
import { hanOf } from '../../text/reading.ts';
import { likeness } from '../labels.ts';
import { isColumn } from './bind.ts';
import type { Item } from './items.ts';

/** A column that no heading of the form names. */
export const FOREIGN = -1;

export interface Heads {
  /** Indexes of the block's columns in printed order, `FOREIGN` where the form has none such. */
  order: readonly number[];
  units: ReadonlyMap<number, string>;
  /** Where the heading of serials or codes stands: before the one of the labels, or behind it. */
  asides: 'none' | 'before' | 'behind';
  /** Items from `from` to `to` (out). */
  from: number;
  to: number;
}

/** A misprinted heading must be this like a column's label. */
const LIKE = 0.6;
const UNIT = /[(\[/]\s*(?:单位\s*:?\s*)?(万元|元)/;
/** Longer texts are no headings. */
const LONGEST = 16;

/** Headings of serials and codes. */
const COUNTED = /[号码次]$/;

interface Entry {
  item: Item;
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
      if (target !== undefined) entries.push({ item, index: target.index, span: false });
      else if (entries.length > 0 && columns.some((column) => column.group !== undefined && hanOf(column.group) === item.key)) entries.push({ item, index: FOREIGN, span: true });
    } else if (item.kind === 'text' && !item.sentence && item.key.length > 0 && item.key.length <= LONGEST && !item.text.startsWith('(')) {
      entries.push({ item, index: FOREIGN, span: false });
    }
  }
  const first = entries.findIndex((entry) => entry.index >= 0);
  if (first < 0) return null;
  nameMisprints(entries, columns);
  const named = entries.slice(entries.findIndex((entry) => entry.index >= 0));
  const units = new Map<number, string>();
  for (const { item, index: column } of named) {
    const unit = column < 0 ? undefined : UNIT.exec(textBehind(items, item))?.[1];
    if (unit !== undefined) units.set(column, unit);
  }
  return { order: unfold(named, columns), units, asides, from, to };
}

function textBehind(items: readonly Item[], item: Item): string {
  const at = items.indexOf(item);
  const next = items[at + 1];
  return item.text + (next !== undefined && next.glued && (next.kind === 'text' || next.kind === 'unit') ? (next.kind === 'unit' ? '/' : '') + next.text : '');
}

function nameMisprints(entries: readonly Entry[], columns: Block['columns']): void {
  for (const entry of entries) {
    if (entry.index >= 0 || entry.span) continue;
    const taken = new Set(entries.map((each) => each.index));
    let most = LIKE;
    columns.forEach((column, index) => {
      if (taken.has(index) || column.optional === true) return;
      for (const wording of [column.label, ...(column.variants ?? [])]) {
        const like = likeness(entry.item.key, hanOf(wording));
        if (like > most) {
          most = like;
          entry.index = index;
        }
      }
    });
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

/** Is the item a heading of a column of the block? */
export function headsBlock(item: Item, table: number, block: number): boolean {
  return item.kind === 'label' && isColumn(item, table, block);
}
