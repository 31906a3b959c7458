/** Productions over years: a change, a comparison, the same of another year. */
import { CHANGE_TO, COMPARED, HELD_BEHIND, HELD_TO } from '../lexicon/grammar.ts';
import { within } from './keywords.ts';
import { clauseStart, labelOf, type Label } from './label.ts';
import type { Counts, Reading } from './productions.ts';
import type { Quantity } from './quantities.ts';
import { scoped } from './scopes.ts';
import type { Span } from './sentence.ts';
import { yearNamed, type YearMark } from './years.ts';

/** A chain of more steps is a list of figures. */
const MOST_STEPS = 16;

/** 由上年的35件上升到52件: one label, two years. */
export function change(counts: Counts, index: number, from: number): Reading[][] | null {
  const { text, tokens, quantities, marks } = counts;
  const base = quantities[index]!;
  const now = quantities[index + 1];
  // 由每年1次增加到每季度1次: how often is not how many.
  if (/每[^,，;。]{0,3}$/.test(text.slice(Math.max(from, base.start - 5), base.start))) return null;
  const steps = chain(counts, index, from);
  if (steps !== null) return steps;
  if (now === undefined || now.unit !== base.unit || now.start - base.end > 24 || !CHANGE_TO.test(text.slice(base.end, now.start))) return null;
  const lead = /(?:由|从)([^,，;。由从]{0,12})$/.exec(text.slice(Math.max(from, base.start - 16), base.start));
  if (lead === null) return null;
  const at = Math.max(from, base.start - 16) + lead.index;
  const label = changing(labelOf(text, tokens, { ...base, start: at, end: at }, from, at));
  const earlier = comparedYear(counts, base.start) ?? marks.findLast((mark) => mark.at >= counts.span.start && mark.at < base.start && mark.year !== null && mark.year !== counts.year && !mark.since);
  const later = marks.findLast((mark) => mark.at >= base.end && mark.at < now.start);
  const beside = (quantity: Quantity, left: number, to: number): Span => labelOf(text, tokens, quantity, left, to).noun;
  return [
    [{ label, mark: earlier ?? 'unknown', subject: beside(base, from, now.start) }],
    [{ label, mark: later ?? 'own', subject: beside(now, base.end, quantities[index + 2]?.start ?? counts.span.end) }],
  ];
}

/** 从2020年的301条，到2021年的334条，再到2022年的372条: each step names its year. */
function chain(counts: Counts, index: number, from: number): Reading[][] | null {
  const { text, tokens, quantities, marks } = counts;
  const base = quantities[index]!;
  const lead = /[从由]((?:\d{4}|[上去前]|上一)年度?的?)$/.exec(text.slice(Math.max(from, base.start - 10), base.start));
  if (lead === null) return null;
  const at = Math.max(from, base.start - 10) + lead.index;
  const steps = [marks.findLast((mark) => mark.at > at && mark.at < base.start)];
  for (let next = index + 1; next < quantities.length && steps.length < MOST_STEPS; next++) {
    const last = quantities[next - 1]!;
    const quantity = quantities[next]!;
    if (quantity.unit !== base.unit || !STEP.test(text.slice(last.end, quantity.start))) break;
    steps.push(marks.findLast((mark) => mark.at >= last.end && mark.at < quantity.start));
  }
  if (steps.length < 2 || steps.includes(undefined)) return null;
  const label = changing(labelOf(text, tokens, { ...base, start: at, end: at }, from, at));
  return steps.map((mark) => [{ label, mark: mark! }]);
}

const STEP = /^[,，、]?(?:再|又)?(?:增加|增长|上升|提高|减少|下降|增|升|减|降)?(?:到|至)了?(?:\d{4}|[今本去])年度?的$/;

/** 2022年与2021年相比，申请由65件增加到92件: the year that is compared with. */
function comparedYear({ text, span, year }: Counts, at: number): YearMark | undefined {
  const match = /[与同和比较](\d{4}年|上一?年|去年)(?:度|同期)?相?比[^;。]*$/.exec(text.slice(Math.max(span.start, at - 40), at));
  return match === null ? undefined : { at, year: yearNamed(match[1]!, year), since: false };
}

