/** Numbers with their measure words; dates, ordinals, document numbers and fixed expressions are passed over. */
import { INDEFINITE_BEFORE, NO_COUNT, QUALIFIERS_AFTER, QUALIFIERS_BEFORE } from '../lexicon/quantities.ts';
import { CONTENTS, MONEY_UNITS, NO_COUNT_BEHIND, TIME_UNITS, UNITS } from '../lexicon/units.ts';
import type { Fact } from '../schema/report.ts';
import { isDigit } from '../text/chars.ts';
import { readNumeral, readScales, type Numeral } from '../text/numerals.ts';
import { isNumeral, type Span } from './sentence.ts';
import { WordTable } from './word-table.ts';

export interface Quantity extends Span {
  /** Offset of the number itself; `start` is that of its qualifier. */
  number: number;
  value: number;
  upper?: number;
  unit: string | null;
  qualifier: Fact['qualifier'];
  /** Set where its digits may be the end of a longer number: it counts, but of no metric. */
  doubtful?: true;
}

interface Measure {
  /** `''` for a length of time. */
  unit: string;
  /** Characters that make it another word. */
  not: string;
}

let measures: WordTable<Measure> | null = null;
const PLACES: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000 };
let fixed: WordTable<true> | null = null;

function compileMeasures(): WordTable<Measure> {
  return new WordTable([
    ...TIME_UNITS.map((unit) => [unit, { unit: '', not: '' }] as const),
    ...Array.from(UNITS, ([unit, not]) => [unit, { unit, not }] as const),
  ]);
}

const DASHES = new Set(['-', '~', '—', '至', '到', '～']);
/** Where a bare number (访问量 30000) counts what stands before it. */
const BARE_COUNT = /(?:数|量|总数|次数|数量)(?:为|达|达到|共|是|:|：)?$/;

/** Every quantity of a sentence, in order. */
export function scanQuantities(text: string, span: Span): Quantity[] {
  const names = (fixed ??= new WordTable(NO_COUNT.map((words) => [words, true] as const)));
  const quantities: Quantity[] = [];
  let title = 0;
  let i = span.start;
  while (i < span.end) {
    const code = text.charCodeAt(i);
    if (!isNumeral(code)) {
      if (code === TITLE_OPEN) title++;
      else if (code === TITLE_CLOSE && title > 0) title--;
      i++;
      continue;
    }
    if (!isDigit(code) && names.find(text, i, span.end) === true) {
      i += names.length;
      continue;
    }
    const percent = code === HUNDRED && text.startsWith('百分之', i);
    const numeral = readNumeral(text, percent ? i + 3 : i) ?? readOne(text, i);
    if (numeral === null) {
      i = runEnd(text, i);
      continue;
    }
    const read = title > 0 ? null : readQuantity(text, span, numeral, percent);
    if (read !== null && !quoted(text, read)) quantities.push(read);
    i = read?.end ?? Math.max(numeral.end, runEnd(text, i));
  }
  return quantities;
}

const TITLE_OPEN = 0x300a;
const TITLE_CLOSE = 0x300b;
/** 百 of 百分之. */
const HUNDRED = 0x767e;

