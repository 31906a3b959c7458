/**
 * Columns of spaces: how well a placement agrees with where the columns stand. Character positions are the only trace a
 * blank leaves in the output of pdftotext -layout.
 */
import { isHan } from '../text/chars.ts';
import type { Document } from '../text/document.ts';
import type { Placement } from './place.ts';

/** A row whose cells the layout does not show. */
export interface SpacedRow {
  placements: Placement[];
  /** Offsets of the first character of the row's line, by reading start. */
  lineStart: (offset: number) => number;
}

/** Where the header prints a column, if it does. */
export interface HeaderPlace {
  column: number;
  start: number;
  end: number;
}

type Anchor = 'start' | 'center' | 'end';
const ANCHORS: readonly Anchor[] = ['start', 'center', 'end'];
const CAP = 6;

/**
 * Gives every placement of the open rows a cost: characters by which its gaps differ from those of the columns. Columns
 * are learned from the rows that are full, else from the header, and refined by the rows that fit best.
 *
 * @returns false where the text shows no geometry (values parted by one blank each)
 */
export function weighGeometry(document: Document, rows: readonly SpacedRow[], header: readonly HeaderPlace[], columns: number, lawful: (placement: Placement) => boolean): boolean {
  const open = rows.filter((row) => row.placements.length > 1);
  if (open.length === 0 || !showsGeometry(document, rows)) return false;
  let best: { total: number; costs: number[][] } | null = null;
  for (const wide of [false, true]) {
    const measure = measureOf(document, wide);
    for (const anchor of ANCHORS) {
      const fitted = fit(rows, open, header, columns, lawful, measure, anchor);
      if (fitted !== null && (best === null || fitted.total < best.total - 1e-9)) best = fitted;
    }
  }
  if (best === null) return false;
  for (let r = 0; r < open.length; r++) {
    const { placements } = open[r]!;
    for (let p = 0; p < placements.length; p++) placements[p]!.cost += best.costs[r]![p]!;
  }
  return true;
}

function showsGeometry(document: Document, rows: readonly SpacedRow[]): boolean {
  let wide = 0;
  for (const { placements } of rows) {
    const filled = placements[0]?.slots.filter((slot) => slot.start >= 0 && slot.status !== 'blank') ?? [];
    for (let i = 1; i < filled.length; i++) {
      const between = document.folded.slice(filled[i - 1]!.end, filled[i]!.start);
      if (between.length >= 2 && !between.includes('\n')) wide++;
    }
  }
  return wide > 0;
}

type Measure = (start: number, end: number, lineStart: number, anchor: Anchor) => number;

/** Position in characters, or in terminal columns where Chinese characters take two. */
function measureOf(document: Document, wide: boolean): Measure {
  const at = (offset: number, lineStart: number): number => {
    if (!wide) return offset - lineStart;
    let width = 0;
    for (let i = lineStart; i < offset; i++) {
      const code = document.text.charCodeAt(i);
      width += isHan(code) || code >= 0xff00 || (code >= 0x3000 && code <= 0x303f) ? 2 : 1;
    }
    return width;
  };
  return (start, end, lineStart, anchor) => {
    if (anchor === 'start') return at(start, lineStart);
    if (anchor === 'end') return at(end, lineStart);
    return (at(start, lineStart) + at(end, lineStart)) / 2;
  };
}

function fit(
  rows: readonly SpacedRow[], open: readonly SpacedRow[], header: readonly HeaderPlace[], columns: number,
  lawful: (placement: Placement) => boolean, measure: Measure, anchor: Anchor,
): { total: number; costs: number[][] } | null {
  const positions = new Map<Placement, number[]>();
  const placesOf = (row: SpacedRow, placement: Placement): number[] => {
    let known = positions.get(placement);
    if (known === undefined) {
      known = placement.slots.map((slot) =>
        slot.start < 0 || slot.status === 'blank' ? NaN : measure(slot.start, slot.end, row.lineStart(slot.start), anchor));
      positions.set(placement, known);
    }
    return known;
  };
  const samples: number[][] = Array.from({ length: columns }, () => []);
  for (const row of rows) {
    if (row.placements.length !== 1) continue;
    const xs = placesOf(row, row.placements[0]!);
    if (xs.filter((x) => !Number.isNaN(x)).length === columns) xs.forEach((x, c) => samples[c]!.push(x));
  }
  if (samples.some((list) => list.length === 0)) {
    for (const place of header) samples[place.column]!.push(measure(place.start, place.end, open[0]!.lineStart(place.start), anchor));
  }
  let model = samples.map(median);
  if (model.some(Number.isNaN)) return null;
  let costs: number[][] = [];
  let total = 0;
  for (let round = 0; round < 3; round++) {
    costs = open.map((row) => row.placements.map((placement) => misfit(placesOf(row, placement), model)));
    total = 0;
    const refined: number[][] = model.map(() => []);
    for (let r = 0; r < open.length; r++) {
      const row = open[r]!;
      let bestIndex = -1;
      for (let p = 0; p < row.placements.length; p++) {
        if (bestIndex >= 0 && costs[r]![p]! >= costs[r]![bestIndex]!) continue;
        if (lawful(row.placements[p]!)) bestIndex = p;
      }
      if (bestIndex < 0) continue;
      total += costs[r]![bestIndex]!;
      placesOf(row, row.placements[bestIndex]!).forEach((x, c) => {
        if (!Number.isNaN(x)) refined[c]!.push(x);
      });
    }
    model = refined.map((list, c) => (list.length >= 2 ? median(list) : model[c]!));
  }
  return { total, costs };
}

/** Gaps against the columns' gaps, and a little for a row that is shifted as a whole. */
function misfit(xs: readonly number[], model: readonly number[]): number {
  let cost = 0;
  let previous = -1;
  const shifts: number[] = [];
  for (let c = 0; c < xs.length; c++) {
    if (Number.isNaN(xs[c]!)) continue;
    shifts.push(xs[c]! - model[c]!);
    if (previous >= 0) cost += Math.min(CAP, Math.abs(xs[c]! - xs[previous]! - (model[c]! - model[previous]!)));
    previous = c;
  }
  return cost + 0.1 * Math.min(30, Math.abs(median(shifts)));
}

function median(values: readonly number[]): number {
  if (values.length === 0) return NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
