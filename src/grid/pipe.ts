/**
 * Tables of bars: Markdown with and without outer bars, org, psql, and lines of │ without rules. A row may go on over
 * several lines where its outer bars show it; a rule of another width begins another table.
 */
import { isMadeUpHeading, isValue, MOST_CELLS, plainGrid } from './cells.ts';
import type { Grid, Range } from './grid.ts';
import { barRow, barsIn, fieldCount, fieldsOf, printFields, type BarRow } from './pipe-rows.ts';
import type { SourceLine, Stretch } from './source.ts';

/** A row that the outer bars show to be torn has no more lines than this. */
const MOST_LINES = 8;

/** Rows that follow each other without a blank line. */
interface Run {
  rows: BarRow[];
  /** Whether only blank lines part it from the run before. */
  follows: boolean;
}

export function scanPipes(text: string, stretch: Stretch, folded: string): Grid[] {
  return joinSingles(folded, tablesOf(runsOf(folded, stretch))).flatMap((rows) => {
    const whole = gridOf(text, folded, rows);
    if (whole !== null) return [whole];
    const parts = partWidths(rows);
    return parts.length < 2 ? [] : parts.flatMap((part) => gridOf(text, folded, part) ?? []);
  });
}

/** Tables that follow each other without a line between them (行政复议 of five columns, 行政诉讼 of ten): rows of one width each. */
function partWidths(rows: readonly BarRow[]): BarRow[][] {
  const parts: BarRow[][] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (last !== undefined && last[0]!.bars.length === row.bars.length) last.push(row);
    else parts.push([row]);
  }
  return parts;
}

function runsOf(folded: string, stretch: Stretch): Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  let follows = false;
  for (let i = 0; i < stretch.length; i++) {
    const line = stretch[i]!;
    const row = barRow(folded, line);
    if (row === null) {
      if (run !== null) runs.push(run);
      run = null;
      follows = folded.slice(line.start, line.end).trim() === '' && (follows || runs.length > 0);
      if (!follows) runs.push({ rows: [], follows: false });
      continue;
    }
    // As many bars as the row above has: its first cell is empty, and nothing is torn.
    const whole = run !== null && run.rows.at(-1)!.bars.length === row.bars.length;
    const lines: number = row.leads && !row.trails && row.rule === 0 && !whole ? tornOver(folded, stretch, i) : 1;
    run ??= { rows: [], follows };
    follows = true;
    if (lines > 1) {
      const end = lastOf(folded, stretch[i + lines - 1]!);
      run.rows.push({ ...row, end, bars: barsIn(folded, row.start, end), trails: true });
      i += lines - 1;
    } else run.rows.push(row);
  }
  if (run !== null) runs.push(run);
  return runs.filter((each) => each.rows.length > 0);
}

/** Over how many lines the row that begins at a line goes: until one ends with a bar, if no other begins with one. */
function tornOver(folded: string, stretch: Stretch, from: number): number {
  for (let count = 1; count < MOST_LINES && from + count < stretch.length; count++) {
    const line = stretch[from + count]!;
    const row = barRow(folded, line);
    if (row === null) {
      if (folded.slice(line.start, line.end).trim() === '') return 1;
    } else if (row.leads || row.rule > 0) return 1;
    else if (row.trails) return count + 1;
  }
  return 1;
}

function lastOf(folded: string, line: SourceLine): number {
  return line.start + folded.slice(line.start, line.end).trimEnd().length;
}

/** Joins runs that are one table, and parts runs that are several. */
function tablesOf(runs: readonly Run[]): BarRow[][] {
  const joined: BarRow[][] = [];
  let lone = false;
  runs.forEach((run) => {
    const last = joined.at(-1);
    const single = run.rows.length === 1;
    // Blank lines between all rows part no tables; a header with its rule begins one.
    if (last !== undefined && run.follows && (lone || single) && (run.rows[1]?.rule ?? 0) === 0 && fieldCount(last.at(-1)!) === fieldCount(run.rows[0]!)) {
      last.push(...run.rows);
    } else joined.push([...run.rows]);
    lone = single;
  });
  return joined.flatMap(partTables);
}

/** Tables of one row under made-up headings (数据1 | 数据2), one behind the other: a converter's way to print one table page by page. */
function joinSingles(folded: string, tables: readonly BarRow[][]): BarRow[][] {
  const joined: BarRow[][] = [];
  let open: BarRow[] | null = null;
  for (const table of tables) {
    if (!isSingle(folded, table)) {
      joined.push(table);
      open = null;
    } else if (open !== null && folded.slice(open.at(-1)!.end, table[0]!.start).trim() === '') {
      open.push(table[2]!);
    } else joined.push((open = [...table]));
  }
  return joined;
}

