/** One sentence: its quantities and stated zeros, each with its metric, year and whole. */
import type { Topic } from '../lexicon/metrics.ts';
import { SIBLINGS } from '../lexicon/grammar.ts';
import { RATE_UNITS } from '../lexicon/units.ts';
import type { Fact } from '../schema/report.ts';
import { agree } from './agree.ts';
import { metricOf, type Context } from './decide.ts';
import { speaksOfClass, type Heading } from './heading.ts';
import { scanKeywords, tagsOf, within, type Token } from './keywords.ts';
import { CHANNELS, type Label } from './label.ts';
import { PartList, sameCount } from './parts.ts';
import { produce, type Counts, type Reading } from './productions.ts';
import type { Quantity } from './quantities.ts';
import type { Sentence, Span } from './sentence.ts';
import { namesBody } from './scopes.ts';
import { subjectOf } from './subject.ts';
import { isSum, SUM_END, summed, waysSummed } from './sums.ts';
import { ofSentence, speaksOfApplications, topicOf, TopicState } from './topic.ts';
import { yearMarks, type YearMark } from './years.ts';
import { scanZeros } from './zeros.ts';

/** A fact before it has a place in the document. `partOf` below zero counts back from the end of the sentence before. */
export interface Said {
  metric: string | null;
  subject: Span;
  value: number;
  upper?: number;
  unit: string | null;
  qualifier: Fact['qualifier'];
  year?: number;
  partOf?: number;
  /** Offset of the number or negation. */
  at: number;
  /** Figures that are no whole of a list: rates, differences. */
  rate: boolean;
  /** What it counts, were it not of a part of those who report. */
  ofAll?: string | null;
  /** Whether one body of several is said to have done it. */
  byBody?: true;
  /** Whether it is said to have been done in time. */
  inTime?: true;
  /** The words it was read from; none for a stated zero. */
  label?: Label;
}

export interface SentenceInput {
  text: string;
  span: Sentence;
  quantities: readonly Quantity[];
  year: number | null;
  heading: Heading;
  /** Whether the heading or the paragraph's first words speak of one class of information. */
  classed: boolean;
  /** Topic of the paragraph so far. */
  topic: Topic | null;
  /** What the sentence before said. */
  before: readonly Said[];
  sectionId: string | null;
}

const GROUPS: readonly (readonly string[])[] = [['recv'], ['closed', 'onTime', 'extended'], ['replied']];

