/** The statistical period: 统计期限自…起至…止 in its variants, damaged ones where the rest of the sentence settles them. */
import { isCalendarDate, isoDate } from '../text/dates.ts';
import { readDate } from '../text/dates.ts';
import type { Compact } from './compact.ts';

export interface Period {
  from: string;
  to: string;
  /** Offset in the compact text. */
  start: number;
  end: number;
  /** The print lacks glyphs; the place of the numbers settles the dates. */
  damaged: boolean;
}

interface Day {
  year: number | null;
  month: number;
  day: number;
  start: number;
  end: number;
  damaged: boolean;
}

const KEYWORD = /期限|时限|统计|起止|期间|时间|周期|涵盖|截止|数据/;
const BETWEEN = /^(?:日)?(?:起|开始|始)?[,，、]?(?:至|到|-|~|—|截至|截止到?|止)+/;
/** Characters before a range in which its keyword stands. */
const BEFORE = 24;

/** Reads digits that lost their 年, 月 and 日: 201711 is 2017-1-1 where only one cut is a date. */
function glued(digits: string): { year: number; month: number; day: number } | null {
  const year = Number(digits.slice(0, 4));
  const rest = digits.slice(4);
  const cuts: { year: number; month: number; day: number }[] = [];
  for (let cut = 1; cut < rest.length; cut++) {
    if (cut > 2 || rest.length - cut > 2) continue;
    // 0101 keeps its zeros in both parts or in none.
    if ((cut === 2 && rest.startsWith('0')) !== (rest.length - cut === 2 && rest.charAt(cut) === '0') && rest.includes('0') && rest.length < 4) continue;
    const month = Number(rest.slice(0, cut));
    const day = Number(rest.slice(cut));
    if (isCalendarDate(year, month, day)) cuts.push({ year, month, day });
  }
  return cuts.length === 1 ? cuts[0]! : null;
}

function readDay(text: string, at: number, year: number | null): Day | null {
  const date = readDate(text, at);
  if (date?.day != null) {
    return { year: date.year, month: date.month, day: date.day, start: at, end: date.end, damaged: false };
  }
  // The last 日 is often left out: 至2023年12月31.
  const bare = /^(\d{4})年(\d{1,2})月(\d{1,2})(?!\d)/.exec(text.slice(at, at + 12));
  if (bare !== null) {
    const [year4, month, day] = [Number(bare[1]), Number(bare[2]), Number(bare[3])];
    return isCalendarDate(year4, month, day) ? { year: year4, month, day, start: at, end: at + bare[0].length, damaged: false } : null;
  }
  const lost = /^(\d{6,8})(?:日)?(?!\d)/.exec(text.slice(at, at + 10));
  if (lost !== null) {
    const cut = glued(lost[1]!);
    return cut === null ? null : { ...cut, start: at, end: at + lost[0].length, damaged: true };
  }
  if (year !== null) {
    const short = /^(?:同年|当年)?(\d{1,2})月(\d{1,2})(?:日|号|(?!\d))/.exec(text.slice(at, at + 9));
    if (short !== null) {
      const [month, day] = [Number(short[1]), Number(short[2])];
      return isCalendarDate(year, month, day) ? { year: null, month, day, start: at, end: at + short[0].length, damaged: false } : null;
    }
  }
  return null;
}

/** A first date of which glyphs or numbers are lost, with its year (自2018月1日起, 20201月1日, 2017年1月日). */
const DAMAGED_FIRST = /^((?:19|20)\d{2})年?(?:(\d{1,2})?月)?(?:(\d{1,2})?日)?/;

function damagedFirst(text: string, at: number): Day | null {
  const hit = DAMAGED_FIRST.exec(text.slice(at, at + 12));
  if (hit === null || hit[0].length < 6) return null;
  const month = hit[2] === undefined ? null : Number(hit[2]);
  const day = hit[3] === undefined ? null : Number(hit[3]);
  // What is left must be the first of January: the other half of the sentence then says which year it opens.
  if ((month !== null && month !== 1) || (day !== null && day !== 1) || (month === null && day === null)) return null;
  return { year: Number(hit[1]), month: 1, day: 1, start: at, end: at + hit[0].length, damaged: true };
}

const YEAR_START = /(?:19|20)\d{2}|二[〇○零OoO0]/g;

/**
 * The first range of dates that a compact text gives as its period. Without a keyword before it only a range that
 * `isOpen` allows counts and that is a calendar year.
 */
export function findPeriod(source: Compact, needsKeyword: boolean): Period | null {
  const { text } = source;
  let last = -1;
  for (const hit of text.matchAll(YEAR_START)) {
    const at = hit.index;
    if (at < last) continue;
    const first = readDay(text, at, null) ?? damagedFirst(text, at);
    if (first === null) continue;
    const between = BETWEEN.exec(text.slice(first.end, first.end + 10));
    if (between === null) continue;
    const second = readDay(text, first.end + between[0].length, first.year);
    if (second === null) continue;
    last = second.end;
    const toYear = second.year ?? first.year!;
    const wholeYear = first.month === 1 && first.day === 1 && second.month === 12 && second.day === 31 && first.year === toYear;
    if (first.damaged && !wholeYear && !isAcademic(first, second, toYear)) continue;
    const keyword = KEYWORD.test(text.slice(Math.max(0, at - BEFORE), at));
    if (!keyword && (needsKeyword || !wholeYear)) continue;
    const from = isoDate({ year: first.year!, month: first.month, day: first.day })!;
    const to = isoDate({ year: toYear, month: second.month, day: second.day })!;
    if (from >= to) continue;
    return { from, to, start: at, end: second.end, damaged: first.damaged || second.damaged };
  }
  return null;
}

function isAcademic(first: Day, second: Day, toYear: number): boolean {
  return first.year !== null && toYear === first.year + 1 && first.month === 9 && second.month === 8;
}
