/**
 * Tables with a cell a line, each closed by a bar, and a bar alone behind each row:
 *
 *     规章 |
 *     3 |
 *      |
 *     |
 *
 * An empty cell is a bar behind a blank. Where the blanks at the ends of lines are lost it looks like the end of a row: such a table is
 * left to be read line by line.
 */
import { isValue, plainGrid } from './cells.ts';
import { isBlank, trimRange, type Printed } from './content.ts';
import type { Grid, Range } from './grid.ts';
import { MARKDOWN, readContent } from './inline.ts';
import { barsIn } from './pipe-rows.ts';
import type { SourceLine, Stretch } from './source.ts';

/** A cell has no more lines than this. */
const MOST_LINES = 8;

type Kind = 'cell' | 'empty' | 'end' | 'blank' | 'text' | 'other';

export function scanTrails(text: string, stretch: Stretch, folded: string): Grid[] {
  const kinds = stretch.map((line) => kindOf(folded, line));
  // Where no empty cell shows its blank, two bars that follow each other may hold one.
  const spaced = kinds.includes('empty');
  const grids: Grid[] = [];
  let rows: Printed[][] = [];
  let row: Printed[] = [];
  let start = 0;
  let end = 0;
  let doubtful = false;
  let widest = 0;
  const close = (): void => {
    if (row.length > 0) rows.push(row);
    // An empty cell that lost its blank looks like the end of its row: a shorter row that begins with a value may be the rest of one.
    const most = rows.reduce((longest, each) => Math.max(longest, each.length), 0);
    const torn = !spaced && rows.some((each) => each.length < most && isValue(each[0]!.text));
    if (rows.length >= 2 && !doubtful && !torn) grids.push(plainGrid('pipe', start, end, rows));
    rows = [];
    row = [];
    doubtful = false;
    widest = 0;
  };
  for (let i = 0; i < stretch.length; i++) {
    const kind = kinds[i]!;
    const line = stretch[i]!;
    // Text behind a row that is as wide as the others is no more of it.
    const full = row.length >= widest && widest > 0;
    const lines = kind === 'text' && row.length > 0 && !full ? cellLines(kinds, i) : 1;
    if (kind === 'cell' || lines > 1) {
      // A first cell is one only where a row end follows soon.
      if (rows.length === 0 && row.length === 0) start = line.start;
      const last = stretch[i + lines - 1]!;
      row.push(cellOf(text, folded, { start: line.start, end: last.end }));
      end = last.end;
      i += lines - 1;
    } else if (kind === 'empty' && (row.length > 0 || rows.length > 0)) {
      row.push({ ...trimRange(text, line.start, line.start), text: '' });
      end = line.end;
    } else if (kind === 'end' && (row.length > 0 || rows.length > 0)) {
      if (row.length > 0) rows.push(row);
      else if (!spaced) doubtful = true;
      widest = Math.max(widest, row.length);
      row = [];
      end = line.end;
    } else if (kind !== 'blank') close();
  }
  close();
  return grids.filter((grid) => grid.rows.length * 2 <= grid.rows.flat().length + grid.rows.length);
}

function kindOf(folded: string, line: SourceLine): Kind {
  let end = line.end;
  while (end > line.start && isBlank(folded.charCodeAt(end - 1))) end--;
  if (end === line.start) return 'blank';
  if (folded.charAt(end - 1) !== '|') return barsIn(folded, line.start, end).length === 0 ? 'text' : 'other';
  const content = folded.slice(line.start, line.end);
  const trimmed = content.trim();
  if (trimmed === '|') return content.startsWith('|') ? 'end' : 'empty';
  const bars = barsIn(folded, line.start, line.end);
  return bars.length === 1 ? 'cell' : bars.length === 0 ? 'text' : 'other';
}

function cellLines(kinds: readonly Kind[], from: number): number {
  for (let count = 1; count < MOST_LINES && from + count < kinds.length; count++) {
    if (kinds[from + count] === 'cell') return count + 1;
    if (kinds[from + count] !== 'text') return 1;
  }
  return 1;
}

function cellOf(text: string, folded: string, range: Range): Printed {
  return readContent(text, range.start, folded.lastIndexOf('|', range.end - 1), MARKDOWN);
}
