/** Which text is the report's and which is the page's around it. */
import { AGENCY_TAILS, CHROME_STARTS, CHROME_WORDS, FIELD_STARTS, FOOTER_STARTS, FOOTER_WORDS } from '../lexicon/chrome.ts';
import { squeezed as squeeze } from '../text/squeeze.ts';
import { slicePart, type Cleaned } from './clean.ts';

/** Lines longer than this are prose, whatever they name. */
const LONGEST_CHROME = 80;

function byFirst(words: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const word of words) map.set(word.charAt(0), [...(map.get(word.charAt(0)) ?? []), word]);
  return map;
}
const CHROME = byFirst(CHROME_STARTS);
const FIELDS = byFirst(FIELD_STARTS);
const FOOTER = byFirst(FOOTER_STARTS);

function startsWithAny(squeezed: string, map: ReadonlyMap<string, readonly string[]>): boolean {
  return map.get(squeezed.charAt(0))?.some((word) => squeezed.startsWith(word)) === true;
}

/** Page furniture or a metadata field. Folded, squeezed line. */
export function isChrome(squeezed: string): boolean {
  if (squeezed.length > LONGEST_CHROME || squeezed.includes('。')) return false;
  if (CHROME_WORDS.some((word) => squeezed.includes(word))) return true;
  if (startsWithAny(squeezed, FIELDS)) return true;
  // 政务公开 opens a menu; 政务公开工作… opens a sentence.
  return startsWithAny(squeezed, CHROME) && (squeezed.length <= 12 || /[:>[(]/.test(squeezed) || /\d{4}-\d/.test(squeezed)) && !/[,;]/.test(squeezed);
}

/** A line from which the page speaks of itself. */
export function isFooter(squeezed: string): boolean {
  if (squeezed.length > LONGEST_CHROME || squeezed.includes('。')) return false;
  return startsWithAny(squeezed, FOOTER) || FOOTER_WORDS.some((word) => squeezed.includes(word));
}

const TABLE_TITLE = /^(?:[一二三四五六七八九十]{1,2}、)?(?:附[件表]?\d?[:、]?)?[^。,]{0,40}(?:统计表|指标统计附表|指标表)(?:\(.{0,12}\))?$|^附表\d?[:]?[^。]{0,30}$|^[^。,]{0,16}附表$/;
const BESIDE_TABLE = /^(?:\(?\d{4}年度\)?$|填报单位|单位负责人|审核人|填报人|联系电话|填报日期)/;

/** 政府信息公开情况统计表, 附表, （2017年度）, 填报单位…: what stands around a table and opens no section. */
export function isTableTitle(squeezed: string): boolean {
  return squeezed.length <= 60 && ((squeezed.includes('表') && TABLE_TITLE.test(squeezed)) || BESIDE_TABLE.test(squeezed));
}

/** The title of a table of indicators, alone: rows follow, numbered like headings. */
export function isStatisticsTitle(squeezed: string): boolean {
  return squeezed.length <= 40 && squeezed.includes('统计表') && /统计表(?:\(.{0,12}\))?$/.test(squeezed) && !/[,。]/.test(squeezed);
}

const NUMERAL = '[一二三四五六七八九十廿卅]{1,3}';
/** 贰零贰叁年壹月捌日 */
const FORMAL = '[壹贰叁肆伍陆柒捌玖零]{4}年[壹贰叁肆伍陆柒捌玖拾元]{1,3}月[壹贰叁肆伍陆柒捌玖拾]{1,4}[日号]';
const DAY = String.raw`(?:\d{4}年(?:\d{1,2}|元)月\d{1,2}[日号]?|[一二三四五六七八九十〇○零◯Oo0]{4}年(?:${NUMERAL}|元)月${NUMERAL}[日号]|${FORMAL}|\d{4}[-./]\d{1,2}[-./]\d{1,2})(?:\d{1,2}:\d{2}(?::\d{2})?)?`;
const DATE = new RegExp(`^${DAY}$`);
const DATE_BEHIND = new RegExp(`[(]?${DAY}[)]?$`);

/** 单位：某局, 日期：2023年1月12日. */
const SIGNED_AS = /^(?:单位|报告单位|编制单位|编报单位|落款|日期|时间|报告日期|编制日期)[:]/;
/** 此件主动公开 */
const OPENNESS = /^(?:此件|本件|此文)(?:[^)]{0,4}公开(?:发布)?|公开发布)$/;

/** （联系人：…，联系电话：…） on a line of its own. */
export function isContactLine(squeezed: string): boolean {
  if (squeezed.length > LONGEST_CHROME || squeezed.includes('。')) return false;
  return /^\(?(?:联系人|联系电话|联系方式|经办人|联系单位|电话)[:]/.test(squeezed);
}

/** A line that signs: an agency's name, a date, or both, or how the document itself is marked. */
export function isSignature(squeezed: string): boolean {
  if (squeezed.length > 50 || /[,。;!?、《]/.test(squeezed)) return false;
  const line = squeezed.replace(/^\((.*)\)$/, '$1').replace(SIGNED_AS, '').replace(/附件下载$/, '');
  if (OPENNESS.test(line)) return true;
  if (DATE.test(line)) return true;
  const name = line.replace(DATE_BEHIND, '').replace(/\((?:盖章|公章|章)\)$/, '');
  return name.length >= 3 && name.length <= 32 && !name.includes(':') && AGENCY_TAILS.some((tail) => name.endsWith(tail)) && !/^(?:无|未|没有|本年)/.test(name)
    && !/(?:工作|情况|公开)[^局府]{0,6}$/.test(name);
}

/**
 * The preamble is made of sentences; titles, names, dates, menus and the metadata block are none. On a one-line page it
 * begins behind the title.
 */
export function preambleProse(paragraph: Cleaned, squeezed: string, oneLine: boolean): Cleaned | null {
  if (!squeezed.includes('。')) {
    const introduces = /(?:如下|情况|报告)[:]?$/.test(squeezed) && squeezed.includes(',') || (squeezed.includes(',') && squeezed.length >= 30 && !paragraph.text.includes('|'));
    return introduces && !isChrome(squeezed) && !isSignature(squeezed) ? paragraph : null;
  }
  if (isChrome(squeezed)) return null;
  if (!oneLine) return paragraph;
  const start = behindTitle(paragraph);
  return start > 0 ? slicePart(paragraph, start, paragraph.text.length) : paragraph;
}

/** Index behind the last title that a blank parts from the text, before the first sentence ends; 0 where there is none. */
function behindTitle({ text, offsets }: Cleaned): number {
  const stop = text.indexOf('。');
  let start = 0;
  for (let i = 1; i < stop; i++) {
    if (offsets[i]! - offsets[i - 1]! > 1 && /(?:报告|年报)$/.test(text.slice(Math.max(0, i - 2), i))) start = i;
  }
  return start;
}

const TRAILING = /(?:附件下载|文件下载|附件[:：]?|扫一扫.*|打印本页.*|关闭窗口.*|分享到.*)$/;

/** Cuts the signature and attachment labels that a one-line page leaves behind the last sentence. */
export function withoutSignature(paragraph: Cleaned): Cleaned | null {
  const { folded } = paragraph;
  const stop = Math.max(folded.lastIndexOf('。'), folded.lastIndexOf('!'));
  if (stop < 0 || stop === folded.length - 1 || folded.length - stop > 80) return paragraph;
  const closing = /^["')》]/.test(folded.slice(stop + 1)) ? 2 : 1;
  const tail = squeeze(folded.slice(stop + closing));
  if (tail === '') return paragraph;
  const signed = tail.replace(TRAILING, '');
  if (signed === '' || isSignature(signed)) return slicePart(paragraph, 0, stop + closing);
  return paragraph;
}
