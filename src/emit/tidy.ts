/** The tidy table: one row a cell, the same columns in CSV, Parquet and the sheet 单元格. */
import { cellsOfForm, type FormCell } from '../forms/cells.ts';
import type { Form } from '../forms/form.ts';
import { FORMS, formOf, type Registry } from '../forms/registry.ts';
import type { CodeKind } from '../messages/codes.ts';
import type { Report } from '../schema/report.ts';
import { printedUnit } from '../schema/unit.ts';

export type Value = string | number | null;

export interface Column {
  name: string;
  /** Heading where people read the table. */
  label: string;
  type: 'string' | 'integer' | 'double';
  /** What its codes are called where people read the table. */
  words?: CodeKind;
}

/** What stands in front of every row: of which report it is. */
const PLACE_COLUMNS = [
  { name: 'path', label: '文件', type: 'string' },
  { name: 'agency', label: '机关', type: 'string' },
  { name: 'regionCode', label: '区划代码', type: 'string' },
  { name: 'year', label: '年度', type: 'integer' },
  { name: 'era', label: '版式', type: 'string', words: 'era' },
] as const satisfies readonly Column[];

/** What stands behind it: whose report it is, which bytes it was read from, and the report that it repeats. */
export const ORIGIN_COLUMNS = [
  { name: 'title', label: '标题', type: 'string' },
  { name: 'agencyKey', label: '机关标识', type: 'string' },
  { name: 'agencyLevel', label: '层级', type: 'string', words: 'level' },
  { name: 'agencyKind', label: '类别', type: 'string', words: 'kind' },
  { name: 'format', label: '文件格式', type: 'string' },
  { name: 'sha256', label: '校验值', type: 'string' },
  { name: 'duplicateOf', label: '重复于', type: 'string' },
] as const satisfies readonly Column[];

const CELL_COLUMNS = [
  { name: 'tableCode', label: '表', type: 'string' },
  { name: 'rowCode', label: '行代码', type: 'string' },
  { name: 'columnCode', label: '列代码', type: 'string' },
  { name: 'rowGroup', label: '所属', type: 'string' },
  { name: 'rowLabel', label: '行', type: 'string' },
  { name: 'columnLabel', label: '列', type: 'string' },
  { name: 'value', label: '数值', type: 'double' },
  { name: 'unit', label: '单位', type: 'string' },
  { name: 'raw', label: '原文', type: 'string' },
  { name: 'status', label: '状态', type: 'string', words: 'status' },
  { name: 'basis', label: '依据', type: 'string', words: 'basis' },
  { name: 'line', label: '行号', type: 'integer' },
] as const satisfies readonly Column[];

/** Columns of the sheet 单元格: the origin of a report stands in the sheet 报告. */
export const SHEET_COLUMNS = [...PLACE_COLUMNS, ...CELL_COLUMNS] as const;

export const TIDY_COLUMNS = [...SHEET_COLUMNS, ...ORIGIN_COLUMNS] as const;

/** Columns around the rows of facts and findings too. */
export const around = <const Columns extends readonly Column[]>(columns: Columns) => [...PLACE_COLUMNS, ...columns, ...ORIGIN_COLUMNS] as const;

/** Values of `PLACE_COLUMNS`. */
export function placeValues({ source, metadata, template }: Report): Value[] {
  return [source.path, metadata.agency, metadata.region?.code ?? null, metadata.year, template.era];
}

/** Values of `ORIGIN_COLUMNS`; which report is repeated only the whole run knows. */
export function originValues({ source, metadata }: Report): Value[] {
  return [metadata.title, metadata.agencyKey, metadata.agencyLevel, metadata.agencyKind, source.format, source.sha256, null];
}

/** Values in the order of `TIDY_COLUMNS`, or of `SHEET_COLUMNS`. */
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

/** The rows of one report with its origin. */
export function tidyRows(report: Report, forms: Registry = FORMS): TidyRow[] {
  const origin = originValues(report);
  return sheetRows(report, forms).map((row) => [...row, ...origin]);
}

/**
 * The rows of one report: every entry of `cells` in the form's order, then the rows of a local 统计表 as table `indicators`,
 * one row a printed column. A report without tables has none.
 *
 * `unit` is the form's; beside an amount it is the unit printed in the report, `null` where none is.
 *
 * @throws RangeError where the report's era is none of the registry's
 */
export function sheetRows(report: Report, forms: Registry = FORMS): TidyRow[] {
  const { template, tables } = report;
  const head = placeValues(report);
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
