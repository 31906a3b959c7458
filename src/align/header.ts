/**
 * Which column is which: the headings above a row, read either by where they stand (a grid with its spans) or, where merged
 * cells were flattened, in the order they are printed in.
 */
import type { Block } from '../forms/form.ts';
import { isEmpty, isText, type Field, type Fields } from './field.ts';
import { likestColumn } from './labels.ts';

/** A heading that names a column of the block. */
export interface Leaf {
  /** Index of the column in its block. */
  index: number;
  field: Field;
  column: number;
  width: number;
}

export interface Header {
  /** By column; empty where the headings do not stand in a grid. */
  placed: readonly Leaf[];
  /** The heading over each column of the grid, where there is one. */
  over: readonly (Leaf | undefined)[];
  /** In the order they are read in. */
  ordered: readonly number[];
  /** Headings that no column of the form claims, by the columns they stand over. */
  foreign: ReadonlySet<number>;
  /** Columns before the first heading over which the header prints an empty cell. */
  blank: ReadonlySet<number>;
  /** 元 or 万元 by column, where its heading prints it: 本年收费金额（单位：万元）, 采购总金额/元. */
  units: ReadonlyMap<number, string>;
  /** Columns over which the header prints a cell at all. */
  width: number;
}

/** A bracket or a stroke, 单位, and the unit of an amount. */
export const UNIT = /[(\[/]\s*(?:单位\s*:?\s*)?(万元|元)/;

/** Index of the block's column that a field names, -1 where none. */
export function columnNamed(field: Field, table: number, block: number): number {
  for (const target of field.label.targets) {
    if (target.role === 'column' && target.table === table && target.block === block) return target.index;
  }
  return -1;
}

/**
 * @param rows indexes of the header's rows, top down
 */
export function readHeader(fields: Fields, rows: readonly number[], table: number, block: number, columns: Block['columns']): Header | null {
  const named = new Map<Field, number>();
  const unnamed: Field[] = [];
  const spanning: Field[] = [];
  for (const row of rows) {
    for (const field of fields.row(row)) {
      const index = columnNamed(field, table, block);
      if (index >= 0) named.set(field, index);
      else if (isText(field)) (field.label.targets.length === 0 ? unnamed : spanning).push(field);
    }
  }
  if (named.size === 0) return null;
  nameMisprints(named, unnamed, columns);
  const placed = placedLeaves(fields, rows, named);
  const foreign = new Set<number>();
  let width = 0;
  for (const row of rows) {
    for (let column = 0; column < fields.columns; column++) if (fields.at(row, column) !== null) width = Math.max(width, column + 1);
  }
  const over = new Array<Leaf | undefined>(fields.columns).fill(undefined);
  for (const leaf of placed) {
    const end = Math.min(fields.columns, leaf.column + leaf.width);
    for (let column = leaf.column; column < end; column++) over[column] ??= leaf;
  }
  const covered = (column: number): boolean => over[column] !== undefined;
  for (const field of [...unnamed, ...spanning]) {
    if (named.has(field)) continue;
    const from = fields.columnOf(field);
    for (let column = from; column < from + fields.widthOf(field); column++) if (!covered(column)) foreign.add(column);
  }
  // A blank heading between others stands over a column that nothing names.
  const first = placed[0]?.column ?? 0;
  const last = placed.at(-1)?.column ?? 0;
  for (let column = first + 1; column < last; column++) {
    if (!covered(column) && rows.some((row) => fields.at(row, column) !== null)) foreign.add(column);
  }
  const blank = new Set<number>();
  for (let column = 0; column < first; column++) {
    const own = rows.flatMap((row) => fields.at(row, column) ?? []);
    if (own.length > 0 && own.every(isEmpty)) blank.add(column);
  }
  const units = new Map<number, string>();
  for (const [field, index] of named) {
    const unit = UNIT.exec(field.folded)?.[1];
    if (unit !== undefined) units.set(index, unit);
  }
  return { placed, over, units, ordered: orderedColumns(fields, rows, named, table), foreign, blank, width };
}

/** 商业 / 企 业 broken or misprinted: held against the columns that no heading names. */
function nameMisprints(named: Map<Field, number>, unnamed: readonly Field[], columns: Block['columns']): void {
  for (const field of unnamed) {
    const best = likestColumn(field.label.key, columns, new Set(named.values()));
    if (best >= 0) named.set(field, best);
  }
}

/** The lowest heading of every column, left to right; empty where one hides another or a column is named twice. */
function placedLeaves(fields: Fields, rows: readonly number[], named: ReadonlyMap<Field, number>): Leaf[] {
  const leaves: Leaf[] = [];
  const seen = new Set<Field>();
  for (let column = 0; column < fields.columns; column++) {
    let lowest: Field | null = null;
    for (const row of rows) {
      const field = fields.at(row, column);
      if (field !== null && named.has(field)) lowest = field;
    }
    if (lowest === null || seen.has(lowest)) continue;
    seen.add(lowest);
    leaves.push({ index: named.get(lowest)!, field: lowest, column: fields.columnOf(lowest), width: fields.widthOf(lowest) });
  }
  // A header that is printed again above the same rows names the same columns again.
  const again = [...named].some(([field, index]) => !seen.has(field) && !leaves.some((leaf) => leaf.index === index));
  const twice = new Set(leaves.map((leaf) => leaf.index)).size < leaves.length;
  return again || twice ? [] : leaves;
}

/**
 * The columns in reading order: a heading printed over several columns (法人或其他组织) gives way to the headings of the
 * row below.
 */
function orderedColumns(fields: Fields, rows: readonly number[], named: ReadonlyMap<Field, number>, table: number): number[] {
  const lines = rows
    .map((row) => fields.row(row).flatMap((field): (number | null)[] => {
      const index = named.get(field);
      if (index !== undefined) return [index];
      const spans = field.label.targets.some((target) => target.role === 'span' && target.table === table);
      return spans ? [null] : [];
    }))
    .filter((line) => line.some((entry) => entry !== null));
  let ordered: (number | null)[] = lines[0] ?? [];
  for (const line of lines.slice(1)) {
    const below = line.filter((entry) => entry !== null);
    if (below.every((entry) => ordered.includes(entry))) continue;
    const at = ordered.lastIndexOf(null);
    if (at >= 0 && below.every((entry) => !ordered.includes(entry))) {
      ordered = [...ordered.slice(0, at), ...below, ...ordered.slice(at + 1)];
    } else {
      ordered = [...ordered, ...below];
    }
  }
  return ordered.filter((entry) => entry !== null);
}
