/**
 * The grammar of counts: each production reads a run of quantities that begins at one of them, or leaves it to the next.
 * The last one reads a single number with the words beside it, so that every number is read.
 */
import { conjunctsOf, type Conjunct } from './conjuncts.ts';
import type { Token } from './keywords.ts';
import { clauseStart, labelOf, leftBound, rearLabel, type Label } from './label.ts';
import { again, change, compared, heldAhead, result } from './over-years.ts';
import type { Quantity } from './quantities.ts';
import { carry, described, scoped } from './scopes.ts';
import type { Span } from './sentence.ts';
import { yearNamed, type YearMark } from './years.ts';

/** A sentence as typed tokens. */
export interface Counts {
  text: string;
  span: Span;
  tokens: readonly Token[];
  quantities: readonly Quantity[];
  marks: readonly YearMark[];
  /** The report's own year. */
  year: number | null;
}

/** What one number was read as. */
export interface Reading {
  label: Label;
  /** The words shown, where they are not those beside the number. */
  subject?: Span;
  /** The year it is of, where the grammar and not its place says so. */
  mark?: YearMark | 'own' | 'unknown';
}

/** Readings of the quantities from `index` on, for each of them one or (收到、办结各3件) several. */
export type Production = (counts: Counts, index: number, from: number, before: readonly Reading[]) => Reading[][] | null;

const RESPECTIVELY = /分别|依次|各自/;
/** A run of more numbers is a list of figures. */
const MOST_MEMBERS = 16;
const BARE_GAP = /^[、,，]?(?:和|与|及|以及)?$/;
const JOINED_GAP = /^(?:、|和|与|及|以及|、和)$/;

/** A、B、C分别为1件、2件、3件; A和B1件和2件. */
function respectively(counts: Counts, index: number, from: number): Reading[][] | null {
  const { text, tokens, quantities, marks } = counts;
  const run = runFrom(counts, index);
  if (run.length === MOST_MEMBERS) return null;
  if (run.length < 2) return sharedOut(counts, index, from);
  const first = run[0]!;
  let start = leftBound(text, from, first.start);
  let words = text.slice(start, first.start);
  const stated = RESPECTIVELY.test(words);
  // 网上申请、信函申请，分别为3件、2件: the coordination is a clause of its own.
  if (stated && /^(?:分别|依次)/.test(words) && start > from + 1 && !conjunctsOf(text, tokens, marks, start, first.start, run.length)) {
    start = leftBound(text, from, start - 1);
    words = text.slice(start, first.start);
  }
  if (!stated) {
    const joined = run.every((one, at) => at === 0 || (one.unit === first.unit && JOINED_GAP.test(text.slice(run[at - 1]!.end, one.start))));
    if (!joined) return null;
  }
  let members = conjunctsOf(text, tokens, marks, start, first.start, run.length);
  if (members === null && stated) {
    const years = yearsOf(counts, start, run.length);
    const at = start + words.search(RESPECTIVELY);
    if (years !== null) {
      // 分别公开信息245条和288条: the verb stands behind the word.
      const behind = /[^为是有达到共计了:]/.test(words.slice(words.search(RESPECTIVELY) + 2));
      const label = described(behind ? labelOf(text, tokens, first, from, first.end) : labelOf(text, tokens, { ...first, start: at, end: at }, from, at), counts);
      return years.map((mark) => [{ label, mark }]);
    }
  }
  if (members === null && stated) {
    // 人大代表建议、政协提案48件，分别为21件、27件: the coordination stands before the number of all.
    const whole = quantities[index - 1];
    const before = whole?.unit === first.unit && /^[,，]分别(?:为|是|有)?$/.test(text.slice(whole.end, first.start)) ? leftBound(text, counts.span.start, whole.start) : null;
    if (whole !== undefined && before !== null) members = conjunctsOf(text, tokens, marks, before, whole.start, run.length);
  }
  if (members === null) return stated && quantities[index + 1]?.unit === first.unit ? run.map((one) => [{ label: nothing({ start, end: one.start }) }]) : null;
  const readings: Reading[] = [];
  for (const [at, member] of members.entries()) {
    const reading = memberReading(member, start, first.start, counts);
    // 受理量、答复量、结转量分别为: of a list with what was answered in it.
    readings.push({ ...reading, label: carry(reading.label, counts, index + at, from, readings) });
  }
  return readings.map((reading) => [reading]);
}

