/** CSV after RFC 4180. */
import { FORMS, type Registry } from '../forms/registry.ts';
import type { CsvOptions, Emitter } from './emitter.ts';
import { TIDY_COLUMNS, tidyRows, type Value } from './tidy.ts';
import { wideColumns, wideRow } from './wide.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** One row a cell, or with `wide` one row a report, under one heading. */
export function csvEmitter(options: CsvOptions = {}, forms: Registry = FORMS): Emitter<string> {
  const wide = options.wide === true;
  const newline = options.excel === true ? '\r\n' : '\n';
  const columns = wide ? wideColumns(forms) : TIDY_COLUMNS.map((column) => column.name);
  let opening = (options.excel === true && options.csvEncoding !== 'gb18030' ? BYTE_ORDER_MARK : '') + csvLine(columns) + newline;
  const take = (): string => {
    const taken = opening;
    opening = '';
    return taken;
  };
  return {
    prepare: (report) => {
      const rows = wide ? [wideRow(report, forms)] : tidyRows(report, forms);
      let text = '';
      for (const row of rows) text += csvLine(row) + newline;
      return text;
    },
    write: (piece) => take() + piece,
    end: take,
  };
}

/** One record without its line end. Numbers stand bare, `null` is empty, an empty string is `""`. */
export function csvLine(values: readonly Value[]): string {
  let line = '';
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as Value;
    if (index > 0) line += ',';
    if (typeof value === 'number') line += String(value);
    else if (value !== null) line += field(value);
  }
  return line;
}

/** What a spreadsheet takes for the start of a formula, in both widths. */
const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/;
/** A signed number or a lone dash is none, and the tables are full of both. */
const HARMLESS = /^[+\-＋－][\d.,%]*$/;

function field(text: string): string {
  const safe = FORMULA_START.test(text) && !HARMLESS.test(text) ? `'${text}` : text;
  return safe === '' || /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
