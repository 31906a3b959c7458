/** LaTeX tables: tabular and its kin, longtable, array; with `\multirow` and `\multicolumn`. */
import { cellAt } from './cells.ts';
import type { Grid, GridCell } from './grid.ts';
import { argument, readLatex, type LatexCell } from './latex-text.ts';
import type { Stretch } from './source.ts';

const BEGIN = /\\begin\s{0,3}\{(tabular\*|tabularx|tabulary|xltabular|tabular|longtable\*?|longtabu|tabu|array|supertabular\*?|mpsupertabular|tblr|longtblr|NiceTabular)\}/g;
/** Environments with a width before the columns. */
const WIDE = /\*$|tabularx|tabulary|xltabular/;
const RULE = /^(?:\s|%[^\n]*\n?|\\(?:hline|toprule|midrule|bottomrule|endhead|endfirsthead|endfoot|endlastfoot|hdashline)(?![a-zA-Z]))*$/;
/** Tables without an end that are followed to the end of the text. */
const MOST_OPEN = 8;

interface LatexRow {
  cells: LatexCell[];
  /** The name of the part of a long table that ends with this row, '' where none does. */
  part: string;
}

interface Body {
  rows: LatexRow[];
  end: number;
  closed: boolean;
}

export function scanLatex(text: string, stretch: Stretch): Grid[] {
  const from = stretch[0]!.start;
  const to = stretch.at(-1)!.end;
  const grids: Grid[] = [];
  let open = 0;
  BEGIN.lastIndex = from;
  for (let found = BEGIN.exec(text); found !== null && found.index < to && open < MOST_OPEN; found = BEGIN.exec(text)) {
    const start = found.index;
    const resume = BEGIN.lastIndex;
    const body = readBody(text, columnsEnd(text, resume, to, WIDE.test(found[1]!) ? 2 : 1), to);
    if (!body.closed) open++;
    const grid = formed(start, body.end, withoutRepeats(body.rows));
    if (grid !== null) grids.push(grid);
    BEGIN.lastIndex = grid === null ? resume : body.end;
  }
  return grids;
}

/** Offset behind the arguments of an environment: `[t]`, `{@{}ll@{}}`. */
function columnsEnd(text: string, at: number, end: number, groups: number): number {
  let after = at;
  for (let count = 0; count <= groups; count++) {
    while (after < end && /\s/.test(text.charAt(after))) after++;
    if (text.charAt(after) === '[') {
      const close = text.slice(after, after + 200).indexOf(']');
      if (close > 0) after += close + 1;
    }
    const next = count < groups ? argument(text, after, end) : null;
    if (next === null) break;
    after = next;
  }
  return after;
}

/** Reads rows until the environment ends. */
function readBody(text: string, start: number, limit: number): Body {
  const rows: LatexRow[] = [];
  let cells: LatexCell[] = [];
  let from = start;
  let last = start;
  let braces = 0;
  let inner = 0;
  let part = '';
  const endCell = (at: number): void => {
    cells.push(readLatex(text, from, at));
  };
  const endRow = (at: number): void => {
    // A rule behind the last row is no row.
    if (cells.length > 0 || !RULE.test(text.slice(from, at))) {
      endCell(at);
      rows.push({ cells, part });
      part = '';
    }
    cells = [];
  };
  for (let at = start; at < limit; at++) {
    const char = text.charAt(at);
    if (char === '%') {
      while (at + 1 < limit && text.charAt(at + 1) !== '\n' && text.charAt(at + 1) !== '\r') at++;
    } else if (char === '{') braces++;
    else if (char === '}') braces = Math.max(0, braces - 1);
    else if (char === '&' && braces === 0 && inner === 0) {
      endCell(at);
      from = at + 1;
    } else if (char === '\\') {
      const name = commandAt(text, at + 1);
      if (name === 'begin') inner++;
      else if (name === 'end' && inner > 0) inner--;
      else if (name === 'end') {
        endRow(at);
        return { rows, end: argument(text, at + 4, limit) ?? at + 4, closed: true };
      } else if (braces === 0 && inner === 0 && (name === '\\' || name === 'tabularnewline' || name === 'cr')) {
        endRow(at);
        at = rowEnd(text, at + 1 + name.length, limit) - 1;
        from = at + 1;
        last = from;
        continue;
      } else if (/^end(?:first)?head$|^end(?:last)?foot$/.test(name) && inner === 0) {
        const previous = rows.at(-1);
        if (previous !== undefined && cells.length === 0 && RULE.test(text.slice(from, at))) previous.part = name;
        else part = name;
      }
      at += Math.max(1, name.length);
    }
  }
  return { rows, end: last, closed: false };
}

