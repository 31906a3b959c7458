/**
 * Where the columns of a section stand, and what it costs a value to belong to one: columns are known by the rows that fill them all
 * and by headings that stand in line with the values. Tools that keep columns straight are told from those that shift their lines.
 */
import { SPACED_MEASURES } from '../../grid/regions.ts';

/** A stretch of columns. */
export interface Stretch {
  from: number;
  to: number;
}

export interface ValueRow {
  page: number;
  /** By measure, the values in printed order. */
  values: readonly (readonly Stretch[])[];
}

type Edge = 'from' | 'to' | 'middle';

/**
 * `straight`: columns keep their places on a page. `shifted`: whole lines are shifted, by amounts that full rows show. `drifting`: only
 * distances inside a line say something.
 */
export type Regime = 'straight' | 'shifted' | 'drifting';

export interface Model {
  measure: number;
  edge: Edge;
  /** Where each column stands, by page; for pages without a full row of their own the whole section's. */
  places(page: number): readonly number[];
  /** How far values stand from their column's place at most. */
  noise: number;
  regime: Regime;
  /** Shifts of lines, 0 alone where columns are straight. */
  shifts: readonly number[];
  /** Full rows by themselves, which lines that drift are held against. */
  references: readonly (readonly Stretch[])[];
}

/** Full rows that others are held against. */
const MOST_REFERENCES = 30;

/** Values of a straight column stand no further out of line. */
const STRAIGHT = 1.5;
/** Different shifts that lines of one section show; more are none. */
const MOST_SHIFTS = 12;
const EDGES: readonly Edge[] = ['from', 'to', 'middle'];

export function placeOf({ from, to }: Stretch, edge: Edge): number {
  return edge === 'middle' ? (from + to) / 2 : edge === 'from' ? from : to;
}

/** By measure, how many places the first and last values of sections begin or end at: the fewer, the straighter. */
export function disorderOf(sections: readonly (readonly ValueRow[])[]): number[] {
  return SPACED_MEASURES.map((_, m) => sections.reduce((disorder, rows) => {
    const lists = rows.map((row) => row.values[m]!).filter((values) => values.length > 0);
    const distinct = (pick: (values: readonly Stretch[]) => number): number => new Set(lists.map(pick)).size;
    return disorder + Math.min(distinct((values) => values.at(-1)!.to), distinct((values) => values.at(-1)!.from)) +
      Math.min(distinct((values) => values[0]!.to), distinct((values) => values[0]!.from));
  }, 0));
}

/** The straightest measure; where several are as straight, the one that is so by `others`. */
export function measureOf(disorder: readonly number[], others: readonly number[] = disorder): number {
  let best = 0;
  for (let m = 1; m < disorder.length; m++) {
    const [own, least] = [disorder[m]!, disorder[best]!];
    if (own < least || (own === least && others[m]! < others[best]!)) best = m;
  }
  return best;
}

/**
 * @param headings stretch of each column's heading, `null` where they are not known
 * @returns `null` where nothing shows the columns
 */
export function modelOf(rows: readonly ValueRow[], columns: number, headings: readonly Stretch[] | null, measure: number): Model | null {
  const full = rows.filter((row) => row.values[measure]!.length === columns);
  const partial = rows.filter((row) => row.values[measure]!.length > 0 && row.values[measure]!.length < columns);
  if (full.length === 0) return headings === null ? byClusters(partial, columns, measure) : byHeadings(partial, headings, measure) ?? byClusters(partial, columns, measure) ?? byOffset(partial, headings, measure);
  if (full.length === 1) return byOneRow(full[0]!, partial, headings, measure);
  let best: Model | null = null;
  let least = Infinity;
  for (const edge of EDGES) {
    const { model, inner } = byRows(full, edge, measure);
    if (inner < least || (inner === least && model.noise < best!.noise)) [best, least] = [model, inner];
  }
  return withPartial({ ...best!, references: full.slice(0, MOST_REFERENCES).map((row) => row.values[measure]!) }, partial);
}

function withPartial(model: Model, partial: readonly ValueRow[]): Model {
  const fits = partial.filter((row) => model.shifts.some((shift) => isInPlace(row, model, shift))).length;
  return fits * 4 < partial.length * 3 ? { ...model, regime: 'drifting' } : model;
}

