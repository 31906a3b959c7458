/**
 * What stands in a row: the values behind its label, up to the next label or the first text that is none of the table's,
 * and, where the layout shows its cells, the empty ones among them.
 */
import { isBoxDrawing } from '../text/chars.ts';
import { lineIndexAt, type Document } from '../text/document.ts';
import { rulerOf, type Ruler } from './ruler.ts';
import type { Scan } from './scan.ts';
import { isEmDash, type Token } from './tokens.ts';
import { isGlued } from './values.ts';

/** The extent of a row that counts: an em dash before a number fills a cell of its own there. */
export function withoutSigns(document: Document, extent: Extent): Extent {
  if (!extent.values.some((token) => token.kind === 'number' && isEmDash(document.text.charCodeAt(token.start)))) return extent;
  const values = extent.values.flatMap((token): Token[] => {
    if (token.kind !== 'number' || !isEmDash(document.text.charCodeAt(token.start))) return [token];
    return [{ ...token, kind: 'mark', end: token.start + 1 }, { ...token, start: token.start + 1 }];
  });
  return { ...extent, values };
}

/** How the cells of a table are parted. */
export type Layout = 'pipe' | 'tab' | 'line' | 'space';

/** A stretch of tokens that belongs to one row. */
export interface Extent {
  /** Offset behind the label. */
  start: number;
  /** Offset where the next row, or foreign text, starts. */
  end: number;
  /** Numbers and marks, in text order. */
  values: Token[];
  /** True where the row has no label of its own: its cells start with its line. */
  whole?: boolean;
}

/** A printed cell: its tokens (none where it is empty) and where it stands. */
export interface PrintedCell {
  tokens: Token[];
  /** True where the cell holds text that is neither value nor label. */
  foreign: boolean;
  start: number;
  end: number;
}

/** A note may stand between a label and its values (规范性文件（指…）), on the label's line and no longer than this. */
const NOTE = 40;
/** What a label and its first value are parted by weighs little: labels are wrapped. */
const LABEL_VOTE = 0.2;
/** A rule shows within so many characters. */
const LONGEST_RULE = 400;
/** More values than this stand in no row; what follows is not read. */
const MOST_VALUES = 400;

/** The values between a label and `limit`. Stops at text that is no label once a value was read. */
export function extentOf<T>(document: Document, scanned: Scan<T>, firstToken: number, start: number, limit: number): Extent {
  const values: Token[] = [];
  let end = limit;
  let note = 0;
  /** Where text outside brackets starts before the first value. */
  let loose = -1;
  let index = firstToken;
  let last = start;
  const labelLine = lineIndexAt(document.lines, start);
  let line = labelLine;
  for (; index < scanned.tokens.length; index++) {
    const token = scanned.tokens[index]!;
    if (token.end <= start) continue;
    if (token.start >= limit) break;
    if (token.line > line) {
      // What stands below the row's rule is another row's, though this row's label was met behind its values.
      const rule = ruleBetween(document, line, token.line);
      if (rule !== null) {
        end = Math.max(start, document.lines[rule]!.start);
        break;
      }
      line = token.line;
    }
    if (token.kind === 'number' || token.kind === 'mark') {
      if (values.length >= MOST_VALUES) {
        end = token.start;
        break;
      }
      values.push(token);
      last = token.end;
      continue;
    }
    const foreign = scanned.foreign[index]!;
    if (token.kind !== 'text' || foreign === 0) continue;
    if (token.start < start) continue;
    if (values.length > 0 && loose >= 0 && token.line === values.at(-1)!.line) {
      // 行政事业性收费 本年度未新增规章 1 件以外的制度: a sentence, and its number is no value.
      values.length = 0;
      end = loose;
      break;
    }
    note += foreign;
    if (loose < 0 && !document.folded.slice(start, token.start + 1).includes('(')) loose = token.start;
    if (values.length > 0 || note > NOTE || token.line !== labelLine) {
      end = token.start;
      break;
    }
  }
  if (values.length > 0 && end === limit) end = Math.max(last, limit === Infinity ? last : limit);
  if (end === Infinity) end = last;
  return { start, end: Math.min(end, document.text.length), values };
}

/** First line between two that rules a grid (├────┼, +-----+); hyphens alone may be empty cells. */
function ruleBetween({ text, lines }: Document, from: number, to: number): number | null {
  for (let line = from + 1; line < to; line++) {
    const { start, end } = lines[line]!;
    const drawn = text.slice(start, Math.min(end, start + LONGEST_RULE));
    if (drawn.includes('\u2500\u2500') || drawn.includes('\u2501\u2501') || drawn.includes('\u2550\u2550') || drawn.includes('+---') || drawn.includes('+===')) return line;
  }
  return null;
}

