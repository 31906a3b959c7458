/** Holds the figures of the prose against each other: parts against their whole, rates and shares against counts. */
import type { Fact } from '../schema/report.ts';
import { exact, verdict, type RuleOutcome, type View } from './outcome.ts';
import { sumText } from './arithmetic.ts';

/** Figures farther apart than this, in lines or in characters of one line, are not held against each other. */
const NEAR = 400;
/** 1.53万条: rounded in print. */
const ROUNDED = /\d\s*[万亿]|[万亿]余/;

/** Parts of one whole that exclude each other; with `complete` they are all there are. */
interface Family {
  wholes: readonly string[];
  parts: readonly string[];
  complete: boolean;
}

const received = (codes: string): string[] => codes.split(' ').map((code) => `applications.received.${code}`);
const FAMILIES: readonly Family[] = [
  { wholes: received('total'), parts: received('naturalPerson organizations'), complete: true },
  { wholes: received('total'), parts: received('inPerson fax online letter email'), complete: false },
  { wholes: ['applications.closed.total'], parts: ['applications.closed.onTime', 'applications.closed.extended'], complete: true },
  {
    wholes: ['applications.closed.total', 'applications.replied.total'],
    parts: 'granted partiallyGranted denied.total unavailable notProcessed otherHandling'.split(' ').map((code) => `applications.replied.${code}`),
    complete: false,
  },
  ...['reconsideration', 'litigation'].map((table): Family => ({
    wholes: [`${table}.total`], parts: ['upheld', 'corrected', 'other', 'pending'].map((code) => `${table}.${code}`), complete: true,
  })),
  { wholes: ['resources.staff.total'], parts: ['resources.staff.fullTime', 'resources.staff.partTime'], complete: true },
  { wholes: ['proposals.total'], parts: ['proposals.congress', 'proposals.consultative'], complete: true },
];

function near(one: Fact, other: Fact): boolean {
  return one.line === other.line ? Math.abs(one.column - other.column) <= NEAR : Math.abs(one.line - other.line) <= 1;
}

function isPlain(fact: Fact): boolean {
  return fact.year === undefined && fact.qualifier === 'exact' && fact.upper === undefined && !ROUNDED.test(fact.text);
}

const placeOf = (fact: Fact): { line: number; column: number } => ({ line: fact.line, column: fact.column });

function partsOutcome(whole: Fact, parts: readonly Fact[], complete: boolean): RuleOutcome {
  const sum = exact(parts.reduce((total, part) => total + part.value, 0));
  const broken = sum > whole.value || (complete && sum !== whole.value);
  const decided = complete || sum > whole.value || sum === whole.value;
  const difference = exact(sum - whole.value);
  return {
    code: 'prose/parts', outcome: broken ? 'broken' : decided ? 'kept' : 'undecided', cells: [], left: sum, right: whole.value, difference,
    args: broken ? { scope: whole.subject, left: sum, leftSum: sumText(parts.map((part) => part.value), sum), right: whole.value, difference } : {},
    place: placeOf(whole),
  };
}

/** 收到申请20件，其中自然人15件、法人6件; 公开信息90条，其中A类60条、其他29条. */
function partsRule(facts: readonly Fact[]): RuleOutcome[] {
  const outcomes: RuleOutcome[] = [];
  for (const [at, whole] of facts.entries()) {
    if (whole.value === 0 || !isPlain(whole)) continue;
    const own = facts.slice(at + 1, at + 41).filter((fact) => near(whole, fact));
    // A second figure of the same whole opens a list of its own.
    const next = whole.metric === null ? -1 : own.findIndex((fact) => fact.metric === whole.metric);
    const behind = next < 0 ? own : own.slice(0, next);
    let judged = false;
    for (const { wholes, parts, complete } of FAMILIES) {
      if (whole.metric === null || !wholes.includes(whole.metric)) continue;
      const members = parts.map((metric) => behind.filter((fact) => fact.metric === metric && fact.unit === whole.unit));
      if (members.some((one) => one.length > 1)) continue;
      const found = members.flat();
      if (found.length < 2 || !found.every(isPlain)) continue;
      judged = true;
      outcomes.push(partsOutcome(whole, found, complete && found.length === parts.length));
    }
    if (judged) continue;
    const listed = behind.filter((fact) => fact.partOf === at);
    // A list that ends with the rest is all there is.
    if (listed.length > 1 && /^其[他它余]/.test(listed.at(-1)!.subject) && listed.every(isPlain)) outcomes.push(partsOutcome(whole, listed, true));
  }
  return outcomes;
}

/** What a printed percentage leaves open: one unit of its last place, for some cut where others round. */
function agreesWith(printed: number, share: number): boolean {
  const decimals = /\.(\d+)/.exec(String(printed))?.[1]?.length ?? 0;
  return Math.abs(printed - share) <= 10 ** -decimals + 1e-9;
}

