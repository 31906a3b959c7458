/**
 * Which value stands in which column: every way a row's printed values can lie in the template's columns, with what
 * speaks against it. Nothing is decided here but what only one way allows.
 */
import type { Cell } from '../schema/report.ts';
import { isDigit } from '../text/chars.ts';
import type { Document } from '../text/document.ts';
import type { PrintedCell } from './rows.ts';
import type { Token } from './tokens.ts';
import { blankReading, isGlued, readNumberAt, readToken, type Reading } from './values.ts';

/** One way to lie: a reading for every column. */
export interface Placement {
  slots: readonly Reading[];
  basis: NonNullable<Cell['basis']>;
  /** What speaks against it: characters of misalignment, cuts that nothing forces. */
  cost: number;
  /** Offset of the window among the printed cells, where the layout shows them. */
  window?: number;
}

/** Does the row's own sum hold? `null` where nothing can be said. */
export type RowSum = (values: readonly (number | null)[]) => boolean | null;

/** No row is tried in more ways than this. */
const MOST = 4000;

const NOTHING: Reading = blankReading(-1);

/** Windows of `columns` cells among the printed ones, all cells outside blank. */
export function placeCells(document: Document, cells: readonly PrintedCell[], columns: number): Placement[] {
  const readings = cells.map((cell) => readCell(document, cell));
  const filled = (reading: Reading): boolean => reading.status !== 'blank';
  const placements: Placement[] = [];
  if (readings.length >= columns) {
    for (let offset = 0; offset + columns <= readings.length && offset <= 12; offset++) {
      if (readings.slice(0, offset).some(filled) || readings.slice(offset + columns).some(filled)) continue;
      placements.push({ slots: readings.slice(offset, offset + columns), basis: 'label', cost: 0, window: offset });
    }
    return placements;
  }
  // Trailing empty cells were trimmed, or the row is short: the values keep their order from the left.
  for (let offset = 0; offset + readings.length <= columns; offset++) {
    const slots = [...Array.from({ length: offset }, () => NOTHING), ...readings];
    while (slots.length < columns) slots.push(NOTHING);
    placements.push({ slots, basis: 'position', cost: offset * 2, window: -offset });
  }
  return placements;
}

/** A printed cell as one reading; digits parted by blanks inside one cell are one number. */
export function readCell(document: Document, cell: PrintedCell): Reading {
  if (cell.tokens.length === 0) {
    if (cell.foreign) return { value: null, status: 'unreadable', start: cell.start, end: cell.end, unit: null };
    return blankReading(cell.start);
  }
  const first = cell.tokens[0]!;
  if (cell.tokens.length === 1) return readToken(document, first);
  const last = cell.tokens.at(-1)!;
  const digits = document.folded.slice(first.start, last.end).replace(/[ \r\n]/g, '');
  if (/^[+-]?\d+(?:\.\d+)?$/.test(digits) && cell.tokens.every((token) => token.kind === 'number')) {
    const value = Number(digits);
    return { value, status: 'reported', start: first.start, end: last.end, unit: null };
  }
  return { value: null, status: 'unreadable', start: first.start, end: last.end, unit: null };
}

/**
 * Values without visible cells: as many as columns, fewer (blanks that left no trace) or glued (digits that want cutting).
 */
export function placeValues(document: Document, tokens: readonly Token[], columns: number, rowSum: RowSum, gluedTable: boolean): Placement[] {
  if (tokens.length === 0) return [{ slots: Array.from({ length: columns }, () => NOTHING), basis: 'label', cost: 0 }];
  const glued = tokens.some((token) => isGlued(document, token)) || tokens.some((token, i) => i > 0 && tokens[i - 1]!.end === token.start);
  if (tokens.length === columns && !glued) {
    return [{ slots: tokens.map((token) => readToken(document, token)), basis: 'label', cost: 0 }];
  }
  if (columns === 1 && tokens.length > 1) {
    // Only one value can stand here: 11.1 9 is a number with a blank inside, 3 2017 is not one.
    const reading = readCell(document, { tokens: [...tokens], foreign: false, start: tokens[0]!.start, end: tokens.at(-1)!.end });
    return reading.value !== null && isOneNumber(document, tokens) ? [{ slots: [reading], basis: 'label', cost: 0 }] : [];
  }
  if (tokens.length > columns && !glued) return [];
  if (glued) return cutPlacements(document, tokens, columns);
  const spread = spreadPlacements(document, tokens, columns);
  const lawful = spread.filter((placement) => rowSum(placement.slots.map((slot) => slot.value)) === true);
  if (lawful.length > 0 && !gluedTable) return spread;
  const cut = cutPlacements(document, tokens, columns).filter((placement) => rowSum(placement.slots.map((slot) => slot.value)) === true);
  if (!gluedTable) return cut.length > 0 && tokens.length > 1 && lawful.length === 0 ? [...spread, ...cut] : spread;
  return lawful.length > 0 ? [...lawful, ...cut] : cut.length > 0 ? cut : [...spread, ...cutPlacements(document, tokens, columns)];
}

