/** The cells a form defines, in the order of the form. */
import type { Block, CellKind, Column, Form, FormTable, Row } from './form.ts';

export interface FormCell {
  /** Address inside `tables`, such as `applications.denied.stateSecret.total`. */
  path: string;
  /** First part of the path: the member of `tables`. */
  table: string;
  /** Codes between table and column; `null` where there are none. */
  rowCode: string | null;
  /** Last part of the path; `null` where the table has one column that needs no name. */
  columnCode: string | null;
  /** Chinese labels from the outermost group to the column. */
  labels: readonly string[];
  columnLabel: string;
  unit: string | null;
  /** Address of the unit that is printed in the cell or its heading: columns that are amounts have one. */
  unitPath: string | null;
  kind: CellKind;
  optional: boolean;
}

/** The address of a cell inside `tables`. */
export function cellPath(table: FormTable, row: Row, column: Column): string {
  return [table.path, row.code, column.code].filter((part) => part !== '').join('.');
}

const paths = new WeakMap<FormTable, Map<Row, readonly string[]>>();

/** The addresses of a row's cells, by column of its block. Made once. */
export function pathsOfRow(table: FormTable, block: Block, row: Row): readonly string[] {
  let rows = paths.get(table);
  if (rows === undefined) paths.set(table, (rows = new Map<Row, readonly string[]>()));
  let own = rows.get(row);
  if (own === undefined) rows.set(row, (own = block.columns.map((column) => cellPath(table, row, column))));
  return own;
}

/** Whether every report of the form prints a row. */
export function isDue(row: Row): boolean {
  return row.heading !== true && row.optional !== true;
}

/** The rows that every report of the form prints. */
export function rowsDue(table: FormTable): Row[] {
  return table.blocks.flatMap((block) => block.rows.filter(isDue));
}

/** What a cell can hold: the column says it where it does, else the row. */
export function cellKind(row: Row, column: Column): CellKind {
  return column.kind ?? row.kind ?? 'count';
}

/** The labels of a cell, outermost first; a group's row is its label, a pair needs no column. */
function labelsOf(table: FormTable, block: Block, row: Row, column: Column): string[] {
  const labels = [...(block.title === null ? [] : [block.title]), ...(row.groups ?? []), row.label];
  return table.shape === 'pairs' ? labels : [...labels, column.label];
}

const known = new WeakMap<Form, readonly FormCell[]>();

/** Every cell of a form, optional ones included, in the order of the form. Made once. */
export function cellsOfForm(form: Form): readonly FormCell[] {
  let cells = known.get(form);
  if (cells === undefined) known.set(form, (cells = makeCells(form)));
  return cells;
}

const byPath = new WeakMap<Form, ReadonlyMap<string, FormCell>>();

/** The cells of a form by their paths. Made once. */
export function cellMapOf(form: Form): ReadonlyMap<string, FormCell> {
  let cells = byPath.get(form);
  if (cells === undefined) byPath.set(form, (cells = new Map(cellsOfForm(form).map((cell) => [cell.path, cell]))));
  return cells;
}

/** Label of a cell as findings name it: row and column. */
export function cellLabel(form: Form, path: string): string {
  return cellMapOf(form).get(path)?.labels.slice(-2).join(' ') ?? path;
}

function makeCells(form: Form): FormCell[] {
  return form.tables.flatMap((table) => table.blocks.flatMap((block) => block.rows.flatMap((row) => (
    row.heading === true ? [] : block.columns.map((column) => makeCell(table, block, row, column))
  ))));
}

function makeCell(table: FormTable, block: Block, row: Row, column: Column): FormCell {
  const path = cellPath(table, row, column);
  const [first = '', ...codes] = path.split('.');
  const columnCode = column.code === '' ? null : codes.pop() ?? null;
  return {
    path, table: first, rowCode: codes.length === 0 ? null : codes.join('.'), columnCode,
    labels: labelsOf(table, block, row, column), columnLabel: column.label,
    unit: column.unit ?? row.unit ?? null, unitPath: column.kind === 'amount' ? `${path}Unit` : null,
    kind: cellKind(row, column), optional: row.optional === true || column.optional === true,
  };
}

/** What the rows of a local table may be said to mean: rows of the form's tables, and what local tables have besides. */
export function indicatorCodes(form: Form): string[] {
  const rows = form.tables.flatMap((table) => table.blocks.flatMap((block) => block.rows.filter((row) => row.heading !== true).map((row) => row.code)));
  return form.local === null ? [] : [...new Set([...Object.keys(form.local.codes), ...rows])];
}