function runEnd(text: string, at: number): number {
  let end = at + 1;
  if (isDigit(text.charCodeAt(at))) {
    // A date, a telephone number, a version: 2018-01-02, 0533-123456, 2.0.
    while (isDigit(text.charCodeAt(end)) || ('-./'.includes(text.charAt(end)) && isDigit(text.charCodeAt(end + 1)))) end++;
    return end;
  }
  while (isNumeral(text.charCodeAt(end)) && !isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** 百余条, 千余人次: a place value alone, with 余 or 多 behind it. */
function readOne(text: string, at: number): Numeral | null {
  const value = PLACES[text.charAt(at)];
  if (value === undefined || !/[余多]/.test(text.charAt(at + 1)) || /[数几上成近]/.test(text.charAt(at - 1))) return null;
  return { value, tooLarge: false, start: at, end: at + 1, style: 'chinese' };
}

const QUOTED = /^"[^,，;。:、\d"]{2,30}$/;
/** Whether a quotation mark opens; that of “同意公开”4条 closes. */
function opens(text: string, at: number): boolean {
  if (text.charAt(at) !== '"') return false;
  const before = text.slice(Math.max(0, at - 32), at);
  return !QUOTED.test(before.slice(before.lastIndexOf('"')));
}

/** “100” in a name (三个“100”行动) counts nothing. */
function quoted(text: string, quantity: Quantity): boolean {
  return opens(text, quantity.number - 1) || (text.charAt(quantity.end) === '"' && text.slice(Math.max(0, quantity.number - 12), quantity.number).includes('"'));
}

function readQuantity(text: string, span: Span, numeral: Numeral, percent: boolean): Quantity | null {
  if (numeral.tooLarge || COUNTED_AS.test(text.slice(Math.max(0, numeral.start - 24), numeral.start))) return null;
  const number = percent ? numeral.start - 3 : numeral.start;
  if (numeral.style === 'arabic' ? NO_NUMBER_BEHIND.test(text.charAt(number - 1)) : number > 0 && isIndefinite(text, number)) return null;
  const groups = percent ? null : readGroups(text, numeral);
  if (groups !== null) {
    const whole = readMeasured(text, span, groups);
    // 12，345条。 is one number; 材料12，345次点击 may be two.
    if (whole?.unit != null && (text.charAt(numeral.end) === ' ' || isClauseEnd(text, whole.end))) return whole;
  }
  const quantity = percent ? readShare(text, span, numeral) : readMeasured(text, span, numeral);
  if (quantity !== null && PART_OF_NUMBER.test(text.slice(Math.max(0, number - 5), number))) quantity.doubtful = true;
  return quantity;
}

/** 不同方式回应同一热点或舆情计1次: how is counted, not how many. */
const COUNTED_AS = /同一[^(),，;。]{0,20}[计算]$/;
/** 数十条, 上百件, but 网上二十件. */
function isIndefinite(text: string, number: number): boolean {
  const before = text.charAt(number - 1);
  return INDEFINITE_BEFORE.includes(before) && !(before === '上' && /[网线以]/.test(text.charAt(number - 2)));
}

/** Behind these an Arabic number is a version, a code, an ordinal or the rest of a number. */
const NO_NUMBER_BEHIND = /[-./+A-Za-z#№×*_=&?第万亿千百]/;
const PART_OF_NUMBER = /(?:^|[^\d.,，])\d{1,3}[，]$/;

function isClauseEnd(text: string, at: number): boolean {
  return at >= text.length || /[,，。;、:)(〔\]]/.test(text.charAt(at));
}

/** 12，345 and 12 345: groups of three parted by a full-width comma or a blank. `null` where none follow. */
function readGroups(text: string, numeral: Numeral): Numeral | null {
  const separator = text.charAt(numeral.end);
  if (numeral.style !== 'arabic' || (separator !== '，' && separator !== ' ') || numeral.end - numeral.start > 3 || numeral.value === 0) return null;
  let { end } = numeral;
  let digits = text.slice(numeral.start, end);
  if (/\D/.test(digits)) return null;
  while (text.charAt(end) === separator && /^\d{3}(?!\d)/.test(text.slice(end + 1, end + 5))) {
    digits += text.slice(end + 1, end + 4);
    end += 4;
  }
  return end === numeral.end ? null : { ...numeral, value: Number(digits), end };
}

/** A second number behind a dash, larger than the first; `null` where the dash makes both no count (12-3, 8-5). */
function readUpper(text: string, numeral: Numeral): { upper?: number; end: number } | null {
  const { end } = numeral;
  if (!DASHES.has(text.charAt(end))) return { end };
  const dash = text.startsWith('——', end) ? 2 : 1;
  const high = readNumeral(text, end + dash);
  if (high !== null && high.style === numeral.style) return high.tooLarge || high.value <= numeral.value ? null : { upper: high.value, end: high.end };
  return dash === 1 && text.charAt(end) === '-' ? null : { end };
}

/** 百分之九十八. */
function readShare(text: string, span: Span, numeral: Numeral): Quantity | null {
  const range = readUpper(text, numeral);
  if (range === null || NO_UNIT.test(text.charAt(range.end))) return null;
  const number = numeral.start - 3;
  return { number, ...finish(text, span, number, range.end, numeral.value, range.upper, '%', null) };
}

/** In place of a unit these make a version or a code. */
const NO_UNIT = /[+./A-Za-z]/;
/** Units that are measured, not counted one by one. */
const DECIMAL_UNITS = /^(?:%|倍|个百分点|平方米|公里|亩|吨|人次|次)$/;

const SCALED = '余多百千万亿';

function readMeasured(text: string, span: Span, numeral: Numeral): Quantity | null {
  const range = readUpper(text, numeral);
  if (range === null || NO_UNIT.test(text.charAt(range.end))) return null;
  // Most numbers have nothing of the kind behind them.
  const scaled = SCALED.includes(text.charAt(range.end)) ? readScales(text, { ...numeral, end: range.end }) : { value: numeral.value, end: range.end, scale: '', more: false };
  if (scaled === null || Math.abs(scaled.value) > Number.MAX_SAFE_INTEGER) return null;
  let { value } = scaled;
  const { scale, end, more } = scaled;
  const factor = numeral.value === 0 ? 1 : value / numeral.value;
  let upper = range.upper === undefined ? undefined : round(range.upper * factor);
  const qualifier = more ? 'atLeast' : null;
  const number = numeral.start;
  const unit = unitAt(text, end);
  if (unit === null) {
    if (more || numeral.style === 'chinese' || upper !== undefined) return null;
    const label = text.slice(Math.max(span.start, number - 10), number).replace(/(?:超过|突破|约|近|超|逾)$/, '');
    if (!BARE_COUNT.test(label) || !/^(?:$|[,，。;)、]|以上|左右)/.test(text.slice(end, Math.min(span.end, end + 2)))) return null;
    return { number, ...finish(text, span, number, end, value, upper, null, qualifier) };
  }
  if (unit === '' || (numeral.style === 'chinese' && !countsInWords(text, numeral, unit))) return null;
  if (unit === '条' && NO_COUNT_BEHIND.test(text.slice(end + 1, end + 5))) return null;
  if (unit === '个' && '等共为分含'.includes(text.charAt(number - 1) || ' ') && CONTENTS.test(text.slice(end, end + 4))) return null;
  let printed = unit;
  if (unit === '元' && (scale === '万' || scale === '亿')) {
    printed = `${scale}元`;
    ({ value } = numeral);
    ({ upper } = range);
  } else if (numeral.style === 'chinese' && unit === '元' && value >= 1e4 && value % 1e4 === 0 && text.charAt(numeral.end - 1) === '万') {
    value /= 1e4;
    printed = '万元';
  }
  if (!Number.isInteger(value) && scale === '' && text.charAt(number - 1) !== '均' && !MONEY_UNITS.has(printed) && !DECIMAL_UNITS.test(printed)) return null;
  return { number, ...finish(text, span, number, end + unit.length, value, upper, printed, qualifier) };
}