function commandAt(text: string, at: number): string {
  let end = at;
  while (/[a-zA-Z]/.test(text.charAt(end))) end++;
  return end > at ? text.slice(at, end) : text.charAt(at);
}

/** Offset behind `\\`, `\\*`, `\\[2pt]`. */
function rowEnd(text: string, at: number, limit: number): number {
  const after = text.charAt(at) === '*' ? at + 1 : at;
  const space = /^[ \t]{0,4}\[-?[\d.]{1,6}[a-z\\]{1,12}\]/.exec(text.slice(after, Math.min(limit, after + 40)));
  return after + (space?.[0].length ?? 0);
}

/** A long table prints its header once for the first page and once for the others, and feet for all pages. */
function withoutRepeats(rows: readonly LatexRow[]): LatexCell[][] {
  const twice = rows.some((row) => row.part === 'endfirsthead');
  const kept: LatexRow[] = [];
  let pending: LatexRow[] = [];
  for (const row of rows) {
    pending.push(row);
    if (row.part === '') continue;
    const repeated = (row.part === 'endhead' && twice) || ((row.part === 'endfoot' || row.part === 'endlastfoot') && !pending.some(hasNumber));
    if (!repeated) kept.push(...pending);
    pending = [];
  }
  return [...kept, ...pending].map((row) => row.cells);
}

function hasNumber(row: LatexRow): boolean {
  return row.cells.some((cell) => /\d/.test(cell.text));
}

function formed(start: number, end: number, rows: readonly LatexCell[][]): Grid | null {
  const grid: GridCell[][] = [];
  /** The cell of each column that reaches down, and the row behind its last. */
  const reach: ({ cell: GridCell; end: number } | undefined)[] = [];
  let columns = 0;
  rows.forEach((cells, row) => {
    const line: GridCell[] = [];
    grid.push(line);
    let column = 0;
    for (const printed of cells) {
      const { rowSpan, columnSpan } = printed;
      const above = reach[column];
      const covered = above !== undefined && above.end > row;
      if (covered && printed.text === '' && column + columnSpan <= above.cell.column + above.cell.columnSpan) {
        above.cell.rowSpan = row + 1 - above.cell.row;
      } else {
        const cell = cellAt(printed, row, column, 1, columnSpan);
        for (let i = column; i < column + columnSpan && i < column + 1000; i++) reach[i] = rowSpan > 1 ? { cell, end: row + rowSpan } : undefined;
        if (rowSpan < -1) raise(grid, cell, -rowSpan);
        else line.push(cell);
      }
      column += columnSpan;
    }
    // The empty fields at the end of a row may be left out.
    for (; column < reach.length; column++) {
      const above = reach[column];
      if (above?.cell.column === column && above.end > row && above.cell.row + above.cell.rowSpan === row) above.cell.rowSpan++;
    }
    columns = Math.max(columns, column);
  });
  for (const line of grid) line.sort((a, b) => a.column - b.column);
  return columns < 2 && rows.length < 2 ? null : { syntax: 'latex', start, end, columns, rows: grid, borders: 'shown' };
}

/** Puts a cell that reaches upwards into the first of its rows, in the place of the empty ones above it. */
function raise(grid: readonly GridCell[][], cell: GridCell, rows: number): void {
  let top = cell.row;
  while (top > 0 && cell.row - top + 1 < rows) {
    const line = grid[top - 1]!;
    const at = line.findIndex((other) => other.column === cell.column && other.columnSpan === cell.columnSpan && other.text === '');
    if (at < 0) break;
    line.splice(at, 1);
    top--;
  }
  cell.rowSpan = cell.row - top + 1;
  cell.row = top;
  grid[top]!.push(cell);
}
