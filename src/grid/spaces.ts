/**
 * Tables of aligned spaces: pdftotext -layout, DataFrame.to_string and their like. A column is one where corridors of
 * blanks run through all lines with values; a heading above nothing but blanks is a column, too. Where no measure of the
 * terminal gives each value a column of its own, there is no grid.
 */
import { cellAt, MOST_LINES } from './cells.ts';
import { columnsAt, columnsFrom } from './corridors.ts';
import type { Grid, GridCell, Range } from './grid.ts';
import { PLAIN, readContent } from './inline.ts';
import { mayHoldValue, piecesOf, placesOf, wordsOf, type PieceLine } from './pieces.ts';
import type { Stretch } from './source.ts';
import { holdsAmbiguous, MEASURES, type Measure } from './width.ts';

/** Blank lines, and lines without values, that a table may hold between two rows. */
const MOST_BLANK = 2;
const MOST_BETWEEN = 8;
const FORM_FEED = 12;
/** Lines by which the measure is chosen. */
const SAMPLE = 300;

/** How many lines above and below one with a value can be of its table. */
const REACH = MOST_BETWEEN + MOST_BLANK * MOST_BETWEEN;

export function scanSpaces(text: string, stretch: Stretch): Grid[] {
  const grids: Grid[] = [];
  let from = -1;
  let last = 0;
  const end = (): void => {
    if (from < 0) return;
    const lines = stretch.slice(from, last + REACH).map((line) => piecesOf(text, line));
    for (const block of blocksOf(text, lines)) {
      const grid = gridOf(text, block);
      if (grid !== null) grids.push(grid);
    }
    from = -1;
  };
  for (let i = 0; i < stretch.length; i++) {
    if (!mayHoldValue(text, stretch[i]!)) continue;
    if (from >= 0 && i > last + 2 * REACH) end();
    if (from < 0) from = Math.max(0, i - REACH);
    last = i;
  }
  end();
  return grids;
}

/** Runs of lines with values and what stands between and above them. A form feed ends a run. */
function blocksOf(text: string, lines: readonly PieceLine[]): PieceLine[][] {
  const blocks: PieceLine[][] = [];
  let block: PieceLine[] = [];
  let valued = false;
  let blank = 0;
  let between = 0;
  const end = (): void => {
    if (valued) blocks.push(block);
    block = [];
    valued = false;
    blank = 0;
    between = 0;
  };
  for (const line of lines) {
    if (text.charCodeAt(line.start) === FORM_FEED) end();
    if (line.empty) {
      if (++blank > MOST_BLANK) end();
      continue;
    }
    if (line.pieces.length === 0 || isProse(text, line)) {
      end();
      continue;
    }
    // A line of headings behind values begins another table.
    if (!line.valued && valued && isHeader(line, block)) end();
    if (line.valued) between = 0;
    else if (++between > MOST_BETWEEN) end();
    blank = 0;
    block.push(line);
    valued ||= line.valued;
  }
  end();
  return blocks;
}

/** A sentence, or a line whose bars show its cells. */
function isProse(text: string, line: PieceLine): boolean {
  return /[。；|│]/.test(text.slice(line.start, line.end));
}

/** Whether pieces stand where the values of the lines before stand. */
function isHeader(line: PieceLine, block: readonly PieceLine[]): boolean {
  if (line.pieces.length < 2) return false;
  const row = block.findLast((other) => other.valued);
  const first = row?.pieces.find((piece) => piece.value);
  if (row === undefined || first === undefined) return false;
  return line.pieces.at(-1)!.end - line.start > first.start - row.start;
}

interface Column extends Range {
  /** Whether values stand in it, and a heading above it. */
  valued: boolean;
  headed: boolean;
  /** Whether a heading alone made it. */
  bare: boolean;
}

interface Layout {
  measure: Measure;
  columns: Column[];
  /** Number of places at which values begin or end, and of headings above none of their own: the fewer the straighter. */
  disorder: number;
  /** The most values that stand side by side. */
  most: number;
}

interface HeadedLayout extends Layout {
  header: PieceLine[];
}

function gridOf(text: string, block: readonly PieceLine[]): Grid | null {
  const first = block.findIndex((line) => line.valued);
  const last = block.findLastIndex((line) => line.valued);
  if (block.length > MOST_LINES) return null;
  const rows = block.slice(first, last + 1);
  const valued = rows.filter((line) => line.valued);
  // Marks alone are no table, and where single blanks part the values, blank cells leave no trace.
  if (valued.every((line) => line.pieces.every((piece) => piece.value)) && first === 0) return null;
  if (valued.filter((line) => line.spread).length * 2 < valued.length) return null;
  const head = block.slice(0, first);
  const ambiguous = holdsAmbiguous(text, block[0]!.start, block.at(-1)!.end);
  let best: HeadedLayout | null = null;
  for (const measure of MEASURES) {
    const layout = measure.box === 1 && (ambiguous || measure.ambiguous === 1) ? layOut(text, head, valued.slice(0, SAMPLE), measure) : null;
    if (layout !== null && (best === null || layout.disorder < best.disorder)) best = layout;
  }
  if (best !== null && valued.length > SAMPLE) best = layOut(text, head, valued, best.measure);
  if (best === null) return null;
  const { header } = best;
  if ((valued.length < 2 && header.length === 0) || !isSure(best, header.length > 0)) return null;
  return build(text, [...header, ...rows], best);
}

/**
 * Columns that no line shows side by side may be one that is printed askew; so may a heading without values and the values
 * beside it without a heading.
 */