/** Rows that must show an empty line before one of their values before empty lines count as cells. */
const ENOUGH_EMPTY = 2;

function showsEmptyLines(document: Document, extents: readonly Extent[], step: LineStep): boolean {
  let rows = 0;
  for (const { start, values } of extents) {
    for (let i = 0; i < values.length; i++) {
      if (countBreaks(document.folded, i === 0 ? start : values[i - 1]!.end, values[i]!.start) < 2 * step.breaks) continue;
      if (++rows >= ENOUGH_EMPTY) return true;
      break;
    }
  }
  return false;
}

/** Two bars behind the last value of every row: its own cell's, and the one that opens the next row. */
function opensRows(document: Document, extents: readonly Extent[]): boolean {
  let rows = 0;
  for (const { values, end } of extents) {
    const last = values.at(-1);
    if (last === undefined) continue;
    const bars = countBars(document.folded, last.end, end);
    if (bars === 1) return false;
    if (bars >= 2) rows++;
  }
  return rows >= 3;
}

/** How a table is printed. */
export interface Manner {
  layout: Layout;
  step: LineStep;
  /** Some number starts with a zero that only a neighbour can have left there (规章000). */
  glued: boolean;
  /** Empty lines stand between the values of some rows: one cell a line, and an empty one leaves its line. */
  showsEmpty: boolean;
  /** A line with a bar alone opens every row of one-cell-a-line pipes. */
  markers: boolean;
  /** How its columns of spaces are measured, `null` where both measures do. */
  ruler: Ruler | null;
  /** Pairs of neighbouring values that spoke for the layout. */
  votes: number;
}

/**
 * How the rows of a table are printed, from what stands between two values of one row; where blanks leave too few of
 * those, what stands between a label and its first value tells.
 */
export function mannerOf(document: Document, extents: readonly Extent[]): Manner {
  const votes: Record<Layout, number> = { pipe: 0, tab: 0, line: 0, space: 0 };
  for (const extent of extents) {
    let previous = extent.start;
    let weight = LABEL_VOTE;
    for (const value of extent.values) {
      votes[partedBy(document.folded, previous, value.start)] += weight;
      previous = value.end;
      weight = 1;
    }
  }
  const step = lineStepOf(document, extents);
  let layout: Layout = 'space';
  for (const candidate of ['line', 'tab', 'pipe'] as const) if (votes[candidate] > votes[layout]) layout = candidate;
  return {
    layout, step, ruler: layout === 'space' ? rulerOf(document, extents) : null, votes: votes[layout], markers: layout === 'pipe' && opensRows(document, extents), showsEmpty: showsEmptyLines(document, extents, step), glued: extents.some((extent) => extent.values.some((token) => isGlued(document, token))),
  };
}

function partedBy(folded: string, start: number, end: number): Layout {
  let layout: Layout = 'space';
  for (let i = start; i < end; i++) {
    const code = folded.charCodeAt(i);
    if (code === 0x7c || isBoxDrawing(code)) return 'pipe';
    if (code === 10 || code === 13) layout = 'line';
    else if (code === 9 && layout === 'space') layout = 'tab';
  }
  return layout;
}

/** The printed cells of a row, `null` where the layout does not show them. */
export function cellsOf<T>(document: Document, scanned: Scan<T>, extent: Extent, { layout, step, markers }: Manner): PrintedCell[] | null {
  if (layout === 'pipe') return pipeCells(document, scanned, extent, markers);
  if (layout === 'tab') return tabCells(document, scanned, extent);
  if (layout === 'line') return lineCells(document, scanned, extent, step);
  return null;
}

function makeCell<T>(document: Document, scanned: Scan<T>, extent: Extent, start: number, end: number): PrintedCell & { label: boolean } {
  const tokens = extent.values.filter((token) => token.start >= start && token.end <= end);
  let foreign = false;
  let label = false;
  if (tokens.length === 0) {
    for (let index = tokenAt(scanned.tokens, start); index < scanned.tokens.length; index++) {
      const token = scanned.tokens[index]!;
      if (token.start >= end) break;
      if (token.kind === 'text' && token.start >= start) {
        if (scanned.foreign[index]! > 0) foreign = true;
        else label = true;
      }
    }
  }
  let from = start;
  while (from < end && document.folded.charCodeAt(from) <= 32) from++;
  return { tokens, foreign, label, start: tokens[0]?.start ?? Math.min(from, end), end: tokens.at(-1)?.end ?? Math.min(from, end) };
}

