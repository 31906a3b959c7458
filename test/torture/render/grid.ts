/** From a table's parts to a grid with merged cells, as the official form prints it or flattened. */
import type { Cell, Part, Row, Table } from '../model/types.ts';
import { labelMark, valueMark, type Marks } from './marks.ts';

export interface Slot {
  text: string;
  role: 'title' | 'head' | 'label' | 'value' | 'other';
  rowSpan: number;
  columnSpan: number;
}

/** Rows of the cells that begin in them, as in HTML. */
export interface Grid {
  rows: Slot[][];
  width: number;
  /** Rows above the first one with values. */
  headRows: number;
  /** Columns before the first one of values. */
  labelColumns: number;
  /** Whose rows these are: rows that begin a part's values, for layouts that print a table a row. */
  parts: { title: string | null; first: number; last: number }[];
}

export interface GridLook {
  /** Merged labels and headings as printed in the form; otherwise one column of labels and one row of headings. */
  merged: boolean;
  /** Where not merged: rows of their own for 三、, （三） and the like. */
  groupRows: boolean;
  /** Where not merged: whether columns without labels (复议 and 诉讼 side by side) lose the headings of their groups, too. */
  groupHeads: boolean;
  marks: Marks;
}

const slot = (text: string, role: Slot['role'], columnSpan = 1, rowSpan = 1): Slot => ({ text, role, rowSpan, columnSpan });

/** One grid a frame: all parts of a stacked table in one, otherwise one a part. */
export function gridsOf(table: Table, look: GridLook): Grid[] {
  const grids = table.parts.map((part) => gridOf(part, look));
  if (!table.stacked || grids.length < 2) return grids;
  const width = Math.max(...grids.map((grid) => grid.width));
  const rows: Slot[][] = [];
  const parts: Grid['parts'] = [];
  for (const grid of grids) {
    for (const row of grid.rows) {
      const last = row.at(-1);
      if (last !== undefined) last.columnSpan += width - grid.width;
    }
    parts.push(...grid.parts.map((one) => ({ ...one, first: one.first + rows.length, last: one.last + rows.length })));
    rows.push(...grid.rows);
  }
  return [{ rows, width, headRows: grids[0]!.headRows, labelColumns: grids[0]!.labelColumns, parts }];
}

function gridOf(part: Part, look: GridLook): Grid {
  const flat = !look.merged;
  const depth = part.corner === null ? 0 : flat ? 1 : Math.max(1, ...part.rows.map((row) => row.groups.length + (row.kind === 'values' ? 1 : 0)));
  const labelColumns = depth + part.before.length + part.after.length;
  const width = labelColumns + part.columns.length;
  const rows: Slot[][] = [];
  if (part.title !== null) rows.push([slot(part.title, 'title', width)]);
  const heads = (): Slot[][] => (flat && (part.corner !== null || !look.groupHeads) ? [flatHead(part)] : mergedHead(part, depth));
  if (part.headless !== true) rows.push(...heads());
  const first = rows.length;
  const printed = part.rows.filter((row) => row.kind !== 'hidden');
  const body = look.merged || !look.groupRows ? printed : withGroupRows(printed);
  body.forEach((row, index) => {
    if (row.kind === 'repeatedHead') rows.push(...heads());
    else rows.push(bodyRow(part, body, index, depth, flat, look.marks));
  });
  return { rows, width, headRows: first, labelColumns, parts: [{ title: part.title, first, last: rows.length - 1 }] };
}

function flatHead(part: Part): Slot[] {
  const labels = part.corner === null ? [] : [slot(part.corner.startsWith('（本列') ? '申请人情况' : part.corner, 'head')];
  return [...part.before.map((text) => slot(text, 'head')), ...labels, ...part.after.map((text) => slot(text, 'head')), ...part.columns.map((column) => slot(column.label, 'head'))];
}