/** Digits parted by single blanks whose parts could not stand alone: a cut decimal part, groups of three, single digits. */
function isOneNumber(document: Document, tokens: readonly Token[]): boolean {
  const parts = tokens.map((token) => document.folded.slice(token.start, token.end));
  for (let i = 1; i < tokens.length; i++) {
    const between = document.folded.slice(tokens[i - 1]!.end, tokens[i]!.start);
    // A decimal part may also be wrapped to the next line of its cell.
    if (between !== ' ' && !(parts[i - 1]!.includes('.') && /^\r?\n *$/.test(between))) return false;
  }
  const rest = parts.slice(1);
  return parts[0]!.includes('.') || rest.every((part) => part.length === 3) || parts.every((part) => part.length === 1);
}

/** All ways to leave blanks between values that keep their order. */
function spreadPlacements(document: Document, tokens: readonly Token[], columns: number): Placement[] {
  const readings = tokens.map((token) => readToken(document, token));
  const placements: Placement[] = [];
  const slots: Reading[] = Array.from({ length: columns }, () => NOTHING);
  const place = (index: number, from: number): void => {
    if (placements.length >= MOST) return;
    if (index === readings.length) {
      placements.push({ slots: slots.slice(), basis: 'sum', cost: 0 });
      return;
    }
    for (let column = from; column <= columns - (readings.length - index); column++) {
      slots[column] = readings[index]!;
      place(index + 1, column + 1);
      slots[column] = NOTHING;
    }
  };
  place(0, 0);
  return placements;
}

/** All ways to cut the digits into exactly as many numbers as there are columns, none with a leading zero. */
function cutPlacements(document: Document, tokens: readonly Token[], columns: number): Placement[] {
  const placements: Placement[] = [];
  const slots: Reading[] = [];
  const place = (index: number, at: number): void => {
    if (placements.length >= MOST) return;
    if (index === tokens.length) {
      if (slots.length === columns) placements.push({ slots: slots.slice(), basis: 'sum', cost: 0 });
      return;
    }
    const token = tokens[index]!;
    if (slots.length >= columns) return;
    if (token.kind === 'mark') {
      slots.push(readToken(document, token));
      place(index + 1, tokens[index + 1]?.start ?? 0);
      slots.pop();
      return;
    }
    for (const end of cutsFrom(document.folded, at, token.end)) {
      slots.push(readNumberAt(document, at, end));
      if (end === token.end) place(index + 1, tokens[index + 1]?.start ?? 0);
      else place(index, end);
      slots.pop();
    }
  };
  place(0, tokens[0]!.start);
  return placements;
}

/** Ends of the numbers that may start at `at` inside a run of digits that ends at `end`. */
function cutsFrom(folded: string, at: number, end: number): number[] {
  const ends: number[] = [];
  let i = at;
  if (!isDigit(folded.charCodeAt(i))) i++;
  const zero = folded.charCodeAt(i) === 0x30;
  while (i < end && isDigit(folded.charCodeAt(i))) {
    i++;
    if (i === end || isDigit(folded.charCodeAt(i))) {
      ends.push(i);
      if (zero) break;
      continue;
    }
    break;
  }
  // The rest of the run (decimal part, unit) can only belong to its last number.
  if (ends.at(-1) !== end && !(zero && isDigit(folded.charCodeAt(i)))) ends.push(end);
  return ends;
}
