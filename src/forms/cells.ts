/** The cells a form defines, in the order of the form. */
import type { Block, CellKind, Column, Form, FormTable, Row } from './form.ts';

export interface FormCell {
  /** Address inside `tables`, such as `applications.denied.stateSecret.total`. */
  path: string;
  /** First part of the path: the member of `tables`. */
  table: string;
  /** Chinese labels from the outermost group to the column. */
  labels: readonly string[];
  unit: string | null;
  kind: CellKind;
  optional: boolean;
}

/** The address of a cell inside `tables`. */
export function cellPath(table: FormTable, row: Row, column: Column): string {
  return [table.path, row.code, column.code].filter((part) => part !== '').join('.');
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

function makeCells(form: Form): FormCell[] {
  const cells: FormCell[] = [];
  for (const table of form.tables) {
    for (const block of table.blocks) {
      for (const row of block.rows) {
        if (row.heading) continue;
        for (const column of block.columns) {
          const path = cellPath(table, row, column);
          cells.push({
            path, table: path.slice(0, path.indexOf('.')), labels: labelsOf(table, block, row, column),
            unit: column.unit ?? row.unit ?? null, kind: cellKind(row, column),
            optional: row.optional === true || column.optional === true,
          });
        }
      }
    }
  }
  return cells;
}
