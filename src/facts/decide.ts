/** Label and topic -> metric, by the ordered rules of the lexicon. */
import { METRIC_RULES, NO_METRIC, type MetricRule, type Topic } from '../lexicon/metrics.ts';
import { RATE_UNITS } from '../lexicon/units.ts';
import { CHANNELS, type Label } from './label.ts';

export interface Context {
  topic: Topic | null;
  /** Topic of the heading. */
  heading: Topic | null;
  /** Tags of the sentence up to the number, and of the headings. */
  tags: ReadonlySet<string>;
  /** A heading that speaks of one class of information (财政信息公开): a bare 公开 N 条 below it is that class's. */
  classHeading: boolean;
  /** An earlier clause names a channel and nothing says that this number is of all: 微信公众号有粉丝…，发布信息 140 条. */
  otherChannel: boolean;
  /** The unit in which the sentence counts applications: 答复申请26条，其中同意公开20条. */
  applicationUnit: string | null;
  /** What was spoken of before the label. */
  before: Topic | null;
}

interface Compiled {
  rule: MetricRule;
  order: number;
  /** `all` with its alternatives parted. */
  needs: readonly (readonly string[])[];
}

/** Tag -> the rules that need it, in order: a label is held against the rules of its own tags alone. */
let byTag: Map<string, Compiled[]> | null = null;

function compile(): Map<string, Compiled[]> {
  const map = new Map<string, Compiled[]>();
  for (const [order, rule] of METRIC_RULES.entries()) {
    const needs = rule.all.map((need) => need.split('|'));
    for (const tag of needs[0]!) {
      const entries = map.get(tag);
      if (entries === undefined) map.set(tag, [{ rule, order, needs }]);
      else entries.push({ rule, order, needs });
    }
  }
  return map;
}

/** The metric a label counts in its context, `null` where no rule holds. */
export function metricOf(label: Label, unit: string | null, context: Context): string | null {
  if (unit !== null && RATE_UNITS.has(unit)) return null;
  if (NO_METRIC.some((tag) => label.tags.has(tag))) return null;
  const rules = (byTag ??= compile());
  let best: Compiled | null = null;
  for (const tag of label.tags) {
    for (const one of rules.get(tag) ?? []) {
      if (best !== null && one.order >= best.order) break;
      if (!holds(one, label, unit, context)) continue;
      best = one;
      break;
    }
  }
  return best?.rule.metric ?? null;
}

function alsoCounts(rule: MetricRule, unit: string, label: Label, context: Context): boolean {
  if (rule.ofInformation?.has(unit) === true && label.tags.has('information')) return true;
  if (!rule.metric.startsWith('applications.')) return false;
  // “同意公开”4条 under a heading of applications.
  return unit === context.applicationUnit || (unit === '条' && context.heading === 'applications' && rule.metric.startsWith('applications.replied.') && !label.tokens.some((token) => CHANNELS.has(token.tag) || token.tag === 'information'));
}

/** What is held or brought: behind it another word is the noun (新闻发布会实录), where behind others it is an adverb. */
const EVENTS = /^(?:response|training|proposals)\./;

function holds({ rule, needs }: Compiled, label: Label, unit: string | null, context: Context): boolean {
  if (!rule.units.has(unit) && !(unit !== null && alsoCounts(rule, unit, label, context))) return false;
  if (label.unknown && (rule.loose !== true || (label.tail === true && EVENTS.test(rule.metric)))) return false;
  for (const need of needs) if (!need.some((tag) => label.tags.has(tag))) return false;
  if (rule.none?.some((tag) => label.tags.has(tag)) === true) return false;
  if (rule.topic !== undefined && !rule.topic.includes(context.topic)) return false;
  if (rule.heading !== undefined && (context.heading === null || !rule.heading.includes(context.heading))) return false;
  if (rule.notBefore?.some((tag) => context.tags.has(tag)) === true) return false;
  if (rule.context !== undefined && !rule.context.some((tag) => context.tags.has(tag) || label.tags.has(tag))) return false;
  if (rule.metric === 'disclosure.total' && context.otherChannel) return false;
  // 依申请公开中主动公开4件 is an answer, not what was published.
  if (rule.metric === 'disclosure.total' && context.before === 'applications' && unit !== '条' && !label.tags.has('information')) return false;
  // 公报出刊12期，刊登规范性文件23件.
  if (rule.metric === 'disclosure.normativeDocuments' && context.otherChannel && context.tags.has('gazette')) return false;
  return !(context.classHeading && rule.metric.startsWith('disclosure.') && !rule.metric.includes('ormative'));
}
