/** The forms' tables as sheets: what stands where in each, taken from the forms, one way for each shape of a table. */
import { cellMapOf, cellPath } from '../../forms/cells.ts';
import type { Column, Form, FormTable, Row, TableShape } from '../../forms/form.ts';
import { formOf, type Registry } from '../../forms/registry.ts';
import { sentence } from '../../findings/catalogue.ts';
import type { Cell, Report } from '../../schema/report.ts';
import { printedUnit } from '../../schema/unit.ts';
import type { Value } from '../columns.ts';
import { columnName, STYLE, type SheetValue } from './markup.ts';
import type { SheetLayout, SheetRow } from './workbook.ts';

/** A sheet and the rows that a report adds to it. */
export interface Sheet {
  layout: SheetLayout;
  rows: (report: Report, cells: CellIndex) => SheetRow[];
}

/** The cells of a report, and what is to be seen on them. */
export interface CellIndex {
  get: (path: string) => Cell | undefined;
  /** Sentences on the sums that break in a cell, by its path. */
  broken: ReadonlyMap<string, string>;
  /** Paths of unreadable cells on which what was printed stands: the first of those that it could belong to. */
  told: ReadonlySet<string>;
}

export function cellIndex(report: Report): CellIndex {
  const cells = new Map(report.cells.map((cell) => [cell.cell, cell]));
  const broken = new Map<string, string>();
  for (const found of report.findings) {
    if (found.severity !== 'error' || !('leftSum' in found.args)) continue;
    const key = found.cells.find((path) => cells.get(path)?.line === found.line && cells.get(path)?.column === found.column) ?? found.cells.at(-1);
    if (key !== undefined) broken.set(key, [...(broken.has(key) ? [broken.get(key)!] : []), sentence(found, 'zh')].join('\n'));
  }
  return { get: (path) => cells.get(path), broken, told: new Set(firstOfPlaces(report.cells).map(({ cell }) => cell)) };
}

/** Unreadable cells, one for each place of the text: a number that could belong to several stands at all of them. */
export function firstOfPlaces(cells: readonly Cell[]): Cell[] {
  const places = new Set<string>();
  return cells.filter((cell) => {
    if (cell.status !== 'unreadable') return false;
    const place = `${String(cell.line)}:${String(cell.column)}:${cell.raw ?? ''}`;
    if (places.has(place)) return false;
    places.add(place);
    return true;
  });
}

/** Every row of every sheet starts with these, so that the filters work on all of them. */
export const LEADING = { labels: ['文件', '年度', '机关'], widths: [30, 8, 28] } as const;

export function leading({ source, metadata }: Report): Value[] {
  return [source.path, metadata.year ?? metadata.academicYear, metadata.agency];
}

/** The table that a form prints on a sheet, and the form. */
interface Printed {
  form: Form;
  table: FormTable;
}

type SheetMaker = (name: string, printed: readonly Printed[], forms: Registry) => Sheet;

/** A sheet for each table of the forms, those of the newest form first; a table that several forms print has one. */
export function formSheets(forms: Registry): Sheet[] {
  const byName = new Map<string, Printed[]>();
  for (const form of [...forms].reverse()) {
    for (const table of form.tables) {
      const known = byName.get(table.sheet);
      if (known === undefined) byName.set(table.sheet, [{ form, table }]);
      else known.push({ form, table });
    }
  }
  return [...byName].map(([name, printed]) => MAKERS[printed[0]!.table.shape](name, printed, forms));
}

/** The number, red where its sums break; what was printed where it is none (`/`, `—`); grey and empty where it could not be read. */
function shown(cells: CellIndex, path: string): SheetValue {
  const cell = cells.get(path);
  if (cell === undefined) return null;
  if (cell.status === 'unreadable') return { value: null, style: STYLE.unread, comment: cells.told.has(path) && cell.raw !== null ? `原文：${cell.raw}` : null };
  const value = cell.value ?? (cell.status === 'blank' ? null : cell.raw);
  const broken = cells.broken.get(path);
  return broken === undefined ? value : { value, style: STYLE.broken, comment: broken };
}

