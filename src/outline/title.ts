/** Where a heading ends and its sentence begins, and what a heading is about. Works on folded, squeezed text. */
import {
  FIRM_TAILS, KNOWN_TITLES, SECTION_MEANINGS, SENTENCE_STARTS, TITLE_GOES_ON, TITLE_TAILS,
} from '../lexicon/sections.ts';
import type { SectionId } from '../schema/report.ts';

const LONGEST = 50;
/** First sentences longer than this are sentences, not titles. */
const LONGEST_SENTENCE = 30;
/** A title glued to its text on a one-line page may end with any tail up to this length. */
const LONGEST_GLUED = 16;
/** A title with a meaning of its own before a colon: 收到和处理政府信息公开申请情况：全年…. */
const LONGEST_COLON = 28;
const COUNT = /\d(?:余|多)?(?:万|亿)?(?:条|件|次|篇|个|人|期|元|份|家|场|起|项)/;
/** Aspect and negation: sentences tell what was done, titles do not. */
const TELLS = /[了已均未]|共[^同建享]/;
/** 本年度总体情况 and 2017年工作计划 are titles, 2017年,我局… is none. */
const TITLE_OF_YEAR = '[^,]{2,28}(?:情况|概述|概况|综述|计划|打算|安排|思路|要点|任务|工作|方向|目标)$';
const STARTS_SENTENCE = new RegExp(`^(?:\\d{4}年?(?!${TITLE_OF_YEAR})[^度]|本年(?!度?${TITLE_OF_YEAR})|我[局镇区市县省委厅校院办处乡中单部街]|截至|截止|今年|全年|一年来|为了|为进|一是|首先|下一步(?!${TITLE_OF_YEAR.replace('{2,28}', '{0,20}')})|根据|无[。,]|没有|暂无)`);

const TAILS_BY_END = new Map<string, string[]>();
for (const tail of TITLE_TAILS) {
  const last = tail.charAt(tail.length - 1);
  TAILS_BY_END.set(last, [...(TAILS_BY_END.get(last) ?? []), tail]);
}
const STARTS_BY_FIRST = new Map<string, string[]>();
for (const start of SENTENCE_STARTS) {
  const first = start.charAt(0);
  STARTS_BY_FIRST.set(first, [...(STARTS_BY_FIRST.get(first) ?? []), start]);
}

/** What a character may be to the end of a title; most are nothing, and are passed over at one look each. */
const STOP = 1;
const COLON = 2;
const COMMA = 4;
const LAST_OF_TAIL = 8;
const LAST_OF_FIRM_TAIL = 16;
/** Stands inside a title that nothing but a gap ends. */
const PLAIN = 32;
const FIRST_OF_MEANING = 64;
/** Words that tell what a section is about, with the place of their meaning among all, by their first letter. */
const MEANINGS_BY_FIRST = new Map<number, { word: string; order: number }[]>();
SECTION_MEANINGS.forEach(({ words }, order) => {
  for (const word of words ?? []) {
    const first = word.charCodeAt(0);
    MEANINGS_BY_FIRST.set(first, [...(MEANINGS_BY_FIRST.get(first) ?? []), { word, order }]);
  }
});

const ROLE = new Uint8Array(0x10000);
ROLE.fill(PLAIN, 0x3400, 0xa000);
for (const [chars, role] of [
  ['。;!?', STOP], [':', COLON], [',', COMMA], ['、', PLAIN], [[...TAILS_BY_END.keys()].join(''), LAST_OF_TAIL],
  [[...FIRM_TAILS].map((tail) => tail.slice(-1)).join(''), LAST_OF_FIRM_TAIL],
  [String.fromCharCode(...MEANINGS_BY_FIRST.keys()), FIRST_OF_MEANING],
] as const) for (const char of chars) ROLE[char.charCodeAt(0)]! |= role;

function roleAt(text: string, index: number): number {
  return ROLE[text.charCodeAt(index)]!;
}

export interface TitleInput {
  /** Folded, squeezed text of a paragraph. */
  text: string;
  /** Index behind the heading's number. */
  from: number;
  /** Index where the paragraph, or what may belong to this heading, ends. */
  to: number;
  /** Whether a blank that parts words stands before an index: only on a page that came as one line. */
  gap: (index: number) => boolean;
  /** A one-line page: every title is glued to its text. */
  oneLine: boolean;
  /** A number of the top level: sections have titles, points may be sentences. */
  top: boolean;
}

/** Index where the title that starts at `from` ends; `from` where there is none, only a numbered paragraph. */
export function titleEnd(input: TitleInput): number {
  const { text, from, to, gap, oneLine, top } = input;
  const glued = gluedEnd(text, from, Math.min(to, from + LONGEST), gap, oneLine);
  if (glued > from) return glued;
  const own = ownEnd(input);
  if (!top || (own > from && endsFirmly(text.slice(from, own).replace(/[:。]+$/, '')))) return own;
  const firm = firmEnd(input);
  return firm > from && (own === from || firm < own) ? firm : own > from ? own : gapEnd(input);
}

