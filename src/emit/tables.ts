/** The tables: which columns they have, which rows a report gives, and what only the whole run knows of them. */
import { sentence } from '../findings/catalogue.ts';
import { METRICS } from '../lexicon/metric-codes.ts';
import { FORMS, type Registry } from '../forms/registry.ts';
import type { Report } from '../schema/report.ts';
import { Duplicates, printOf, type Print } from '../series/identity.ts';
import { pointOf, seriesRows, type Point, type SeriesRow } from '../series/series.ts';
import type { TableName } from './emitter.ts';
import { around, originValues, placeValues, TIDY_COLUMNS, tidyRows, type Column, type Value } from './tidy.ts';
import { REPORT_COLUMNS, reportRow, wideColumns, wideRow } from './wide.ts';

const FACT_COLUMNS = around([
  { name: 'metric', label: '指标', type: 'string' },
  { name: 'metricLabel', label: '指标名称', type: 'string' },
  { name: 'subject', label: '事项', type: 'string' },
  { name: 'value', label: '数值', type: 'double' },
  { name: 'upper', label: '上限', type: 'double' },
  { name: 'unit', label: '单位', type: 'string' },
  { name: 'qualifier', label: '限定', type: 'string', words: 'qualifier' },
  { name: 'factYear', label: '所指年度', type: 'integer' },
  { name: 'partOf', label: '属于', type: 'integer' },
  { name: 'text', label: '原文', type: 'string' },
  { name: 'line', label: '行号', type: 'integer' },
  { name: 'column', label: '列号', type: 'integer' },
]);

const FINDING_COLUMNS = around([
  { name: 'severity', label: '程度', type: 'string', words: 'severity' },
  { name: 'code', label: '代码', type: 'string' },
  { name: 'origin', label: '来源', type: 'string', words: 'origin' },
  { name: 'messageEn', label: '英文说明', type: 'string' },
  { name: 'messageZh', label: '说明', type: 'string' },
  { name: 'cells', label: '单元格', type: 'string' },
  { name: 'line', label: '行号', type: 'integer' },
  { name: 'column', label: '列号', type: 'integer' },
]);

/** In the names of the rows of a series. */
const SERIES_COLUMNS = [
  { name: 'agencyKey', label: '机关标识', type: 'string' },
  { name: 'agency', label: '机关', type: 'string' },
  { name: 'agencyLevel', label: '层级', type: 'string', words: 'level' },
  { name: 'agencyKind', label: '类别', type: 'string', words: 'kind' },
  { name: 'regionCode', label: '区划代码', type: 'string' },
  { name: 'regionName', label: '区划', type: 'string' },
  { name: 'year', label: '年度', type: 'integer' },
  { name: 'academicYear', label: '学年', type: 'string' },
  { name: 'era', label: '版式', type: 'string', words: 'era' },
  { name: 'measure', label: '指标代码', type: 'string' },
  { name: 'zh', label: '指标', type: 'string' },
  { name: 'en', label: '英文', type: 'string' },
  { name: 'value', label: '数值', type: 'double' },
  { name: 'unit', label: '单位', type: 'string' },
  { name: 'numerator', label: '分子', type: 'double' },
  { name: 'denominator', label: '分母', type: 'double' },
  { name: 'source', label: '来源', type: 'string', words: 'source' },
  { name: 'cell', label: '出处', type: 'string' },
  { name: 'status', label: '状态', type: 'string', words: 'status' },
  { name: 'qualifier', label: '限定', type: 'string', words: 'qualifier' },
  { name: 'break', label: '断点', type: 'string', words: 'break' },
  { name: 'others', label: '其他来源', type: 'string' },
  { name: 'path', label: '文件', type: 'string' },
  { name: 'line', label: '行号', type: 'integer' },
  { name: 'duplicateOf', label: '重复于', type: 'string' },
  { name: 'versionOf', label: '另一版本', type: 'string' },
] as const satisfies readonly (Column & { name: keyof SeriesRow })[];

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
