/** The words of a local table's header, and what a printed cell says. */
import type { LocalTable as Lexicon } from '../forms/form.ts';
import { isHan } from '../text/chars.ts';
import { fold } from '../text/fold.ts';
import { contentOf } from '../text/reading.ts';
import { EMPTY, type Slot } from './table.ts';

export type Role = 'label' | 'unit' | 'serial' | 'aside' | 'value';

export interface Words {
  lexicon: Lexicon;
  units: ReadonlySet<string>;
  roles: ReadonlyMap<string, Role>;
  /** A header in squeezed text: one heading of labels, perhaps of serials and units, and of values. */
  header: RegExp;
  /** One heading at a place of the squeezed text, with the role of its group's name; 指标代码 is one, or 指标 and 代码. */
  headings: readonly RegExp[];
}

const YEAR = '(?:20[01]\\d年度?(?:统计|累计|合计)?数?量?|20[01]\\d年?-20[01]\\d年(?:累计)?数?)';
const UNIT_BEHIND = '(?:\\((?:单位:?)?[条件次篇个人元万份]{1,3}\\))?';

function anyOf(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|');
}

const known = new WeakMap<Lexicon, Words>();

export function wordsOf(lexicon: Lexicon): Words {
  let words = known.get(lexicon);
  if (words !== undefined) return words;
  const { labelHeads, unitHeads, serialHeads, asideHeads, valueHeads } = lexicon;
  const roles = new Map<string, Role>();
  const add = (role: Role, list: readonly string[]): void => { for (const word of list) roles.set(word, role); };
  add('label', labelHeads);
  add('unit', unitHeads);
  add('serial', serialHeads);
  add('aside', asideHeads);
  add('value', valueHeads);
  const [label, unit, serial, aside] = [labelHeads, unitHeads, serialHeads, asideHeads].map(anyOf);
  const value = `(?:${YEAR}|${anyOf(valueHeads)})${UNIT_BEHIND}`;
  const numbers = `(?:${serial!})?`;
  words = {
    lexicon, roles, units: new Set(lexicon.units),
    header: new RegExp(`${numbers}(?:${label!})${numbers}(?:${unit!})?${numbers}(?:${value}){1,6}(?:${unit!})?(?:${aside!})?`, 'g'),
    headings: [`(?<serial>${serial!})|(?<label>${label!})`, `(?<label>${label!})|(?<serial>${serial!})`].map((first) => (
      new RegExp(`${first}|(?<unit>${unit!})|(?<aside>${aside!})|(?<value>${value})`, 'y')
    )),
  };
  known.set(lexicon, words);
  return words;
}

/** Text of a cell, folded and without white space. */
export function bare(text: string): string {
  const folded = fold(text);
  return /\s/.test(folded) ? folded.replace(/\s+/g, '') : folded;
}

const WHOLE_YEAR = new RegExp(`^${YEAR}$`);
const BRACKET_UNIT = /\((?:单位:?)?([^()\d]{1,4})\)$/;

/** The role of a heading by its words alone, `null` where they are not known. */
export function roleOf(heading: string, { roles }: Words): Role | null {
  const words = heading.endsWith(')') ? heading.replace(BRACKET_UNIT, '') : heading;
  return roles.get(heading) ?? roles.get(words) ?? (WHOLE_YEAR.test(words) ? 'value' : null);
}

/** The unit in brackets behind a heading or a label, `null` where none is. */
export function unitBehind(squeezed: string, { units }: Words): string | null {
  const unit = BRACKET_UNIT.exec(squeezed)?.[1];
  return unit !== undefined && units.has(unit) ? unit : null;
}

/** A heading or label as it comes out: lines joined, white space beside Chinese characters gone. */
export function joined(text: string): string {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const blank = /\s/.test(text.charAt(i));
    if (!blank) {
      result += text.charAt(i);
      continue;
    }
    let next = i;
    while (next < text.length && /\s/.test(text.charAt(next))) next++;
    const beside = isHan(result.charCodeAt(result.length - 1)) || isHan(text.charCodeAt(next)) || /[、．.：:（）()]$/.test(result);
    if (result !== '' && next < text.length && !beside) result += ' ';
    i = next - 1;
  }
  return result;
}

/** Marks that programs print for an empty cell. */
const NOTHING = /^(?:NaN|nan|None|null|<NA>)$/;

/** Reads a whole cell. */
export function slotOf(text: string, nothing = false): Slot {
  const { value, status } = contentOf(fold(text).trim());
  if (status !== 'unreadable') return value === null ? EMPTY : { value, doubt: null };
  return nothing && NOTHING.test(text.trim()) ? EMPTY : { value: null, doubt: text.trim() };
}

/** Subjects (indexes) that a label is on. */
export function topicsOf(label: string, { lexicon }: Words): number[] {
  return lexicon.topics.flatMap((words, index) => (words.some((word) => label.includes(word)) ? [index] : []));
}
