/**
 * Groups (行政复议 | 行政诉讼) whose headings are broken over lines and strewn (结果 结果 其他 尚未 / 总计 / 维持 纠正 结果 审结): which heading is which
 * cannot be told, but that hardly a character is missing and none is too many can, and then as many values as the form has stand in its order.
 */
import type { FormTable } from '../../forms/form.ts';
import { hanOf } from '../../text/reading.ts';
import type { Item } from './items.ts';

/** Items that headings may take. */
const MOST_HEADS = 80;
/** Characters of them that may be lost: one 总计. */
const MOST_MISSING = 2;

export interface BrokenTable {
  /** The first item of the headings. */
  from: number;
  cells: Item[];
}

/**
 * The first run of values right behind headings that are, in their characters, those of the whole table.
 *
 * @param own index of the table in its form
 */
export function brokenTable(items: readonly Item[], table: FormTable, own: number): BrokenTable | null {
  const { rows, columns } = table.blocks[0]!;
  const count = rows.length * columns.length;
  const heads = headingsOf(table);
  const due = new Map<string, number>();
  for (const character of heads) due.set(character, (due.get(character) ?? 0) + 1);
  const { length } = heads;
  for (let at = 0; at < items.length; at++) {
    if (items[at]!.kind !== 'value' || items[at - 1]?.kind === 'value') continue;
    const left = new Map(due);
    let missing = length;
    const cells: Item[] = [];
    // A heading may stand between the values.
    for (let end = at; end < items.length; end++) {
      const item = items[end]!;
      if (item.kind === 'value') cells.push(item);
      else if (item.kind === 'label' && cells.length < count && item.targets.some(({ role, table: index }) => role === 'column' && index === own) && take(left, item.key)) missing -= item.key.length;
      else break;
    }
    if (cells.length !== count || cells.slice(1).some((cell) => cell.glued || cell.page)) continue;
    for (let from = at - 1; from >= 0 && at - from <= MOST_HEADS; from--) {
      const item = items[from]!;
      if (item.kind === 'value' || item.kind === 'stop' || !take(left, item.key)) break;
      missing -= item.key.length;
      if (missing <= MOST_MISSING && (missing === 0 || !canTake(left, items[from - 1]))) return { from, cells };
    }
  }
  return null;
}

/** Everything that the heads of the table say: each group, what stands over groups, and the outcomes of each group. */
function headingsOf(table: FormTable): string {
  const { rows, columns } = table.blocks[0]!;
  const over = [...new Set(rows.flatMap((row) => row.groups ?? []))];
  return hanOf([...over, ...rows.flatMap((row) => [row.label, ...columns.map((column) => column.label)])].join(''));
}

/** Takes the characters of a heading out of those that are due; false where one is not. */
function take(left: Map<string, number>, key: string): boolean {
  for (const character of key) {
    const count = left.get(character) ?? 0;
    if (count === 0) return false;
    left.set(character, count - 1);
  }
  return true;
}

function canTake(left: ReadonlyMap<string, number>, item: Item | undefined): boolean {
  return item !== undefined && item.key !== '' && item.kind !== 'stop' && take(new Map(left), item.key);
}