const none = (length: number): null[] => Array.from<null>({ length }).fill(null);

/** `A1:C2`, by places from 0, rows from 1. */
function range(fromColumn: number, fromRow: number, toColumn: number, toRow: number): string {
  return `${columnName(fromColumn)}${fromRow}:${columnName(toColumn)}${toRow}`;
}

/** The table of that sheet in the report's own form. */
function tableOf(report: Report, name: string, forms: Registry): FormTable | undefined {
  return formOf(report.template.era, forms).tables.find(({ sheet }) => sheet === name);
}

/** Columns, or rows, of several forms, each code once. */
function distinct<T extends { code: string }>(items: readonly T[]): T[] {
  const known = new Map<string, T>();
  for (const item of items) if (!known.has(item.code)) known.set(item.code, item);
  return [...known.values()];
}

const columnsOf = (printed: readonly Printed[]): Column[] => distinct(printed.flatMap(({ table }) => table.blocks.flatMap(({ columns }) => columns)));
const rowsOf = (printed: readonly Printed[]): Row[] => distinct(printed.flatMap(({ table }) => table.blocks.flatMap(({ rows }) => rows)));

/** Blocks under headers of their own: the header of each block stands above its rows. */
function blocksSheet(name: string, printed: readonly Printed[], forms: Registry): Sheet {
  const widest = Math.max(...printed.flatMap(({ table }) => table.blocks.map(({ columns }) => columns.length)));
  return {
    layout: {
      name,
      widths: [...LEADING.widths, 22, 24, ...Array.from({ length: widest }, () => 18), 8],
      header: [[...LEADING.labels, '条款', '信息内容', ...Array.from({ length: widest }, (_, index) => `第${index + 1}栏`), '单位']],
    },
    rows: (report, cells) => {
      const table = tableOf(report, name, forms);
      if (table === undefined) return [];
      const form = cellMapOf(formOf(report.template.era, forms));
      const head = leading(report);
      return table.blocks.flatMap((block) => [
        { values: [...head, block.title, '信息内容', ...block.columns.map((column) => column.label)], style: STYLE.strong },
        ...block.rows.map((row) => {
          const paths = block.columns.map((column) => cellPath(table, row, column));
          const units = paths.flatMap((path) => form.get(path)?.unitPath ?? []);
          const unit = units[0] === undefined ? null : printedUnit(report, units[0]);
          return { values: [...head, block.title, row.label, ...paths.map((path) => shown(cells, path)), ...none(widest - paths.length), unit] };
        }),
      ]);
    },
  };
}

/** Runs of columns under one label, each with the place of its first. */
function runsOf(columns: readonly Column[]): { label: string; group: boolean; first: number; length: number }[] {
  const runs: { label: string; group: boolean; first: number; length: number }[] = [];
  columns.forEach(({ label, group }, index) => {
    const last = runs.at(-1);
    if (last?.group === true && last.label === group) last.length++;
    else runs.push({ label: group ?? label, group: group !== undefined, first: index, length: 1 });
  });
  return runs;
}

/** Rows under one header of three lines: what the columns are about, groups of columns, columns. */
function rowsSheet(name: string, printed: readonly Printed[], forms: Registry): Sheet {
  const columns = columnsOf(printed);
  const labels = [...LEADING.labels, '分组', '分项', '项目'];
  const first = labels.length;
  const last = first + columns.length - 1;
  const runs = runsOf(columns);
  return {
    layout: {
      name,
      widths: [...LEADING.widths, 22, 18, 44, ...columns.map(() => 12)],
      header: [
        [...labels, printed[0]!.table.head ?? name, ...none(columns.length - 1)],
        [...none(first), ...runs.flatMap(({ label, length }) => [label, ...none(length - 1)])],
        [...none(first), ...columns.map(({ label, group }) => (group === undefined ? null : label))],
      ],
      merges: [
        ...labels.map((_, index) => range(index, 1, index, 3)),
        range(first, 1, last, 1),
        ...runs.map((run) => range(first + run.first, 2, first + run.first + run.length - 1, run.group ? 2 : 3)),
      ].filter(isSeveral),
    },
    rows: (report, cells) => {
      const table = tableOf(report, name, forms);
      const head = leading(report);
      return (table?.blocks ?? []).flatMap(({ rows }) => rows).flatMap((row) => {
        const paths = columns.map((column) => cellPath(table!, row, column));
        // A row that only some reports print.
        if (paths.every((path) => cells.get(path) === undefined)) return [];
        const [group = null, part = null] = row.groups ?? [];
        return [{ values: [...head, group, part, row.label, ...paths.map((path) => shown(cells, path))] }];
      });
    },
  };
}

