/** Which year a figure is of: this one, another that is named, or a base of comparison. */
import type { Span } from './sentence.ts';

export interface YearMark {
  at: number;
  /** `null`: the report's own year. */
  year: number | null;
  /** A count since that year (自2015年以来), of some years or of a part of one: no single year's. */
  since: boolean;
  /** A year compared with (较上年的79万): of the one number behind it. */
  once?: true;
}

const MARKS = /(?<!\d)(\d{4})年(?:度)?|[二○〇零一三四五六七八九O]{4}年(?:度)?|上一?年度?(?!结转|遗留|转结)|去年|往年同期|前年|今年|本年度?|当年|全年|本报告期|明年|下一?年度?/g;
const DIGITS: Readonly<Record<string, string>> = { 零: '0', 〇: '0', '○': '0', O: '0', 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' };

/** 上半年, 一季度, 3月份, 近三年: not the year reported on. */
const PARTS = /[上下]半年|(?<![每按各逐])(?:第?[一二三四]|前[两三])季度|(?<![至\-—~到、.\d截止])(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份(?![底末至\-—~到])|(?:近|连续|过去|前)[两三四五二十\d]+年|[两三四五十\d]年(?:来|间|以来)|历年/g;

const TITLE = 80;

/** The year marks of a sentence, in order; those of a comparison (比2016年增长), of a title or a carry-over are left out. */
export function yearMarks(text: string, span: Span, year: number | null): YearMark[] {
  const marks: YearMark[] = [];
  const slice = text.slice(span.start, span.end);
  if (!/[年期季月]/.test(slice)) return marks;
  for (const match of slice.matchAll(PARTS)) marks.push({ at: span.start + match.index, year: -1, since: true });
  for (const match of slice.matchAll(MARKS)) {
    const at = match.index;
    const words = match[0];
    const before = slice.slice(Math.max(0, at - 4), at);
    const after = slice.slice(at + words.length, at + words.length + 12);
    // 与2021年(受理37件)相比: the bracket holds what is compared with.
    const held = /[比较与同和]$/.test(before) && /^\([^(),，;]{0,8}\d/.test(after);
    if (/[比较与同和]$/.test(before) && !held && !/^的?\d/.test(after.replace(/^度/, ''))) continue;
    if (held || /[比较]$/.test(before)) {
      marks.push({ at: span.start + at, year: yearNamed(words, year), since: false, once: true });
      continue;
    }
    if (/(?:结转|转|转入|结转至|结转到|顺延|顺延至|顺延到|转至|含|至|到)$/.test(before) && !/^\d|^[二一]/.test(words) && !/年$|^去/.test(before)) continue;
    if (/(?:结转|转|转入|顺延|顺延至|结转至|结转到|转至)$/.test(before) && /^\d/.test(words)) continue;
    if (/^(?:结转|继续|度?结转)/.test(after) && !/^全/.test(words)) continue;
    if (insideTitle(slice, at)) continue;
    // 2021年指出的问题已整改: of what was found then.
    if (/^度?(?:指出|提出|存在|反馈|发现|查摆|检查|考核|测评|评估)[^,，;。\d]{0,12}的?(?:问题|不足|短板|意见)/.test(after)) continue;
    // 为上年的1.5倍: nothing of that year is counted.
    if (/^度?的\d[\d.]*倍/.test(after)) continue;
    // 2023年，我局将…，确保全年…: of the year that was named.
    if (words === '全年' && marks.some((one) => one.year !== null && one.year !== -1 && !one.since && one.once !== true && one.at < span.start + at)) continue;
    const found = yearNamed(words, year);
    const since = /(?:自|从)$/.test(before) && found !== null && found !== year && /起|以来|至今|开始/.test(slice.slice(at, at + 20));
    // 由上年的35件上升到52件: of the first of the two.
    // 针对上年度提出的3个问题: a year within what describes one number reaches no other.
    const once = (/[由从]$/.test(before) && /^的?\d/.test(after)) || (found !== null && /^[^,，;。:()\d]{2,10}的\d/.test(after));
    marks.push({ at: span.start + at, year: found, since, ...(once ? { once } : {}) });
  }
  return marks.sort((a, b) => a.at - b.at);
}

/** The year that words of time name: `null` for the report's own, -1 where it cannot be told. */
export function yearNamed(words: string, year: number | null): number | null {
  const first = words.charAt(0);
  if (/\d/.test(first)) return Number(words.slice(0, 4));
  if (/[二○〇零一]/.test(first) && /^.{4}年/.test(words)) {
    return Number(words.slice(0, 4).replace(/./g, (char) => DIGITS[char] ?? 'x'));
  }
  if (year === null) return /^(?:今|本|当|全)/.test(words) ? null : -1;
  if (/^(?:上|去|往)/.test(words)) return year - 1;
  if (words === '前年') return year - 2;
  if (/^(?:明|下)/.test(words)) return year + 1;
  return null;
}

/** Within 《…》; a title is no longer than the window looked at. */
function insideTitle(slice: string, at: number): boolean {
  const before = slice.slice(Math.max(0, at - TITLE), at);
  return before.lastIndexOf('《') > before.lastIndexOf('》') && slice.slice(at, at + TITLE).includes('》');
}
