/** From the rows of one table to its cells: layouts, windows, sums and geometry brought together. */
import type { Cell } from '../schema/report.ts';
import type { Document } from '../text/document.ts';
import { frameRows, isFilled, misalignment, showsGeometry } from './geometry.ts';
import { isLawful, placeCells, placeValues, readCell, sumsHold, type Placement, type RowForm } from './place.ts';
import { cellsOf, withoutSigns, type Extent, type Layout, type Manner, type PrintedCell } from './rows.ts';
import type { Ruler } from './ruler.ts';
import type { Scan } from './scan.ts';
import { settle, type ColumnRule } from './solve.ts';
import { isGlued, type Reading } from './values.ts';

export interface RowInput extends RowForm {
  code: string;
  extent: Extent;
}

/** What came out for one column of a row. */
export interface Settled {
  reading: Reading;
  basis: NonNullable<Cell['basis']>;
  /** False where more than one number, or a number and a blank, could stand here. */
  sure: boolean;
}

export interface SettledRow {
  code: string;
  slots: Settled[];
  /** True where some of the row's numbers found no certain place. */
  open: boolean;
  /** True where a placement could be found at all. */
  placed: boolean;
}

/** A solution must be better than the next by this much, in characters of misalignment, to be taken. */
const MARGIN = 1.5;
/** The same where no sum confirms it. */
const MARGIN_UNCONFIRMED = 4;
/** Full rows that others are held against. */
const MOST_MODELS = 30;

interface Work extends RowInput {
  placements: Placement[];
  shown: boolean;
  short: number;
}

/**
 * Settles all rows of a table together.
 *
 * @param manner how the table they belong to is printed
 */
export function settleRows<T>(document: Document, scanned: Scan<T>, inputs: readonly RowInput[], rules: readonly ColumnRule[], manner: Manner): SettledRow[] {
  const losesBlanks = manner.glued && inputs.some(isTooShort);
  const work = inputs.map((input): Work => {
    const row = placeRow(document, scanned, input, manner);
    // Where digits run together and blanks left no trace, no row's digits tell how many numbers they are.
    return losesBlanks && !row.shown && input.extent.values.length !== input.columns && input.extent.values.length > 0 && !isZerosAlone(document, input)
      ? { ...row, placements: [] }
      : row;
  });
  keepCommonWindows(work, manner.layout);
  for (const row of work) keepLawful(row);
  if (!manner.glued && (manner.layout === 'line' || manner.layout === 'space') && work.some(isOverfull)) for (const row of work) dropUnlawful(row);
  if (!manner.glued) keepPrintedTotals(work);
  const columns = inputs[0]?.columns ?? 0;
  const framed = readFrames(document, work, columns, rules.length > 0, manner.ruler);
  const { rows, decided } = settle(work, rules, columns);
  return work.map((row, index) => decide(row, rows[index]!.placements, row.placements, decided, framed.has(row.code)));
}

/** More values than columns, each by itself: some belong to rows whose values stand apart from their labels. */
function isOverfull({ extent, columns, sums }: Work): boolean {
  return sums.length > 0 && extent.values.length > columns;
}

/** Where values went astray, as many as columns behind a label are its own only if they keep the row's sum. */
function dropUnlawful(row: Work): void {
  if (row.shown || row.extent.values.length === 0) return;
  if (!row.placements.some((placement) => sumsHold(row.sums, placement.slots.map((slot) => slot.value)) === false)) return;
  row.placements = row.placements.filter((placement) => isLawful(row, placement));
}

/** As many zeros as columns and nothing else: no number has two, so each stands for itself. */
function isZerosAlone(document: Document, { extent, columns }: RowInput): boolean {
  let zeros = 0;
  for (const { kind, start, end } of extent.values) {
    if (kind !== 'number' || !/^0+$/.test(document.folded.slice(start, end))) return false;
    zeros += end - start;
  }
  return zeros === columns;
}

