/** Which column of a grid holds what: learned from the row of headings. */
import type { Grid, GridCell } from '../grid/grid.ts';
import { contentOf } from '../text/reading.ts';
import { bare, joined, roleOf, unitBehind, type Role, type Words } from './words.ts';

/** One table of a grid; a grid has two where they are printed side by side. */
export interface Panel {
  /** Rows of headings: the first, and the one behind the last. */
  head: number;
  body: number;
  from: number;
  to: number;
  label: number;
  /** Columns of merged labels beside the rows' own. */
  groups: readonly number[];
  unit: number;
  /** Columns of values, `to` being the one behind the last that the heading covers. */
  values: readonly { column: number; to: number; heading: string }[];
  /** The unit that the headings of values print: 数量（条）. */
  valueUnit: string | null;
}

/** The cell that covers a field of the grid, merged cells included. */
export type Cover = (row: number, column: number) => GridCell | null;

export function coverOf(grid: Grid): Cover {
  const matrix: (GridCell | null)[][] = grid.rows.map(() => []);
  for (const cells of grid.rows) {
    for (const cell of cells) {
      const bottom = Math.min(grid.rows.length, cell.row + cell.rowSpan);
      const right = Math.min(grid.columns, cell.column + cell.columnSpan);
      for (let row = cell.row; row < bottom; row++) for (let column = cell.column; column < right; column++) matrix[row]![column] ??= cell;
    }
  }
  return (row, column) => matrix[row]?.[column] ?? null;
}

/** Whether a row is one of headings: it names the column of labels. */
export function isHead(cells: readonly GridCell[], words: Words): boolean {
  let named = false;
  for (const { text } of cells) {
    const heading = bare(text);
    const role = roleOf(heading, words);
    if (role === 'label') named = true;
    else if (text !== '' && role === null && contentOf(heading).status !== 'unreadable') return false;
  }
  return named;
}

/** @returns the tables below a row of headings; none where the headings are not understood */
export function panelsAt(grid: Grid, cover: Cover, head: number, words: Words): Panel[] {
  const starts = grid.rows[head]!.filter((cell) => roleOf(bare(cell.text), words) === 'label');
  const body = bodyBelow(grid, head, starts[0]!, words);
  const headings = Array.from({ length: grid.columns }, (_, column) => headingOf(cover, head, body, column, words));
  // 项目 | 指标 | … is one table with two columns of labels; labels behind values begin another table.
  const firsts = starts.filter((cell, index) => index === 0 || starts[index - 1]!.column + starts[index - 1]!.columnSpan < cell.column);
  return firsts.flatMap((first, index) => {
    const before = index === 0 ? 0 : first.column - (headings[first.column - 1]?.role === 'serial' ? 1 : 0);
    const after = firsts[index + 1];
    const to = after === undefined ? grid.columns : after.column - (headings[after.column - 1]?.role === 'serial' ? 1 : 0);
    return panelOf(grid, headings, { head, body, from: before, to }, words) ?? [];
  });
}

interface Heading {
  text: string;
  role: Role | null;
  /** Whether its cell begins in the column, and does not reach over from one before. */
  begins: boolean;
}

/** Rows that the cell of the label's heading covers, and rows without labels and values below them. */
function bodyBelow(grid: Grid, head: number, label: GridCell, words: Words): number {
  let body = Math.min(grid.rows.length, head + label.rowSpan);
  while (body < grid.rows.length) {
    const cells = grid.rows[body]!;
    const named = cells.filter((cell) => cell.text !== '');
    if (named.length === 0 || named.some((cell) => cell.column < label.column + label.columnSpan || headWord(cell, words) === null)) break;
    body++;
  }
  return body;
}

/** 单位, 年度, 累计: headings, and the second halves of headings. */
function headWord(cell: GridCell, words: Words): string | null {
  const text = bare(cell.text);
  return roleOf(text, words) !== null || /^(?:名称|单位|年度?|累计|数量?|统计|\((?:单位:?)?[^()\d]{1,4}\))$/.test(text) ? text : null;
}

/** The heading of a column: the lowest, and what stands above it where that is no heading of several columns. */
function headingOf(cover: Cover, head: number, body: number, column: number, words: Words): Heading {
  const cells: GridCell[] = [];
  for (let row = head; row < body; row++) {
    const cell = cover(row, column);
    if (cell !== null && cell.text !== '' && !cells.includes(cell)) cells.push(cell);
  }
  const own = cells.filter((cell, index) => index === cells.length - 1 || cell.columnSpan === 1);
  const whole = own.map((cell) => joined(cell.text)).join('');
  const lowest = joined(cells.at(-1)?.text ?? '');
  const role = roleOf(bare(whole), words);
  const begins = (cells.at(-1) ?? cover(head, column))?.column === column || cells.length === 0;
  if (role !== null || own.length < 2) return { text: whole, role, begins };
  const below = roleOf(bare(lowest), words);
  return below === null ? { text: whole, role: null, begins } : { text: lowest, role: below, begins };
}

function panelOf(grid: Grid, headings: readonly Heading[], place: Pick<Panel, 'head' | 'body' | 'from' | 'to'>, words: Words): Panel | null {
  const { from, to, body } = place;
  let label = -1;
  let unit = -1;
  const groups: number[] = [];
  const values: { column: number; to: number; heading: string }[] = [];
  for (let column = from; column < to; column++) {
    const { text, role, begins } = headings[column]!;
    if (!begins) {
      // 指标名称 over two columns: merged labels, and the rows' own beside them.
      if (role !== 'label' || values.length > 0 || unit >= 0 || !holdsText(grid, body, column)) continue;
    }
    if (role === 'unit') {
      if (unit >= 0) return null;
      unit = column;
    } else if (role === 'label' || (text === '' && values.length === 0 && unit < 0 && holdsText(grid, body, column))) {
      if (label >= 0) groups.push(label);
      label = column;
    } else if (role === 'value' || (role === null && text !== '' && label >= 0 && isValues(grid, body, column))) {
      let end = column + 1;
      while (end < to && !headings[end]!.begins) end++;
      values.push({ column, to: end, heading: text });
    } else if (role === null && text !== '' && label < 0) {
      // 类别 before 指标名称: a merged label.
      groups.push(column);
    }
  }
  if (label < 0 || values.length === 0 || new Set(values.map(({ heading }) => heading)).size < values.length) return null;
  const units = new Set(values.map(({ heading }) => unitBehind(bare(heading), words)));
  return { ...place, label, groups, unit, values, valueUnit: units.size === 1 ? [...units][0]! : null };
}

function below(grid: Grid, body: number, column: number): string[] {
  return grid.rows.slice(body).flatMap((cells) => cells.filter((cell) => cell.column === column).map((cell) => bare(cell.text)));
}

function holdsText(grid: Grid, body: number, column: number): boolean {
  const texts = below(grid, body, column).filter((text) => text !== '');
  return texts.length > 0 && texts.filter((text) => contentOf(text).status === 'unreadable').length * 2 > texts.length;
}

/** A heading that is not known is one of values where the column prints little else. */
function isValues(grid: Grid, body: number, column: number): boolean {
  const texts = below(grid, body, column).filter((text) => text !== '');
  return texts.length > 0 && texts.filter((text) => contentOf(text).status !== 'unreadable').length * 2 > texts.length;
}
