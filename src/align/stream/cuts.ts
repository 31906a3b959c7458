/**
 * Digits without anything between the numbers: all ways to cut them into the numbers of a row, none with a leading zero. Only
 * those that keep the row's sums, where some do.
 */
import { sumsHold, type RowSum } from '../../forms/sums.ts';
import { isDigit } from '../../text/chars.ts';
import { contentOf, isZeroWord, readingAt, type Reading } from '../../text/reading.ts';
import type { Item } from './items.ts';

export interface CutForm {
  columns: number;
  sums: readonly RowSum[];
  /** Numbers may be negative (本年增/减). */
  signed: boolean;
  /** Empty cells leave no trace in the table. */
  gaps: boolean;
}

/** Steps of the search for cuts, and cuts that are looked at; more of either and nothing is told. */
const MOST_STEPS = 20_000;
const MOST_CUTS = 600;
/** Ways to lay given values into digits. */
const MOST_SPELLED = 64;
/** No number in print has more digits. */
const MOST_DIGITS = 8;
const DASH = 0x2d;

type Slots = (Reading | null)[];

export interface Cuts {
  /** A reading for each column, `null` for one that is blank; `null` where there are more ways than can be looked at. */
  cuts: Slots[] | null;
  /** No other cut is possible, whatever the sums say. */
  certain: boolean;
}

export function cutsOf(folded: string, items: readonly Item[], form: CutForm): Cuts {
  if (form.sums.length > 0) {
    const lawful = new Cutter(folded, items, form, true).cuts();
    if (lawful === null || lawful.length > 0) return { cuts: lawful, certain: false };
  }
  const all = new Cutter(folded, items, form, false).cuts();
  // Where cells may be lost, only what can be cut in one way stands, whatever the sums say: one that fails is no worse than one whose whole is lost.
  if (all === null || (form.gaps && all.length > 1)) return { cuts: null, certain: false };
  // Zeros keep every sum; numbers that break their row's are cut wrong, or lack one that left no trace.
  const cuts = all.filter((slots) => sumsHold(form.sums, slots.map((slot) => slot?.value ?? null)) !== false);
  return { cuts, certain: all.length === 1 };
}

class Cutter {
  readonly #folded: string;
  readonly #items: readonly Item[];
  readonly #form: CutForm;
  readonly #lawful: boolean;
  readonly #found: Slots[] = [];
  readonly #slots: Slots = [];
  readonly #values: (number | null)[] = [];
  /** Characters behind each item. */
  readonly #behind: number[];
  readonly #closing: RowSum[][];
  /** By place, counted from the first item's. */
  readonly #readings: (readonly Reading[] | undefined)[] = [];
  #steps = 0;
  /** What the last column's number is, where it is a whole and chosen first. */
  #bound = Infinity;
  #from = -1;
  #sum = 0;
  #inWhole: boolean[] = [];

  constructor(folded: string, items: readonly Item[], form: CutForm, lawful: boolean) {
    this.#folded = folded;
    this.#items = items;
    this.#form = form;
    this.#lawful = lawful;
    this.#behind = new Array<number>(items.length + 1).fill(0);
    for (let i = items.length - 1; i >= 0; i--) this.#behind[i] = this.#behind[i + 1]! + items[i]!.end - items[i]!.start;
    this.#closing = Array.from({ length: form.columns }, (_, column) => (lawful ? form.sums.filter((sum) => sum.whole === column && sum.parts.every((part) => part < column)) : []));
  }

