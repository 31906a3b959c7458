/**
 * Numbers of sentences are none of a table's: 本年度未新增规章 1 件以外的制度。 behind a table's last row, or a sentence dense with labels
 * (行政许可28件、行政处罚16件，…).
 */
import type { Item } from './items.ts';

/** Stands behind a number of a sentence, and behind none of a table. */
const LISTED = /^[)"']?[,、;。]/;
/** A number and what ends its clause, between two labels: 行政许可12，行政处罚3。 */
const CLAUSE = /^\d[\d.]*[,;。]+$/;

/** Whether what stands right behind a value, or ends it, shows that a sentence goes on or ends there. */
export function isListed(text: string, before: Item | undefined): boolean {
  return before !== undefined && (before.kind === 'value' || before.kind === 'unit') && LISTED.test(text);
}

export function isClause(text: string): boolean {
  return CLAUSE.test(text);
}

/** Makes the numbers and words of a sentence before its end the sentence's. Changes the items. */
export function markProse(items: readonly Item[]): void {
  for (let at = items.length - 1; at > 0; at--) {
    if (items[at]!.sentence && items[at]!.breaks === 0) at = markBefore(items, at);
  }
}

/** A sentence's number, unit and the words before them, again and again, up to its first word on its line. */
function markBefore(items: readonly Item[], from: number): number {
  let at = from;
  for (;;) {
    let words = at - 1;
    while (words >= 0 && items[words]!.kind === 'unit' && items[words + 1]!.breaks === 0) words--;
    if (words < 1 || items[words]!.kind !== 'value' || items[words + 1]!.breaks > 0) return at;
    words--;
    const item = items[words]!;
    if (items[words + 1]!.breaks > 0 || (item.kind !== 'text' && !(item.kind === 'label' && item.loose))) return at;
    while (words > 0 && items[words - 1]!.kind !== 'value' && items[words]!.glued && isWord(items[words - 1]!)) words--;
    for (let i = words; i < at; i++) make(items[i]!);
    at = words;
    if (items[at]!.breaks > 0) return at;
  }
}

function isWord(item: Item): boolean {
  return item.kind === 'text' || (item.kind === 'label' && item.loose) || item.kind === 'unit';
}

function make(item: Item): void {
  item.kind = 'text';
  item.sentence = true;
}
