/** A number that is the sum of those before it: 县直单位1204条，各乡镇863条，合计2067条. */
import { SUM_LEAD } from '../lexicon/grammar.ts';
import { clauseStart } from './label.ts';
import type { Quantity } from './quantities.ts';
import type { Said } from './read-sentence.ts';

/** The last characters a word of summing can have. */
export const SUM_END = '计共为是达到开理办:累';

/** Whether nothing but a word of summing stands before a number in its clause. */
export function isSum(text: string, from: number, quantity: Quantity): boolean {
  return quantity.upper === undefined && SUM_LEAD.test(text.slice(clauseStart(text, from, quantity.start), quantity.start));
}

/** The facts before that come to exactly this number and count one thing; `null` where they do not. */
export function summed(said: readonly Said[], quantity: Quantity): Said[] | null {
  const members: Said[] = [];
  let left = quantity.value;
  for (let index = said.length - 1; index >= 0 && left > 0; index--) {
    const one = said[index]!;
    if (one.rate) continue;
    if (one.unit !== quantity.unit || one.year !== undefined || one.ofAll == null || (members.length > 0 && one.ofAll !== members[0]!.ofAll)) return null;
    members.unshift(one);
    left -= one.value;
  }
  return left === 0 && members.length > 1 ? members : null;
}
