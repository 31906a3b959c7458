/** Cells and rows of grids without merged cells. */
import type { Printed } from './content.ts';
import type { Grid, GridCell, Syntax } from './grid.ts';

/** A grid whose rows are lists of fields, the first in column 0. */
export function plainGrid(syntax: Syntax, start: number, end: number, rows: readonly (readonly Printed[])[], borders: Grid['borders'] = 'shown'): Grid {
  let columns = 0;
  for (const row of rows) columns = Math.max(columns, row.length);
  return {
    syntax, start, end, columns, borders,
    rows: rows.map((fields, row) => fields.map((field, column): GridCell => ({ ...field, row, column, rowSpan: 1, columnSpan: 1 }))),
  };
}

const VALUE = /^[-+]?[\d.,，]+(?:%|％|万元|元|万|条|件|次|篇|个|人|人次)?$|^[-—–－―/\\*·.○〇、]+$|^(?:无|零|None|null|nil|NULL|NaN|nan|NA|N\/A)$/;

/** Whether a cell holds what stands in tables for a value: a number with or without a unit, a mark, a word for nothing. */
export function isValue(text: string): boolean {
  return text.length <= 24 && VALUE.test(text.normalize('NFKC').trim());
}