/** Index of the first token that ends after `offset`. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Cells behind the last one that holds a label: group cells and label pieces are none. */
function behindLabels(cells: (PrintedCell & { label: boolean })[]): PrintedCell[] {
  let first = 0;
  const firstValue = cells.findIndex((cell) => cell.tokens.length > 0);
  for (let i = 0; i < cells.length; i++) {
    if (!cells[i]!.label) continue;
    if (firstValue >= 0 && i > firstValue) return cells.slice(first, i);
    first = i + 1;
  }
  return cells.slice(first);
}

function isBar(code: number): boolean {
  return code === 0x7c || isBoxDrawing(code);
}

function countBars(folded: string, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) if (isBar(folded.charCodeAt(i))) count++;
  return count;
}

/** A line of a ruled table that only rules: ├────┼, +---+---+. It may carry a piece of a group label. */
function isRule(folded: string, start: number, end: number): boolean {
  let dashes = 0;
  for (let i = start; i < end; i++) {
    const code = folded.charCodeAt(i);
    if (code === 0x2500 || code === 0x2501 || code === 0x2550) dashes++;
    else if (code === 0x2d) dashes += 0.5;
  }
  return dashes >= 4;
}

interface RawCell { start: number; end: number }

/** The stretches between the bars of one line; a blank one at either edge is no cell. */
function splitAtBars(folded: string, start: number, end: number): RawCell[] {
  const cells: RawCell[] = [];
  let from = start;
  for (let i = start; i < end; i++) {
    if (!isBar(folded.charCodeAt(i))) continue;
    cells.push({ start: from, end: i });
    from = i + 1;
  }
  if (folded.slice(from, end).trim() !== '') cells.push({ start: from, end });
  return cells;
}

function pipeCells<T>(document: Document, scanned: Scan<T>, extent: Extent, markers: boolean): PrintedCell[] | null {
  const { folded, lines } = document;
  const firstLine = extent.whole === true && extent.values.length > 0 ? extent.values[0]!.line : lineIndexAt(lines, extent.start);
  const lastLine = lineIndexAt(lines, Math.max(extent.start, extent.end - 1));
  const bars = (line: number): number => countBars(folded, lines[line]!.start, lines[line]!.end);
  const valueLine = extent.values.length > 0 ? extent.values[0]!.line : firstLine;
  if (bars(valueLine) >= 2 || (extent.values.length === 0 && bars(firstLine) >= 2)) {
    return rowLineCells(document, scanned, extent, firstLine, lastLine);
  }
  // One cell a line, each closed by a bar.
  const raw: RawCell[] = [];
  let from = extent.start;
  for (let i = extent.start; i < extent.end; i++) {
    if (!isBar(folded.charCodeAt(i))) continue;
    raw.push({ start: from, end: i });
    from = i + 1;
  }
  return behindLabels(raw.slice(extent.whole === true && markers ? 2 : 1).map((cell) => makeCell(document, scanned, extent, cell.start, cell.end)));
}

/** One row a line, or several lines between two rules merged cell by cell. */
function rowLineCells<T>(document: Document, scanned: Scan<T>, extent: Extent, firstLine: number, lastLine: number): PrintedCell[] {
  const { folded, lines } = document;
  let merged: (PrintedCell & { label: boolean })[] | null = null;
  for (let line = firstLine; line <= lastLine; line++) {
    const { start, end } = lines[line]!;
    if (isRule(folded, start, end)) break;
    if (folded.slice(start, end).trim() === '') break;
    const labelled = line === firstLine && extent.whole !== true;
    const from = labelled ? extent.start : start;
    const raw = splitAtBars(folded, from, Math.min(end, Math.max(extent.end, from)));
    const edge = raw.length > 0 && folded.slice(raw[0]!.start, raw[0]!.end).trim() === '' && opensWithBar(document, line);
    const cells = (labelled || edge ? raw.slice(1) : raw).map((cell) => makeCell(document, scanned, extent, cell.start, cell.end));
    if (merged === null) {
      merged = cells;
    } else if (isRuledBelow(document, line, lastLine + 2)) {
      for (let back = 1; back <= Math.min(merged.length, cells.length); back++) {
        const into = merged[merged.length - back]!;
        const cell = cells[cells.length - back]!;
        if (into.tokens.length === 0 && cell.tokens.length > 0) merged[merged.length - back] = cell;
      }
    } else if (!merged.some((cell) => cell.tokens.length > 0) && cells.some((cell) => cell.tokens.length > 0)) {
      merged = cells;
    } else {
      break;
    }
  }
  return behindLabels(merged ?? []);
}

/** Are rows opened by a bar (| a | b |) or cells closed by one (a | b |)? The line above tells where the first cell may be empty. */
function opensWithBar({ folded, lines }: Document, line: number): boolean {
  for (let above = line - 1; above >= 0 && above >= line - 4; above--) {
    const { start, end } = lines[above]!;
    const text = folded.slice(start, end).trim();
    if (text === '') continue;
    return isBar(text.charCodeAt(0)) || text.charCodeAt(0) === 0x2d || text.charCodeAt(0) === 0x2b;
  }
  return true;
}

