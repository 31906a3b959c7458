/** A grid as fields: every cell with what it says as a value and what it may be as a label. */
import { fold } from '../text/fold.ts';
import type { Grid, GridCell } from '../grid/grid.ts';
import { contentOf, type Content, type Reading } from '../text/reading.ts';
import type { Label, LabelIndex } from './labels.ts';

export interface Field {
  cell: GridCell;
  /** The cell's text, folded. */
  folded: string;
  content: Content;
  label: Label;
}

/** Fields by row and column; a merged cell stands in every field it covers, a field of no cell is `null`. */
export interface Fields {
  grid: Grid;
  rows: number;
  columns: number;
  at(row: number, column: number): Field | null;
  /** Fields that begin in a row, by rising column. */
  row(row: number): readonly Field[];
  /** Where a field begins and how far it reaches, in the orientation of these fields. */
  columnOf(field: Field): number;
  widthOf(field: Field): number;
  rowOf(field: Field): number;
}

/** Does the field hold a number, a zero in words or a mark? */
export function isValue(field: Field): boolean {
  return field.content.status !== 'blank' && field.content.status !== 'unreadable';
}

export function isNumber(field: Field): boolean {
  return field.content.status === 'reported';
}

export function isEmpty(field: Field): boolean {
  return field.content.status === 'blank';
}

/** Text that is neither value nor blank. */
export function isText(field: Field): boolean {
  return field.content.status === 'unreadable';
}

/** The reading of a field as a cell's value. */
export function readingOf({ cell, content }: Field): Reading {
  return { value: content.value, status: content.status, start: cell.start, end: cell.end, unit: content.unit };
}

const trimmed = new WeakMap<Fields, boolean>();

/** Whether rows end where their last value does, the tabs or commas behind it trimmed: no row ends with an empty field. Made once a grid. */
export function isTrimmed(fields: Fields): boolean {
  const { borders, syntax } = fields.grid;
  if (borders !== 'shown' || (syntax !== 'tab' && syntax !== 'csv')) return false;
  let is = trimmed.get(fields);
  if (is === undefined) {
    is = true;
    for (let row = 0; row < fields.rows && is; row++) {
      const own = fields.row(row);
      is = own.length < 2 || !isEmpty(own.at(-1)!);
    }
    trimmed.set(fields, is);
  }
  return is;
}

export function fieldsOf(grid: Grid, labels: LabelIndex): Fields {
  const rows: Field[][] = grid.rows.map((cells) => cells.map((cell): Field => {
    const folded = fold(cell.text).trim();
    const content = contentOf(folded);
    return { cell, folded, content, label: labels.lookUp(folded.replaceAll('\n', '')) };
  }));
  const matrix: (Field | null)[][] = grid.rows.map(() => new Array<Field | null>(grid.columns).fill(null));
  for (const fields of rows) {
    for (const field of fields) {
      const { row, column, rowSpan, columnSpan } = field.cell;
      for (let r = row; r < Math.min(grid.rows.length, row + rowSpan); r++) {
        for (let c = column; c < Math.min(grid.columns, column + columnSpan); c++) matrix[r]![c] ??= field;
      }
    }
  }
  return {
    grid, rows: rows.length, columns: grid.columns,
    at: (row, column) => matrix[row]?.[column] ?? null,
    row: (row) => rows[row] ?? [],
    columnOf: (field) => field.cell.column,
    widthOf: (field) => field.cell.columnSpan,
    rowOf: (field) => field.cell.row,
  };
}

/** The same fields with rows as columns: a table printed on its side. */
export function turned(fields: Fields): Fields {
  const columns: Field[][] = Array.from({ length: fields.columns }, () => []);
  for (let row = 0; row < fields.rows; row++) for (const field of fields.row(row)) columns[field.cell.column]?.push(field);
  return {
    grid: fields.grid, rows: fields.columns, columns: fields.rows,
    at: (row, column) => fields.at(column, row),
    row: (row) => columns[row] ?? [],
    columnOf: (field) => field.cell.row,
    widthOf: (field) => field.cell.rowSpan,
    rowOf: (field) => field.cell.column,
  };
}