function isSeveral(merge: string): boolean {
  const [from, to] = merge.split(':');
  return from !== to;
}

/** Groups of the same columns side by side: a row a report. */
function groupsSheet(name: string, printed: readonly Printed[]): Sheet {
  const columns = columnsOf(printed);
  const rows = rowsOf(printed);
  const { table } = printed[0]!;
  const paths = rows.flatMap((row) => columns.map((column) => cellPath(table, row, column)));
  const first = LEADING.labels.length;
  const at = (row: number): number => first + row * columns.length;
  const runs = runsOf(rows.map(({ code, label, groups = [] }) => ({ code, label, ...(groups[0] === undefined ? {} : { group: groups[0] }) })));
  return {
    layout: {
      name,
      widths: [...LEADING.widths, ...paths.map(() => 10)],
      header: [
        [...LEADING.labels, ...runs.flatMap(({ label, length }) => [label, ...none(length * columns.length - 1)])],
        [...none(first), ...rows.flatMap(({ label, groups = [] }) => [groups.length === 0 ? null : label, ...none(columns.length - 1)])],
        [...none(first), ...rows.flatMap(() => columns.map(({ label }) => label))],
      ],
      merges: [
        ...LEADING.labels.map((_, index) => range(index, 1, index, 3)),
        ...runs.map((run) => range(at(run.first), 1, at(run.first + run.length) - 1, run.group ? 1 : 2)),
        ...rows.flatMap(({ groups = [] }, index) => (groups.length === 0 ? [] : [range(at(index), 2, at(index + 1) - 1, 2)])),
      ],
    },
    rows: (report, cells) => {
      return paths.every((path) => cells.get(path) === undefined) ? [] : [{ values: [...leading(report), ...paths.map((path) => shown(cells, path))] }];
    },
  };
}

/** Labels with one value each. */
function pairsSheet(name: string, printed: readonly Printed[], forms: Registry): Sheet {
  const [column] = columnsOf(printed);
  return {
    layout: { name, widths: [...LEADING.widths, 60, 8, 14], header: [[...LEADING.labels, '统计指标', '单位', column!.label]] },
    rows: (report, cells) => {
      const table = tableOf(report, name, forms);
      // A report with a local table only is of the same form.
      if (table === undefined || report.cells.length === 0) return [];
      const head = leading(report);
      return table.blocks.flatMap((block) => block.rows.map((row): SheetRow => (
        row.heading === true
          ? { values: [...head, row.label], style: STYLE.strong }
          : { values: [...head, row.label, row.unit ?? null, shown(cells, cellPath(table, row, block.columns[0]!))] }
      )));
    },
  };
}

const MAKERS: Readonly<Record<TableShape, SheetMaker>> = { blocks: blocksSheet, rows: rowsSheet, groups: groupsSheet, pairs: pairsSheet };

export const indicatorsSheet: Sheet = {
  layout: {
    name: '地方统计表',
    widths: [...LEADING.widths, 30, 44, 8, 16, 14, 34, 8],
    header: [[...LEADING.labels, '所属', '统计指标', '单位', '栏目', '统计数', '对应指标', '行号']],
  },
  rows: (report) => {
    const head = leading(report);
    return (report.tables.indicators ?? []).flatMap((row) =>
      Object.entries(row.values).map(([column, value]) => ({
        values: [...head, row.group, row.label, row.unit, column, value, row.code, row.line],
      })));
  },
};
