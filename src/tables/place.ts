/**
 * Which value stands in which column: every way a row's printed values can lie in the template's columns, with what
 * speaks against it. Nothing is decided here but what only one way allows.
 */
import type { Cell } from '../schema/report.ts';
import { isDigit } from '../text/chars.ts';
import type { Document } from '../text/document.ts';
import type { PrintedCell } from './rows.ts';
import { isZeroWord, type Token } from './tokens.ts';
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

/** One sum inside a row: Σ parts = whole, columns by index. */
export interface RowSum {
  parts: readonly number[];
  whole: number;
}

/**
 * Do the row's own sums hold? `null` where nothing can be said: where a whole is blank, or where there is nothing but zeros,
 * which keep every sum wherever they stand.
 */
export function sumsHold(sums: readonly RowSum[], values: readonly (number | null)[]): boolean | null {
  let told = false;
  let open = false;
  for (const { parts, whole } of sums) {
    let sum = 0;
    for (const part of parts) sum += values[part] ?? 0;
    const total = values[whole] ?? null;
    if (total === null) open ||= sum !== 0;
    else if (total !== sum) return false;
    else if (total !== 0) told = true;
  }
  return told && !open ? true : null;
}

/** What a row's columns allow. */
export interface RowForm {
  columns: number;
  sums: readonly RowSum[];
  /** Numbers may be negative (本年增/减). */
  signed: boolean;
}

/** No row is tried in more ways than this. */
const MOST = 4000;
/** No number in print has more digits: longer ones are no exact values. */
const MOST_DIGITS = 16;
/** Steps of the search for cuts, candidates included. */
const MOST_CUTS = 60_000;

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
    // Which cells before the first are lost nothing but the sums can tell.
    placements.push({ slots, basis: 'position', cost: offset === 0 ? 0 : 4, window: -offset });
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
export function placeValues(document: Document, tokens: readonly Token[], form: RowForm, gluedTable: boolean): Placement[] {
  const { columns } = form;
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
  if (glued) return cutPlacements(document, tokens, form);
  const spread = spreadPlacements(document, tokens, columns);
  const lawful = spread.filter((placement) => isLawful(form, placement));
  if (!gluedTable && (lawful.length > 0 || tokens.length === 1)) return spread;
  const cut = form.sums.length === 0 && !gluedTable ? [] : cutPlacements(document, tokens, form);
  const lawfulCut = cut.filter((placement) => isLawful(form, placement));
  if (!gluedTable) return [...spread, ...lawfulCut];
  const known = [...lawful, ...lawfulCut];
  return known.length > 0 ? known : [...spread, ...cut];
}

export function isLawful({ sums }: RowForm, { slots }: Placement): boolean {
  return sumsHold(sums, slots.map((slot) => slot.value)) === true;
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
  return placements.length >= MOST ? [] : placements;
}

/**
 * All ways to cut the digits into exactly as many numbers as there are columns, none with a leading zero; only those that
 * keep the row's sums where some do. Empty where there are more than can be looked at: an incomplete list would make one
 * of its members look like the only one.
 */
function cutPlacements(document: Document, tokens: readonly Token[], form: RowForm): Placement[] {
  const lawful = form.sums.length === 0 ? [] : cuts(document, tokens, form, form.sums);
  return lawful.length > 0 ? lawful : cuts(document, tokens, form, []);
}