/** 收到63件，比上年的70件减少7件; 信息数较上年的1310条略增，达到1386条. */
export function compared(counts: Counts, index: number, from: number, before: readonly Reading[]): Reading[][] | null {
  const { text, tokens, quantities, marks } = counts;
  if (marks.length === 0) return null;
  const quantity = quantities[index]!;
  const mark = marks.findLast((one) => one.at < quantity.start && one.year !== null && !one.since);
  if (mark === undefined || !OF_YEAR.test(text.slice(mark.at, quantity.start))) return null;
  const words = text.slice(from, mark.at);
  const lead = COMPARED.exec(words) ?? (HELD_BEHIND.test(text.slice(quantity.end, quantity.end + 2)) ? HELD_TO.exec(words) : null);
  if (lead === null) return null;
  const at = from + lead.index;
  const start = clauseStart(text, from, at);
  const previous = before.at(-1);
  const last = quantities[index - 1];
  let label: Label | null = null;
  if (start === at && previous !== undefined && last !== undefined && last.unit === quantity.unit && /^[,，(]?$/.test(text.slice(last.end, at))) label = previous.label;
  else if (start < at) label = labelOf(text, tokens, { ...quantity, start: at, end: at }, from, at);
  if (label === null) return null;
  return [[{ label: changing(label), mark, subject: labelOf(text, tokens, quantity, from, quantities[index + 1]?.start ?? counts.span.end).noun }]];
}

/** 与2021年的420条、2020年的385条相比，2022年公开信息512条: other years' numbers before the one they are held to. */
export function heldAhead(counts: Counts, index: number, from: number, before: readonly Reading[]): Reading[][] | null {
  const { text, tokens, quantities, marks, span } = counts;
  const first = quantities[index]!;
  const start = clauseStart(text, from, first.start);
  if (marks.length === 0 || !AHEAD_LEAD.test(text.slice(start, first.start))) return null;
  const held: YearMark[] = [];
  let at = index;
  for (; at < quantities.length; at++) {
    const quantity = quantities[at]!;
    const mark = marks.findLast((one) => one.at < quantity.start && one.at >= (at === index ? start : quantities[at - 1]!.end));
    if (mark === undefined || mark.year === null || mark.since || quantity.unit !== first.unit || !OF_YEAR.test(text.slice(mark.at, quantity.start))) return null;
    held.push(mark);
    const turn = /^(?:相比|相较|比较)[,，]/.exec(text.slice(quantity.end, quantity.end + 4));
    if (turn === null) continue;
    const main = quantities[at + 1];
    if (main === undefined || main.unit !== first.unit || clauseStart(text, quantity.end, main.start) > quantity.end + turn[0].length) return null;
    const label = scoped(labelOf(text, tokens, main, quantity.end, quantities[at + 2]?.start ?? span.end), counts, at + 1, quantity.end, before);
    const own = { ...changing(label), right: { start: first.end, end: first.end } };
    return held.map((mark) => [{ label: own, mark, subject: label.noun }]);
  }
  return null;
}

const AHEAD_LEAD = /^(?:与|同|和|较|对比)(?:\d{4}|[上去前]|上一)年/;
const OF_YEAR = /^(?:\d{4}|.{1,2})年?度?(?:同期)?(?:的|\()?$/;

/** 行政复议同比下降两成，为8件: the change stands between what is counted and its number. */
export function result(counts: Counts, index: number, from: number, before: readonly Reading[]): Reading[][] | null {
  const { text, tokens, quantities } = counts;
  const quantity = quantities[index]!;
  if (!'为达到至了共'.includes(text.charAt(quantity.start - 1))) return null;
  const start = clauseStart(text, from, quantity.start);
  const lead = text.slice(start, quantity.start);
  const last = before.at(-1);
  // 减少9件，共28件: behind a change alone a bare 共 is its result.
  const total = lead === '共' && start === from + 1 && last?.label.tags.has('difference') === true;
  if (start <= from || !(total || /^(?:今年|本年|全年)?(?:已|共|均|都)?(?:为|达到?|(?:下?降|上?升|增|减|增加|减少|增长|下降|上升)?(?:至|到))(?:了)?$/.test(lead))) return null;
  const clause = clauseStart(text, from, start - 1);
  if (clause === from && last?.mark !== undefined) return [[{ label: changing(last.label), mark: 'own' }]];
  const earlier = before.at(-2);
  if (clause === from && last?.label.tags.has('difference') === true && earlier?.mark !== undefined && quantities[index - 2]?.unit === quantity.unit && !/[,，;]/.test(text.slice(quantities[index - 2]!.end, quantities[index - 1]!.start))) return [[{ label: changing(earlier.label), mark: 'own' }]];
  if (clause === from && last?.label.tags.has('difference') === true) {
    // 申请较上年减少7件，为63件: what is counted stands before the comparison.
    const least = quantities[index - 2]?.end ?? counts.span.start;
    const at = turnOf(counts, clauseStart(text, least, quantities[index - 1]!.start), quantities[index - 1]!.start);
    return at === null ? null : [[{ label: changing(labelOf(text, tokens, { ...quantity, start: at, end: at }, least, at)), mark: 'own' }]];
  }
  const at = turnOf(counts, clause, start);
  return at === null ? null : [[{ label: changing(labelOf(text, tokens, { ...quantity, start: at, end: at }, from, at)), mark: 'own' }]];
}

/** Where a clause turns from what is counted to how it changed: |较上年减少, |同比下降. */
function turnOf({ text, tokens }: Counts, from: number, to: number): number | null {
  const turn = within(tokens, from, to).find((token) => token.tag === 'difference');
  if (turn === undefined) return null;
  const than = /(?:(?<!同)[比较]|[与同和](?=\d{4}年|[上去前往]))[^比较]{0,8}$/.exec(text.slice(from, turn.start));
  return than === null ? turn.start : from + than.index;
}

/** 收到120件，2019年为146件; 920条（2015年为780条）: the same of another year. */
export function again(counts: Counts, index: number, from: number, before: readonly Reading[]): Reading[][] | null {
  const { text, quantities, marks } = counts;
  if (marks.length === 0) return null;
  const quantity = quantities[index]!;
  const previous = before.at(-1);
  const last = quantities[index - 1];
  if (index === 0) return yearly(counts, from);
  if (previous === undefined || last?.unit !== quantity.unit || previous.label.tags.has('difference')) return null;
  const clause = clauseStart(text, from, quantity.start);
  const start = text.charAt(clause) === '、' ? clause + 1 : clause;
  const mark = marks.findLast((one) => one.at >= start && one.at < quantity.start);
  if (mark === undefined || mark.since || !/^[,，;(、]?$/.test(text.slice(last.end, start)) || !AGAIN.test(text.slice(start, quantity.start))) return null;
  return [[{ label: changing(previous.label), mark, ...(DIGIT_YEAR.test(text.charAt(start)) ? {} : { subject: { start, end: quantity.start } }) }]];
}

/** 申请数较前两年下降，2020年68件、2021年55件: the first of a list of years. */
function yearly(counts: Counts, from: number): Reading[][] | null {
  const { text, tokens, quantities, marks } = counts;
  const quantity = quantities[0]!;
  const start = clauseStart(text, from, quantity.start);
  const mark = marks.findLast((one) => one.at >= start && one.at < quantity.start && !one.since);
  if (mark === undefined || start <= from + 1 || !AGAIN.test(text.slice(start, quantity.start)) || quantities[1]?.unit !== quantity.unit) return null;
  if (!/^[、,，;]?(?:\d{4}|今|本)年?/.test(text.slice(quantity.end, quantity.end + 6))) return null;
  const at = turnOf(counts, clauseStart(text, from, start - 1), start) ?? start - 1;
  return [[{ label: changing(labelOf(text, tokens, { ...quantity, start: at, end: at }, from, at)), mark }]];
}

const DIGIT_YEAR = /\d/;
const AGAIN = /^(?:而)?(?:\d{4}|[上去前今本同]|上一|二[○〇零]..)年?(?:度|同期)?(?:则)?(?:为|是|达到?|有|的)?(?:[:：])?$/;

/** What changed, without the words for its change. */
function changing(label: Label): Label {
  const tokens = label.tokens.filter((token) => token.tag !== 'difference' && token.tag !== 'differenceTo');
  return { ...label, tokens, tags: new Set(tokens.map((token) => token.tag)) };
}
