/** Rules between the reports of one agency, and between the reports of one batch. */
import { finding } from '../findings/catalogue.ts';
import type { Form, SeriesRelation } from '../forms/form.ts';
import { FORMS, type Registry } from '../forms/registry.ts';
import type { Finding } from '../schema/report.ts';
import { fold } from '../text/fold.ts';
import { exact, isPrinted, placeOfCell, valueOf, verdict, viewOf, type CheckedReport, type RuleOutcome, type View } from './outcome.ts';

/** A finding of the series and the report it stands in, as an index into the reports given. */
export interface SeriesFinding {
  report: number;
  finding: Finding;
}

export interface SeriesOutcome {
  report: number;
  outcome: RuleOutcome;
}

/** A change by more than this factor is worth a look … */
const JUMP_FACTOR = 5;
/** … where the larger number has at least so many cases. */
const JUMP_CASES = 30;

interface Entry {
  index: number;
  year: number;
  agency: string;
  view: View;
}

/**
 * 区统计局, 我局, 市城市管理局: every district has one, and which one is meant the name does not say. 市中区, 本溪市 and 全州县 are
 * places.
 */
const RELATIVE = /^[我本全省市区县旗州镇乡](?!.[市区县旗](?![管场容]))/;

/** Reports that name agency and year, grouped by the key of the agency, each group by year. */
function groups(reports: readonly CheckedReport[], forms: Registry): Entry[][] {
  const byAgency = new Map<string, Entry[]>();
  for (const [index, report] of reports.entries()) {
    const { agency, agencyKey, region, year } = report.metadata;
    if (agency === null || year === null) continue;
    const name = fold(agency).replace(/\s/g, '');
    if (agencyKey === null && RELATIVE.test(name)) continue;
    const key = agencyKey ?? `${region?.code ?? ''} ${name}`;
    const entry = { index, year, agency, view: viewOf(report, forms) };
    const known = byAgency.get(key);
    if (known === undefined) byAgency.set(key, [entry]);
    else known.push(entry);
  }
  for (const entries of byAgency.values()) entries.sort((a, b) => a.year - b.year || a.index - b.index);
  return [...byAgency.values()];
}

function sourceName(entry: Entry): string {
  return entry.view.report.source.path ?? entry.view.report.source.sha256.slice(0, 12);
}

/** The same agency and year twice with different bytes; copies of the same bytes are no second version. */
function duplicates(entries: readonly Entry[]): SeriesOutcome[] {
  const first = new Map<number, Entry>();
  const outcomes: SeriesOutcome[] = [];
  for (const entry of entries) {
    const known = first.get(entry.year);
    if (known === undefined) {
      first.set(entry.year, entry);
      continue;
    }
    if (known.view.report.source.sha256 === entry.view.report.source.sha256) continue;
    const { agency, year } = entry;
    outcomes.push({ report: entry.index, outcome: verdict('series/duplicate', 'broken', { agency, year, other: sourceName(known) }) });
  }
  return outcomes;
}

function missingYears(years: readonly Entry[]): SeriesOutcome[] {
  const outcomes: SeriesOutcome[] = [];
  for (const [index, entry] of years.entries()) {
    const before = years[index - 1];
    if (before === undefined) continue;
    const gap: number[] = [];
    for (let year = before.year + 1; year < entry.year; year++) gap.push(year);
    outcomes.push({
      report: entry.index,
      outcome: gap.length === 0
        ? verdict('series/missing-year', 'kept')
        : verdict('series/missing-year', 'broken', { agency: entry.agency, years: gap }),
    });
  }
  return outcomes;
}

const asked = new WeakMap<Form, ReadonlySet<string>>();

/** The cells of a form that rules between reports ask for. */
export function seriesCells(form: Form): ReadonlySet<string> {
  let cells = asked.get(form);
  if (cells === undefined) {
    const paths = form.series.flatMap(({ cell, before, plus = [], minus = [] }) => [cell, before, ...plus, ...minus]);
    asked.set(form, (cells = new Set([...paths, ...receivedPath(form)])));
  }
  return cells;
}

/** 结转下年度 of one year's prose and 上年结转 of the next one's, where a report has no such cells. */
function carriedInProse(before: Entry, after: Entry): SeriesOutcome[] {
  const said = ({ view }: Entry, metric: string): number | null => {
    const values = new Set(view.report.facts.filter((fact) => fact.metric === metric && fact.year === undefined && fact.qualifier === 'exact').map((fact) => fact.value));
    return values.size === 1 ? [...values][0]! : null;
  };
  if (after.view.form.series.some(({ code, before: from, cell }) => code === 'series/carried' && isPrinted(before.view, from) && isPrinted(after.view, cell))) return [];
  const left = said(before, 'applications.carriedForward');
  const right = said(after, 'applications.carriedOver');
  if (left === null || right === null) return [];
  const difference = exact(left - right);
  const { line, column } = after.view.report.facts.find((fact) => fact.metric === 'applications.carriedOver' && fact.value === right)!;
  return [{
    report: after.index,
    outcome: {
      code: 'series/carried', outcome: difference === 0 ? 'kept' : 'broken', cells: [], left, right, difference, place: { line, column },
      args: difference === 0 ? {} : { scope: '正文', from: before.year, year: after.year, left, right, difference },
    },
  }];
}