/** Columns as full rows show them. `inner`: how far values are out of line when each row's own shift is taken out. */
function byRows(full: readonly ValueRow[], edge: Edge, measure: number): { model: Model; inner: number } {
  const lists = full.map((row) => ({ page: row.page, places: row.values[measure]!.map((value) => placeOf(value, edge)) }));
  const pages = new Map<number, number[]>();
  const all = medians(lists.map(({ places }) => places));
  for (const page of new Set(lists.map((each) => each.page))) pages.set(page, medians(lists.filter((each) => each.page === page).map(({ places }) => places)));
  const own = (page: number): readonly number[] => pages.get(page) ?? all;
  const noise = worst(lists.map(({ page, places }) => Math.max(...places.map((place, c) => Math.abs(place - own(page)[c]!)))));
  if (noise <= STRAIGHT) return { model: { measure, edge, places: own, noise, regime: 'straight', shifts: [0], references: [] }, inner: noise };
  const shiftOf = (places: readonly number[]): number => median(places.map((place, c) => place - all[c]!));
  const straightened = medians(lists.map(({ places }) => { const shift = shiftOf(places); return places.map((place) => place - shift); }));
  const shifts = lists.map(({ places }) => median(places.map((place, c) => place - straightened[c]!)));
  const inner = worst(lists.map(({ places }, i) => Math.max(...places.map((place, c) => Math.abs(place - shifts[i]! - straightened[c]!)))));
  const distinct = distinctOf(shifts);
  const regime = inner <= STRAIGHT && distinct.length <= MOST_SHIFTS ? 'shifted' : 'drifting';
  return { model: { measure, edge, places: () => straightened, noise: inner, regime, shifts: distinct, references: [] }, inner };
}

/** One full row alone: headings tell which edge is straight. */
function byOneRow(row: ValueRow, partial: readonly ValueRow[], headings: readonly Stretch[] | null, measure: number): Model {
  const values = row.values[measure]!;
  let best: Model | null = null;
  let most = -1;
  const known = headings === null ? null : edgeBy(values, headings);
  for (const edge of known === null ? EDGES : [known]) {
    const places = values.map((value) => placeOf(value, edge));
    const model: Model = { measure, edge, places: () => places, noise: 0, regime: 'straight', shifts: [0], references: [] };
    const fits = partial.filter((other) => isInPlace(other, model, 0)).length;
    if (fits > most) [best, most] = [model, fits];
  }
  return withPartial({ ...best!, references: [values] }, partial);
}

/** The largest, but one row in eight may be out of line for a reason of its own. */
function worst(errors: readonly number[]): number {
  const sorted = [...errors].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.875) - 1)] ?? 0;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;
}

/** Shifts that differ by more than a column. */
function distinctOf(shifts: readonly number[]): number[] {
  const distinct: number[] = [];
  for (const shift of [...shifts].sort((a, b) => a - b)) if (distinct.length === 0 || shift - distinct.at(-1)! > 1) distinct.push(shift);
  return distinct;
}

/** Whether each value of a row stands in some column's place, each in one of its own. */
function isInPlace(row: ValueRow, model: Model, shift: number): boolean {
  const places = model.places(row.page);
  const taken = new Set<number>();
  for (const value of row.values[model.measure]!) {
    let best = -1;
    let least = Infinity;
    places.forEach((place, c) => {
      const error = Math.abs(placeOf(value, model.edge) - shift - place);
      if (error < least) [best, least] = [c, error];
    });
    if (least > Math.max(STRAIGHT, model.noise) || taken.has(best)) return false;
    taken.add(best);
  }
  return true;
}

/** The edge in which values and headings agree. */
function edgeBy(values: readonly Stretch[], headings: readonly Stretch[]): Edge | null {
  for (const edge of EDGES) {
    if (values.every((value, c) => Math.abs(placeOf(value, edge) - placeOf(headings[c]!, edge)) <= (edge === 'middle' ? 1 : 0))) return edge;
  }
  return null;
}

function medians(lists: readonly (readonly number[])[]): number[] {
  return lists[0]!.map((_, c) => median(lists.map((list) => list[c]!)));
}

