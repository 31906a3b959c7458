/** Cells and rows of grids without merged cells. */
import type { Printed } from './content.ts';
import type { Grid, GridCell, Syntax } from './grid.ts';

/** A table with more cells, or lines, is none of a report. */
export const MOST_CELLS = 100_000;
export const MOST_LINES = 20_000;

/** A grid whose rows are lists of fields, the first in column 0. */
export function plainGrid(syntax: Syntax, start: number, end: number, rows: readonly (readonly Printed[])[], borders: Grid['borders'] = 'shown'): Grid {
  let columns = 0;
  for (const row of rows) columns = Math.max(columns, row.length);
  return {
    syntax, start, end, columns, borders,
    rows: rows.map((fields, row) => fields.map((field, column) => cellAt(field, row, column))),
  };
}

/** What is printed, as a cell at its place in the grid. */
export function cellAt(printed: Printed, row: number, column: number, rowSpan = 1, columnSpan = 1): GridCell {
  const { start, end, text, pieces } = printed;
  const cell: GridCell = { start, end, text, row, column, rowSpan, columnSpan };
  if (pieces !== undefined) cell.pieces = pieces;
  return cell;
}

const VALUE = /^[-+]?[\d.,，]+(?:%|％|万元|元|万|条|件|次|篇|个|人|人次)?$|^[-—–－―/\\*·.○〇、]+$|^(?:None|null|nil|NULL|NaN|nan|NA|N\/A)$/;

const LONGEST_VALUE = 24;
const WIDE = /[\uff01-\uff5e]/;

/** Whether a cell holds what stands in tables for a value: a number with or without a unit, a mark, a word for nothing. */
export function isValue(text: string): boolean {
  if (text.length > LONGEST_VALUE) return false;
  const code = text.charCodeAt(0);
  // Most labels begin with a Chinese character, and only full-width forms need to be folded.
  if (code >= 0x4e00 && code <= 0x9fff) return text === '无' || text === '零';
  return VALUE.test(WIDE.test(text) ? text.normalize('NFKC') : text);
}

/** Headings that a converter makes up for a table without any: they say nothing. */
const MADE_UP = /^(?:数据|列|字段|指标|项目|名称|值|column|col|unnamed:?)\s*\d{0,3}$/i;

export function isMadeUpHeading(folded: string): boolean {
  return MADE_UP.test(folded);
}
