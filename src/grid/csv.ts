/**
 * Comma- and semicolon-separated values. Quoted fields show themselves; without quotes lines are a table where their
 * fields are as many and hold values, for prose has commas, too.
 */
import { isValue, MOST_CELLS, plainGrid } from './cells.ts';
import type { Printed } from './content.ts';
import { printField } from './fields.ts';
import type { Grid } from './grid.ts';
import { readRecord, type Field } from './record.ts';
import type { SourceLine, Stretch } from './source.ts';

interface CsvRow {
  fields: Field[];
  start: number;
  end: number;
  quoted: boolean;
}

const DELIMITERS = [',', ';'];
/** A field without quotes that is longer, or holds one of these, is prose. */
const LONGEST = 90;
/** Values that blanks part; a number with its thousands. */
const SPREAD = /\S[ \u3000]{2,}\S/;
const THOUSANDS = /(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])/g;
const PROSE = /[。！？；]|，[^，]*，/;

export function scanCsv(text: string, stretch: Stretch): Grid[] {
  const grids: Grid[] = [];
  for (let i = 0; i < stretch.length;) {
    const delimiter = DELIMITERS.find((char) => canBegin(text, stretch[i]!, char));
    const rows: CsvRow[] = [];
    let next = i;
    for (; delimiter !== undefined && next < stretch.length && canBegin(text, stretch[next]!, delimiter);) {
      const record = readRecord(text, stretch, next, delimiter);
      const row: CsvRow = {
        fields: record.fields, start: stretch[next]!.start, end: stretch[next + record.lines - 1]!.end,
        quoted: record.fields.some((field) => field.quoted),
      };
      if (!isRow(text, row)) break;
      rows.push(row);
      next += record.lines;
    }
    const grid = gridOf(text, rows);
    if (grid !== null) grids.push(grid);
    else for (const part of byWidth(text, rows)) {
      const table = gridOf(text, part);
      if (table !== null) grids.push(table);
    }
    i = Math.max(next, i + 1);
  }
  return grids;
}

/** Runs of rows with as many fields: small tables that follow each other. */
function byWidth(text: string, rows: readonly CsvRow[]): CsvRow[][] {
  const parts: CsvRow[][] = [];
  let width = -1;
  for (const row of rows) {
    const fits = row.fields.length === width ||
      (width > 1 && row.fields.length > width && repair(text, row.fields.map((field) => printField(text, field)), width).length === width);
    if (fits) parts.at(-1)!.push(row);
    else parts.push([row]);
    if (!fits) width = row.fields.length;
  }
  return parts;
}

function canBegin(text: string, line: SourceLine, delimiter: string): boolean {
  if (text.charAt(line.start) === '"') return true;
  const content = text.slice(line.start, line.end);
  // In columns of spaces a comma inside a number parts its thousands.
  return content.includes(delimiter) && !(delimiter === ',' && SPREAD.test(content) && !content.replace(THOUSANDS, '').includes(','));
}

function isRow(text: string, row: CsvRow): boolean {
  if (row.fields.length < 2) return false;
  const loose = row.fields.filter((field) => {
    if (field.quoted) return false;
    const content = text.slice(field.start, field.end);
    return content.length > LONGEST || PROSE.test(content);
  });
  if (loose.length === 0) return true;
  // A label may hold commas and quotation marks (部分公开（区分处理的，只计这一情形，…）): values behind it tell it from prose.
  const values = row.fields.filter((field) => field !== loose[0]).map((field) => text.slice(field.start, field.end).trim());
  return loose.length === 1 && values.length >= 2 && values.every((value) => value.length <= LONGEST) &&
    values.filter((value) => value === '' || isValue(value)).length * 2 >= values.length;
}

function gridOf(text: string, rows: readonly CsvRow[]): Grid | null {
  if (rows.length === 0 || rows.reduce((sum, row) => sum + row.fields.length, 0) > MOST_CELLS) return null;
  const counts = rows.map((row) => row.fields.length);
  const printed = rows.map((row) => row.fields.map((field) => printField(text, field)));
  let cells: Printed[][] = [];
  let width = 0;
  let even = -1;
  for (const candidate of new Set([usual(counts), counts[0]!])) {
    const repaired = printed.map((row) => repair(text, row, candidate));
    const fitting = repaired.filter((row) => row.length === candidate).length;
    if (fitting > even) [cells, width, even] = [repaired, candidate, fitting];
  }
  const quoted = rows.filter((row) => row.quoted).length * 2 >= rows.length;
  const valued = cells.filter((row) => row.length > 1 && row.slice(1).filter((cell) => cell.text === '' || isValue(cell.text)).length * 2 >= row.length - 1).length ||
    (width > 2 && holdsSerials(cells) ? 1 : 0);
  if (quoted ? rows.length < 2 && valued === 0 : even * 5 < cells.length * 4 || valued === 0 || (rows.length < 2 && width < 3)) return null;
  if (rows.length < 2 && !quoted && valued === 0) return null;
  return plainGrid('csv', rows[0]!.start, rows.at(-1)!.end, cells);
}

/** 1,网站公开数,条,96: rows that count on and end with a value, below one of headings. */
function holdsSerials(cells: readonly Printed[][]): boolean {
  const rows = cells.slice(1);
  return rows.length > 1 && rows.every((row) => /^\d{1,4}$/.test(row[0]!.text) && (row.at(-1)!.text === '' || isValue(row.at(-1)!.text)));
}

/** The number of fields that most rows have. */
function usual(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  let best = counts[0]!;
  for (const [count, times] of tally) if (times > tally.get(best)!) best = count;
  return best;
}

/**
 * A row with more fields than the others, where the commas of its label or of one number's thousands are the only ones
 * that can be too many.
 */
function repair(text: string, cells: Printed[], width: number): Printed[] {
  const surplus = cells.length - width;
  if (surplus <= 0 || width < 2) return cells;
  const join = (from: number, to: number): Printed[] => {
    const start = cells[from]!.start;
    const end = cells[to]!.end;
    return [...cells.slice(0, from), { start, end, text: text.slice(start, end) }, ...cells.slice(to + 1)];
  };
  const words = cells.findIndex((cell) => cell.text === '' || isValue(cell.text));
  if (words === surplus + 1) return join(0, surplus);
  const thousands = cells.flatMap((cell, index) =>
    index + 1 < cells.length && /^[-+]?\d{1,3}$/.test(cell.text) && /^\d{3}$/.test(cells[index + 1]!.text) && cells[index + 1]!.start === cell.end + 1 ? [index] : []);
  return surplus === 1 && thousands.length === 1 ? join(thousands[0]!, thousands[0]! + 1) : cells;
}
