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

/** 网站603条、微信415条，合计1018条; 书面申请4件、网上申请9件，合计13件: the ways one by one, then the metric of all of them, `null` where it is none. */
export function waysSummed(said: readonly Said[], quantity: Quantity): string | null {
  const seen = new Set<string>();
  let members = 0;
  let requests = 0;
  let left = quantity.value;
  for (let index = said.length - 1; index >= 0 && left > 0; index--) {
    const one = said[index]!;
    if (one.rate) continue;
    if (one.unit !== quantity.unit || one.year !== undefined) return null;
    if (one.metric !== null && (!/^(?:disclosure\.channels|applications\.received|proposals)\.(?!total)/.test(one.metric) || seen.has(one.metric))) return null;
    if (one.metric !== null) seen.add(one.metric);
    members++;
    if (one.metric?.startsWith('applications.') === true || one.label?.tags.has('request') === true) requests++;
    left -= one.value;
  }
  if (left !== 0 || members < 2 || seen.size === 0) return null;
  return ofAllWays(seen, members, requests);
}

function ofAllWays(seen: ReadonlySet<string>, members: number, requests: number): string | null {
  if (seen.has('proposals.congress')) return seen.size === members && seen.has('proposals.consultative') ? 'proposals.total' : null;
  if (requests === members) return 'applications.received.total';
  return requests === 0 && seen.size === members ? 'disclosure.total' : null;
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