/** 行政复议 6 件（其中政府信息公开类 2 件）, 累计 12000 条，其中今年 820 条: the whole is wider than what is counted, the member is it. */
const NARROWER = /^(?:[,，、]?\(?其中[:：]?|\(|[,，、](?=与|涉及|因))[^\d,，;。)]{0,20}(?:信息公开|政务公开)/;
const THIS_YEAR = /^[,，、]?\(?其中[:：]?[^\d,，;。]{0,4}(?:今年|本年|当年|\d{4}年)/;
const OF_THOSE = /^的(?:[省市县区州镇乡][直级]?)?(?:部门|单位|机关|乡镇|镇街|街道|县区|区县|企业|申请人|个人)/;
const ANSWERS: ReadonlySet<string> = new Set(['outcome', 'ground']);
const IN_TIME = /(?:[按如]期|按时|(?:期限|时限)内)(?:予以|作出|进行)?(?:书面)?答复/;
/** Words between a share or a number of payments and what it comes to: 占 62.5%，共 1250 件; 2 笔共计 350 元. */
const COMES_TO = /^[,，、(]?(?:共计|共|合计|计|即|总计|金额|收取|收费|为|达|有)*$/;

/** Reads a sentence that holds a number or a negation. */
export function readSentence(input: SentenceInput): { said: Said[]; topic: Topic | null } {
  const { text, span, quantities, year, heading } = input;
  const tokens = scanKeywords(text, span.start, span.end);
  const marks = yearMarks(text, span, year);
  const said: Said[] = [];
  const state = new TopicState(input.topic);
  let seen = 0;
  const sentenceTags = new Set(heading.tokens.map((token) => token.tag));
  const advance = (to: number): void => {
    for (; seen < tokens.length && tokens[seen]!.end <= to; seen++) {
      sentenceTags.add(tokens[seen]!.tag);
      if (!answersPublic(text, tokens[seen]!, state.topic) && !tellsOfAll(text, tokens[seen]!)) state.see(tokens[seen]!);
    }
  };
  const list = new PartList(said, input.before);
  const counts: Counts = { text, span, tokens, quantities, marks, year };
  const readings: Reading[] = [];
  let narrowed: { whole: number; metric: string } | null = null;
  const classed = classFrom(text, tokens, span.start);
  let applications: boolean | null = null;
  const aboutApplications = (): boolean => (applications ??= speaksOfApplications(text, tokens));
  const channel = tokens.find((token) => CHANNELS.has(token.tag));
  let applicationUnit: string | null = null;
  let behind = span.start;
  let ahead: Reading[][] = [];
  for (const [index, quantity] of quantities.entries()) {
    if (ahead.length === 0) ahead = produce(counts, index, behind, readings);
    const found = ahead.shift()!;
    const to = quantities[index + 1]?.start ?? span.end;
    advance(quantity.start);
    const gap = behind;
    let whole: number | null | undefined;
    const previous = index === 0 ? undefined : readings.at(-1)?.label;
    if (state.topic === 'disclosure' && !input.classed && found.some(({ label }) => label.tags.has('recv') && label.tags.has('request')) && besideDisclosure(said, input.before, tokens)) state.topic = 'applications';
    for (const reading of found) {
      const label: Label = previous !== undefined && comesTo(text, quantities[index - 1]!, quantity, previous) ? withoutShare(previous) : reading.label;
      readings.push({ ...reading, label });
      behind = Math.max(quantity.end, reading.label.right.end);
      const context: Context = {
        before: state.topic,
        topic: ofSentence(label, topicOf(label, disputed(said) && !disputeIn(label.tokens) && !disputeIn(within(tokens, gap, label.left.start)) ? 'disputes' : state.topic), aboutApplications),
        heading: heading.topic,
        tags: sentenceTags,
        classHeading: input.classed || (classed !== null && classed <= label.left.start),
        otherChannel: (channel !== undefined && channel.end <= label.left.start && !speaksOfAll(text, label)) || inColumn(text, tokens, label),
        applicationUnit,
      };
      const when = reading.mark === undefined ? yearAt(marks, quantity.number, year, label, quantities[index - 1]?.number ?? 0) : yearOf(reading.mark, year);
      // 计划在2023年开展培训4次，公开信息不少于1500条: a plan reaches over its clauses.
      const toCome = sentenceTags.has('future') && when.year !== undefined && year !== null && when.year > year;
      const barred = when.barred || toCome || quantity.doubtful === true || planned(label, input) || (reading.mark === undefined && referred(text, label, quantity)) || (sentenceTags.has('cumulative') && !ofOwnYear(tokens, marks, quantity.number, year));
      const ofAny = metricsOf(label, quantity.unit, context);
      const metrics = ofAny.map((metric) => (barred && !(metric === 'visits' && !planned(label, input)) ? null : metric));
      const rate = (quantity.unit !== null && RATE_UNITS.has(quantity.unit)) || label.tags.has('difference') || label.tags.has('mean');
      // 920条（2015年为780条）: the same of another year is no part.
      if (when.year !== undefined && reading.mark !== undefined) whole = null;
      else whole ??= list.wholeOf(text.slice(quantities[index - 1]?.end ?? span.start, quantity.number), quantity, metrics[0] ?? null, rate, index === 0);
      const after = text.slice(quantity.end, Math.min(to, quantity.end + 24));
      const sum = whole === null && SUM_END.includes(text.charAt(quantity.start - 1)) && isSum(text, gap, quantity);
      const members = sum ? summed(said, quantity) : null;
      if (members !== null) {
        for (const member of members) member.metric = null;
        // 合计2729件，比上年的2455件: what is compared is the sum.
        readings[readings.length - 1] = { ...reading, label: ofAll(members[0]!.label!) };
      }
      const ofWays = sum && members === null && !barred ? waysSummed(said, quantity) : null;
      const all = ofWays === null ? metrics : [ofWays];
      for (let metric of members === null ? all : [barred ? null : members[0]!.ofAll ?? null]) {
        if (metric !== null && (isWider(metric, text, label, after) || (!counted(quantities, index + 1) && isWider(metric, text, label, text.slice(span.end + 1, span.end + 25))))) {
          narrowed = { whole: said.length, metric };
          metric = null;
        } else if (narrowed !== null && whole === narrowed.whole && /信息公开|政务公开|[今本当]年|\d年/.test(text.slice(label.left.start, quantity.start))) {
          metric = barred ? null : narrowed.metric;
          narrowed = null;
        }
        else if (barred && sentenceTags.has('cumulative') && ofAny[0] != null && THIS_YEAR.test(after)) narrowed = { whole: said.length, metric: ofAny[0] };
        // 2件仍在办理中，其中1件已延期: what is not done with is no way of having done with it.
        if (whole !== null && metric?.startsWith('applications.closed.') === true && list.at(whole).label?.tags.has('open') === true) metric = null;
        if (whole !== null && metric !== null && sameCount(metric, list.at(whole).metric)) metric = null;
        if (metric !== null && whole === null && list.overrun !== null && sameCount(metric, list.overrun)) metric = null;
        if (metric?.endsWith('.corrected') === false && said.some((one) => one.metric === metric && one.value === quantity.value && one.unit === quantity.unit && one.year === when.year)) continue;
        if (metric?.startsWith('applications.') === true) applicationUnit = quantity.unit;
        said.push({
          metric,
          subject: subjectOf(text, reading.subject === undefined ? label : { ...label, noun: reading.subject }, quantity),
          value: quantity.value,
          ...(quantity.upper === undefined ? {} : { upper: quantity.upper }),
          unit: quantity.unit,
          qualifier: quantity.qualifier,
          ...(when.year === undefined ? {} : { year: when.year }),
          ...(whole === null ? {} : { partOf: whole }),
          at: quantity.number,
          rate,
          ...(namesBody(text, label) ? { byBody: true } : {}),
          ...(IN_TIME.test(text.slice(label.left.start, quantity.start)) ? { inTime: true } : {}),
          ofAll: label.tags.has('subset') ? metricOf(ofAll(label), quantity.unit, context) : metric,
          label,
        });
      }
    }
  }
  advance(span.end);
  agree(text, said);
  return { said: withZeros(input, tokens, quantities, marks, said), topic: state.topic };
}

/** 主动公开信息3621条，受理申请12件: bare 申请 beside what was published are for information, but in a hall of services. */
function besideDisclosure(said: readonly Said[], before: readonly Said[], tokens: readonly Token[]): boolean {
  if (tokens.some((token) => token.tag === 'hall' || token.tag === 'foreign' || token.tag === 'noApp')) return false;
  return [...before, ...said].some((one) => one.metric?.startsWith('disclosure.') === true);
}

/** Stated zeros take their place among the quantities; indices of wholes move with them. */
function withZeros(input: SentenceInput, tokens: readonly Token[], quantities: readonly Quantity[], marks: readonly YearMark[], said: readonly Said[]): Said[] {
  const { text, span, year, heading } = input;
  if (!span.negations) return [...said];
  const topic = tokens.some((token) => token.tag === 'app') ? 'applications' : input.topic;
  const zeros = scanZeros(text, span, tokens, quantities, { topic, heading: heading.own, wanting: input.sectionId === 'problems' || input.sectionId === 'plans' });
  if (zeros.length === 0) return [...said];
  const merged: Said[] = [...said];
  for (const zero of zeros) {
    if (said.some((one) => one.metric !== null && one.metric === zero.metric && one.value === 0)) continue;
    const when = yearAt(marks, zero.at, year, null);
    merged.push({
      metric: when.barred ? null : zero.metric, subject: zero.subject, value: 0, unit: null, qualifier: 'exact', ...(when.year === undefined ? {} : { year: when.year }), at: zero.at, rate: true,
    });
  }
  const order = merged.map((_, index) => index).sort((a, b) => merged[a]!.at - merged[b]!.at || a - b);
  const place = new Map(order.map((old, now) => [old, now]));
  return order.map((index) => {
    const one = merged[index]!;
    return one.partOf === undefined || one.partOf < 0 ? one : { ...one, partOf: place.get(one.partOf)! };
  });
}

function ofAll(label: Label): Label {
  const tokens = label.tokens.filter((token) => token.tag !== 'subset');
  return { ...label, tokens, tags: tagsOf(tokens) };
}

/** 收到并办结 3 件 is one number of two metrics; anything else of one. */
function metricsOf(label: Label, unit: string | null, context: Context): (string | null)[] {
  const groups = GROUPS.filter((group) => group.some((tag) => label.tags.has(tag)));
  if (groups.length < 2) return [metricOf(label, unit, context)];
  const metrics = groups.map((group) => {
    const tags = new Set([...label.tags].filter((tag) => group.includes(tag) || !GROUPS.some((other) => other.includes(tag))));
    return metricOf({ ...label, tags }, unit, context);
  });
  return metrics.every((metric) => metric !== null) ? metrics : [metricOf(label, unit, context)];
}

/** 行政复议 3 件、行政诉讼 2 件，其中维持 4 件: of which of the two is not said. */
function disputed(said: readonly Said[]): boolean {
  return said.at(-1)?.metric === 'litigation.total' && said.at(-2)?.metric === 'reconsideration.total';
}

function yearAt(marks: readonly YearMark[], at: number, own: number | null, label: Label | null, last = 0): { year?: number; barred: boolean } {
  let mark: YearMark | null = null;
  for (const one of marks) {
    if (one.at > at) break;
    if (one.once === true && one.at < last) continue;
    mark = one;
  }
  if (mark === null || mark.year === null || label?.tags.has('difference') === true || label?.tags.has('differenceTo') === true) return { barred: false };
  if (mark.since) return { barred: true };
  if (mark.year === -1) return { barred: true };
  return own === null || mark.year === own ? { barred: false } : { year: mark.year, barred: false };
}

/** 主动公开4件 among the answers to applications does not leave them. */
function answersPublic(text: string, token: Token, topic: Topic | null): boolean {
  return token.tag === 'proactive' && topic === 'applications' && /^(?:的|范围)?(?:有|为)?\d+[件宗]/.test(text.slice(token.end, token.end + 8));
}

/** 均为未经复议直接起诉: what all of those before were opens nothing. */
function tellsOfAll(text: string, token: Token): boolean {
  return token.tag === 'suitKind' && /(?:均|都|皆|全)(?:为|系|是|属于?)?$/.test(text.slice(Math.max(0, token.start - 4), token.start));
}

function disputeIn(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.tag === 'recon' || token.tag === 'lit');
}

/** The year that the grammar gives. */
function yearOf(mark: YearMark | 'own' | 'unknown', own: number | null): { year?: number; barred: boolean } {
  if (mark === 'own') return { barred: false };
  if (mark === 'unknown' || mark.since || mark.year === -1) return { barred: true };
  return mark.year === null || own === null || mark.year === own ? { barred: false } : { year: mark.year, barred: false };
}

/** A count that is planned, with no year beside it. */
function planned(label: Label, { sectionId, heading }: SentenceInput): boolean {
  return label.tags.has('future') || sectionId === 'plans' || (heading.topic === null && heading.tokens.some((token) => token.tag === 'future'));
}

/** 在公开的 30 条信息中, 对 25 件申请收取…, 由 30 条增加到…: a number taken up again, or one of something narrower. */
function referred(text: string, label: Label, quantity: Quantity): boolean {
  const left = text.slice(label.left.start, quantity.start);
  if (/[由从]$/.test(left)) return true;
  // 公开信息3条以上的单位: what some did that are counted behind it.
  if (OF_THOSE.test(text.slice(quantity.end, quantity.end + 8))) return true;
  // 因不掌握相关信息而无法提供 15 件: one reason of several.
  if (/^(?:因|由于)/.test(left) && !left.includes('等') && !label.tokens.some((token) => SIBLINGS[token.tag] === 'ground') && ['unavailable', 'denied', 'notProcessed'].some((tag) => label.tags.has(tag))) return true;
  if (!/^(?:\d{4}年|全年|本年度?)?[,，]?(?:对(?!外)|将|就|从|在|把|向|针对)/.test(left)) return false;
  // 在已答复的18件申请中: all that were.
  if (/^在(?:已|全部|所)?(?:经)?(?:收到|受理|答复|办结)的$/.test(left) && /^(?:政府信息公开)?(?:申请件?|依申请公开件?)中/.test(text.slice(quantity.end, quantity.end + 12))) return false;
  // 对去年结转的4件申请, …: where they come from stands with them.
  if (label.tags.has('carriedOver')) return false;
  // 对3件不属于本机关公开的申请，告知…: what they were answered stands with them.
  if (/^(?:对|针对)$/.test(left) && label.right.end > label.right.start && label.tokens.some((token) => ANSWERS.has(SIBLINGS[token.tag] ?? '') && token.start >= quantity.end)) return false;
  return label.right.end > label.right.start || /^(?:政府信息|信息|申请|案件|投诉|复议|诉讼|问题|事项|建议|提案)/.test(text.slice(quantity.end, quantity.end + 4));
}

/** Offset from which the sentence speaks of one class of information (财政资金信息公开…), `null` where it never does. */
function classFrom(text: string, tokens: readonly Token[], start: number): number | null {
  const index = tokens.findIndex((token) => token.tag === 'gi' && text.startsWith('信息公开', token.start));
  if (index < 0) return null;
  const before = tokens.slice(0, index).filter((token) => token.tag !== 'publish').slice(-1);
  return speaksOfClass(text, [...before, tokens[index]!]) ? Math.max(tokens[index]!.end, start + 5) : null;
}

/** 历年累计18250条，其中2022年2016条: a count of this year behind one of all years. */
function ofOwnYear(tokens: readonly Token[], marks: readonly YearMark[], at: number, own: number | null): boolean {
  const since = tokens.findLast((token) => token.tag === 'cumulative' && token.end <= at)?.start ?? 0;
  return marks.some((mark) => mark.at > since && mark.at < at && !mark.since && (mark.year === null || mark.year === own));
}

/** Whether a label names a channel of its own or says that its number is of all of them. */
function speaksOfAll(text: string, label: Label): boolean {
  return label.tokens.some((token) => CHANNELS.has(token.tag)) || /[共总合]|累计/.test(text.slice(label.left.start, label.left.end));
}

/** Whether anything but rates is counted from a quantity on. */
function counted(quantities: readonly Quantity[], from: number): boolean {
  return quantities.slice(from, from + 3).some(({ unit }) => unit === null || !RATE_UNITS.has(unit));
}

/** Whether a number is only another measure of what the one before it counts. */
function comesTo(text: string, before: Quantity, quantity: Quantity, label: Label): boolean {
  const measures = before.unit === '笔' || (label.tags.has('fee') && /^[件次宗]$/.test(before.unit ?? '')) ? quantity.unit === '元' || quantity.unit === '万元' : before.unit === '%' && label.tags.has('share') && quantity.unit !== '%';
  return measures && COMES_TO.test(text.slice(before.end, quantity.start));
}

function withoutShare(label: Label): Label {
  const tokens = label.tokens.filter((token) => token.tag !== 'share');
  return { ...label, tokens, tags: new Set(tokens.map((token) => token.tag)) };
}

/** Whether what follows shows that a number is of more than its metric, the metric's own being a member of it. */
function isWider(metric: string, text: string, label: Label, after: string): boolean {
  if (/^(?:reconsideration|litigation|complaints|consultations)/.test(metric) && !label.tags.has('gi')) return NARROWER.test(after);
  return THIS_YEAR.test(after) && /累计|截至|截止/.test(text.slice(Math.max(0, label.left.start - 12), label.left.end));
}

/** 开设专栏 6 个，发布信息 218 条: what the column published, not the body. */
function inColumn(text: string, tokens: readonly Token[], label: Label): boolean {
  if (label.tags.has('proactive') || /[共总合]|累计|全年/.test(text.slice(label.left.start, label.left.end))) return false;
  return within(tokens, Math.max(0, label.left.start - 40), label.left.start).some((token) => token.tag === 'column');
}