/** Fewer digits and marks than columns: some cell is blank. */
function isTooShort({ extent, columns, sums }: RowInput): boolean {
  const most = extent.values.reduce((total, token) => total + token.end - token.start, 0);
  return sums.length > 0 && most > 0 && most < columns;
}

/**
 * Narrows the placements of rows without visible cells to what their frame allows.
 *
 * @returns the codes of the rows that geometry settled
 */
function readFrames(document: Document, work: readonly Work[], columns: number, totalLast: boolean, ruler: Ruler | null): Set<string> {
  const settledRows = new Set<string>();
  if (ruler === null || columns < 2 || !work.some((row) => row.placements.length > 1)) return settledRows;
  const spaced = work.filter((row) => !row.shown && row.placements.every((placement) => placement.slots.every((slot) => slot.status !== 'unreadable')));
  if (!spaced.some((row) => row.placements.length > 1)) return settledRows;
  const rows = spaced.map((row) => ({ code: row.code, tokens: row.extent.values }));
  if (!showsGeometry(document, rows)) return settledRows;
  const full = spaced.filter((row) => row.placements.length === 1 && row.placements[0]!.slots.every(isFilled) && onOneLine(row)).map((row) => row.placements[0]!);
  if (full.length > 0) {
    for (const row of spaced) {
      if (row.placements.length < 2 || !onOneLine(row)) continue;
      row.placements = row.placements.map((placement) => ({ ...placement, cost: placement.cost + misalignment(ruler, placement, full.slice(0, MOST_MODELS), totalLast) }));
      settledRows.add(row.code);
    }
    return settledRows;
  }
  const placements = frameRows(document, ruler, rows, columns, totalLast);
  for (const row of spaced) {
    const placement = placements.get(row.code);
    if (placement === undefined || row.placements.length < 2 || sumsHold(row.sums, placement.slots.map((slot) => slot.value)) === false) continue;
    row.placements = [placement];
    settledRows.add(row.code);
  }
  return settledRows;
}

function onOneLine(row: Work): boolean {
  return row.extent.values.every((token) => token.line === row.extent.values[0]!.line);
}

function placeRow<T>(document: Document, scanned: Scan<T>, printed: RowInput, manner: Manner): Work {
  const extent = printed.signed ? printed.extent : withoutSigns(document, printed.extent);
  const input = extent === printed.extent ? printed : { ...printed, extent };
  const { columns } = input;
  if (extent.values.length === columns && !extent.values.some((token) => isGlued(document, token))) {
    return workOf(input, placeValues(document, extent.values, input, false), false, 0);
  }
  const cells = cellsOf(document, scanned, extent, manner);
  const shown = cells !== null && cells.length > 0 && !(cells.length === 1 && columns > 1 && extent.values.length > 1) &&
    !cells.some((cell) => cell.tokens.some((token) => columns > 1 && isGlued(document, token)));
  if (shown && !(manner.layout === 'line' && isDoubtful(document, cells, input, manner.showsEmpty))) {
    const placements = placeCells(document, cells, columns);
    if (placements.length > 0) return workOf(input, placements, true, cells.length - columns);
  }
  return workOf(input, placeValues(document, extent.values, input, manner.glued), false, 0);
}

function workOf({ code, extent, columns, sums, signed }: RowInput, placements: Placement[], shown: boolean, short: number): Work {
  return { code, extent, columns, sums, signed, placements, shown, short };
}

/**
 * One cell a line: fewer cells than columns mean that empty ones were dropped, and an empty line may be a paragraph's end
 * as well as a cell.
 */
function isDoubtful(document: Document, cells: readonly PrintedCell[], { columns, sums }: RowInput, showsEmpty: boolean): boolean {
  if (cells.length < columns) return true;
  const values = cells.map((cell) => readCell(document, cell).value);
  if (cells.length > columns || cells.every((cell) => cell.tokens.length > 0)) return false;
  const held = sumsHold(sums, values);
  return !showsEmpty || held === false || (held === null && sums.length > 0 && values.some((value) => (value ?? 0) !== 0));
}

