/** One record of CSV. */
import type { Value } from './columns.ts';

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
