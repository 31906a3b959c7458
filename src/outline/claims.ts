/** The stretches that tables claim, less the section headings, and the ends of sentences, that a table may have run over. */
import { NEVER_BARE } from '../lexicon/sections.ts';
import { isSpace } from '../text/chars.ts';
import { squeeze, type Squeezed } from '../text/squeeze.ts';
import type { Stretch } from './clean.ts';
import { isIndicatorLabel, isRowLabel } from './tabular.ts';
import { isKnownTitle, meaningOf } from './title.ts';

const NUMBER = /(?<![一二三四五六七八九十第])[一二三四五六七八九十]{1,2}[、.](?=[\u3400-\u9fff])/g;
/** How the title of a section ends that stands between tables; titles go on behind some of the words. */
const TITLE = /^([\u3400-\u9fff、,]{2,40}?(?:情况|事项|措施|问题|概述|打算|思路|计划|不足))(?![及和与、的工])/;
/** A row's label is followed by its unit, its value or a dash. */
const ROW_GOES_ON = /^(?:[\d|/—-]|条|件|次|篇|个|人|期|万?元)/;
/** The longest heading with its number. */
const LONGEST = 48;

/** Cuts section headings out of claimed stretches (sorted, disjoint). */
export function withoutHeadings(folded: string, claimed: readonly Stretch[]): Stretch[] {
  const left: Stretch[] = [];
  let behind = 0;
  for (const { start, end } of claimed) {
    const begin = numberBefore(folded, start, behind);
    const squeezed = squeeze(folded, begin, end);
    let from = start;
    for (const { first, last } of headingsIn(folded, squeezed)) {
      // What runs up to the heading and ends a sentence is the end of the prose before, not of a table.
      const runsOn = from === start && first > start && endsSentence(folded, start, first) && !isSpace(folded.charCodeAt(start - 1));
      if (first > from && !runsOn) left.push({ start: from, end: first });
      from = last;
    }
    if (end > from) left.push({ start: from, end });
    behind = end;
  }
  return left;
}

/** Where the number begins that stands right before a stretch; the stretch's start where none does. */
function numberBefore(folded: string, start: number, least: number): number {
  let at = start;
  while (at > least && isSpace(folded.charCodeAt(at - 1))) at--;
  const hit = /[一二三四五六七八九十]{1,2}[ \t]?[、.]$/.exec(folded.slice(Math.max(least, at - 4), at));
  return hit === null ? start : at - hit[0].length;
}

/** A few characters up to a full stop. */
const LONGEST_END = 12;

function endsSentence(folded: string, start: number, end: number): boolean {
  const run = folded.slice(start, end).trim();
  return run.length <= LONGEST_END && run.endsWith('。');
}

function headingsIn(folded: string, { text, at }: Squeezed): { first: number; last: number }[] {
  const found: { first: number; last: number }[] = [];
  let reached = 0;
  for (const match of text.matchAll(NUMBER)) {
    if (match.index < reached) continue;
    const from = match.index + match[0].length;
    const title = TITLE.exec(text.slice(from, from + LONGEST))?.[1];
    if (title === undefined || meaningOf(title) === null) continue;
    const label = match[0] + title;
    if (isRowLabel(label) || isIndicatorLabel(label) || ROW_GOES_ON.test(text.slice(from + title.length))) continue;
    reached = from + title.length;
    found.push({ first: at[match.index]!, last: at[reached - 1]! + 1 });
  }
  return found.length > 0 || at.length === 0 ? found : bareHeadings(folded, at[0]!, at[at.length - 1]! + 1);
}

/** Without one of these a line in a table is no section's title, blanks inside the words or not. */
const SECTION_WORD = /情 ?况|事 ?项|概 ?[述况]|措 ?施/;

/** Lines that are a section's title and nothing else, in a stretch without numbered headings. */
function bareHeadings(folded: string, start: number, end: number): { first: number; last: number }[] {
  const found: { first: number; last: number }[] = [];
  for (let line = start; line < end; ) {
    const feed = folded.indexOf('\n', line);
    const stop = feed < 0 || feed > end ? end : feed;
    if (stop - line <= LONGEST && SECTION_WORD.test(folded.slice(line, stop))) {
      const { text, at } = squeeze(folded, line, stop);
      const key = text.replace(/^[#*]+/, '').replace(/\*+$/, '');
      if (isKnownTitle(key) && !NEVER_BARE.has(key)) found.push({ first: at[0]!, last: at[at.length - 1]! + 1 });
    }
    line = stop + 1;
  }
  return found;
}