function finish(
  text: string, span: Span, number: number, unitEnd: number, value: number, upper: number | undefined, unit: string | null, known: Fact['qualifier'] | null,
): Omit<Quantity, 'number'> {
  let qualifier = known;
  let start = number;
  let end = unitEnd;
  const before = QUALIFIERS_BEFORE.find(([words]) => text.startsWith(words, number - words.length) && number - words.length >= span.start);
  if (before !== undefined) {
    start -= before[0].length;
    qualifier ??= before[1];
  } else if (qualifier === null && ABOUT.test(text.slice(Math.max(span.start, number - ABOUT_BEFORE), number))) qualifier = 'approximate';
  const after = QUALIFIERS_AFTER.find(([words]) => text.startsWith(words, end));
  if (after !== undefined && !((after[0] === '多' || after[0] === '余') && unit !== '元' && unit !== '万元')) {
    end += after[0].length;
    qualifier = after[1];
  }
  return { start, end, value, ...(upper === undefined ? {} : { upper }), unit, qualifier: qualifier ?? 'exact' };
}

/** 约收到申请30件, 总数约为4.2万条: about, with the verb between it and its number; 预约, 签约, 约谈 are other words. */
const ABOUT = /(?<![预签节集公契条违合履失邀制相特])约(?![谈束定请稿见会])[^,，;。:()、\d约]{1,8}$/;
const ABOUT_BEFORE = 12;

