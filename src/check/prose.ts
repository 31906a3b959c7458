/** Holds the facts of the prose against the cells that count the same thing. */
import { cellLabel } from '../forms/cells.ts';
import type { Form, Measure, Term } from '../forms/form.ts';
import type { Fact } from '../schema/report.ts';
import { resolve, sumText } from './arithmetic.ts';
import { exact, valueOf, verdict, type Outcome, type RuleOutcome, type View } from './outcome.ts';

/** Units that count applications, cases or pieces of information; 人次 and 元 count something else. */
const COUNTING_UNITS: ReadonlySet<string | null> = new Set([null, '件', '宗', '份', '条', '次', '起', '例', '个', '项', '封', '笔', '篇']);

/** 1.53万条: rounded in print, whatever its qualifier. */
const ROUNDED = /\d\s*[万亿]|[万亿]余/;

const known = new WeakMap<Form, ReadonlyMap<string, Measure>>();

function measuresOf(form: Form): ReadonlyMap<string, Measure> {
  let measures = known.get(form);
  if (measures === undefined) known.set(form, (measures = new Map(form.measures.map((measure) => [measure.metric, measure]))));
  return measures;
}

/** Facts that speak of the same whole as the table: this year's, and no part of another fact of the same metric. */
function comparable(fact: Fact, facts: readonly Fact[]): boolean {
  if (fact.year !== undefined || !COUNTING_UNITS.has(fact.unit)) return false;
  const whole = fact.partOf === undefined ? undefined : facts[fact.partOf];
  return whole?.metric !== fact.metric;
}

interface Total {
  sum: number;
  blanks: number;
  cells: string[];
}

function totalOf(view: View, plus: readonly Term[], minus: readonly Term[] = []): Total {
  const total: Total = { sum: 0, blanks: 0, cells: [] };
  const add = (terms: readonly Term[], sign: number): void => {
    for (const path of terms.flatMap((term) => resolve(view, term))) {
      const value = valueOf(view, path);
      total.cells.push(path);
      if (value === null) total.blanks++;
      else total.sum += sign * value;
    }
  };
  add(plus, 1);
  add(minus, -1);
  total.sum = exact(total.sum);
  return total;
}

/** What the words of a fact allow: `upper` ends a range, `atLeast` and `atMost` are bounds, `approximate` decides nothing. */
function agrees(fact: Fact, table: Total, atMost: boolean): Outcome {
  if (fact.qualifier === 'approximate' || ROUNDED.test(fact.text)) return 'undecided';
  const low = fact.qualifier === 'atMost' ? 0 : fact.value;
  const high = fact.qualifier === 'atLeast' || atMost ? Infinity : fact.upper ?? fact.value;
  if (table.sum > high) return 'broken';
  if (table.blanks > 0) return 'undecided';
  return table.sum < low ? 'broken' : 'kept';
}

function outcomeOf(fact: Fact, rule: Measure, table: Total, outcome: Outcome): RuleOutcome {
  const difference = exact(fact.value - table.sum);
  return {
    code: rule.code, outcome, cells: table.cells, left: fact.value, right: table.sum, difference,
    args: outcome === 'broken' ? { scope: rule.scope, left: fact.value, right: table.sum, difference, metric: rule.metric } : {},
    place: { line: fact.line, column: fact.column },
  };
}

/** A row left blank while the same number of cases stands in a row beside it. */
function filedElsewhere(view: View, fact: Fact, rule: Measure): RuleOutcome | null {
  const [cell] = rule.cells;
  if (rule.siblings === undefined || typeof cell !== 'string' || fact.qualifier !== 'exact' || fact.value === 0) return null;
  if (view.cells.get(cell)?.status !== 'blank') return null;
  const other = rule.siblings.find((path) => valueOf(view, path) === fact.value);
  if (other === undefined) return null;
  return {
    code: 'prose/other-row', outcome: 'broken', cells: [cell, other], left: fact.value, right: fact.value, difference: null,
    args: { scope: rule.scope, left: fact.value, right: fact.value, other: cellLabel(view.form, other), metric: rule.metric },
    place: { line: fact.line, column: fact.column },
  };
}

/** Another reading of the words that agrees, or one that blanks leave open; `null` where every reading contradicts. */
function readingOf(view: View, fact: Fact, rule: Measure): RuleOutcome | null {
  let open: RuleOutcome | null = null;
  for (const reading of rule.readings ?? []) {
    const table = totalOf(view, reading.plus, reading.minus);
    const outcome = table.blanks > 0 && reading.minus !== undefined ? 'undecided' : agrees(fact, table, false);
    if (outcome === 'undecided') open ??= outcomeOf(fact, rule, table, outcome);
    if (outcome !== 'kept') continue;
    const kept = outcomeOf(fact, rule, table, 'kept');
    if (reading.code === undefined || fact.qualifier !== 'exact') return kept;
    const rightSum = sumText(table.cells.map((path) => valueOf(view, path) ?? 0), table.sum);
    return { ...kept, code: reading.code, outcome: 'broken', args: { scope: rule.scope, left: fact.value, right: table.sum, rightSum, metric: rule.metric } };
  }
  return open;
}

