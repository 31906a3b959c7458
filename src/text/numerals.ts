/** The one reader of numbers: Arabic with separators and decimals, Chinese place-value (三十五) and positional (二〇一九). */
import { isDigit } from './chars.ts';

export interface Numeral {
  /** NaN where `tooLarge`. */
  value: number;
  /**
   * Whether it has more significant digits than a double holds exactly, or is beyond the safe integers: a number that would not come out
   * as it is printed is none to report.
   */
  tooLarge: boolean;
  /** Offsets in the text read, end exclusive. */
  start: number;
  end: number;
  style: 'arabic' | 'chinese';
}

const DIGITS: ReadonlyMap<string, number> = new Map([
  ['零', 0], ['〇', 0], ['○', 0], ['Ｏ', 0], ['一', 1], ['壹', 1], ['二', 2], ['贰', 2], ['两', 2], ['三', 3], ['叁', 3],
  ['四', 4], ['肆', 4], ['五', 5], ['伍', 5], ['六', 6], ['陆', 6], ['七', 7], ['柒', 7], ['八', 8], ['捌', 8],
  ['九', 9], ['玖', 9],
]);
const SMALL_UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10], ['拾', 10], ['百', 100], ['佰', 100], ['千', 1000], ['仟', 1000],
]);
const TENS: ReadonlyMap<string, number> = new Map([['廿', 20], ['卅', 30]]);
const LARGE_UNITS: ReadonlyMap<string, number> = new Map([['万', 1e4], ['萬', 1e4], ['亿', 1e8], ['億', 1e8]]);

/** Every character that a Chinese number can start with, for readers that look at each character of a text. */
export const CHINESE_STARTS: string = [...DIGITS.keys(), '十', '拾', ...TENS.keys()].join('');

/** Decimal digits that every double gives back as they were read (DBL_DIG). */
const SIGNIFICANT = 15;

/** No number in print is longer; a longer run is read as none, so that reading stays linear. */
const LONGEST = 32;

const COMMA = 0x2c;
const POINT = 0x2e;

/**
 * Reads an Arabic number that starts at `at` in folded text: digits, thousands separators where they part groups of
 * three (1,234), one decimal part. No sign, no unit. `null` where no digit stands there.
 */
export function readArabic(folded: string, at: number): Numeral | null {
  if (!isDigit(folded.charCodeAt(at))) return null;
  let end = at;
  while (isDigit(folded.charCodeAt(end))) end++;
  let digits = folded.slice(at, end);
  if (end - at <= 3) {
    while (folded.charCodeAt(end) === COMMA && groupOfThree(folded, end + 1)) {
      digits += folded.slice(end + 1, end + 4);
      end += 4;
    }
  }
  if (folded.charCodeAt(end) === POINT && isDigit(folded.charCodeAt(end + 1))) {
    const point = end++;
    while (isDigit(folded.charCodeAt(end))) end++;
    digits += folded.slice(point, end);
  }
  const tooLarge = significant(digits) > SIGNIFICANT;
  return { value: tooLarge ? Number.NaN : Number(digits), tooLarge, start: at, end, style: 'arabic' };
}

/** Number of digits from the first that is no zero, the decimal point left out. */
function significant(digits: string): number {
  let from = 0;
  while (from < digits.length && (digits.charCodeAt(from) === 48 || digits.charCodeAt(from) === POINT)) from++;
  const point = digits.indexOf('.', from);
  return digits.length - from - (point === -1 ? 0 : 1);
}

function groupOfThree(folded: string, at: number): boolean {
  for (let i = at; i < at + 3; i++) if (!isDigit(folded.charCodeAt(i))) return false;
  return !isDigit(folded.charCodeAt(at + 3));
}

/**
 * Reads a Chinese number that starts at `at`: place-value (三十五, 两千零八, 一万二千, 十), positional (二〇一九) or a mark
 * of tens (廿五). `null` where none stands there or where it is no well-formed number (百 alone, 五三十).
 */
export function readChinese(text: string, at: number): Numeral | null {
  let end = at;
  let placed = false;
  while (end < text.length && end - at <= LONGEST) {
    const char = text.charAt(end);
    if (SMALL_UNITS.has(char) || LARGE_UNITS.has(char) || TENS.has(char)) placed = true;
    else if (!DIGITS.has(char)) break;
    end++;
  }
  if (end === at || end - at > LONGEST) return null;
  const value = placed ? placeValue(text.slice(at, end)) : positional(text.slice(at, end));
  if (value === null) return null;
  const tooLarge = !Number.isSafeInteger(value);
  return { value: tooLarge ? Number.NaN : value, tooLarge, start: at, end, style: 'chinese' };
}

