/** A light eye for headings: enough to tell a section from a sentence or a table of contents that names it. */
import type { Registry } from '../forms/registry.ts';
import { isSpace } from '../text/chars.ts';
import type { Document } from '../text/document.ts';
import type { Squeezed } from '../text/squeeze.ts';

export interface SeenHeading {
  /** 1 for 一、 and a heading without number, 2 for （一）. */
  level: 1 | 2;
  /** Squeezed text behind the number, as far as the longest title reaches. */
  title: string;
  /** Index into the squeezed text. */
  at: number;
}

const LONGEST_TITLE = 30;
const NUMBERED = /第?[一二三四五六七八九十]{1,3}(?:部分)?[、.,:]{1,2}|\([一二三四五六七八九十]{1,3}\)|、(?=总体情况|其他需要)/g;
/** Stands as a heading where its number was lost, besides the titles that the forms prescribe. */
const BARE = '概述';
/** What ends a sentence, and with it the text a heading may be glued to. */
const BEFORE = '。!?;:)》"';

/** Headings: numbered ones in document order, then the titles of the forms' sections that stand alone on a line. Linear. */
export function headingsIn(document: Document, squeezed: Squeezed, forms: Registry): SeenHeading[] {
  const titles = new Set([BARE, ...forms.flatMap(({ sections }) => sections.map((section) => section.title))]);
  const { text, at } = squeezed;
  const found: SeenHeading[] = [];
  NUMBERED.lastIndex = 0;
  for (let match = NUMBERED.exec(text); match !== null; match = NUMBERED.exec(text)) {
    const index = match.index;
    const gap = index === 0 || isSpace(document.folded.charCodeAt(at[index]! - 1));
    if (!gap && !BEFORE.includes(text.charAt(index - 1)) && text.charAt(index - 1) !== '?') continue;
    const from = index + match[0].length;
    const title = text.slice(from, from + LONGEST_TITLE);
    if (listed(title)) continue;
    found.push({ level: match[0].startsWith('(') ? 2 : 1, title, at: index });
  }
  found.push(...otherwiseNumbered(document, squeezed, titles, found.every(({ level }) => level !== 1)));
  let cursor = 0;
  for (const line of document.lines) {
    while (cursor < at.length && at[cursor]! < line.start) cursor++;
    if (line.end - line.start > 60) continue;
    let end = cursor;
    while (end < at.length && at[end]! < line.end) end++;
    const title = text.slice(cursor, end);
    const bare = title.replace(/^(?:一|[#*•·>【]+)/, '').replace(/[】*]+$/, '');
    if (titles.has(bare)) found.push({ level: 1, title: bare, at: cursor });
  }
  return found;
}

const OTHERWISE = /[壹贰叁肆伍陆柒捌玖拾甲乙丙丁戊己]、|\d[、.]|第[一二三四五六七八九](?:章|部分)(?![、.,:])|【[一二三四五六七八九]】|\([一二三四五六七八九]\)/g;

/** Titles of the forms' sections behind numbers of another make (壹、, 1., 第一章), at the head of a line; （一） where nothing else numbers sections. */
function otherwiseNumbered(document: Document, { text, at }: Squeezed, titles: ReadonlySet<string>, plain: boolean): SeenHeading[] {
  const found: SeenHeading[] = [];
  for (const match of text.matchAll(OTHERWISE)) {
    if (match[0].startsWith('(') && !plain) continue;
    const offset = at[match.index]!;
    if (offset > 0 && !isSpace(document.folded.charCodeAt(offset - 1))) continue;
    const from = match.index + match[0].length;
    const title = text.slice(from, from + LONGEST_TITLE);
    for (const known of titles) if (title.startsWith(known) && known !== BARE) found.push({ level: 1, title: known, at: match.index });
  }
  return found;
}

/** A title that a comma and another title follow is named in a list (一、概述,二、主动公开…), and heads nothing. */
function listed(title: string): boolean {
  const stop = /[,;]/.exec(title);
  if (stop === null) return false;
  return /^[^,;]{2,24}[,;]\(?[一二三四五六七八九十]{1,2}[、.)]/.test(title);
}
