/** What alignment yields: rows of the form found in the document, each with the ways its printed values may lie in the columns. */
import type { Block, FormTable, Row } from '../forms/form.ts';
import type { Range } from '../grid/grid.ts';
import type { Cell } from '../schema/report.ts';
import type { Reading } from '../text/reading.ts';

export type { Range };

/** One way a row's values may lie: a reading for every column of the block, `null` where the table does not print the column. */
export interface Placement {
  slots: readonly (Reading | null)[];
  basis: NonNullable<Cell['basis']>;
  /** What speaks against it: characters of misalignment, cuts that nothing forces. */
  cost: number;
  /** Digits without anything between, cut into numbers: of the ways to cut them one only keeps the row's sum, which may itself be printed wrong. */
  cut?: boolean;
  /** Offset of the window among the printed cells, where it is one of several. */
  window?: number;
}

/** The values of a placement, column by column. */
export function valuesOf({ slots }: Pick<Placement, 'slots'>): (number | null)[] {
  return slots.map((slot) => slot?.value ?? null);
}

/** A row of the form where the document prints it. */
export interface AlignedRow {
  table: FormTable;
  block: Block;
  row: Row;
  /** Where its label stands; `exact` is false where it was known by likeness and order alone. */
  label: { start: number; end: number; exact: boolean; text: string };
  placements: Placement[];
  /** Columns, by index, that the headings name or the form's order has. */
  columns: readonly number[];
  /** 元 or 万元 by column, as the headings print them. */
  units: ReadonlyMap<number, string>;
  /** The sums must hold before a placement is taken: headings that are lost or in doubt. */
  confirm: boolean;
  /** Whether the layout shows the row's empty cells. */
  shown: boolean;
  /** What is printed in the row for its cells, by rising start; empty cells left out. */
  printed: readonly Range[];
  /** Numbers of the row that stand under headings of their own. */
  aside: readonly Range[];
  /** Of a row of digits without anything between: placements in which it prints the given values, by column of the block; no more than two. */
  fits?: ((values: readonly number[]) => Placement[]) | undefined;
  /** Offset at which the printing of the table begins that the row belongs to: a table may be printed twice. */
  copy: number;
}