/** The unit at an offset; `''` where what stands there is a length of time, `null` where nothing known does. */
function unitAt(text: string, at: number): string | null {
  const table = (measures ??= compileMeasures());
  const measure = table.find(text, at, text.length);
  if (measure === undefined) return null;
  const next = text.charAt(at + table.length);
  return next !== '' && measure.not.includes(next) ? '' : measure.unit;
}

/** 一个, 一次, 一项 are articles more often than counts: 一 counts only behind a word of counting. Spoken hundreds need no guard. */
function countsInWords(text: string, numeral: Numeral, unit: string): boolean {
  if (/[十百千万亿廿卅拾佰仟]/.test(text.slice(numeral.start, numeral.end)) || numeral.value > 9) {
    // 三五件 is a few, 一二三 an enumeration; digits side by side are one number where a zero stands among them.
    if (!/[十百千万亿廿卅拾佰仟零〇]/.test(text.slice(numeral.start, numeral.end))) return false;
    if (unit === '条' && /[》例法定]/.test(text.charAt(numeral.start - 1))) return false;
    return numeral.value > 0;
  }
  if (numeral.value === 0) return true;
  // 十六届人大二次会议: which one, not how many.
  if (unit === '次' && /^(?:全体)?会议/.test(text.slice(numeral.end + 1, numeral.end + 5)) && /(?:届|人大|政协|常委会|委员会|大会)$/.test(text.slice(Math.max(0, numeral.start - 3), numeral.start))) return false;
  if (numeral.value > 1) return numeral.end - numeral.start === 1 && !(unit === '条' && /[》例法]/.test(text.charAt(numeral.start - 1)));
  if (/[未没无]/.test(text.slice(Math.max(0, numeral.start - 6), numeral.start))) return false;
  // 编发简报一期: behind its noun and at the end of its clause 一 is a count.
  const next = text.charAt(numeral.end + unit.length);
  if (unit !== '个' && (next === '' || /[,，。;、)]/.test(next)) && /(?:[报班会议动练访谈告刊训])$/.test(text.charAt(numeral.start - 1))) return true;
  if (CASE_UNITS.has(unit) && (next === '' || /[,，。;、)]/.test(next)) && /(?:公开|提供|答复|维持|纠正|驳回|撤回|投诉|举报|建议|提案|审结)$/.test(text.slice(Math.max(0, numeral.start - 2), numeral.start))) return true;
  // 办结三十五件，一件结转下年度: what became of it stands behind.
  if (CASE_UNITS.has(unit) && /(?:[,，、;(:]|其中|另有?|有)$/.test(text.slice(Math.max(0, numeral.start - 2), numeral.start)) && BECAME.test(text.slice(numeral.end + unit.length, numeral.end + unit.length + 8))) return true;
  return /(?:共|收到|仅有|只有|共计|仅收到|只收到|申请|办结|复议|诉讼)$/.test(text.slice(Math.max(0, numeral.start - 4), numeral.start)) && text.charAt(numeral.start + 1) !== '个';
}

const BECAME = /^(?:申请|案件)?(?:被|获|为|予以|依法)?(?:结转|顺延|公开|部分公开|不予公开|同意公开|不予处理|无法提供|维持|纠正|撤回|驳回|撤销|正在审理|正在办理|尚未|仍在|网络申请|信函申请|当面申请)/;

/** 部分公开一件: a case is counted where one of another unit is only named. */
const CASE_UNITS: ReadonlySet<string> = new Set(['件', '起', '例', '宗']);

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
