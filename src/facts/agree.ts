/** What the facts of one sentence say of each other: parts that would be wholes, sums, ways of answering. */
import type { Said } from './read-sentence.ts';

/** Takes the metric from what the others of its sentence show to be no number of all, and gives it to what is. */
export function agree(text: string, said: Said[]): void {
  ownOfWhole(said);
  ofActors(said);
  waysOfCorrecting(text, said);
  ofAllYears(text, said);
  ofParts(text, said);
  answeredSomehow(said);
  answeredInTime(said);
  feesSummed(said);
}

/** 共收到104件，其中上年结转6件、新收98件: with what was carried over in it the whole is no count of this year. */
function ownOfWhole(said: Said[]): void {
  const at = said.findIndex((one) => one.metric === RECEIVED && one.qualifier === 'exact');
  if (at < 0) return;
  const parts = said.filter((one) => one.partOf === at && !one.rate);
  const fresh = parts.find((one) => one.metric === null && one.label?.tags.has('recv') === true);
  if (fresh === undefined || parts.length !== 2 || !parts.some((one) => one.metric === 'applications.carriedOver') || parts[0]!.value + parts[1]!.value !== said[at]!.value) return;
  said[at]!.metric = null;
  fresh.metric = RECEIVED;
}

/**
 * 省人大代表建议3件、市人大代表建议21件: two numbers of one thing in one sentence are each of a part, and neither is of all, but for
 * a first that the others together do not exceed.
 */
function ofParts(text: string, said: readonly Said[]): void {
  if (said.length < 2) return;
  const byMetric = new Map<string, Said[]>();
  for (const one of said) {
    if (one.metric === null || one.year !== undefined || one.qualifier !== 'exact' || !OF_ONE_NUMBER.test(one.metric)) continue;
    const same = byMetric.get(one.metric);
    if (same === undefined) byMetric.set(one.metric, [one]);
    else same.push(one);
  }
  for (const [first, ...others] of byMetric.values()) {
    if (first === undefined || others.every((one) => one.value === first.value)) continue;
    // 例行发布会6场、专题发布会4场: two kinds side by side.
    if (others[0]!.label !== undefined && '、' === text.charAt(others[0]!.label.left.start) && others[0]!.partOf === undefined) first.metric = null;
    if (first.value < others.reduce((sum, one) => sum + one.value, 0)) first.metric = null;
    for (const one of others) one.metric = null;
  }
}

/** 县政府办公室受理33件，各乡镇受理8件: beside what the others did, what one body did is a part as well. */
function ofActors(said: readonly Said[]): void {
  const parts = said.filter((one) => one.label?.tags.has('subset') === true && one.partOf === undefined && one.ofAll != null);
  // 民政局收到33件，教育局收到17件: two bodies, and neither is all of them.
  const bodies = said.filter((one) => one.byBody === true && one.partOf === undefined && one.ofAll != null);
  const beside = (one: Said, other: Said): boolean => (
    other.label!.left.start !== one.label!.left.start && other.ofAll === one.ofAll && other.unit === one.unit && other.year === one.year
  );
  if (bodies.length > 1) parts.push(...bodies.filter((one) => bodies.some((other) => beside(one, other))));
  if (parts.length === 0) return;
  for (const one of said) {
    const { metric } = one;
    if (one.byBody !== true || metric === null) continue;
    if (parts.some((part) => part.ofAll === metric && part.unit === one.unit && part.year === one.year)) one.metric = null;
  }
}

/** 新增主动公开214条，累计主动公开1890条: beside this year's count, the larger one is of all years. */
function ofAllYears(text: string, said: readonly Said[]): void {
  for (const [index, one] of said.entries()) {
    if (one.metric === null || one.partOf !== undefined || !/累计/.test(text.slice(one.label?.left.start ?? one.at, one.at))) continue;
    const own = said[index - 1];
    if (own?.metric !== one.metric || own.unit !== one.unit || own.value >= one.value || !/新增|[今本当]年|全年/.test(text.slice(own.label?.left.start ?? own.at, own.at))) continue;
    if (!/全年|[今本当]年/.test(text.slice(one.label!.left.start, one.at))) one.metric = null;
  }
}

/** 撤销1件、责令履行1件: each way of correcting is a part of what was corrected. */
function waysOfCorrecting(text: string, said: readonly Said[]): void {
  const ways = said.filter((one) => one.label?.tags.has('corrected') === true && !one.rate && one.year === undefined);
  if (new Set(ways.map((one) => wordOf(text, one, 'corrected'))).size < 2) return;
  for (const dispute of ['reconsideration', 'litigation']) {
    const other = dispute === 'litigation' ? /复议/ : /法院|诉讼|判决|败诉/;
    const of = ways.filter((one) => (one.metric === null ? !other.test(text.slice(one.label!.left.start, Math.max(one.at, one.label!.right.end))) : one.metric === `${dispute}.corrected`));
    if (of.length > 1) for (const one of of) if (one.metric !== null && one.partOf === of[0]!.partOf) one.metric = null;
  }
}

function wordOf(text: string, one: Said, tag: string): string {
  const token = one.label?.tokens.find((each) => each.tag === tag);
  return token === undefined ? '' : text.slice(token.start, token.end);
}

/** 按期答复38件，延期答复3件: beside those put off, the answers in time are not all. */
function answeredInTime(said: readonly Said[]): void {
  if (!said.some((one) => one.metric === 'applications.closed.extended' && one.value > 0)) return;
  for (const one of said) if (one.metric === 'applications.replied.total' && one.inTime === true && one.partOf === undefined) one.metric = 'applications.closed.onTime';
}

/** 当场答复8件、书面答复4件: how some were answered is not how many were. */
function answeredSomehow(said: readonly Said[]): void {
  if (!said.some((one) => one.metric === 'applications.replied.total')) return;
  const answered = said.filter((one) => one.label?.tags.has('replied') === true && !one.rate && one.year === undefined && one.partOf === undefined);
  if (!answered.some((one) => one.label!.tags.has('deadline'))) return;
  for (const one of answered) if (one.metric === 'applications.replied.total' && one.label!.tokens.some(({ tag, end, start }) => tag === 'replied' && end - start === 4)) one.metric = null;
}

/** 按件计收2300元，按量计收480元，合计2780元: the last is the fee where the others come to it. */
function feesSummed(said: readonly Said[]): void {
  if (!said.some((one) => one.metric === 'fees')) return;
  const sums = said.filter((one) => one.unit === '元' && one.year === undefined && one.upper === undefined);
  const total = sums.at(-1);
  if (total === undefined || sums.length < 3 || sums.some((one) => one.partOf !== undefined) || total.metric !== null) return;
  if (sums.slice(0, -1).reduce((sum, one) => sum + one.value, 0) !== total.value) return;
  for (const one of sums) one.metric = one === total ? 'fees' : null;
}

/** What a report has one number of; a channel, a medium and a way of asking may be named more than once. */
const OF_ONE_NUMBER = /^(?:proposals|training\.meetings|response\.channels\.(?:press|online)|fees|applications\.(?:received\.total|closed|replied|carried)|reconsideration|litigation|disclosure\.total)/;

const RECEIVED = 'applications.received.total';
