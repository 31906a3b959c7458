/**
 * The one tokenizer of tables: text, numbers, blank marks and ordinals with their offsets. What stands between two
 * tokens (spaces, tabs, pipes, rules, line breaks) is read from the text when a row is laid out.
 */
import { isBoxDrawing, isDigit, isHan } from '../text/chars.ts';
import type { Document } from '../text/document.ts';
import { readArabic, readChinese } from '../text/numerals.ts';

export type TokenKind = 'text' | 'number' | 'mark' | 'ordinal';

export interface Token {
  kind: TokenKind;
  start: number;
  end: number;
  /** Index into `Document.lines`. */
  line: number;
  /** The number of an ordinal such as （三） or 2. */
  ordinal: number;
}

/** Lines that belong to the page and not to the report: - 4 -, 第4页, 4/6, Page 9. */
const PAGE_LINE =
  /^\s*(?:-\s*\d{1,4}\s*-|第\s*\d{1,4}\s*页(?:[\s,，/]*共?\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|[·•]\s*\d{1,4}\s*[·•]|P(?:age|\.)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?)\s*$/i;
const BARE_NUMBER_LINE = /^\s*\d{1,3}\s*$/;

/** Words that stand in a value's place. */
const ZERO_WORDS: ReadonlySet<string> = new Set(['无', '零', '没有', '暂无']);
const DASH = 0x2d;
const SLASH = 0x2f;

/** Units that may be printed in a cell behind its number. */
const CELL_UNITS = ['万元', '亿元', '人次', '元', '件', '条', '笔', '次', '个', '项', '篇', '人', '宗', '份', '起', '家', '户'] as const;

/** True where the whole line is a page number or the like. A bare number counts only beside a form feed. */
export function isPageLine(document: Document, index: number): boolean {
  const line = document.lines[index]!;
  if (line.end - line.start > 300) return false;
  const text = document.folded.slice(line.start, line.end).trim();
  if (text.length > 20) return false;
  if (PAGE_LINE.test(text)) return true;
  if (!BARE_NUMBER_LINE.test(text)) return false;
  let next = index + 1;
  while (next < document.lines.length && next < index + 4) {
    const { start, end } = document.lines[next]!;
    if (document.text.charCodeAt(start) === 12) return true;
    if (document.folded.slice(start, end).trim() !== '') return false;
    next++;
  }
  return false;
}

/** | --- | :---: |, ------ ----- and the like: lines that rule, three hyphens or equal signs at least. */
const RULE_LINE = /^(?=.*(?:---|===|:-))[\s|:+=-]+$/;
/** Headers that a converter makes up for a table without one: | 数据1 | 列2 |. */
const MADE_UP_HEADER = /^[\s|]*(?:(?:数据|列|字段|Column|Col|Unnamed:)\s*\d{1,3}[\s|]+)*(?:数据|列|字段|Column|Col|Unnamed:)\s*\d{1,3}[\s|]*$/i;

/** True where the whole line draws the table and says nothing. */
function isDrawn(document: Document, { start, end }: { start: number; end: number }): boolean {
  if (end - start < 2 || end - start > 2000) return false;
  let at = start;
  while (at < end && isSeparator(document.text.charCodeAt(at))) at++;
  const code = document.text.charCodeAt(at);
  // An em dash fills a cell, a hyphen rules: the text as printed tells them apart.
  if (code === DASH || code === 0x3d || code === 0x2b || code === 0x3a) return RULE_LINE.test(document.text.slice(start, end));
  return '数列字CUcu'.includes(document.text.charAt(at)) && MADE_UP_HEADER.test(document.folded.slice(start, end));
}

/** Tokenizes the whole document. Linear. */
export function tokenize(document: Document): Token[] {
  const tokens: Token[] = [];
  for (let line = 0; line < document.lines.length; line++) {
    if (!isDrawn(document, document.lines[line]!) && !isPageLine(document, line)) tokenizeLine(document, document.lines[line]!, line, tokens);
  }
  return tokens;
}

function tokenizeLine(document: Document, { start, end }: { start: number; end: number }, line: number, tokens: Token[]): void {
  const { folded } = document;
  let at = start;
  const push = (kind: TokenKind, from: number, to: number, ordinal = 0): void => {
    tokens.push({ kind, start: from, end: to, line, ordinal });
    at = to;
  };
  while (at < end) {
    const code = folded.charCodeAt(at);
    if (isSeparator(code)) {
      at++;
      continue;
    }
    if (isDigit(code) || (isSign(code) && isDigit(folded.charCodeAt(at + 1)) && signStarts(document, at, start))) {
      readNumber(folded, at, end, push);
      continue;
    }
    const ordinalEnd = ordinalAt(folded, at, end, start);
    if (ordinalEnd !== null) {
      push('ordinal', at, ordinalEnd.end, ordinalEnd.value);
      continue;
    }
    let stop = at + 1;
    while (stop < end && !endsText(folded, stop, end, start)) stop++;
    // 合法权益———1: the dashes behind a label fill cells.
    let marks = stop;
    while (marks - 1 > at && isFiller(folded.charCodeAt(marks - 1))) marks--;
    if (marks < stop && isHan(folded.charCodeAt(marks - 1))) {
      push('text', at, marks);
      push('mark', marks, stop);
      continue;
    }
    // (四)无 / 法提供: the first line of a group's label, no zero.
    const opensLabel = folded.charAt(at) === '无' && tokens.at(-1)?.kind === 'ordinal' && tokens.at(-1)!.end === at;
    push(!opensLabel && isMark(folded.slice(at, stop)) ? 'mark' : 'text', at, stop);
  }
}

export function isSeparator(code: number): boolean {
  return code === 32 || code === 9 || code === 0x7c || isBoxDrawing(code);
}

function isSign(code: number): boolean {
  return code === DASH || code === 0x2b;
}

/** A sign belongs to the number behind it unless it joins two (0591-23165370, 2014-2015 in prose is no table value). */
function signStarts({ text, folded }: Document, at: number, start: number): boolean {
  if (at === start) return true;
  const before = folded.charCodeAt(at - 1);
  // An em dash behind a label or a digit fills a cell (规章—1—).
  return isEmDash(text.charCodeAt(at)) ? isSeparator(before) : before !== DASH;
}

export function isEmDash(code: number): boolean {
  return code === 0x2014 || code === 0x2015;
}

function endsText(folded: string, at: number, end: number, start: number): boolean {
  const code = folded.charCodeAt(at);
  if (isSeparator(code) || isDigit(code)) return true;
  if (isSign(code) && isDigit(folded.charCodeAt(at + 1))) return true;
  return ordinalAt(folded, at, end, start) !== null;
}

/** （三） 三、 (2) ① and the like at `at`; `null` where no ordinal stands there. */
function ordinalAt(folded: string, at: number, end: number, start: number): { end: number; value: number } | null {
  const code = folded.charCodeAt(at);
  if (code >= 0x2460 && code <= 0x2473) return { end: at + 1, value: code - 0x2460 + 1 };
  if (code === 0x28) {
    if (at > start && folded.charAt(at - 1) === '第') return null;
    let from = at + 1;
    while (folded.charCodeAt(from) === 32 && from < at + 3) from++;
    const numeral = isDigit(folded.charCodeAt(from)) ? readArabic(folded, from) : readChinese(folded, from);
    if (numeral === null || numeral.end - from > 3 || numeral.value > 30) return null;
    let close = numeral.end;
    while (folded.charCodeAt(close) === 32 && close < numeral.end + 2) close++;
    return folded.charCodeAt(close) === 0x29 && close < end ? { end: close + 1, value: numeral.value } : null;
  }
  const numeral = readChinese(folded, at);
  if (numeral === null || numeral.end - at > 3 || numeral.value > 30 || numeral.value < 1) return null;
  let mark = numeral.end;
  while (folded.charCodeAt(mark) === 32 && mark < numeral.end + 2) mark++;
  const sign = folded.charAt(mark);
  if (sign !== '、' && sign !== '.' && sign !== ',') return null;
  if (sign === ',' && mark !== numeral.end) return null;
  return { end: mark + 1, value: numeral.value };
}

/** A number with its sign and unit; gives the last digit to the ordinal of a label that follows (00000002.其他法律…). */
function readNumber(folded: string, at: number, end: number, push: (kind: TokenKind, from: number, to: number, ordinal?: number) => void): void {
  const from = isSign(folded.charCodeAt(at)) ? at + 1 : at;
  let stop = readArabic(folded, from)!.end;
  // 1,234 was read whole; digits glued behind a decimal part belong to the same run of digits.
  let mark = stop;
  while (folded.charCodeAt(mark) === 32 && mark < stop + 2) mark++;
  const sign = folded.charAt(mark);
  if ((sign === '.' || sign === '、') && mark < end && /^\d+$/.test(folded.slice(from, stop))) {
    let next = mark + 1;
    while (folded.charCodeAt(next) === 32 && next < mark + 3) next++;
    if (next < end && (isHan(folded.charCodeAt(next)) || folded.charAt(next) === '"')) {
      const digit = folded.charCodeAt(stop - 1) - 48;
      // 信息数12.政府网站: a 1 and the label's 2, unless the number stands by itself.
      const apart = from === 0 || isSeparator(folded.charCodeAt(from - 1)) || folded.charCodeAt(from - 1) < 32;
      const tens = apart && stop - from === 2 && folded.charCodeAt(from) === 49 ? 10 : 0;
      if (tens === 0 && stop - 1 > from) push('number', at, stop - 1);
      push('ordinal', tens === 0 ? stop - 1 : from, mark + 1, digit + tens);
      return;
    }
  }
  if (isInsideText(folded, from, stop, end)) {
    push('text', at, stop);
    return;
  }
  for (const unit of CELL_UNITS) {
    if (!folded.startsWith(unit, stop)) continue;
    const after = folded.charCodeAt(stop + unit.length);
    if (unit.endsWith('元') || !isHan(after)) stop += unit.length;
    break;
  }
  push('number', at, Math.min(stop, end));
}

/** Digits of a date (2023年) or of a label (不同渠道和方式公开相同信息计1条) are no value. */
function isInsideText(folded: string, from: number, stop: number, end: number): boolean {
  let next = stop;
  while (next < end && next < stop + 2 && folded.charCodeAt(next) === 32) next++;
  if (next < end && '年月日号届'.includes(folded.charAt(next))) return true;
  let before = from - 1;
  while (before > from - 3 && folded.charCodeAt(before) === 32) before--;
  return folded.charAt(before) === '计' && next < end && '条次件'.includes(folded.charAt(next));
}

function isFiller(code: number): boolean {
  return code === DASH || code === SLASH;
}

/** A token that fills the place of a value without being one. */
function isMark(text: string): boolean {
  if (ZERO_WORDS.has(text)) return true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== DASH && code !== SLASH && code !== 0x5c && code !== 0x2a && code !== 0x5f) return false;
  }
  return true;
}

/** True for 无 and its like, which state a zero; / and — only fill the cell. */
export function isZeroWord(text: string): boolean {
  return ZERO_WORDS.has(text);
}
