/** The tables: which columns they have, which rows a report gives, and what only the whole run knows of them. */
import { sentence } from '../findings/catalogue.ts';
import { METRICS } from '../lexicon/metric-codes.ts';
import { FORMS, type Registry } from '../forms/registry.ts';
import type { Report } from '../schema/report.ts';
import { Duplicates, printOf, type Print } from '../series/identity.ts';
import { pointOf, seriesRows, type Point, type SeriesRow } from '../series/series.ts';
import { columns, type Column, type ColumnName, type Value } from './columns.ts';
import type { TableName } from './emitter.ts';
import { around, originValues, placeValues, TIDY_COLUMNS, tidyRows } from './tidy.ts';
import { REPORT_COLUMNS, reportRow, wideColumns, wideRow } from './wide.ts';

const FACT_COLUMNS = around(
  'metric', 'metricLabel', 'subject', 'value', 'upper', 'unit', 'qualifier', 'factYear', 'partOf', 'text', 'line',
  'column',
);

const FINDING_COLUMNS = around(
  'severity', 'code', 'origin', 'messageEn', 'messageZh', 'cells', 'line', 'column',
);

/** In the names of the rows of a series. */
const SERIES_COLUMNS = columns<ColumnName & keyof SeriesRow>(
  'agencyKey', 'agency', 'agencyLevel', 'agencyKind', 'regionCode', 'regionName', 'year', 'academicYear', 'era',
  'measure', 'zh', 'en', 'value', 'unit', 'numerator', 'denominator', 'source', 'cell', 'status', 'qualifier',
  'break', 'others', 'path', 'line', 'duplicateOf', 'versionOf',
);

const LABELS = new Map<string, string>(METRICS.map(({ code, label }) => [code, label]));

function factRows(report: Report): Value[][] {
  const [head, tail] = [placeValues(report), originValues(report)];
  return report.facts.map((fact) => [
    ...head, fact.metric, fact.metric === null ? null : LABELS.get(fact.metric) ?? null, fact.subject, fact.value, fact.upper ?? null, fact.unit, fact.qualifier,
    fact.year ?? null, fact.partOf ?? null, fact.text, fact.line, fact.column, ...tail,
  ]);
}

function findingRows(report: Report): Value[][] {
  const [head, tail] = [placeValues(report), originValues(report)];
  return report.findings.map((found) => [
    ...head, found.severity, found.code, found.origin, sentence(found, 'en'), sentence(found, 'zh'), found.cells.join(' '), found.line, found.column, ...tail,
  ]);
}

export interface Table {
  name: TableName | 'wide';
  columns: readonly Column[];
  /** Rows of one report, `duplicateOf` left open; `null` where they come of all reports together. */
  rows: ((report: Report) => readonly (readonly Value[])[]) | null;
}

/** @param wide one row a report with every cell of every form */
export function tableOf(name: TableName = 'cells', wide = false, forms: Registry = FORMS): Table {
  if (wide) {
    const cells = wideColumns(forms).slice(REPORT_COLUMNS.length).map((path): Column => ({ name: path, label: path, type: /Unit$/.test(path) ? 'string' : 'double' }));
    return { name: 'wide', columns: [...REPORT_COLUMNS, ...cells], rows: (report) => [wideRow(report, forms)] };
  }
  switch (name) {
    case 'reports': return { name, columns: REPORT_COLUMNS, rows: (report) => [reportRow(report)] };
    case 'cells': return { name, columns: TIDY_COLUMNS, rows: (report) => tidyRows(report, forms) };
    case 'facts': return { name, columns: FACT_COLUMNS, rows: factRows };
    case 'findings': return { name, columns: FINDING_COLUMNS, rows: findingRows };
    case 'series': return { name, columns: SERIES_COLUMNS, rows: null };
  }
}

/** What a report gives to a table: its rows, made into whatever is written, or its point in the series. Survives a structured clone. */
export interface TablePiece<Rows> {
  print: Print;
  rows: Rows | null;
  point: Point | null;
}

export function tablePiece<Rows>(table: Table, report: Report, make: (rows: readonly (readonly Value[])[]) => Rows, forms: Registry = FORMS): TablePiece<Rows> {
  const rows = table.rows?.(report) ?? null;
  return { print: printOf(report, forms), rows: rows === null ? null : make(rows), point: rows === null ? pointOf(report, forms) : null };
}

/** What a file of a table knows while it is written: which reports came by, or the points of the series. */
export class TableState {
  readonly #duplicates = new Duplicates();
  readonly #points: Point[] = [];

  /** The report that this one repeats. */
  add({ print, point }: TablePiece<unknown>): string | null {
    if (point !== null) this.#points.push(point);
    return this.#duplicates.add(print);
  }

  recall(print: Print): void {
    this.#duplicates.add(print);
  }

  /** The rows that come of all reports together. */
  rest(): Value[][] {
    return seriesRows(this.#points).map((row) => SERIES_COLUMNS.map(({ name }) => row[name]));
  }
}

/** Place of `duplicateOf` in a row, for the rows of single reports. */
export function duplicatePlace(table: Table): number {
  return table.columns.findIndex(({ name }) => name === 'duplicateOf');
}

/** A row with the report that its own repeats. */
export function withDuplicate(row: readonly Value[], place: number, duplicateOf: string | null): readonly Value[] {
  return duplicateOf === null ? row : row.with(place, duplicateOf);
}