function positional(chars: string): number | null {
  if (chars.length > 15) return null;
  let value = 0;
  for (const char of chars) value = value * 10 + DIGITS.get(char)!;
  return value;
}

/** 一亿二千万零三百: sections below 万 are summed, then scaled by 万 and 亿. */
function placeValue(chars: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastUnit = Infinity;
  let zero = false;
  for (let index = 0; index < chars.length; index++) {
    const char = chars.charAt(index);
    const value = DIGITS.get(char);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      if (digit === 0 && value === 0) return null;
      zero = value === 0 ? index > 0 : digit === 0;
      digit = value;
      continue;
    }
    const tens = TENS.get(char);
    if (tens !== undefined) {
      if (digit !== null && digit !== 0) return null;
      section += tens;
      digit = null;
      lastUnit = 10;
      continue;
    }
    const unit = SMALL_UNITS.get(char);
    if (unit !== undefined) {
      if (unit >= lastUnit) return null;
      if (digit === null || digit === 0) {
        // 十五 stands without its 一, 百 and 千 do not.
        if (unit !== 10 || (section > 0 && digit === null)) return null;
        digit = 1;
      }
      section += digit * unit;
      zero = false;
      digit = null;
      lastUnit = unit;
      continue;
    }
    const large = LARGE_UNITS.get(char)!;
    section += digit ?? 0;
    if (section === 0 && total === 0) return null;
    if (large === 1e8) {
      if (total >= 1e8) return null;
      total = (total + section) * 1e8;
    } else {
      if (total % 1e8 !== 0 || section === 0) return null;
      total += section * large;
    }
    section = 0;
    digit = null;
    lastUnit = Infinity;
    zero = false;
  }
  if (digit !== null) {
    // 一百五 is 150 in speech, 三万五 is 35000; in print neither is a number to rely on unless 零 parts the digits.
    const spoken = (section > 0 && lastUnit > 10) || (section === 0 && total > 0);
    if (spoken && !zero && digit !== 0) return null;
    section += digit;
  }
  return total + section;
}

/** Scales behind Arabic digits, as they follow each other in 1亿2千万, 13万2千 and 3万2千5百; the longest first. */
const SCALES: readonly (readonly [string, number])[] = [['千万', 1e7], ['百万', 1e6], ['亿', 1e8], ['万', 1e4], ['千', 1e3], ['百', 1e2]];

function scaleAt(folded: string, at: number): readonly [string, number] | undefined {
  if (!'千百亿万'.includes(folded.charAt(at)) || at >= folded.length) return undefined;
  return SCALES.find(([words]) => folded.startsWith(words, at));
}

export interface Scaled extends Numeral {
  /** The one scale printed behind the digits (万 of 1.5万), `''` where there is none or where there are several. */
  scale: string;
  /** Whether 余 or 多 stands within or behind it. */
  more: boolean;
}

/**
 * What may follow the digits of an Arabic number: 余 or 多, one scale (1.53万), scales that fall (13万2千, 3万2千5百, 1万3千余).
 * `null` where scales stand that are no number: 3千2万, 13万2 (130 002 or 132 000), 5万亿.
 */
export function readScales(folded: string, numeral: Numeral): Scaled | null {
  let { value, end } = numeral;
  const hedged = (): boolean => folded.charAt(end) === '余' || folded.charAt(end) === '多';
  let more = hedged();
  if (more) end++;
  const first = numeral.style === 'arabic' ? scaleAt(folded, end) : undefined;
  if (first === undefined) return { ...numeral, value, end, scale: '', more };
  let [scale, last] = first;
  value *= last;
  end += scale.length;
  while (!more && isDigit(folded.charCodeAt(end))) {
    const next = readArabic(folded, end);
    if (next === null || !Number.isInteger(numeral.value) || !Number.isInteger(next.value)) return null;
    const [words, factor] = scaleAt(folded, next.end) ?? ['', 1];
    // 13万2000 is written out, 13万2 is not said.
    if (words === '' ? next.end - end !== String(last).length - 1 : next.value * factor >= last) return null;
    value += next.value * factor;
    end = next.end + words.length;
    scale = '';
    last = factor;
    if (words === '') break;
  }
  if (!more && hedged()) {
    more = true;
    end++;
  }
  if (scaleAt(folded, end) !== undefined) return null;
  return { ...numeral, value: Math.round(value * 1e6) / 1e6, end, scale, more };
}

/** Reads either style at `at`. */
export function readNumeral(folded: string, at: number): Numeral | null {
  return readArabic(folded, at) ?? readChinese(folded, at);
}
