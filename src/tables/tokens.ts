/**
 * The one tokenizer of tables: text, numbers, blank marks and ordinals with their offsets. What stands between two
 * tokens (spaces, tabs, pipes, rules, line breaks) is read from the text when a row is laid out.
 */
import { isBoxDrawing, isDigit, isHan } from '../text/chars.ts';
import type { Document } from '../text/document.ts';
import { CHINESE_STARTS, readArabic, readChinese } from '../text/numerals.ts';

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
const SPACE = 32;
const COMMA = 0x2c;
const DASH = 0x2d;
const POINT = 0x2e;
const SLASH = 0x2f;
const ENUMERATION_COMMA = 0x3001;
const FIRST_HAN = 0x3400;

/** Units that may be printed in a cell behind its number. */
const CELL_UNITS = ['万元', '亿元', '人次', '元', '件', '条', '笔', '次', '个', '项', '篇', '人', '宗', '份', '起', '家', '户'] as const;

/** No page line is longer, blanks around it left out. */
const LONGEST_PAGE_LINE = 20;

/** True where the whole line is a page number or the like. A bare number counts only beside a form feed. */
export function isPageLine(document: Document, index: number): boolean {
  const line = document.lines[index]!;
  if (line.end - line.start > 300) return false;
  const { folded } = document;
  let from = line.start;
  while (from < line.end && folded.charCodeAt(from) <= SPACE) from++;
  if ((classOf(folded.charCodeAt(from)) & OPENS_PAGE_LINE) === 0) return false;
  let to = line.end;
  while (to > from && folded.charCodeAt(to - 1) <= SPACE) to--;
  if (to - from > LONGEST_PAGE_LINE) return false;
  const text = folded.slice(from, to);
  if (PAGE_LINE.test(text)) return true;
  if (!BARE_NUMBER_LINE.test(text)) return false;
  let next = index + 1;
  while (next < document.lines.length && next < index + 4) {
    const { start, end } = document.lines[next]!;
    if (document.text.charCodeAt(start) === 12) return true;
    if (folded.slice(start, end).trim() !== '') return false;
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
  return (classOf(code) & OPENS_MADE_UP) !== 0 && MADE_UP_HEADER.test(document.folded.slice(start, end));
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
  while (at < end) {
    const code = folded.charCodeAt(at);
    const kind = CLASSES[code]!;
    if ((kind & SEPARATOR) !== 0) {
      at++;
      continue;
    }
    if ((kind & DIGIT) !== 0 || ((kind & SIGN) !== 0 && isDigit(folded.charCodeAt(at + 1)) && signStarts(document, at, start))) {
      at = readNumber(folded, at, end, line, tokens);
      continue;
    }
    if ((kind & OPENS_ORDINAL) !== 0) {
      const ordinal = ordinalAt(folded, at, end, start);
      if (ordinal !== null) {
        tokens.push({ kind: 'ordinal', start: at, end: ordinal.end, line, ordinal: ordinal.value });
        at = ordinal.end;
        continue;
      }
    }
    let stop = at + 1;
    while (stop < end) {
      const next = CLASSES[folded.charCodeAt(stop)]!;
      if ((next & ENDS_TEXT) !== 0 && endsText(folded, stop, end, start, next)) break;
      stop++;
    }
    // 合法权益———1: the dashes behind a label fill cells.
    let marks = stop;
    while (marks - 1 > at && isFiller(folded.charCodeAt(marks - 1))) marks--;
    if (marks < stop && isHan(folded.charCodeAt(marks - 1))) {
      tokens.push({ kind: 'text', start: at, end: marks, line, ordinal: 0 }, { kind: 'mark', start: marks, end: stop, line, ordinal: 0 });
    } else {
      // (四)无 / 法提供: the first line of a group's label, no zero.
      const last = tokens.at(-1);
      const opensLabel = folded.charAt(at) === '无' && last?.kind === 'ordinal' && last.end === at;
      const marked = !opensLabel && (kind & OPENS_MARK) !== 0 && isMark(folded.slice(at, stop));
      tokens.push({ kind: marked ? 'mark' : 'text', start: at, end: stop, line, ordinal: 0 });
    }
    at = stop;
  }
}

/** What a character may be or begin, as bits: one look instead of a chain of comparisons. */
const SEPARATOR = 1;
const DIGIT = 2;
const SIGN = 4;
const OPENS_ORDINAL = 8;
const OPENS_MARK = 16;
const OPENS_PAGE_LINE = 32;
const OPENS_MADE_UP = 64;
const ENDS_TEXT = SEPARATOR | DIGIT | SIGN | OPENS_ORDINAL;
const CLASSES = buildClasses();

/** 0 behind the end of a text. */
function classOf(code: number): number {
  return CLASSES[code] ?? 0;
}

function buildClasses(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const mark = (bit: number, chars: string): void => {
    for (let i = 0; i < chars.length; i++) table[chars.charCodeAt(i)]! |= bit;
  };
  for (let code = 0; code < 0x10000; code++) {
    if (isSeparator(code)) table[code]! |= SEPARATOR;
    if (isDigit(code)) table[code]! |= DIGIT | OPENS_PAGE_LINE;
    if (isSign(code)) table[code]! |= SIGN;
    if (isCircled(code)) table[code]! |= OPENS_ORDINAL;
  }
  mark(OPENS_ORDINAL, `(${CHINESE_STARTS}`);
  mark(OPENS_MARK, `-/\\*_${[...ZERO_WORDS].map((word) => word.charAt(0)).join('')}`);
  mark(OPENS_PAGE_LINE, '-第·•Pp');
  mark(OPENS_MADE_UP, '数列字CUcu');
  return table;
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

function endsText(folded: string, at: number, end: number, start: number, kind: number): boolean {
  if ((kind & (SEPARATOR | DIGIT)) !== 0) return true;
  if ((kind & SIGN) !== 0) return isDigit(folded.charCodeAt(at + 1));
  return ordinalAt(folded, at, end, start) !== null;
}

/** ① to ⑳. */
function isCircled(code: number): boolean {
  return code >= 0x2460 && code <= 0x2473;
}

/** （三） 三、 (2) ① and the like at `at`; `null` where no ordinal stands there. */
function ordinalAt(folded: string, at: number, end: number, start: number): { end: number; value: number } | null {
  const code = folded.charCodeAt(at);
  if (isCircled(code)) return { end: at + 1, value: code - 0x2460 + 1 };
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

/**
 * A number with its sign and unit; gives the last digit to the ordinal of a label that follows (00000002.其他法律…).
 *
 * @returns the offset behind what was read
 */
function readNumber(folded: string, at: number, end: number, line: number, tokens: Token[]): number {
  const from = isSign(folded.charCodeAt(at)) ? at + 1 : at;
  const run = endOfDigits(folded, from);
  const next = folded.charCodeAt(run);
  let stop = next === COMMA || next === POINT ? readArabic(folded, from)!.end : run;
  // 1,234 was read whole; digits glued behind a decimal part belong to the same run of digits.
  let mark = stop;
  while (folded.charCodeAt(mark) === SPACE && mark < stop + 2) mark++;
  const sign = folded.charCodeAt(mark);
  if ((sign === POINT || sign === ENUMERATION_COMMA) && mark < end && stop === run) {
    let next = mark + 1;
    while (folded.charCodeAt(next) === SPACE && next < mark + 3) next++;
    if (next < end && (isHan(folded.charCodeAt(next)) || folded.charAt(next) === '"')) {
      const digit = folded.charCodeAt(stop - 1) - 48;
      // 信息数12.政府网站: a 1 and the label's 2, unless the number stands by itself.
      const apart = from === 0 || isSeparator(folded.charCodeAt(from - 1)) || folded.charCodeAt(from - 1) < SPACE;
      const tens = apart && stop - from === 2 && folded.charCodeAt(from) === 49 ? 10 : 0;
      if (tens === 0 && stop - 1 > from) tokens.push({ kind: 'number', start: at, end: stop - 1, line, ordinal: 0 });
      tokens.push({ kind: 'ordinal', start: tens === 0 ? stop - 1 : from, end: mark + 1, line, ordinal: digit + tens });
      return mark + 1;
    }
  }
  if (isInsideText(folded, from, stop, end)) {
    tokens.push({ kind: 'text', start: at, end: stop, line, ordinal: 0 });
    return stop;
  }
  if (folded.charCodeAt(stop) >= FIRST_HAN) {
    for (const unit of CELL_UNITS) {
      if (!folded.startsWith(unit, stop)) continue;
      const after = folded.charCodeAt(stop + unit.length);
      if (unit.endsWith('元') || !isHan(after)) stop += unit.length;
      break;
    }
  }
  stop = Math.min(stop, end);
  tokens.push({ kind: 'number', start: at, end: stop, line, ordinal: 0 });
  return stop;
}

function endOfDigits(folded: string, from: number): number {
  let at = from;
  while (isDigit(folded.charCodeAt(at))) at++;
  return at;
}

/** Digits of a date (2023年) or of a label (不同渠道和方式公开相同信息计1条) are no value. */
function isInsideText(folded: string, from: number, stop: number, end: number): boolean {
  let next = stop;
  while (next < end && next < stop + 2 && folded.charCodeAt(next) === 32) next++;
  if (next >= end || folded.charCodeAt(next) < FIRST_HAN) return false;
  if ('年月日号届'.includes(folded.charAt(next))) return true;
  let before = from - 1;
  while (before > from - 3 && folded.charCodeAt(before) === 32) before--;
  return folded.charAt(before) === '计' && '条次件'.includes(folded.charAt(next));
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
