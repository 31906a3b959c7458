/** Picking what to change. */
import { tablesOf, type Cell, type Model, type Part, type Row, type Table } from '../model/types.ts';
import type { Random } from '../random.ts';

export interface Target {
  table: Table;
  part: Part;
  row: Row;
  cell: Cell;
  at: number;
}

/** A cell of the form's own; with `printed` one that holds a number. Tables have the same chance, whatever their size. */
export function pickCell(model: Model, random: Random, printed: boolean): Target | null {
  for (let attempt = 0; attempt < 12; attempt++) {
    const table = random.pick(tablesOf(model));
    const part = random.pick(table.parts);
    const rows = part.rows.filter((row) => row.kind === 'values' && row.cells.length > 0);
    if (rows.length === 0) continue;
    const row = random.pick(rows);
    const at = random.below(row.cells.length);
    const cell = row.cells[at]!;
    if (cell.key !== null && (!printed || cell.truth.value !== null)) return { table, part, row, cell, at };
  }
  return null;
}

/** A row of values with a label, and where it stands. */
export function pickRow(model: Model, random: Random, fits: (row: Row, table: Table) => boolean = () => true): Omit<Target, 'cell'> | null {
  for (let attempt = 0; attempt < 12; attempt++) {
    const table = random.pick(tablesOf(model));
    const part = random.pick(table.parts);
    const at = random.below(part.rows.length);
    const row = part.rows[at]!;
    if (row.kind === 'values' && row.label !== '' && fits(row, table)) return { table, part, row, at };
  }
  return null;
}

/** Labels that a form prints twice: their row is known by what stands above it, so that it must not be moved away from there. */
export function isPlain(row: Row, rows: readonly Row[]): boolean {
  const bare = (one: Row): string => one.label.replace(/^[（(]?[一二三四五六七八九十\d]+[)）、.]/u, '');
  return row.kind === 'values' && row.label !== '' && rows.filter((other) => bare(other) === bare(row)).length === 1 && !/行政复议|行政诉讼|其中/.test(row.label);
}