/** Rows with as many cells more than columns lie in the same window; what no row of them allows is out. */
function keepCommonWindows(rows: readonly Work[], layout: Layout): void {
  if (!rows.some(({ shown, placements }) => shown && placements.length > 1)) return;
  const classes = new Map<number, Work[]>();
  for (const row of rows) {
    if (!row.shown || row.extent.values.length === 0) continue;
    const list = classes.get(row.short);
    if (list === undefined) classes.set(row.short, [row]);
    else list.push(row);
  }
  for (const list of classes.values()) {
    const windows = list.map((row) => new Set(row.placements.map((placement) => placement.window)));
    const common = [...windows[0]!].filter((window) => windows.every((set) => set.has(window)));
    if (common.length === 0) continue;
    for (const row of list) row.placements = row.placements.filter((placement) => common.includes(placement.window));
  }
  for (const row of rows) {
    if (!row.shown || row.placements.length < 2) continue;
    // Behind a label the cells start; a row without one may open with a marker that looks like an empty cell.
    const cost = row.extent.whole === true && layout === 'pipe' ? 0 : 1.6;
    row.placements = row.placements.map((placement) => ({ ...placement, cost: placement.cost + cost * Math.max(0, placement.window ?? 0) }));
  }
}

/** Where some placements keep the row's own sum, the others are out. */
function keepLawful(row: Work): void {
  if (row.placements.length < 2) return;
  const lawful = row.placements.filter((placement) => isLawful(row, placement));
  if (lawful.length > 0 && lawful.length < row.placements.length) row.placements = lawful;
}

/** Rows that must be seen to print their total before a row of zeros is taken to do the same. */
const ENOUGH_TOTALS = 8;

/** Where every row that shows all its cells prints its total, the others do too. */
function keepPrintedTotals(work: readonly Work[]): void {
  if (!work.some(({ placements }) => placements.length > 1)) return;
  let printed = 0;
  for (const { placements, columns, sums, extent } of work) {
    if (!sums.some((sum) => sum.whole === columns - 1)) return;
    if (placements.length !== 1 || extent.values.length === 0) continue;
    if (placements[0]!.slots[columns - 1]!.status !== 'reported') return;
    printed++;
  }
  if (printed < ENOUGH_TOTALS) return;
  for (const row of work) {
    if (row.shown || row.placements.length < 2 || row.placements[0]!.slots.some((slot) => (slot.value ?? 0) !== 0)) continue;
    const kept = row.placements.filter((placement) => placement.slots[row.columns - 1]!.status === 'reported');
    if (kept.length > 0) row.placements = kept;
  }
}

function decide(row: Work, placements: readonly Placement[], before: readonly Placement[], decided: boolean, geometry: boolean): SettledRow {
  if (placements.length === 0) return { code: row.code, slots: [], open: true, placed: false };
  let best = placements[0]!;
  if (placements.length === 1) {
    const basis = basisOf(row, best, before, geometry);
    return { code: row.code, slots: best.slots.map((reading) => ({ reading, basis, sure: true })), open: false, placed: true };
  }
  for (const placement of placements) if (placement.cost < best.cost - 1e-9) best = placement;
  const confirmed = decided || isLawful(row, best);
  const margin = confirmed || row.shown ? MARGIN : MARGIN_UNCONFIRMED;
  const rivals = placements.filter((placement) => placement !== best && placement.cost < best.cost + margin);
  let open = false;
  const slots = best.slots.map((reading, column): Settled => {
    const sure = rivals.every((rival) => same(rival.slots[column]!, reading));
    if (!sure) open = true;
    return { reading, basis: basisOf(row, best, before, geometry), sure };
  });
  return { code: row.code, slots, open, placed: true };
}

function same(a: Reading, b: Reading): boolean {
  return a.value === b.value && (a.value === null ? a.status === b.status : a.start === b.start);
}

function basisOf(row: Work, best: Placement, before: readonly Placement[], geometry: boolean): NonNullable<Cell['basis']> {
  if (before.length === 1) return best.basis;
  if (row.shown || geometry) return 'position';
  return 'sum';
}