/** 2020年至2022年，收到的申请数分别为14件、22件、19件: the years between two that are named. */
function yearsOf({ text, span, year }: Counts, at: number, count: number): YearMark[] | null {
  const words = text.slice(Math.max(span.start, at - 40), at);
  // 2021年和2022年，我镇分别公开…: one by one.
  const listed = /(?:(?:\d{4}|[去今本])年度?[、和与及,，]?){2,}[^\d]*$/.exec(words)?.[0].match(/\d{4}|[去今本](?=年)/g) ?? [];
  if (listed.length === count) return listed.map((one) => markOf(at, yearNamed(`${one}年`, year), year));
  const match = /(\d{4})年?(?:至|到|-|~)(\d{4})年[^\d]*$/.exec(words);
  if (match === null) return null;
  const first = Number(match[1]);
  if (Number(match[2]) - first + 1 !== count) return null;
  return Array.from({ length: count }, (_, index) => markOf(at, first + index, year));
}

function markOf(at: number, named: number | null, own: number | null): YearMark {
  return { at, year: named === own ? null : named, since: false };
}

/** 4月和9月分别举办培训班1期: one number said of several, whose sum it is not. */
function sharedOut({ text, quantities }: Counts, index: number, from: number): Reading[][] | null {
  const { start: at } = quantities[index]!;
  const start = clauseStart(text, from, at);
  const words = text.slice(start, at);
  return words.includes('分别') && /[、和与及][^,，;]{1,20}分别(?![为是有达])/.test(words) ? [[{ label: nothing({ start, end: at }) }]] : null;
}

/** 行政复议、行政诉讼各1件; 结果纠正、其他结果均为0件. */
function each(counts: Counts, index: number, from: number): Reading[][] | null {
  const { text, tokens, marks, quantities } = counts;
  const { start: at } = quantities[index]!;
  if (!'各有为是计'.includes(text.charAt(at - 1))) return null;
  const lead = /(?:各(?:有|为|是|计)?|均(?:为|是|有))$/.exec(text.slice(Math.max(from, at - 3), at));
  if (lead === null) return null;
  const end = at - lead[0].length;
  let start = leftBound(text, from, end);
  if (start === end && start > from) start = leftBound(text, from, start - 1);
  for (let count = 4; count > 1; count--) {
    const members = conjunctsOf(text, tokens, marks, start, end, count);
    if (members !== null) return [members.map((member) => memberReading(member, start, end, counts))];
  }
  return lead[0].startsWith('均') ? null : [[{ label: nothing({ start, end }) }]];
}

/** A number with the words before it, or those behind it where nothing stands before. */
function beside(counts: Counts, index: number, from: number, before: readonly Reading[]): Reading[][] {
  const { text, tokens, quantities, span } = counts;
  const quantity = quantities[index]!;
  const to = quantities[index + 1]?.start ?? span.end;
  const own = rearLabel(text, tokens, quantity, from, to, index === 0) ?? labelOf(text, tokens, quantity, from, to);
  return [[{ label: scoped(own, counts, index, from, before) }]];
}

/** In order; the first that reads a quantity has it. A map, so that a test can do without one. */
export const PRODUCTIONS = new Map<string, Production>(Object.entries({ respectively, each, change, heldAhead, compared, result, again, beside }));

/** Reads the quantities from `index` on by the first production that can. */
export function produce(counts: Counts, index: number, from: number, before: readonly Reading[]): Reading[][] {
  for (const production of PRODUCTIONS.values()) {
    const readings = production(counts, index, from, before);
    if (readings !== null) return readings;
  }
  return beside(counts, index, from, before);
}

/** Quantities that follow each other with nothing but joints between. */
function runFrom({ text, quantities }: Counts, index: number): Quantity[] {
  const run = [quantities[index]!];
  for (let next = index + 1; next < quantities.length && run.length < MOST_MEMBERS; next++) {
    if (quantities[next]!.start - run.at(-1)!.end > 3) break;
    if (!BARE_GAP.test(text.slice(run.at(-1)!.end, quantities[next]!.start))) break;
    run.push(quantities[next]!);
  }
  return run;
}

function memberReading({ span, tokens, mark }: Conjunct, start: number, end: number, counts: Counts): Reading {
  const label: Label = {
    left: { start, end }, right: { start: end, end }, noun: span, tokens, tags: new Set(tokens.map((token) => token.tag)), unknown: false,
  };
  return { label: described(label, counts), ...(mark === undefined ? {} : { mark }) };
}

/** A label of which nothing is known. */
function nothing(span: Span): Label {
  return { left: span, right: { start: span.end, end: span.end }, noun: span, tokens: [], tags: new Set(), unknown: true };
}
