/**
 * What one printed cell says. A cell is read whole: its content is a number (sign, thousands, full width, unit), a zero in
 * words, a mark, nothing, or `unreadable`; whatever else stands in it makes it unreadable.
 */
import type { Cell } from '../schema/report.ts';
import { isDigit, isHan } from './chars.ts';
import { readArabic } from './numerals.ts';

/** The reading of one printed place. Offsets into `Document.text`. */
export interface Reading {
  value: number | null;
  status: Cell['status'];
  start: number;
  end: number;
  /** The unit printed behind the number, `null` where none is. */
  unit: string | null;
}

/** Words that state a zero. */
const ZERO_WORDS: ReadonlySet<string> = new Set(['无', '零', '没有', '暂无']);

/** Words printed for a sign: 减5 is −5, 增5 is 5 (本年增/减). */
const SIGN_WORDS: ReadonlyMap<string, number> = new Map([['+', 1], ['-', -1], ['增', 1], ['减', -1], ['增加', 1], ['减少', -1], ['负', -1]]);
const SIGN_STARTS = '+-增减负';

/** Units that may stand behind the number of a count. */
const COUNT_UNITS: ReadonlySet<string> = new Set([
  '件', '条', '笔', '次', '个', '项', '篇', '人', '人次', '宗', '份', '起', '家', '户', '期', '场',
]);

/** Units of an amount. An amount in 亿元 has no `amountUnit`, and as printed would be misread: it stays unreadable. */
const MONEY_UNITS: ReadonlySet<string> = new Set(['元', '万元']);
/** No word of a cell, unit or zero, is longer. */
const LONGEST_WORD = 2;

/** Digits beyond which a number is no longer exact; it is told instead of printed. */
const MOST_DIGITS = 15;

/** What {@link contentOf} makes of a text, with no place yet. */
export interface Content {
  value: number | null;
  status: Cell['status'];
  unit: string | null;
}

const BLANK: Content = { value: null, status: 'blank', unit: null };
const MARK: Content = { value: null, status: 'notApplicable', unit: null };
const UNREADABLE: Content = { value: null, status: 'unreadable', unit: null };

/** A cell that is empty. @param at offset where it would stand */
export function blankReading(at: number): Reading {
  return { value: null, status: 'blank', start: at, end: at, unit: null };
}

/** A content where it stands. */
export function readingAt({ value, status, unit }: Content, start: number, end: number): Reading {
  return { value, status, start, end, unit };
}

/**
 * Reads the whole content of a cell.
 *
 * @param folded the cell's text, half width and simplified; lines of the cell parted by `\n`
 */
export function contentOf(folded: string): Content {
  const text = trimmed(folded);
  if (text === '') return BLANK;
  const whole = wholeNumberOf(text);
  if (whole !== null) return whole;
  if (isZeroWord(text)) return { value: 0, status: 'zeroWord', unit: null };
  if (isMark(text)) return MARK;
  return numberOf(text) ?? UNREADABLE;
}

function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && text.charCodeAt(from) <= 32) from++;
  while (to > from && text.charCodeAt(to - 1) <= 32) to--;
  return from === 0 && to === text.length ? text : text.slice(from, to);
}

/** /, -, —, \ and runs of them (--, ——): the cell does not apply. */
export function isMark(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x2d && code !== 0x2f && code !== 0x5c && code !== 0x2500 && code !== 0x2501) return false;
  }
  return text !== '';
}

/** 无, 零 and their like. */
export function isZeroWord(text: string): boolean {
  return text.length <= LONGEST_WORD && ZERO_WORDS.has(text);
}

/** Digits and nothing else, as most cells print them. */
function wholeNumberOf(text: string): Content | null {
  if (text.length > MOST_DIGITS || (text.length > 1 && text.charCodeAt(0) === 0x30)) return null;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isDigit(code)) return null;
    value = value * 10 + code - 48;
  }
  return { value, status: 'reported', unit: null };
}

/** Sign, digits with separators, unit, and nothing else; blanks may part sign, number and unit, never digits. */
function numberOf(text: string): Content | null {
  let at = 0;
  while (at < text.length && !isDigit(text.charCodeAt(at))) at++;
  if (at === text.length || (at > 0 && !SIGN_STARTS.includes(text.charAt(0)))) return null;
  const sign = at === 0 ? 1 : SIGN_WORDS.get(trimmed(text.slice(0, at)));
  // A dash apart from the digits fills a place of its own: — and 1, one below the other.
  if (sign === undefined || (at > 1 && text.slice(0, at).includes('\n'))) return null;
  const numeral = readArabic(text, at);
  if (numeral === null) return null;
  const digits = text.slice(at, numeral.end);
  if (!isPlain(digits)) return null;
  const unit = trimmed(text.slice(numeral.end));
  if (unit !== '' && (unit.length > LONGEST_WORD || (!COUNT_UNITS.has(unit) && !MONEY_UNITS.has(unit)))) return null;
  const value = sign < 0 && numeral.value !== 0 ? -numeral.value : numeral.value;
  return { value, status: 'reported', unit: unit === '' ? null : unit };
}

/** No leading zero but of a decimal (007 and 00 are more than one number, or a code), and no more digits than are exact. */
function isPlain(digits: string): boolean {
  if (digits.charCodeAt(0) === 0x30 && digits.length > 1 && digits.charCodeAt(1) !== 0x2e) return false;
  let count = 0;
  for (let i = 0; i < digits.length; i++) if (isDigit(digits.charCodeAt(i))) count++;
  return count <= MOST_DIGITS;
}

/** Does a text hold a digit that could be a value (not 第3页 or a date, which hold Chinese characters too)? */
export function holdsDigit(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isDigit(text.charCodeAt(i))) return true;
  return false;
}

export function holdsHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) return true;
  return false;
}

/** The Chinese characters of a (folded) text. */
export function hanOf(text: string): string {
  let key = '';
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) key += text.charAt(i);
  return key;
}
