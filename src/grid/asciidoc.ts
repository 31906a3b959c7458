/**
 * Tables of AsciiDoc: cells between two lines `|===`, each begun by a bar that may carry its spans, filled into as many
 * columns as the attributes, or the first line, say.
 *
 *     [cols="2,1,1"]
 *     |===
 *     .2+|规章 2+|3        The first reaches over two rows, the second over two columns.
 *     |===
 */
import { formGrid, type SpannedCell } from '../text/form-grid.ts';
import { cellAt } from './cells.ts';
import { trimRange } from './content.ts';
import type { Grid, Range } from './grid.ts';
import { MARKDOWN, readContent } from './inline.ts';
import { barsIn } from './pipe-rows.ts';
import type { SourceLine, Stretch } from './source.ts';

const DELIMITER = /^\|={3,}$/;
const SPEC = /(?:^|[\s])((?:(\d{1,3})?(?:\.(\d{1,3}))?([+*]))?(?:[<^>](?:\.[<^>])?|\.[<^>])?[adehlmsv]?)$/;
/** Characters that the spans and the style before a bar take at most. */
const LONGEST_SPEC = 14;
const MOST_COLUMNS = 256;

interface SourceCell extends SpannedCell<Range> {
  copies: number;
}

export function scanAsciidoc(text: string, stretch: Stretch): Grid[] {
  const grids: Grid[] = [];
  for (let i = 0; i < stretch.length; i++) {
    if (!isDelimiter(text, stretch[i]!)) continue;
    let close = i + 1;
    while (close < stretch.length && !isDelimiter(text, stretch[close]!)) close++;
    if (close === stretch.length) break;
    const attributes = attributesAbove(text, stretch[i - 1]);
    const start = attributes === null ? stretch[i]!.start : stretch[i - 1]!.start;
    const body = stretch.slice(i + 1, close);
    const grid = body.length === 0 ? null : gridOf(text, body, columnsSaid(attributes ?? ''), start, stretch[close]!.end);
    if (grid !== null) grids.push(grid);
    i = close;
  }
  return grids;
}

function isDelimiter(text: string, line: SourceLine): boolean {
  return text.charAt(line.start) === '|' && DELIMITER.test(text.slice(line.start, line.end).trimEnd());
}

function attributesAbove(text: string, line: SourceLine | undefined): string | null {
  if (line === undefined) return null;
  const content = text.slice(line.start, line.end).trim();
  return content.startsWith('[') && content.endsWith(']') ? content : null;
}

/** Number of columns in `cols="2,3*,1"`; 0 where nothing says it. */
function columnsSaid(attributes: string): number {
  const said = /cols\s?=\s?(?:"([^"]*)"|'([^']*)'|([^,\]]*))/.exec(attributes);
  if (said === null) return 0;
  let columns = 0;
  for (const column of (said[1] ?? said[2] ?? said[3]!).split(/[,;]/)) {
    const times = /^\s*(\d{1,3})\*/.exec(column)?.[1];
    columns += times === undefined ? 1 : Number(times);
  }
  return Math.min(columns, MOST_COLUMNS);
}

function gridOf(text: string, body: readonly SourceLine[], said: number, start: number, end: number): Grid | null {
  const cells: SourceCell[] = [];
  let first = 0;
  let group = 0;
  let grouped = false;
  for (const line of body) {
    const before = cells.length;
    readLine(text, line, cells);
    if (before === 0) first = width(cells);
    if (cells.length === before && cells.length > 0 && text.slice(line.start, line.end).trim() === '') grouped = true;
    if (!grouped) group = width(cells);
  }
  // A header with a cell a line ends with a blank line.
  const columns = said > 0 ? said : first === 1 && grouped ? group : first;
  if (columns < 1 || cells.length === 0) return null;
  const formed = formGrid([inRows(cells, columns)]);
  return {
    syntax: 'pipe', start, end, columns: formed.columns, borders: 'shown',
    rows: formed.rows.map((cells) => cells.map(({ content, row, column, rowSpan, columnSpan }) => (
      cellAt(readContent(text, content.start, content.end, MARKDOWN), row, column, rowSpan, columnSpan)
    ))),
  };
}

function width(cells: readonly SourceCell[]): number {
  return cells.reduce((sum, cell) => sum + cell.columnSpan * cell.copies, 0);
}

/** Reads the cells that begin in a line; what stands before the first goes on with the cell before. */
function readLine(text: string, line: SourceLine, cells: SourceCell[]): void {
  let from = line.start;
  for (const bar of barsIn(text, line.start, line.end)) {
    const ahead = Math.max(from, bar - LONGEST_SPEC);
    const spec = SPEC.exec(text.slice(ahead, bar));
    const found = spec !== null && (spec[1] !== '' || bar === from) && (ahead > from || spec.index > 0 || from === line.start || spec[0] !== spec[1]) ? spec : null;
    const last = cells.at(-1);
    if (last !== undefined) last.content.end = found === null ? bar : bar - found[1]!.length;
    const repeats = found?.[4] === '*';
    const cell: SourceCell = { content: { start: bar + 1, end: line.end }, rowSpan: 1, columnSpan: 1, copies: repeats ? Math.max(1, Number(found[2] ?? 1)) : 1 };
    if (found?.[4] === '+') {
      cell.columnSpan = Math.max(1, Number(found[2] ?? 1));
      cell.rowSpan = Math.max(1, Number(found[3] ?? 1));
    }
    cells.push(cell);
    from = bar + 1;
  }
  if (from === line.start && cells.length > 0 && trimRange(text, line.start, line.end).end > line.start) cells.at(-1)!.content.end = line.end;
}

/** Fills cells into rows of a number of columns. */
function inRows(cells: readonly SourceCell[], columns: number): SpannedCell<Range>[][] {
  const rows: SpannedCell<Range>[][] = [[]];
  /** For each column, the row from which on it is free. */
  const freeFrom = Array.from({ length: columns }, () => 0);
  let column = 0;
  const advance = (): void => {
    for (;;) {
      while (column < columns && freeFrom[column]! >= rows.length) column++;
      if (column < columns) return;
      column = 0;
      rows.push([]);
    }
  };
  for (const { content, rowSpan, columnSpan, copies } of cells) {
    for (let copy = 0; copy < copies; copy++) {
      advance();
      rows.at(-1)!.push({ content, rowSpan, columnSpan });
      const end = Math.min(columns, column + columnSpan);
      for (; column < end; column++) freeFrom[column] = rows.length - 1 + rowSpan;
    }
  }
  return rows;
}
