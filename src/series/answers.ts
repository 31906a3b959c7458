/** What one report answers to the measures: every number with where it comes from. */
import { cellMapOf } from '../forms/cells.ts';
import type { Form, Term } from '../forms/form.ts';
import { FORMS, formOf, type Registry } from '../forms/registry.ts';
import type { Cell, Fact, Indicator, Report } from '../schema/report.ts';
import { printedUnit } from '../schema/unit.ts';
import type { Measure } from './measure.ts';
import { MEASURES } from './measures.ts';
import { printOf, type Print } from './identity.ts';

/** A cell of the form, a row of a local 统计表, or a sentence: the best first. */
export const SOURCES = ['table', 'indicator', 'prose'] as const;
export type Source = (typeof SOURCES)[number];

export interface Answer {
  source: Source;
  value: number | null;
  /** Paths of the cells, joined by ` + `; the label and column of the row; the metric of the fact. */
  cell: string;
  unit: string | null;
  /** Of a cell; `incomplete` where one of several that are added has no number, `ambiguous` where several rows or sentences differ. */
  status: string;
  /** Of a fact. */
  qualifier: string | null;
  line: number | null;
  /** What is counted, where it is not what the other forms count. */
  as: string | null;
}

/** One report in the series. Plain data. */
export interface Point {
  print: Print;
  path: string;
  agencyKey: string | null;
  agency: string | null;
  agencyLevel: string | null;
  agencyKind: string | null;
  regionCode: string | null;
  regionName: string | null;
  year: number | null;
  academicYear: string | null;
  era: string;
  /** By measure, the best source first. */
  answers: Record<string, Answer[]>;
}

export function pointOf(report: Report, forms: Registry = FORMS): Point {
  const { metadata, template } = report;
  const form = formOf(template.era, forms);
  const cells = new Map(report.cells.map((cell) => [cell.cell, cell]));
  const answers: Point['answers'] = {};
  for (const measure of MEASURES) {
    const found = [fromCells(measure, form, cells, report), fromIndicators(measure, report), fromFacts(measure, report.facts)].filter((answer) => answer !== null);
    if (found.length > 0) answers[measure.code] = found;
  }
  const print = printOf(report, forms);
  return {
    print, path: print.path, agencyKey: metadata.agencyKey, agency: metadata.agency, agencyLevel: metadata.agencyLevel, agencyKind: metadata.agencyKind,
    regionCode: metadata.region?.code ?? null, regionName: metadata.region?.name ?? null, year: metadata.year, academicYear: metadata.academicYear,
    era: template.era, answers,
  };
}

/** The answer that counts: the first of the best source that has a number, else the first there is. */
export function bestOf<One>(found: readonly One[], answerOf: (one: One) => Answer): One | null {
  for (const source of SOURCES) {
    const best = found.find((one) => answerOf(one).source === source && answerOf(one).value !== null);
    if (best !== undefined) return best;
  }
  return found[0] ?? null;
}

/** The cells that a term stands for: the first set that holds a number, else the first that is printed. */
function cellsOfTerm(term: Term, cells: ReadonlyMap<string, Cell>): readonly string[] {
  if (typeof term === 'string') return [term];
  return term.oneOf.find((paths) => paths.some((path) => typeof cells.get(path)?.value === 'number'))
    ?? term.oneOf.find((paths) => paths.some((path) => cells.has(path))) ?? [];
}

function fromCells({ tables }: Measure, form: Form, cells: ReadonlyMap<string, Cell>, report: Report): Answer | null {
  const known = cellMapOf(form);
  const answering = tables.find((one) => one.cells.every((term) => (typeof term === 'string' ? known.has(term) : term.oneOf.some((paths) => paths.every((path) => known.has(path))))));
  const paths = answering?.cells.flatMap((term) => cellsOfTerm(term, cells)) ?? [];
  const parts = paths.flatMap((path) => cells.get(path) ?? []);
  if (parts.length === 0 || parts.every(({ status }) => status === 'missing')) return null;
  const printed = parts.every(({ value }) => value !== null) && parts.length === paths.length;
  const [first] = parts;
  const cell = known.get(paths[0]!);
  return {
    source: 'table',
    // Of several cells a blank one leaves the sum open.
    value: printed ? exact(parts.reduce((sum, { value }) => sum + value!, 0)) : null,
    cell: paths.join(' + '),
    unit: cell?.unitPath == null ? cell?.unit ?? null : printedUnit(report, cell.unitPath),
    status: parts.length === 1 || parts.every(({ status }) => status === first!.status) ? first!.status : printed ? 'reported' : 'incomplete',
    qualifier: null, line: first!.line, as: answering!.as ?? null,
  };
}

/** Headings of columns that do not hold the figures of the year. */
const OTHER_COLUMN = /累计|历年|上年|去年|往年|同期|同比|增|减|比/;

/** The column of the report's own year: the one that names it, else the only one that names no other. */
function columnOfYear(row: Indicator, year: number | null): string | null {
  const columns = Object.keys(row.values).filter((column) => !OTHER_COLUMN.test(column));
  const named = columns.filter((column) => year !== null && column.includes(String(year)));
  const open = columns.filter((column) => !/\d{4}/.test(column));
  const fit = named.length > 0 ? named : open;
  return fit.length === 1 ? fit[0]! : null;
}

function fromIndicators({ metric }: Measure, { tables, metadata }: Report): Answer | null {
  const rows = metric === null ? [] : (tables.indicators ?? []).filter(({ code }) => code === metric);
  const found = rows.flatMap((row) => {
    const column = columnOfYear(row, metadata.year);
    return column === null ? [] : [{ row, column, value: row.values[column] ?? null }];
  });
  const [first] = found;
  if (first === undefined) return null;
  const agreed = found.every(({ value }) => value === first.value);
  return {
    source: 'indicator', value: agreed ? first.value : null, cell: `${first.row.label} / ${first.column}`, unit: first.row.unit,
    status: !agreed ? 'ambiguous' : first.value === null ? 'blank' : 'reported', qualifier: null, line: first.row.line, as: null,
  };
}

/** The facts of the report's own year; where exact ones and rough ones stand side by side, the exact ones. */
function fromFacts({ metric }: Measure, facts: readonly Fact[]): Answer | null {
  const own = metric === null ? [] : facts.filter((fact) => fact.metric === metric && fact.year === undefined && fact.upper === undefined);
  const exactOnes = own.filter(({ qualifier }) => qualifier === 'exact');
  const found = exactOnes.length > 0 ? exactOnes : own;
  const [first] = found;
  if (first === undefined) return null;
  const agreed = found.every((fact) => fact.value === first.value && (fact.unit === first.unit || fact.unit === null || first.unit === null));
  return {
    source: 'prose', value: agreed ? first.value : null, cell: first.metric!, unit: found.find(({ unit }) => unit !== null)?.unit ?? null,
    status: agreed ? 'reported' : 'ambiguous', qualifier: first.qualifier, line: first.line, as: null,
  };
}

/** Sums of decimals as printed carry no more than nine places; what lies beyond is binary rounding. */
export function exact(value: number): number {
  return Number.isInteger(value) ? value : Math.round(value * 1e9) / 1e9;
}
