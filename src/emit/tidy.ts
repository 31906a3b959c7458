/** The tidy table: one row a cell, the same columns in CSV, Parquet and the sheet 单元格. */
import type { Era, Report } from '../schema/report.ts';
import { templateCells, type TemplateCell } from '../templates/eras.ts';

export type Value = string | number | null;

export interface Column {
  name: string;
  /** Heading where people read the table. */
  label: string;
  type: 'string' | 'integer' | 'double';
}

export const TIDY_COLUMNS = [
  { name: 'path', label: '文件', type: 'string' },
  { name: 'agency', label: '机关', type: 'string' },
  { name: 'regionCode', label: '区划代码', type: 'string' },
  { name: 'year', label: '年度', type: 'integer' },
  { name: 'era', label: '版式', type: 'string' },
  { name: 'tableCode', label: '表', type: 'string' },
  { name: 'rowCode', label: '行代码', type: 'string' },
  { name: 'columnCode', label: '列代码', type: 'string' },
  { name: 'rowGroup', label: '所属', type: 'string' },
  { name: 'rowLabel', label: '行', type: 'string' },
  { name: 'columnLabel', label: '列', type: 'string' },
  { name: 'value', label: '数值', type: 'double' },
  { name: 'unit', label: '单位', type: 'string' },
  { name: 'raw', label: '原文', type: 'string' },
  { name: 'status', label: '状态', type: 'string' },
  { name: 'basis', label: '依据', type: 'string' },
  { name: 'line', label: '行号', type: 'integer' },
] as const satisfies readonly Column[];

/** Values in the order of `TIDY_COLUMNS`. */
export type TidyRow = readonly Value[];

/** The national 统计表 has one column; its heading is the same in every edition. */
const STATISTICS_COLUMN = { code: 'value', label: '统计数' };

/** What the template says of a cell: codes, labels and unit. */
export interface CellLabels {
  table: string;
  row: string | null;
  column: string | null;
  group: string | null;
  rowLabel: string | null;
  columnLabel: string | null;
  unit: string | null;
}

/**
 * The rows of one report: every entry of `cells` in template order, then the rows of a local 统计表 as table `indicators`,
 * one row a printed column. A report without tables has none.
 *
 * `unit` is the template's; beside an amount it is the unit printed in the report, `null` where none is.
 */
export function tidyRows(report: Report): TidyRow[] {
  const { source, metadata, template, tables } = report;
  const head = [source.path, metadata.agency, metadata.region?.code ?? null, metadata.year, template.era] as const;
  const labels = labelsOf(template.era);
  const rows: TidyRow[] = report.cells.map((cell) => {
    const of = labels.get(cell.cell) ?? labelsFromPath(cell.cell);
    const unit = of.column === 'amount' ? amountUnit(report, of.row!) : of.unit;
    return [
      ...head, of.table, of.row, of.column, of.group, of.rowLabel, of.columnLabel,
      cell.value, unit, cell.raw, cell.status, cell.basis, cell.line,
    ];
  });
  for (const indicator of tables.indicators ?? []) {
    for (const [column, value] of Object.entries(indicator.values)) {
      rows.push([
        ...head, 'indicators', indicator.code, null, indicator.group, indicator.label, column,
        value, indicator.unit, null, null, null, indicator.line,
      ]);
    }
  }
  return rows;
}

/** The unit printed beside an amount of the disclosure table. */
export function amountUnit(report: Report, row: string): string | null {
  const branch = report.tables.disclosure?.[row];
  const unit = typeof branch === 'object' && branch !== null ? branch['amountUnit'] : null;
  return typeof unit === 'string' ? unit : null;
}

const cache = new Map<Era, ReadonlyMap<string, CellLabels>>();

function labelsOf(era: Era): ReadonlyMap<string, CellLabels> {
  let labels = cache.get(era);
  if (labels === undefined) {
    labels = new Map(templateCells(era).map((cell) => [cell.path, labelsFromTemplate(cell)]));
    cache.set(era, labels);
  }
  return labels;
}

function labelsFromTemplate(cell: TemplateCell): CellLabels {
  const codes = labelsFromPath(cell.path);
  const labels = [...cell.labels];
  const columnLabel = cell.table === 'statistics' ? STATISTICS_COLUMN.label : (labels.pop() ?? null);
  const rowLabel = labels.pop() ?? null;
  return { ...codes, group: labels.length > 0 ? labels.join(' / ') : null, rowLabel, columnLabel, unit: cell.unit };
}

/** `applications.denied.stateSecret.total` is row `denied.stateSecret`, column `total`. */
function labelsFromPath(path: string): CellLabels {
  const [table, ...codes] = path.split('.') as [string, ...string[]];
  const column = table === 'statistics' ? STATISTICS_COLUMN.code : (codes.pop() ?? null);
  const row = codes.length > 0 ? codes.join('.') : null;
  return { table, row, column, group: null, rowLabel: null, columnLabel: null, unit: null };
}