/** Fewer figures than this that are not zero can be the same in two years. */
const SAME_FIGURES = 8;

/** Tables of the year before left in: every figure the same, and not a few of them. */
function sameFigures(before: Entry, after: Entry): SeriesOutcome[] {
  let same = 0;
  let zeros = 0;
  for (const { cell, value } of after.view.report.cells) {
    const other = before.view.cells.get(cell);
    if (other === undefined) continue;
    if (other.value !== value) return [{ report: after.index, outcome: verdict('series/same-figures', 'kept') }];
    if (value === null) continue;
    if (value === 0) zeros++;
    else same++;
  }
  if (same + zeros === 0) return [];
  if (same < SAME_FIGURES) return [{ report: after.index, outcome: verdict('series/same-figures', 'undecided') }];
  return [{ report: after.index, outcome: verdict('series/same-figures', 'broken', { from: before.year, year: after.year, left: same }) }];
}

/** The cell that counts applications received, whatever the form calls it; none or one. */
function receivedPath(form: Form): string[] {
  const [path] = form.measures.find(({ metric }) => metric === 'applications.received.total')?.cells ?? [];
  return typeof path === 'string' ? [path] : [];
}

/** A relation of the later report's form; it is asked only where both reports print its cell. */
function compared(before: Entry, after: Entry, relation: SeriesRelation): SeriesOutcome[] {
  const { code, cell, scope, plus = [], minus = [] } = relation;
  if (!isPrinted(before.view, relation.before) || !isPrinted(after.view, cell)) return [];
  const terms = [valueOf(before.view, relation.before), ...[...plus, ...minus].map((path) => valueOf(after.view, path))];
  const known = terms.filter((term) => term !== null);
  const left = known.length < terms.length ? null : exact(known.reduce((sum, term, index) => (index > plus.length ? sum - term : sum + term), 0));
  const right = valueOf(after.view, cell);
  const difference = left === null || right === null ? null : exact(left - right);
  const outcome = difference === null ? 'undecided' : difference === 0 ? 'kept' : 'broken';
  const printed = terms.length === 1
    ? { from: before.year, year: after.year }
    : { leftSum: `${known.map((term, index) => (index === 0 ? '' : index > plus.length ? ' − ' : ' + ') + String(term)).join('')} = ${String(left)}` };
  return [{
    report: after.index,
    outcome: {
      code, outcome, cells: [cell], left, right, difference, place: placeOfCell(after.view, cell),
      args: outcome === 'broken' ? { scope, ...printed, left, right, difference } : {},
    },
  }];
}

function jump(before: Entry, after: Entry): SeriesOutcome[] {
  const find = ({ view }: Entry): string | undefined => receivedPath(view.form).find((path) => isPrinted(view, path));
  const [from, to] = [find(before), find(after)];
  if (from === undefined || to === undefined) return [];
  const left = valueOf(before.view, from);
  const right = valueOf(after.view, to);
  const decided = left !== null && right !== null;
  const broken = decided && Math.max(left, right) >= JUMP_CASES && Math.max(left, right) > JUMP_FACTOR * Math.min(left, right);
  return [{
    report: after.index,
    outcome: {
      code: 'series/jump', outcome: decided ? (broken ? 'broken' : 'kept') : 'undecided', cells: [to], left, right,
      difference: decided ? exact(left - right) : null, place: placeOfCell(after.view, to),
      args: broken ? { left, right, from: before.year, year: after.year } : {},
    },
  }];
}

/** The outcomes of every rule between reports; each stands in the later report of the two. */
export function evaluateSeries(reports: readonly CheckedReport[], forms: Registry = FORMS): SeriesOutcome[] {
  return groups(reports, forms).flatMap((entries) => {
    const years = entries.filter((entry, index) => entries[index - 1]?.year !== entry.year);
    const pairs = years.flatMap((after, index): SeriesOutcome[] => {
      const before = years[index - 1];
      if (before?.year !== after.year - 1) return [];
      return [...after.view.form.series.flatMap((relation) => compared(before, after, relation)), ...carriedInProse(before, after), ...sameFigures(before, after), ...jump(before, after)];
    });
    return [...duplicates(entries), ...missingYears(years), ...pairs];
  });
}

/**
 * Holds the reports of a batch against each other. Pure; the order of the reports decides only which of two versions of
 * one report is named the first.
 */
export function checkSeries(reports: readonly CheckedReport[], forms: Registry = FORMS): SeriesFinding[] {
  return evaluateSeries(reports, forms)
    .filter(({ outcome }) => outcome.outcome === 'broken')
    .map(({ report, outcome: { code, args, place, cells } }) => ({ report, finding: finding(code, args, place, [...cells]) }));
}