const WHOLE_AREA = /全[省市县区州旗镇乡]|各级|全系统|各部门|各单位/;
const OWN_ALONE = /本级|代表.{0,4}政府|机关本部|[市县区旗]政府(?:及其办公[室厅]|办公[室厅])?(?:共|新)?(?:收到|受理|办结|办理|公开|答复)/;

/** 全区收到56件 over a table of the government alone, or the other way round: another scope, told and not held against it. */
function scopeOf({ report: { metadata } }: View, fact: Fact, outcome: RuleOutcome): RuleOutcome | null {
  if (outcome.difference === null || metadata.agency === null || !/(?:政府|政府办公[室厅]|管委会|管理委员会)$/.test(metadata.agency)) return null;
  if (!(outcome.difference > 0 ? WHOLE_AREA : OWN_ALONE).test(fact.text)) return null;
  const { scope, left, right } = outcome.args;
  return { ...outcome, code: 'prose/scope', args: { scope: scope!, left: left!, right: right! } };
}

/**
 * One metric's facts against its cells. Where one fact agrees, the others of the metric speak of a part of the agency or of
 * the year; where several add up to the cell, they are its parts. At most one contradiction a metric comes out, on the
 * largest number.
 */
function judge(view: View, rule: Measure, facts: readonly Fact[]): RuleOutcome[] {
  const table = totalOf(view, rule.cells);
  const outcomes = facts.map((fact) => {
    const outcome = agrees(fact, table, rule.atMost === true);
    const reading = outcome === 'broken' ? readingOf(view, fact, rule) : null;
    return reading ?? (outcome === 'undecided' ? filedElsewhere(view, fact, rule) : null) ?? outcomeOf(fact, rule, table, outcome);
  });
  const contradictions = outcomes.filter((outcome) => outcome.code === rule.code && outcome.outcome === 'broken');
  if (contradictions.length === 0) return outcomes;
  const agreed = outcomes.some((outcome) => outcome.code !== rule.code || outcome.outcome === 'kept');
  const summed = table.blanks === 0 && exact(contradictions.reduce((sum, { left }) => sum + (left ?? 0), 0)) === table.sum;
  const worst = agreed || (contradictions.length > 1 && summed)
    ? null
    : contradictions.reduce((largest, outcome) => ((outcome.left ?? 0) > (largest.left ?? 0) ? outcome : largest));
  const told = worst === null ? null : scopeOf(view, facts[outcomes.indexOf(worst)]!, worst);
  return outcomes.map((outcome) => (
    outcome === worst && told !== null ? told : contradictions.includes(outcome) && outcome !== worst ? { ...outcome, outcome: 'undecided', args: {} } : outcome
  ));
}

const GRANTED = 'applications.replied.granted';
const ALREADY_PUBLIC = 'applications.replied.alreadyPublic';

/** A form without a row for what was public already counts it as granted: 已主动公开1件、同意公开1件 are the 2 of its table. */
function withAlreadyPublic(said: readonly Fact[], facts: readonly Fact[]): readonly Fact[] {
  const open = facts.filter((fact) => fact.metric === ALREADY_PUBLIC && fact.year === undefined && fact.qualifier === 'exact');
  const [only] = open;
  if (only === undefined || open.length > 1) return said;
  return said.map((fact) => (fact.qualifier === 'exact' && fact.upper === undefined ? { ...fact, upper: fact.value + only.value } : fact));
}

/** Every fact that one of the tables counts too. */
export function evaluateProse(view: View): RuleOutcome[] {
  const { facts } = view.report;
  const rules = measuresOf(view.form);
  const byRule = new Map<Measure, Fact[]>();
  for (const fact of facts) {
    const rule = fact.metric === null ? undefined : rules.get(fact.metric);
    if (rule === undefined || !comparable(fact, facts)) continue;
    const known = byRule.get(rule);
    if (known === undefined) byRule.set(rule, [fact]);
    else known.push(fact);
  }
  return [...byRule].flatMap(([rule, said]) => {
    const [first] = rule.cells;
    const path = typeof first === 'string' ? first : first?.oneOf[0]?.[0] ?? '';
    if (!view.tables.has(path.slice(0, path.indexOf('.')))) return said.map(({ line, column }) => verdict(rule.code, 'notApplicable', {}, { line, column }));
    return judge(view, rule, rule.metric === GRANTED && !rules.has(ALREADY_PUBLIC) ? withAlreadyPublic(said, facts) : said);
  });
}