function isSure(layout: Layout, headed: boolean): boolean {
  const { columns } = layout;
  if (headed) {
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i]!;
      if (!column.bare) continue;
      const beside = [i - 1, i + 1].filter((at) => columns[at]?.valued === true && !columns[at].headed);
      if (beside.length > 1) return false;
      const other = columns[beside[0] ?? -1];
      if (other === undefined) continue;
      columns.splice(Math.min(i, beside[0]!), 2, { start: Math.min(column.start, other.start), end: Math.max(column.end, other.end), valued: true, headed: true, bare: false });
      i = Math.max(-1, i - 2);
    }
  }
  if (columns.some((column) => column.bare) && columns.some((column) => column.valued && !column.headed)) return false;
  const valued = columns.filter((column) => column.valued).length;
  return valued <= layout.most || columns.filter((column) => column.valued).every((column) => column.headed);
}

/**
 * The columns of lines with values and the headings above them; `null` where there is one column only, or two values of a
 * line share one.
 */
function layOut(text: string, head: readonly PieceLine[], valued: readonly PieceLine[], measure: Measure): HeadedLayout | null {
  const lines = valued.map((line) => ({ pieces: line.pieces, places: placesOf(text, line, measure) }));
  const columns = columnsFrom(lines.flatMap((line) => line.places)).map((column): Column => ({ ...column, valued: false, headed: false, bare: false }));
  let most = 0;
  const starts = columns.map(() => new Set<number>());
  const ends = columns.map(() => new Set<number>());
  for (const { pieces, places } of lines) {
    let before = -1;
    most = Math.max(most, pieces.filter((piece) => piece.value).length);
    for (const [at, piece] of pieces.entries()) {
      const column = columnsAt(columns, places[at]!).start;
      if (column === before && (piece.value || pieces[at - 1]!.value)) return null;
      before = column;
      if (!piece.value) continue;
      columns[column]!.valued = true;
      starts[column]!.add(places[at]!.start);
      ends[column]!.add(places[at]!.end);
    }
  }
  const count = (sets: readonly ReadonlySet<number>[]): number => new Set(sets.flatMap((set) => [...set])).size;
  if (columns.length < 2) return null;
  const layout: Layout = { measure, columns, most, disorder: Math.min(count(starts), count(ends)) };
  const header = headerAbove(text, head, layout);
  return { ...layout, header };
}

/** The lines of headings above the rows; headings that stand above no column add one. */
function headerAbove(text: string, lines: readonly PieceLine[], layout: Layout): PieceLine[] {
  const header: PieceLine[] = [];
  for (const line of lines.toReversed()) {
    let places = placesOf(text, line, layout.measure);
    const values = layout.columns[1]?.start ?? 0;
    if (places.length < 2 && places[0]!.start < values) break;
    let parted = line;
    if (places.some((place) => { const met = columnsAt(layout.columns, place); return met.end - met.start > 1; })) {
      // 上一年项目数量 本年增/减: headings that one blank parts.
      parted = wordsOf(text, line);
      places = placesOf(text, parted, layout.measure);
    }
    const shared = sharedColumns(places, layout.columns);
    layout.disorder += shared.length;
    if (shared.some((column) => column.valued)) break;
    for (const place of places) {
      const met = columnsAt(layout.columns, place);
      if (met.end === met.start) layout.columns.splice(met.start, 0, { ...place, valued: false, headed: true, bare: true });
      else if (met.end - met.start === 1) {
        const column = layout.columns[met.start]!;
        column.start = Math.min(column.start, place.start);
        column.end = Math.max(column.end, place.end);
        column.headed = true;
      }
    }
    header.unshift(parted);
  }
  return header;
}

/** The columns above which two headings of a line stand. */
function sharedColumns(places: readonly Range[], columns: readonly Column[]): Column[] {
  let before = -1;
  return places.flatMap((place) => {
    const met = columnsAt(columns, place);
    if (met.end === met.start) return [];
    const shared = met.start <= before ? [columns[met.start]!] : [];
    before = met.end - 1;
    return shared;
  });
}

function build(text: string, lines: readonly PieceLine[], { measure, columns }: Layout): Grid {
  const rows = lines.map((line, row) => {
    const cells: GridCell[] = [];
    placesOf(text, line, measure).forEach((place, index) => {
      const piece = line.pieces[index]!;
      const met = columnsAt(columns, place);
      const column = Math.min(met.start, columns.length - 1);
      const before = cells.at(-1);
      if (before !== undefined && column < before.column + before.columnSpan) {
        Object.assign(before, readContent(text, before.start, piece.end, PLAIN));
        before.columnSpan = Math.max(before.columnSpan, met.end - before.column);
        return;
      }
      for (let empty = before === undefined ? 0 : before.column + before.columnSpan; empty < column; empty++) cells.push(emptyCell(piece.start, row, empty));
      cells.push(cellAt(readContent(text, piece.start, piece.end, PLAIN), row, column, 1, Math.max(1, met.end - met.start)));
    });
    const last = cells.at(-1)!;
    for (let empty = last.column + last.columnSpan; empty < columns.length; empty++) cells.push(emptyCell(line.pieces.at(-1)!.end, row, empty));
    return cells;
  });
  return { syntax: 'spaces', start: lines[0]!.start, end: lines.at(-1)!.end, columns: columns.length, rows, borders: 'guessed' };
}

function emptyCell(at: number, row: number, column: number): GridCell {
  return { start: at, end: at, text: '', row, column, rowSpan: 1, columnSpan: 1 };
}