function cuts(document: Document, tokens: readonly Token[], { columns, signed }: RowForm, sums: readonly RowSum[]): Placement[] {
  const { folded } = document;
  const placements: Placement[] = [];
  const slots: Reading[] = [];
  const values: (number | null)[] = [];
  const last = tokens.at(-1)!;
  // Where the last column is a whole, its digits are chosen first: they bound every number before it.
  const whole = sums.find((sum) => sum.whole === columns - 1);
  const inWhole = Array.from({ length: columns }, (_, column) => whole?.parts.includes(column) === true);
  let bound = Infinity;
  /** Where the last column's number starts, -1 where it is not chosen first. */
  let wholeFrom = -1;
  /** What the parts of the last column add up to so far. */
  let sum = 0;
  let work = 0;
  const closes = Array.from({ length: columns }, (_, column) => sums.filter((rule) => rule.whole === column && rule.parts.every((part) => part < column)));
  const digitsBehind = mostValues(tokens);
  const base = tokens[0]!.start;
  const numbers: Reading[][] = [];
  /** Numbers that may start at an offset, read once. */
  const numbersAt = (at: number, end: number): Reading[] => (numbers[at - base] ??= cutsFrom(folded, at, end).map((to) => readNumberAt(document, at, to)));
  const add = (reading: Reading, index: number, at: number): void => {
    const { value } = reading;
    const column = slots.length;
    if (value !== null && (value > bound || (value < 0 && !signed))) return;
    if (wholeFrom >= 0 && (column === columns - 1 ? reading.start !== wholeFrom : reading.end > wholeFrom)) return;
    const before = sum;
    if (inWhole[column] === true) sum += value ?? 0;
    slots.push(reading);
    values.push(value);
    if (sum <= bound && keepsAll(closes[column]!, values)) place(index, at);
    slots.pop();
    values.pop();
    sum = before;
  };
  const pushMark = (at: number): void => {
    slots.push({ value: null, status: 'notApplicable', start: at, end: at + 1, unit: null });
    values.push(null);
  };
  const place = (index: number, at: number): void => {
    if (++work > MOST_CUTS || placements.length > MOST) return;
    if (index === tokens.length) {
      if (slots.length === columns && (sums.length === 0 || sumsHold(sums, values) === true)) placements.push({ slots: slots.slice(), basis: 'sum', cost: 0 });
      return;
    }
    const left = columns - slots.length;
    if (left <= 0 || digitsBehind(index, at) < left) return;
    const token = tokens[index]!;
    const nextAt = tokens[index + 1]?.start ?? 0;
    if (token.kind === 'mark') {
      add(readToken(document, token), index + 1, nextAt);
      // —— is one mark or two cells.
      const length = token.end - token.start;
      if (length > 1 && length <= left && !isZeroWord(folded.slice(token.start, token.end))) {
        for (let i = 0; i < length; i++) pushMark(token.start + i);
        place(index + 1, nextAt);
        slots.length -= length;
        values.length -= length;
      }
      return;
    }
    // A dash before a digit may fill a cell of its own.
    if (at === token.start && folded.charCodeAt(at) === 0x2d) {
      add({ value: null, status: 'notApplicable', start: at, end: at + 1, unit: null }, index, at + 1);
    }
    for (const reading of numbersAt(at, token.end)) {
      if (++work > MOST_CUTS) return;
      if (reading.end === token.end) add(reading, index + 1, nextAt);
      else add(reading, index, reading.end);
    }
  };
  if (whole === undefined || last.kind !== 'number') {
    place(0, base);
  } else {
    for (let from = last.end - 1; from >= last.start && last.end - from <= MOST_DIGITS && work <= MOST_CUTS && isDigit(folded.charCodeAt(from)); from--) {
      if (folded.charCodeAt(from) === 0x30 && from < last.end - 1) continue;
      bound = readNumberAt(document, from, last.end).value ?? Infinity;
      wholeFrom = from;
      place(0, base);
    }
  }
  return work > MOST_CUTS || placements.length > MOST ? [] : placements;
}

/** False where one of the rules, all of whose columns are filled, does not come out. */
function keepsAll(rules: readonly RowSum[], values: readonly (number | null)[]): boolean {
  for (const { parts, whole } of rules) {
    const total = values[whole] ?? null;
    if (total === null) continue;
    let sum = 0;
    for (const part of parts) sum += values[part] ?? 0;
    if (sum !== total) return false;
  }
  return true;
}

/** How many values the tokens from `index` on can make at most, reading the first from `at`. */
function mostValues(tokens: readonly Token[]): (index: number, at: number) => number {
  const behind = new Array<number>(tokens.length + 1).fill(0);
  for (let i = tokens.length - 1; i >= 0; i--) behind[i] = behind[i + 1]! + tokens[i]!.end - tokens[i]!.start;
  return (index, at) => behind[index + 1]! + tokens[index]!.end - Math.max(at, tokens[index]!.start);
}

/** Ends of the numbers that may start at `at` inside a run of digits that ends at `end`. */
function cutsFrom(folded: string, at: number, end: number): number[] {
  const ends: number[] = [];
  let i = at;
  if (!isDigit(folded.charCodeAt(i))) i++;
  const zero = folded.charCodeAt(i) === 0x30;
  while (i < end && i - at < MOST_DIGITS && isDigit(folded.charCodeAt(i))) {
    i++;
    if (i === end || isDigit(folded.charCodeAt(i))) {
      ends.push(i);
      if (zero) break;
      continue;
    }
    break;
  }
  // The rest of the run (decimal part, unit) can only belong to its last number.
  if (ends.at(-1) !== end && end - at <= 2 * MOST_DIGITS && !(zero && isDigit(folded.charCodeAt(i)))) ends.push(end);
  return ends;
}
