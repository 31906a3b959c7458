/** The one reader of dates: 2014年12月1日, 2014-12-05, 2014.01.29, 01.04.2019, 二○一四年一月十日, 2016年元月30日, with stray blanks. */
import { isDigit, isSpace } from './chars.ts';
import { readChinese } from './numerals.ts';

export interface ReadDate {
  year: number;
  month: number;
  /** `null` where the print stops at the month. */
  day: number | null;
  /** Offsets in the text read, end exclusive. */
  start: number;
  end: number;
}

/** Blanks between two glyphs of one date; pages break a date over a line, never over half a screen. */
const MAX_BLANKS = 40;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a calendar has that day. Years outside 1900–2100 are no years of a report. */
export function isCalendarDate(year: number, month: number, day: number | null): boolean {
  if (year < 1900 || year > 2100 || month < 1 || month > 12) return false;
  if (day === null) return true;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= LENGTHS[month - 1]! + (leap ? 1 : 0);
}

/** `2014-12-05`; `null` where the day is not printed. */
export function isoDate(date: { year: number; month: number; day: number | null }): string | null {
  if (date.day === null) return null;
  return `${date.year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
}

function skipBlanks(folded: string, at: number): number {
  let end = at;
  while (end < at + MAX_BLANKS && isSpace(folded.charCodeAt(end))) end++;
  return end;
}

interface Part {
  value: number;
  digits: number;
  end: number;
}

function arabicPart(folded: string, at: number, most: number): Part | null {
  let end = at;
  let value = 0;
  while (isDigit(folded.charCodeAt(end))) {
    if (end - at === most) return null;
    value = value * 10 + folded.charCodeAt(end) - 48;
    end++;
  }
  return end === at ? null : { value, digits: end - at, end };
}

/** Letters, circles and zeros that stand for 〇 in a year of Chinese numerals. */
const CIRCLES = 'Oo0○◯〇零';
/** Numerals as on cheques, and those of a year that they stand for. */
const FORMAL = '壹贰叁肆伍陆柒捌玖';
const PLAIN = '一二三四五六七八九';

/**
 * A year of four Chinese numerals that starts at `at`, circles of any make read as zero (二○一四, 二O一四). The glyph 年
 * behind it is not looked for.
 */
export function readChineseYear(folded: string, at: number): Part | null {
  const first = folded.charCodeAt(at);
  if (first !== 0x4e8c && first !== 0x4e00 && first !== 0x8d30) return null;
  let digits = '';
  let end = at;
  while (digits.length < 4) {
    end = digits === '' ? end : skipBlanks(folded, end);
    const char = folded.charAt(end);
    if (char === '') return null;
    const formal = FORMAL.indexOf(char);
    digits += CIRCLES.includes(char) ? '〇' : formal < 0 ? char : PLAIN.charAt(formal);
    end++;
  }
  const numeral = readChinese(digits, 0);
  if (numeral?.end !== 4 || numeral.value < 1900 || numeral.value > 2100) return null;
  return { value: numeral.value, digits: 4, end };
}

function monthOrDay(folded: string, at: number): Part | null {
  const arabic = arabicPart(folded, at, 2);
  if (arabic !== null) return arabic;
  const chinese = readChinese(folded, at);
  return chinese === null ? null : { value: chinese.value, digits: chinese.end - at, end: chinese.end };
}

const YEAR_GLYPH = '年';
const SEPARATORS = '-/.';

/**
 * Reads a date that starts at `at` in folded text. A year alone is none, nor is an impossible day (2月30日). Blanks and
 * line breaks may stand between the glyphs, not inside a number.
 */
export function readDate(folded: string, at: number): ReadDate | null {
  if (at > 0 && isDigit(folded.charCodeAt(at - 1))) return null;
  const year = arabicPart(folded, at, 4) ?? readChineseYear(folded, at);
  if (year === null) return null;
  if (year.digits <= 2) return dayFirst(folded, at, year);
  if (year.digits !== 4) return null;
  const glyph = skipBlanks(folded, year.end);
  const mark = folded.charAt(glyph);
  if (mark === YEAR_GLYPH) return writtenOut(folded, at, year.value, glyph + 1);
  if (mark === '' || !SEPARATORS.includes(mark)) return null;
  // 2024. 1. 8
  const blanks = mark === '.' ? skipBlanks : (_: string, from: number): number => from;
  const month = arabicPart(folded, blanks(folded, glyph + 1), 2);
  if (month === null) return null;
  const second = blanks(folded, month.end);
  if (folded.charAt(second) !== mark) return null;
  const day = arabicPart(folded, blanks(folded, second + 1), 2);
  if (day === null || !isCalendarDate(year.value, month.value, day.value)) return null;
  return { year: year.value, month: month.value, day: day.value, start: at, end: day.end };
}

function writtenOut(folded: string, start: number, year: number, at: number): ReadDate | null {
  const first = skipBlanks(folded, at);
  // 元月 is January.
  const month = folded.charAt(first) === '元' ? { value: 1, digits: 1, end: first + 1 } : monthOrDay(folded, first);
  if (month === null) return null;
  const glyph = skipBlanks(folded, month.end);
  if (folded.charAt(glyph) !== '月' || !isCalendarDate(year, month.value, null)) return null;
  const day = monthOrDay(folded, skipBlanks(folded, glyph + 1));
  const dayGlyph = day === null ? -1 : skipBlanks(folded, day.end);
  if (day === null || !'日号'.includes(folded.charAt(dayGlyph) || '?')) {
    return { year, month: month.value, day: null, start, end: glyph + 1 };
  }
  return isCalendarDate(year, month.value, day.value) ? { year, month: month.value, day: day.value, start, end: dayGlyph + 1 } : null;
}

/** 01.04.2019, as sites set to a European locale print it. */
function dayFirst(folded: string, start: number, day: Part): ReadDate | null {
  if (folded.charAt(day.end) !== '.') return null;
  const month = arabicPart(folded, day.end + 1, 2);
  if (month === null || folded.charAt(month.end) !== '.') return null;
  const year = arabicPart(folded, month.end + 1, 4);
  if (year?.digits !== 4 || !isCalendarDate(year.value, month.value, day.value)) return null;
  return { year: year.value, month: month.value, day: day.value, start, end: year.end };
}