/** Columns by their headings, where every value stands in line with one. */
function byHeadings(rows: readonly ValueRow[], headings: readonly Stretch[], measure: number): Model | null {
  let best: Model | null = null;
  for (const edge of EDGES) {
    const places = headings.map((heading) => placeOf(heading, edge));
    const errors = rows.flatMap((row) => row.values[measure]!.map((value) => Math.min(...places.map((place) => Math.abs(place - placeOf(value, edge))))));
    const noise = Math.max(0, ...errors);
    const model: Model = { measure, edge, places: () => places, noise, regime: 'straight', shifts: [0], references: [] };
    if (noise <= STRAIGHT && rows.every((row) => isInPlace(row, model, 0)) && (best === null || noise < best.noise)) best = model;
  }
  return best;
}

/** Headings in the middle of columns whose values stand at a side: all are off by as much, and no other way comes near. */
const SAME_OFFSET = 2.5;
const CLEARLY = 4;
const FARTHEST_OFFSET = 10;
const MOST_COLUMNS = 10;

function byOffset(rows: readonly ValueRow[], headings: readonly Stretch[], measure: number): Model | null {
  if (headings.length > MOST_COLUMNS || rows.length < 2) return null;
  const clusters = clustersOf(rows, measure);
  if (clusters === null || clusters.length >= headings.length || clusters.length < 2) return null;
  const middles = headings.map((heading) => placeOf(heading, 'middle'));
  const at = clusters.map((cluster) => placeOf(cluster, 'to'));
  const all: { columns: readonly number[]; offset: number; error: number }[] = [];
  const assign = (columns: readonly number[]): void => {
    if (columns.length < at.length) {
      for (let c = (columns.at(-1) ?? -1) + 1; c < middles.length; c++) assign([...columns, c]);
      return;
    }
    const offsets = columns.map((c, i) => at[i]! - middles[c]!);
    const offset = median(offsets);
    const error = Math.max(...offsets.map((each) => Math.abs(each - offset)));
    all.push({ columns, offset, error });
  };
  assign([]);
  all.sort((a, b) => a.error - b.error);
  const { columns, offset, error } = all[0]!;
  const second = all[1]?.error ?? Infinity;
  if (error > SAME_OFFSET || second < error + CLEARLY || Math.abs(offset) > FARTHEST_OFFSET) return null;
  const places = middles.map((middle, c) => (columns.includes(c) ? at[columns.indexOf(c)]! : middle + offset));
  const noise = Math.max(0, ...rows.flatMap((row) => row.values[measure]!.map((value) => Math.min(...places.map((place) => Math.abs(place - value.to))))));
  return { measure, edge: 'to', places: () => places, noise, regime: 'straight', shifts: [0], references: [] };
}

/** Stretches in which values overlap; `null` where one row has two values in one. */
function clustersOf(rows: readonly ValueRow[], measure: number): Stretch[] | null {
  const clusters: Stretch[] = [];
  for (const value of rows.flatMap((row) => row.values[measure]!).sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = clusters.at(-1);
    if (last !== undefined && value.from < last.to) last.to = Math.max(last.to, value.to);
    else clusters.push({ ...value });
  }
  const at = (value: Stretch): number => clusters.findIndex((cluster) => value.from < cluster.to && cluster.from < value.to);
  return rows.some((row) => new Set(row.values[measure]!.map(at)).size < row.values[measure]!.length) ? null : clusters;
}

/** Columns as clusters of values that overlap, where there are just as many as columns and no row has two values in one. */
function byClusters(rows: readonly ValueRow[], columns: number, measure: number): Model | null {
  const clusters = clustersOf(rows, measure);
  if (clusters?.length !== columns) return null;
  const at = (value: Stretch): number => clusters.findIndex((cluster) => value.from < cluster.to && cluster.from < value.to);
  const places = clusters.map((cluster) => placeOf(cluster, 'middle'));
  const noise = Math.max(0, ...rows.flatMap((row) => row.values[measure]!.map((value) => Math.abs(placeOf(value, 'middle') - places[at(value)]!))));
  return { measure, edge: 'middle', places: () => places, noise, regime: 'straight', shifts: [0], references: [] };
}