function isRuledBelow(document: Document, line: number, last: number): boolean {
  for (let i = line + 1; i <= last && i < document.lines.length; i++) {
    const { start, end } = document.lines[i]!;
    if (isRule(document.folded, start, end)) return true;
  }
  return false;
}

function tabCells<T>(document: Document, scanned: Scan<T>, extent: Extent): PrintedCell[] | null {
  const { folded, lines } = document;
  const labelLine = lineIndexAt(lines, extent.start);
  const valueLine = extent.values[0]?.line ?? labelLine;
  const line = lines[valueLine]!;
  const labelled = valueLine === labelLine && extent.whole !== true;
  const from = labelled ? extent.start : line.start;
  const cells: (PrintedCell & { label: boolean })[] = [];
  let start = from;
  for (let i = from; i <= line.end; i++) {
    if (i < line.end && folded.charCodeAt(i) !== 9) continue;
    cells.push(makeCell(document, scanned, extent, start, i));
    start = i + 1;
  }
  return behindLabels(labelled ? cells.slice(1) : cells);
}

/** How one-cell-a-line layouts part their cells. */
export interface LineStep {
  /** Line breaks from one cell to the next: 1, or 2 where an empty line stands between cells. */
  breaks: number;
  /** True where cell lines start with a tab, so that an empty line is no cell. */
  tabbed: boolean;
}

/** Above this share of odd steps, cells stand on neighbouring lines. */
const SHARE_OF_ODD = 0.25;

/**
 * Reads the step from the line breaks between neighbouring lines that are not empty: with an empty line between cells they
 * come in even numbers, but where a label is wrapped or rows follow closer than cells.
 */
export function lineStepOf(document: Document, extents: readonly Extent[]): LineStep {
  let tabbed = 0;
  let plain = 0;
  let odd = 0;
  let even = 0;
  for (const extent of extents) {
    let previous = extent.start;
    for (const value of extent.values) {
      const breaks = countBreaks(document.folded, previous, value.start);
      previous = value.end;
      if (breaks === 0) continue;
      if (document.folded.charCodeAt(value.start - 1) === 9) tabbed++;
      else plain++;
    }
    let from = lineIndexAt(document.lines, extent.start);
    const last = from + 1 < document.lines.length && document.lines[from + 1]!.start > previous ? from : lineIndexAt(document.lines, previous);
    for (let line = from + 1; line <= last; line++) {
      const { start, end } = document.lines[line]!;
      if (document.folded.slice(start, end).trim() === '') continue;
      if ((line - from) % 2 === 1) odd++;
      else even++;
      from = line;
    }
  }
  return { breaks: odd > SHARE_OF_ODD * (odd + even) ? 1 : 2, tabbed: tabbed > plain };
}

function countBreaks(text: string, start: number, end: number): number {
  let breaks = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && (i + 1 >= end || text.charCodeAt(i + 1) !== 10))) breaks++;
  }
  return breaks;
}

function lineCells<T>(document: Document, scanned: Scan<T>, extent: Extent, step: LineStep): PrintedCell[] | null {
  const { folded, lines } = document;
  const cells: (PrintedCell & { label: boolean })[] = [];
  const first = lineIndexAt(lines, extent.start);
  const last = lineIndexAt(lines, extent.end);
  let blanks = 0;
  const flush = (at: number): void => {
    const count = step.breaks === 1 || step.tabbed ? blanks : Math.floor(Math.max(0, blanks - 1) / 2);
    for (let i = 0; i < count; i++) cells.push({ tokens: [], foreign: false, label: false, start: at, end: at });
    blanks = 0;
  };
  for (let line = first; line <= last; line++) {
    const from = line === first ? extent.start : lines[line]!.start;
    const to = Math.min(lines[line]!.end, line === last ? extent.end : Infinity);
    const text = folded.slice(from, to);
    if (text.trim() === '') {
      if (line === first || line === last) continue;
      if (!step.tabbed || text.includes('\t')) blanks++;
      continue;
    }
    const values = extent.values.filter((token) => token.line === line && token.start >= from);
    if (values.length === 0) {
      const cell = makeCell(document, scanned, extent, from, to);
      if (cell.label || !cell.foreign) {
        flush(from);
        cells.push({ ...cell, label: true });
        continue;
      }
    }
    flush(from);
    cells.push(makeCell(document, scanned, extent, from, to));
  }
  flush(extent.end);
  // Behind the label's own line the first cell may be a later piece of the label.
  return behindLabels(cells);
}
