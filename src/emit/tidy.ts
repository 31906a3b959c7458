/** The tidy table: one row a cell, the same columns in CSV, Parquet and the sheet 单元格. */
import { cellsOfForm, type FormCell } from '../forms/cells.ts';
import type { Form } from '../forms/form.ts';
import { FORMS, formOf, type Registry } from '../forms/registry.ts';
import type { Report } from '../schema/report.ts';

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

/** Code of the one column of a table whose cells are named by their rows alone. */
const ONLY_COLUMN = 'value';

/** What the form says of a cell: the columns from `tableCode` to `columnLabel`. */
type CellLabels = readonly [table: string, row: string | null, column: string | null, group: string | null, rowLabel: string | null, columnLabel: string | null];

interface CellHead {
  labels: CellLabels;
  unit: string | null;
  unitPath: string | null;
}

/**
 * The rows of one report: every entry of `cells` in the form's order, then the rows of a local 统计表 as table `indicators`,
 * one row a printed column. A report without tables has none.
 *
 * `unit` is the form's; beside an amount it is the unit printed in the report, `null` where none is.
 *
 * @throws RangeError where the report's era is none of the registry's
 */
export function tidyRows(report: Report, forms: Registry = FORMS): TidyRow[] {
  const { source, metadata, template, tables } = report;
  const head = [source.path, metadata.agency, metadata.region?.code ?? null, metadata.year, template.era] as const;
  const heads = headsOf(formOf(template.era, forms));
  const rows: TidyRow[] = report.cells.map((cell) => {
    const { labels, unit, unitPath } = heads.get(cell.cell)!;
    return [
      ...head, ...labels, cell.value, unitPath === null ? unit : printedUnit(report, unitPath), cell.raw, cell.status, cell.basis, cell.line,
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

/** The unit printed with an amount, by its path in `tables`. */
export function printedUnit(report: Report, path: string): string | null {
  let branch: unknown = report.tables;
  for (const code of path.split('.')) branch = typeof branch === 'object' && branch !== null ? (branch as Record<string, unknown>)[code] : null;
  return typeof branch === 'string' ? branch : null;
}

const known = new WeakMap<Form, ReadonlyMap<string, CellHead>>();

function headsOf(form: Form): ReadonlyMap<string, CellHead> {
  let heads = known.get(form);
  if (heads === undefined) known.set(form, (heads = new Map(cellsOfForm(form).map((cell) => [cell.path, headOf(cell)]))));
  return heads;
}

function headOf({ table, rowCode, columnCode, labels, columnLabel, unit, unitPath }: FormCell): CellHead {
  const outer = columnCode === null ? [...labels] : labels.slice(0, -1);
  const rowLabel = outer.pop() ?? null;
  return { labels: [table, rowCode, columnCode ?? ONLY_COLUMN, outer.length > 0 ? outer.join(' / ') : null, rowLabel, columnLabel], unit, unitPath };
}