function isSingle(folded: string, rows: readonly BarRow[]): boolean {
  if (rows.length !== 3 || rows[1]!.rule === 0) return false;
  return fieldsOf(rows[0]!, rows[0]!.leads, rows[0]!.trails).every((field) => isMadeUpHeading(folded.slice(field.start, field.end).trim()));
}

/** A table a rule: the row above a rule of another width heads another table. */
function partTables(rows: readonly BarRow[]): BarRow[][] {
  const tables: BarRow[][] = [];
  let table: BarRow[] = [];
  let width = -1;
  for (const row of rows) {
    if (row.rule > 0) {
      if (width >= 0 && row.rule !== width && table.length > 1) {
        const header = table.at(-1)!.rule > 0 ? [] : [table.pop()!];
        tables.push(table);
        table = header;
      }
      width = row.rule;
    }
    table.push(row);
  }
  tables.push(table);
  return tables;
}

function gridOf(text: string, folded: string, rows: readonly BarRow[]): Grid | null {
  const ruled = rows.some((row) => row.rule > 0);
  // One dash is a value unless it stands where a header's rule does.
  const body = rows.filter((row, index) => row.rule === 0 || (index !== 1 && isThin(folded, row)));
  const first = body[0];
  if (first === undefined) return null;
  if (body.reduce((sum, row) => sum + row.bars.length + 1, 0) > MOST_CELLS) return null;
  const { leading, trailing } = outerBars(body);
  const fields = evenFields(body, leading, trailing);
  const widest = fields.reduce((most, row) => Math.max(most, row.length), 0);
  if (widest < 2) return null;
  const headed = fields[0]!.every((field) => text.slice(field.start, field.end).trimStart().startsWith('_.'));
  const cells = fields.map((row) => printFields(text, headed ? row.map((field) => behindMarks(text, field)) : row));
  if (!(ruled && rows.length > 1) && !(leading && trailing)) {
    // Bars alone: navigation and misread letters have them, too.
    const even = fields.every((row) => row.length === widest);
    const all = cells.flat();
    const values = all.filter((cell) => isValue(cell.text)).length;
    // Columns of blanks in which a letter was misread as a bar: fields of several numbers. One such field may be a slip.
    const several = all.filter((cell) => /\d\s+\d/.test(cell.text)).length;
    // Merged labels are printed once, so that rows differ in width; two such lines are no table.
    if (several >= values || ((!even || several > 0) && body.length < 3) || (!even && several > 0) || (body.length === 1 && widest < 3)) return null;
  }
  return plainGrid('pipe', rows[0]!.start, rows.at(-1)!.end, cells);
}

/**
 * Whether the rows have bars outside their cells. A row whose first or last cell is empty begins or ends with a bar too: the
 * reading in which more rows are of one width is the right one.
 */
function outerBars(body: readonly BarRow[]): { leading: boolean; trailing: boolean } {
  const all = (of: (row: BarRow) => boolean): boolean[] => {
    const count = body.filter(of).length;
    if (count === body.length) return [true];
    return count === 0 ? [false] : count * 2 >= body.length ? [true, false] : [false, true];
  };
  let best = { leading: false, trailing: false };
  let most = -1;
  for (const leading of all((row) => row.leads)) {
    for (const trailing of all((row) => row.trails)) {
      const counts = new Map<number, number>();
      for (const row of body) {
        const width = fieldsOf(row, leading, trailing).length;
        counts.set(width, (counts.get(width) ?? 0) + 1);
      }
      const even = Math.max(...counts.values());
      if (even > most) {
        most = even;
        best = { leading, trailing };
      }
    }
  }
  return best;
}

/** A rule of single dashes. */
function isThin(folded: string, row: BarRow): boolean {
  return !/--|==|:-|-:/.test(folded.slice(row.start, row.end));
}

/** Textile marks headings with `_.` and the alignment of cells with `<.` and its like. */
function behindMarks(text: string, field: Range): Range {
  const marks = /^\s{0,9}(?:_|[<>=~^-]{1,2})\.(?=\s)/.exec(text.slice(field.start, Math.min(field.end, field.start + 14)));
  return marks === null ? field : { start: field.start + marks[0].length, end: field.end };
}

/**
 * The fields of each row. Where not all rows have bars at their ends, these border rows or part an empty field: as it
 * makes all rows as long, else as most rows have it.
 */
function evenFields(rows: readonly BarRow[], leading: boolean, trailing: boolean): Range[][] {
  const usual = rows.map((row) => fieldsOf(row, leading, trailing));
  const isEven = (fields: readonly Range[][]): boolean => fields.every((row) => row.length === fields[0]!.length);
  if (isEven(usual) || rows.every((row) => row.leads && row.trails)) return usual;
  for (const [leads, trails] of [[leading, !trailing], [!leading, trailing], [!leading, !trailing]] as const) {
    const fields = rows.map((row) => fieldsOf(row, leads, trails));
    if (isEven(fields)) return fields;
  }
  return usual;
}