/** The end that the stop behind a title, or the end of its paragraph, makes. */
function ownEnd({ text, from, to }: TitleInput): number {
  const most = Math.min(to, from + LONGEST + 2);
  let end = from;
  while (end < most && (roleAt(text, end) & STOP) === 0) end++;
  if (end === most && most < to) return from;
  const title = text.slice(from, end);
  if (end >= to) {
    // The heading is the whole paragraph.
    if (title.length > LONGEST || COUNT.test(title) || /[:,]$/.test(title) && title.length > 24) return from;
    const colon = title.indexOf(':');
    if (colon > 0 && colon < title.length - 1) return colon <= 12 && !title.slice(0, colon).includes(',') ? from + colon : from;
    return end;
  }
  const colon = title.indexOf(':');
  if (colon > 1 && headsByItself(title.slice(0, colon))) return from + colon;
  if (colon > 1 && colon <= 12 && !/[,、]/.test(title.slice(0, colon))) return TELLS.test(title.slice(0, colon)) ? from : from + colon;
  if (text.charAt(end) !== '。' || !isTitleLike(title)) return from;
  const alone = end + 1 >= to;
  if (alone && (title.length > 16 || title.includes(',')) && !endsWithTail(title)) return from;
  return end;
}

/** Whether words are a title whatever stands behind the colon that closes them. */
function headsByItself(title: string): boolean {
  if (KNOWN_TITLES.has(title)) return true;
  return title.length <= LONGEST_COLON && endsFirmly(title) && isTitleLike(title) && meaningOf(title) !== null;
}