const SHARE = /^占/;
const RATE = /^(?!.*(?:按时|按期|及时|如期|时限|限时|期限)).{0,16}(办结|办理|答复|回复)率$/;
const CHANGE = /(?:增长|增幅|增加|上升|提高|下降|减少|降幅|降低)(?:了|达)?$/;
const DONE: Readonly<Record<string, string>> = { 办结: 'applications.closed.total', 答复: 'applications.replied.total', 办理: 'applications.closed.total', 回复: 'applications.replied.total' };

/** What a percentage is the share of, as far as the facts beside it tell; `null` where it is none of these. */
function shareOutcome(facts: readonly Fact[], at: number): RuleOutcome | null {
  const rate = facts[at]!;
  const before = facts[at - 1];
  if (rate.unit !== '%' || rate.qualifier !== 'exact' || rate.upper !== undefined || before === undefined || !near(before, rate)) return null;
  const judge = (part: Fact, wholes: readonly number[], whole: number): RuleOutcome => {
    const share = exact(Math.round((1e4 * part.value) / whole) / 100);
    const kept = wholes.some((one) => one > 0 && agreesWith(rate.value, (100 * part.value) / one));
    return {
      code: 'prose/share', outcome: kept ? 'kept' : 'broken', cells: [], left: rate.value, right: share, difference: exact(rate.value - share),
      args: kept ? {} : { scope: rate.subject, left: rate.value, part: part.value, whole, right: share }, place: placeOf(rate),
    };
  };
  if (SHARE.test(rate.subject) && before.unit !== '%') {
    const whole = before.partOf === undefined ? undefined : facts[before.partOf];
    if (whole === undefined || !isPlain(before) || !isPlain(whole)) return verdict('prose/share', 'undecided', {}, placeOf(rate));
    // 占总数的, 占答复数的: of which whole is not always said, so any printed before it will do.
    const wholes = facts.slice(0, at).filter((fact) => fact.unit === before.unit && fact.value >= before.value).map((fact) => fact.value);
    return judge(before, wholes, whole.value);
  }
  const verb = RATE.exec(rate.subject)?.[1];
  if (verb !== undefined) {
    const one = (metric: string): Fact | undefined => facts.slice(Math.max(0, at - 12), at).findLast((fact) => fact.metric === metric && near(fact, rate));
    const [all, done] = [one('applications.received.total'), one(DONE[verb]!)];
    if (all === undefined || done === undefined || all.value === 0 || !isPlain(all) || !isPlain(done) || done.value > all.value) return verdict('prose/share', 'undecided', {}, placeOf(rate));
    const carried = one('applications.carriedOver')?.value ?? 0;
    const forward = one('applications.carriedForward')?.value ?? 0;
    return judge(done, [all.value, all.value + carried, all.value + carried - forward], all.value);
  }
  if (!CHANGE.test(rate.subject)) return null;
  const earlier = facts.slice(Math.max(0, at - 3), at).find((fact) => fact.metric !== null && fact.year !== undefined && near(fact, rate));
  const now = facts.slice(Math.max(0, at - 3), at).find((fact) => fact.metric === earlier?.metric && fact.year === undefined);
  if (earlier === undefined || now === undefined || earlier.value === 0 || earlier.qualifier !== 'exact' || !isPlain(now) || ROUNDED.test(earlier.text)) return null;
  return judge({ ...now, value: Math.abs(now.value - earlier.value) }, [earlier.value], earlier.value);
}

/** 2022年收到申请12件 in the report on 2023, which says nothing of its own year: a sentence of the year before, left in. */
function staleRule({ report: { facts, metadata } }: View): RuleOutcome[] {
  const { year } = metadata;
  if (year === null) return [verdict('prose/stale-year', 'undecided')];
  const own = new Set(facts.filter((fact) => fact.year === undefined).map((fact) => fact.metric));
  const stale = facts.find((fact) => (
    fact.metric !== null && fact.year === year - 1 && !own.has(fact.metric) && fact.text.includes(`${String(year - 1)}年`) && !COMPARED.test(fact.text)
  ));
  if (stale === undefined) return [verdict('prose/stale-year', 'kept')];
  return [verdict('prose/stale-year', 'broken', { scope: stale.subject, left: stale.value, from: year - 1, year }, placeOf(stale))];
}

const COMPARED = /比|较|上年|去年|同期|分别|[由从]|以来|起|至|—/;

/** Every rule between figures of the prose. */
export function evaluateFigures(view: View): RuleOutcome[] {
  const { facts } = view.report;
  const shares = facts.flatMap((_, at) => shareOutcome(facts, at) ?? []);
  return [...partsRule(facts), ...shares, ...staleRule(view)];
}