  cuts(): Slots[] | null {
    const { columns, sums } = this.#form;
    const last = this.#items.at(-1)!;
    const whole = this.#lawful ? sums.find((sum) => sum.whole === columns - 1) : undefined;
    this.#inWhole = Array.from({ length: columns }, (_, column) => whole?.parts.includes(column) === true);
    if (whole === undefined || !isDigit(this.#folded.charCodeAt(last.end - 1))) {
      this.#place(0, this.#items[0]!.start);
    } else {
      for (let from = last.end - 1; from >= last.start && last.end - from <= MOST_DIGITS && isDigit(this.#folded.charCodeAt(from)); from--) {
        if (this.#folded.charCodeAt(from) === 0x30 && from < last.end - 1) continue;
        this.#bound = this.#read(from, last.end).value ?? Infinity;
        this.#from = from;
        this.#place(0, this.#items[0]!.start);
      }
    }
    return this.#steps > MOST_STEPS || this.#found.length > MOST_CUTS ? null : this.#found;
  }

  #read(start: number, end: number): Reading {
    return readingAt(contentOf(this.#folded.slice(start, end)), start, end);
  }

  #place(index: number, at: number): void {
    if (++this.#steps > MOST_STEPS || this.#found.length > MOST_CUTS) return;
    const left = this.#form.columns - this.#slots.length;
    if (index === this.#items.length) {
      if (left > 0 && !this.#form.gaps) return;
      const values = [...this.#values, ...new Array<null>(left).fill(null)];
      if (!this.#lawful || sumsHold(this.#form.sums, values) === true) this.#found.push([...this.#slots, ...new Array<null>(left).fill(null)]);
      return;
    }
    const item = this.#items[index]!;
    if (left <= 0) return;
    if (!this.#form.gaps && this.#behind[index + 1]! + item.end - Math.max(at, item.start) < left) return;
    if (this.#form.gaps && (this.#from < 0 || left > 1)) this.#add(null, index, at);
    const next = this.#items[index + 1]?.start ?? 0;
    const code = this.#folded.charCodeAt(at);
    if (item.content.status === 'zeroWord') {
      this.#add(this.#read(item.start, item.end), index + 1, next);
      return;
    }
    // A dash before a digit may fill a cell of its own; —— is one mark or two cells.
    if (code === DASH || code === 0x2f) {
      let end = at + 1;
      for (; end <= item.end; end++) {
        this.#add({ value: null, status: 'notApplicable', start: at, end, unit: null }, end === item.end ? index + 1 : index, end === item.end ? next : end);
        if (end === item.end || this.#folded.charCodeAt(end) !== code) break;
      }
    }
    for (const reading of this.#numbersAt(at, item.end)) this.#add(reading, reading.end === item.end ? index + 1 : index, reading.end === item.end ? next : reading.end);
  }

  #add(reading: Reading | null, index: number, at: number): void {
    if (++this.#steps > MOST_STEPS) return;
    const value = reading?.value ?? null;
    const column = this.#slots.length;
    const last = column === this.#form.columns - 1;
    if (value !== null && (value > this.#bound || (value < 0 && !this.#form.signed))) return;
    if (this.#from >= 0 && reading !== null && (last ? reading.start !== this.#from : reading.end > this.#from)) return;
    const before = this.#sum;
    if (this.#inWhole[column] === true) this.#sum += value ?? 0;
    this.#slots.push(reading);
    this.#values.push(value);
    if (this.#sum <= this.#bound && this.#keeps(column)) this.#place(index, at);
    this.#slots.pop();
    this.#values.pop();
    this.#sum = before;
  }

  #keeps(column: number): boolean {
    for (const { parts, whole } of this.#closing[column]!) {
      const total = this.#values[whole] ?? null;
      if (total === null) continue;
      let sum = 0;
      for (const part of parts) sum += this.#values[part] ?? 0;
      if (!(Math.abs(sum - total) < 1e-6)) return false;
    }
    return true;
  }

  /** Numbers that may begin at a place, read once. */
  #numbersAt(at: number, end: number): readonly Reading[] {
    return (this.#readings[at - this.#items[0]!.start] ??= endsFrom(this.#folded, at, end).map((to) => this.#read(at, to))
      .filter((reading) => reading.status === 'reported'));
  }
}

/** Ways to cut the items into given values, one a column; a zero may be a mark or, where empty cells leave no trace, nothing. None where there are too many. */
export function cutsAs(folded: string, items: readonly Item[], values: readonly number[], gaps: boolean): Slots[] {
  const found: Slots[] = [];
  const slots: Slots = [];
  const place = (index: number, from: number): void => {
    if (found.length > MOST_SPELLED) return;
    const item = items[index];
    const column = slots.length;
    if (column === values.length) {
      if (item === undefined) found.push([...slots]);
      return;
    }
    const value = values[column]!;
    const add = (reading: Reading | null, end: number): void => {
      slots.push(reading);
      if (item !== undefined && end >= item.end) place(index + 1, items[index + 1]?.start ?? 0);
      else place(index, end);
      slots.pop();
    };
    if (value === 0 && gaps) add(null, from);
    if (item === undefined) return;
    const end = from + String(value).length;
    if (end <= item.end && folded.slice(from, end) === String(value)) add({ ...contentOf(String(value)), start: from, end }, end);
    if (value !== 0) return;
    for (let to = from + 1; to <= item.end && contentOf(folded.slice(from, to)).status === 'notApplicable'; to++) add({ value: null, status: 'notApplicable', start: from, end: to, unit: null }, to);
    if (isZeroWord(folded.charAt(from))) add({ ...contentOf(folded.charAt(from)), start: from, end: from + 1 }, from + 1);
  };
  place(0, items[0]?.start ?? 0);
  return found.length > MOST_SPELLED ? [] : found;
}

/** Ends of the numbers that may begin at `at` inside a run of digits that ends at `end`. */
function endsFrom(folded: string, at: number, end: number): number[] {
  const ends: number[] = [];
  let i = at;
  if (!isDigit(folded.charCodeAt(i))) i++;
  if (isZeroWord(folded.charAt(at))) return [at + 1];
  const zero = folded.charCodeAt(i) === 0x30;
  while (i < end && i - at < MOST_DIGITS && isDigit(folded.charCodeAt(i))) {
    i++;
    ends.push(i);
    if (zero) break;
  }
  // The rest of the run (decimal part, unit) can only belong to its last number.
  if (ends.at(-1) !== end && end - at <= 2 * MOST_DIGITS && !(zero && isDigit(folded.charCodeAt(i)))) ends.push(end);
  return ends;
}