function mergedHead(part: Part, depth: number): Slot[][] {
  const height = Math.max(...part.columns.map((column) => column.groups.length), 0) + 1;
  const rows: Slot[][] = Array.from({ length: height }, () => []);
  for (const text of part.before) rows[0]!.push(slot(text, 'head', 1, height));
  if (part.corner !== null) rows[0]!.push(slot(part.corner, 'head', depth, height));
  for (const text of part.after) rows[0]!.push(slot(text, 'head', 1, height));
  part.columns.forEach((column, index) => {
    column.groups.forEach((group, level) => {
      const sameAs = (other: number): boolean => part.columns[other] !== undefined && column.groups.slice(0, level + 1).every((one, at) => part.columns[other]!.groups[at] === one);
      if (index > 0 && sameAs(index - 1)) return;
      let end = index + 1;
      while (sameAs(end)) end++;
      rows[level]!.push(slot(group, 'head', end - index));
    });
    rows[column.groups.length]!.push(slot(column.label, 'head', 1, height - column.groups.length));
  });
  return rows;
}

/** Rows of their own for the groups that begin, values left empty. */
function withGroupRows(rows: readonly Row[]): Row[] {
  const result: Row[] = [];
  let open: readonly string[] = [];
  for (const row of rows) {
    row.groups.forEach((group, level) => {
      if (open[level] === group && row.groups.slice(0, level).every((one, at) => open[at] === one)) return;
      result.push({ code: '', label: group, groups: [], before: row.before.map(() => ''), after: row.after.map(() => ''), cells: [], kind: 'heading' });
    });
    open = row.groups;
    result.push(row);
  }
  return result;
}

function bodyRow(part: Part, rows: readonly Row[], index: number, depth: number, flat: boolean, marks: Marks): Slot[] {
  const row = rows[index]!;
  const slots: Slot[] = row.before.map((text) => slot(text, 'other'));
  if (depth > 0) {
    const groups = flat ? [] : row.groups;
    groups.forEach((group, level) => {
      const sameAs = (other: number): boolean => rows[other] !== undefined && rows[other].kind !== 'repeatedHead' && groups.slice(0, level + 1).every((one, at) => rows[other]!.groups[at] === one);
      if (index > 0 && sameAs(index - 1)) return;
      let end = index + 1;
      while (sameAs(end)) end++;
      slots.push(slot(group, 'label', 1, end - index));
    });
    slots.push(slot(labelMark(marks, row) + row.label, 'label', depth - groups.length));
  }
  for (const text of row.after) slots.push(slot(text, 'other'));
  if (row.cells.length === 0) slots.push(...part.columns.map(() => slot('', 'value')));
  else slots.push(...row.cells.map((cell: Cell) => slot(valueMark(marks, cell) + cell.text, 'value')));
  return slots;
}

/** A field of the full grid: the cell whose text stands there, or the one that reaches over it. */
export interface Field {
  slot: Slot;
  /** Whether the cell begins here. */
  origin: boolean;
  x: number;
  y: number;
}

/** The full grid, every field there; merged cells reach over the fields they cover. */
export function fieldsOf(grid: Grid): Field[][] {
  const fields: Field[][] = grid.rows.map(() => []);
  grid.rows.forEach((row, y) => {
    let x = 0;
    for (const one of row) {
      while (fields[y]![x] !== undefined) x++;
      for (let dy = 0; dy < one.rowSpan && y + dy < fields.length; dy++) {
        for (let dx = 0; dx < one.columnSpan; dx++) fields[y + dy]![x + dx] = { slot: one, origin: dx === 0 && dy === 0, x, y };
      }
      x += one.columnSpan;
    }
    for (let at = 0; at < grid.width; at++) fields[y]![at] ??= { slot: slot('', 'other'), origin: true, x: at, y };
  });
  return fields;
}

/** Texts of the full grid; what a merged cell covers is empty, or (`repeat`) its text again. */
export function textsOf(grid: Grid, repeat = false): string[][] {
  return fieldsOf(grid).map((row) => row.map((field) => (field.origin || repeat ? field.slot.text : '')));
}