/** Words of a table that a heading runs into where its own line break is lost. */
const TABLE_WORDS = /^(?:行政复议|行政诉讼|未经复议|信息内容|申请人情况|\(本列|第二十条|统计指标|指标名称|单位[:(]|结果维持)/;

/** Behind the first word that titles firmly end with, whatever follows but what lets a title go on; a table or a gap ends any. */
function firmEnd({ text, from, to, gap, oneLine }: TitleInput): number {
  const most = Math.min(to, from + LONGEST);
  for (let end = from + 2; end < most; end++) {
    const role = roleAt(text, end - 1);
    if ((role & (STOP | COLON)) !== 0) break;
    if ((role & LAST_OF_FIRM_TAIL) === 0 || !FIRM_TAILS.has(text.slice(end - 2, end))) continue;
    const rest = text.slice(end, end + 6);
    const title = text.slice(from, end);
    if (TITLE_GOES_ON.includes(rest.charAt(0)) || /^[。;!?:、工(]/.test(rest) || COUNT.test(title) || TELLS.test(title)) continue;
    if (TABLE_WORDS.test(rest) || gap(end)) return end;
    if (oneLine && !title.includes(',') && title.length <= LONGEST_GLUED + 8 && !STARTS_SENTENCE.test(title)) return end;
  }
  return oneLine ? meantEnd(text, from, most) : from;
}

/** Behind the first word titles end with at all, where the title means something and its clause has no firmer end. */
function meantEnd(text: string, from: number, most: number): number {
  let best = from;
  for (let end = from + 2; end < most; end++) {
    const role = roleAt(text, end - 1);
    if ((role & (STOP | COLON | COMMA)) !== 0) break;
    if ((role & LAST_OF_TAIL) === 0) continue;
    if (FIRM_TAILS.has(text.slice(end - 2, end))) return from;
    if (best > from || end - from > LONGEST_GLUED || !tailEndsAt(text, end)) continue;
    const title = text.slice(from, end);
    if (!TITLE_GOES_ON.includes(text.charAt(end)) && !TELLS.test(title) && meaningOf(title) !== null) best = end;
  }
  return best;
}

/** A gap ends a short title of any wording on a page that came as one line. */
function gapEnd({ text, from, to, gap }: TitleInput): number {
  for (let end = from + 2; end < Math.min(to, from + LONGEST_GLUED); end++) {
    if ((roleAt(text, end - 1) & PLAIN) === 0) break;
    if (!gap(end)) continue;
    const title = text.slice(from, end);
    return title.length >= 3 && !TELLS.test(title) && !STARTS_SENTENCE.test(title) ? end : from;
  }
  return from;
}

/** Whether a title ends with a word that hardly ever stands inside a sentence. */
export function endsFirmly(title: string): boolean {
  return FIRM_TAILS.has(title.slice(-2)) || FIRM_TAILS.has(title.slice(-3));
}

/** Whether the words may be a title: short, without counts and without what sentences tell. */
export function isTitleLike(title: string): boolean {
  if (title.length < 2 || title.length > LONGEST_SENTENCE) return false;
  if (STARTS_SENTENCE.test(title) || COUNT.test(title) || TELLS.test(title)) return false;
  return (title.match(/,/g) ?? []).length <= 3;
}

/** Whether a title ends with one of the words titles end with. */
export function endsWithTail(title: string): boolean {
  return tailEndsAt(title, title.length);
}

function tailEndsAt(text: string, end: number): boolean {
  const tails = TAILS_BY_END.get(text.charAt(end - 1));
  return tails !== undefined && tails.some((tail) => text.startsWith(tail, end - tail.length));
}

function sentenceStartsAt(text: string, at: number): boolean {
  const starts = STARTS_BY_FIRST.get(text.charAt(at));
  if (starts === undefined) return /^(?:\([一二三四五六七八九十\d]|[一二三四五六七八九十]{1,3}[、.])/.test(text.slice(at, at + 4));
  return starts.some((start) => text.startsWith(start, at) && (start !== '20' || /^20\d\d/.test(text.slice(at, at + 4))));
}

/** The first tail of a title that a sentence, a number or, on a one-line page, a blank follows. */
function gluedEnd(text: string, from: number, to: number, gap: (index: number) => boolean, oneLine: boolean): number {
  let longest = from;
  for (let end = from + 2; end <= to; end++) {
    const role = roleAt(text, end - 1);
    if ((role & STOP) !== 0) break;
    if ((role & COMMA) !== 0 && !gap(end)) {
      const rest = text.slice(from, end - 1);
      if (KNOWN_TITLES.has(rest)) return from;
    }
    // 1.门户网站 2014年…: on a one-line page a blank and a year end a short title of any wording.
    if (end - from <= 12 && text.charCodeAt(end) === 0x32 && gap(end) && /^20\d\d年/.test(text.slice(end, end + 5)) && !/[,、:]/.test(text.slice(from, end))) return end;
    if ((role & LAST_OF_TAIL) === 0 || end >= text.length) continue;
    if (!tailEndsAt(text, end)) continue;
    const next = text.charAt(end);
    if (next === '。' || next === ',' || next === ':' || next === '、' || next === ';') continue;
    if (TITLE_GOES_ON.includes(next)) continue;
    const title = text.slice(from, end);
    if (KNOWN_TITLES.has(title) && !/^[(工]/.test(next)) longest = end;
    const known = longest === end;
    if (!known && STARTS_SENTENCE.test(title) && !/^\d{4}年/.test(title)) continue;
    if ((title.match(/,/g) ?? []).length > 2 || COUNT.test(title)) continue;
    const loose = (oneLine && end - from <= LONGEST_GLUED) || /^20\d\d年/.test(text.slice(end, end + 5));
    const brief = loose && !text.slice(from, end).includes(',');
    const firm = gap(end) || known || brief || FIRM_TAILS.has(text.slice(end - 2, end)) || /^(?:\(|[一二三四五六七八九十]{1,2}、)/.test(text.slice(end, end + 3));
    if (!firm) continue;
    if (sentenceStartsAt(text, end) || (gap(end) && !/\d/.test(next))) return end;
    if (next === '(' && /^\(本列数据/.test(text.slice(end, end + 6))) return end;
  }
  return longest;
}

/** A section's title without the year and 政府信息公开工作 before it. */
function bareTitle(squeezed: string): string {
  return squeezed.replace(/^(?:\d{4}年度?|本年度)?(?:政府)?(?:信息公开)?(?:工作)?的?/, '');
}

/** Ends of the titles that have a meaning as a whole. */
const TITLES_BARE: ReadonlySet<string> = new Set(SECTION_MEANINGS.flatMap(({ titles }) => (titles ?? []).map((title) => title.slice(-2))));

/** What a section of this title is about; `null` where the title tells nothing known. */
export function meaningOf(squeezed: string): SectionId | null {
  let first = SECTION_MEANINGS.length;
  for (let i = 0; i < squeezed.length; i++) {
    if ((roleAt(squeezed, i) & FIRST_OF_MEANING) === 0) continue;
    for (const { word, order } of MEANINGS_BY_FIRST.get(squeezed.charCodeAt(i))!) if (order < first && squeezed.startsWith(word, i)) first = order;
  }
  let order = TITLES_BARE.has(squeezed.slice(-2)) ? SECTION_MEANINGS.findIndex(({ titles }) => titles?.includes(bareTitle(squeezed)) === true) : -1;
  if (order < 0 || first < order) order = first;
  return SECTION_MEANINGS[order]?.id ?? null;
}

/** Whether the squeezed text is one of the titles that stand as a section of their own. */
export function isKnownTitle(squeezed: string): boolean {
  return KNOWN_TITLES.has(squeezed);
}
