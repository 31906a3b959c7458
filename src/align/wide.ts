/** Whether rows without headings print the columns that only some reports have (小计): their sums tell. */
import type { Block, Form, FormTable } from '../forms/form.ts';
import { rowSums, sumsHold } from '../forms/sums.ts';
import { isEmpty, isText, type Field, type Fields } from './field.ts';

/** @returns true where more rows add up with those columns than without them */
export function isWide(grids: readonly Fields[], form: Form, table: FormTable, block: Block): boolean {
  const all = block.columns.map((_, index) => index);
  const own = all.filter((index) => block.columns[index]!.optional !== true);
  const [row] = block.rows;
  if (own.length === all.length || row === undefined) return false;
  const sums = { all: rowSums(form, table, block, row, all), own: rowSums(form, table, block, row, own) };
  let wide = 0;
  let narrow = 0;
  for (const fields of grids) {
    for (let index = 0; index < fields.rows; index++) {
      const values = trailing(fields.row(index));
      if (values.length !== all.length && values.length !== own.length) continue;
      const order = values.length === all.length ? all : own;
      const laid = new Array<number | null>(all.length).fill(null);
      order.forEach((column, i) => { laid[column] = values[i]!.content.value; });
      if (sumsHold(values.length === all.length ? sums.all : sums.own, laid) !== true) continue;
      if (values.length === all.length) wide++;
      else narrow++;
    }
  }
  return wide > narrow;
}

/** The fields behind a row's last text, without the empty ones before the first value. */
function trailing(row: readonly Field[]): readonly Field[] {
  let from = row.length;
  while (from > 0 && !isText(row[from - 1]!)) from--;
  while (from < row.length && isEmpty(row[from]!)) from++;
  return row.slice(from);
}
