/** A grid as fields: every cell with what it says as a value and what it may be as a label. */
import { fold } from '../text/fold.ts';
import type { Grid, GridCell } from '../grid/grid.ts';
import { contentOf, readingAt, type Content, type Reading } from '../text/reading.ts';
import type { Label, LabelIndex } from './labels.ts';

export interface Field {
  cell: GridCell;
  /** The cell's text, folded. */
  folded: string;
  content: Content;
  label: Label;
}

const NO_FIELDS: readonly Field[] = [];

/**
 * Fields by row and column, upright or with rows as columns (a table printed on its side); a merged cell stands in every field it covers, a
 * field of no cell is `null`.
 */
export class Fields {
  readonly grid: Grid;
  readonly rows: number;
  readonly columns: number;
  readonly #upright: boolean;
  readonly #lines: readonly (readonly Field[])[];
  readonly #matrix: readonly (readonly (Field | null)[])[];
  readonly #labelled: (readonly Field[])[] = [];
  readonly #numbers: boolean[] = [];

  /** @param matrix of the upright grid */
  constructor(grid: Grid, lines: readonly (readonly Field[])[], matrix: readonly (readonly (Field | null)[])[], upright: boolean) {
    this.grid = grid;
    this.rows = lines.length;
    this.columns = upright ? grid.columns : matrix.length;
    this.#upright = upright;
    this.#lines = lines;
    this.#matrix = matrix;
  }

  at(row: number, column: number): Field | null {
    return (this.#upright ? this.#matrix[row]?.[column] : this.#matrix[column]?.[row]) ?? null;
  }

  /** Fields that begin in a row, by rising column. */
  row(row: number): readonly Field[] {
    return this.#lines[row] ?? NO_FIELDS;
  }

  /** Those of them that a label of the form equals. */
  labelled(row: number): readonly Field[] {
    return (this.#labelled[row] ??= this.row(row).filter(({ label }) => label.targets.length > 0));
  }

  /** Whether one of them holds a number. */
  holdsNumber(row: number): boolean {
    return (this.#numbers[row] ??= this.row(row).some(isNumber));
  }

  /** Whether a label of a table of the form stands in the grid. @param table index into `form.tables` */
  names(table: number): boolean {
    return this.#lines.some((_, row) => this.labelled(row).some(({ label }) => label.targets.some((target) => target.table === table)));
  }

  /** Where a field begins and how far it reaches, in the orientation of these fields. */
  columnOf({ cell }: Field): number {
    return this.#upright ? cell.column : cell.row;
  }

  widthOf({ cell }: Field): number {
    return this.#upright ? cell.columnSpan : cell.rowSpan;
  }

  rowOf({ cell }: Field): number {
    return this.#upright ? cell.row : cell.column;
  }

  /** The same fields with rows as columns. */
  turned(): Fields {
    const columns: Field[][] = Array.from({ length: this.columns }, () => []);
    for (const line of this.#lines) for (const field of line) columns[field.cell.column]?.push(field);
    return new Fields(this.grid, columns, this.#matrix, false);
  }
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
  return readingAt(content, cell.start, cell.end);
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
  const matrix = grid.rows.map(() => new Array<Field | null>(grid.columns).fill(null));
  const lines = grid.rows.map((cells) => cells.map((cell): Field => {
    const folded = fold(cell.text).trim();
    return { cell, folded, content: contentOf(folded), label: labels.lookUp(folded.replaceAll('\n', '')) };
  }));
  for (const fields of lines) {
    for (const field of fields) {
      const { row, column, rowSpan, columnSpan } = field.cell;
      const bottom = Math.min(grid.rows.length, row + rowSpan);
      const right = Math.min(grid.columns, column + columnSpan);
      for (let r = row; r < bottom; r++) for (let c = column; c < right; c++) matrix[r]![c] ??= field;
    }
  }
  return new Fields(grid, lines, matrix, true);
}
