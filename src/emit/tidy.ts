/** The tidy table: one row a cell, the same columns in CSV, Parquet and the sheet 单元格. */
import { cellsOfForm, type FormCell } from '../forms/cells.ts';
import type { Form } from '../forms/form.ts';
import { FORMS, formOf, type Registry } from '../forms/registry.ts';
import type { Report } from '../schema/report.ts';
import { printedUnit } from '../schema/unit.ts';
import { columns, type Column, type ColumnName, type Value } from './columns.ts';

/** What stands in front of every row: of which report it is. */
const PLACE_COLUMNS = columns('path', 'agency', 'regionCode', 'year', 'era');

/** What stands behind it: whose report it is, which bytes it was read from, and the report that it repeats. */
export const ORIGIN_COLUMNS = columns(
  'title', 'agencyKey', 'agencyLevel', 'agencyKind', 'format', 'sha256', 'duplicateOf',
);

const CELL_COLUMNS = columns(
  'tableCode', 'rowCode', 'columnCode', 'rowGroup', 'rowLabel', 'columnLabel', 'value', 'unit', 'raw', 'status',
  'basis', 'line',
);

/** Columns of the sheet 单元格: the origin of a report stands in the sheet 报告. */
export const SHEET_COLUMNS: readonly Column[] = [...PLACE_COLUMNS, ...CELL_COLUMNS];

export const TIDY_COLUMNS: readonly Column[] = [...SHEET_COLUMNS, ...ORIGIN_COLUMNS];

/** Columns around the rows of facts and findings too. */
export const around = (...names: readonly ColumnName[]): readonly Column[] => [...PLACE_COLUMNS, ...columns(...names), ...ORIGIN_COLUMNS];

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
