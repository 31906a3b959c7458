/**
 * Rows that allow more than one placement are settled together: each row by its own sum, all rows by the sums of the
 * columns. A small constraint problem with a bounded search; what stays open stays open.
 */
import type { Placement } from '../align/aligned.ts';

/** A row of the table: its possible placements (one where it is settled) and its part in the column sums. */
export interface Row {
  code: string;
  placements: readonly Placement[];
}

/** Column rule: Σ parts = Σ wholes, for every column. */
export interface ColumnRule {
  parts: readonly string[];
  wholes: readonly string[];
}

/** Bounds of the search: different sums a column may reach, states a layer may hold, steps in all. */
const MOST_SUMS = 1500;
const MOST_STATES = 1200;
const MOST_WORK = 60_000;
/** A placement this much worse than the row's best is not looked at. */
const SLACK = 14;

/** Placements of one row that add the same to every residual. */
interface Option {
  placements: Placement[];
  vector: Float64Array;
  cost: number;
}

interface Layer {
  row: Row;
  options: Option[];
  /** All options of the row, before any was dropped. */
  all: readonly Option[];
}

/**
 * Keeps, for every row, the placements that some solution of the column rules may use. Where no solution exists (the
 * source's own sums are wrong) the rows stay as they were.
 *
 * @returns the rows, with the cost of the best whole solution for each placement where the search went through; `decided`
 *   is false where the rules could not be brought to bear
 */
export function settle(rows: readonly Row[], rules: readonly ColumnRule[], columns: number): { rows: Row[]; decided: boolean } {
  const unchanged = { rows: [...rows], decided: false };
  const open = rows.filter((row) => row.placements.length > 1);
  if (open.length === 0 || rules.length === 0) return unchanged;
  // A row whose numbers could not be placed at all might hold anything.
  const lost = rows.filter((row) => row.placements.length === 0);
  const takesPart = (rule: ColumnRule, row: Row): boolean => rule.parts.includes(row.code) || rule.wholes.includes(row.code);
  const used = rules.filter((rule) => open.some((row) => takesPart(rule, row)) && !lost.some((row) => takesPart(rule, row)));
  if (used.length === 0) return unchanged;
  const width = columns * used.length;
  const factorsOf = (row: Row): number[] => used.map((rule) => (rule.parts.includes(row.code) ? 1 : 0) - (rule.wholes.includes(row.code) ? 1 : 0));
  const start = new Float64Array(width);
  for (const row of rows) {
    if (row.placements.length === 1) contribute(row.placements[0]!, factorsOf(row), columns, start);
  }
  const layers = open.filter((row) => used.some((rule) => takesPart(rule, row))).map((row): Layer => {
    const options = optionsOf(row, factorsOf(row), columns);
    return { row, options, all: options };
  });
  const sound = soundSums(layers, start);
  if (!sound.some((each) => each) || !narrow(layers, start, sound)) return unchanged;
  narrowByRule(layers, start, sound, columns);
  const costs = search(layers, start, sound);
  const kept = new Map<Row, Placement[]>();
  for (const { row, options, all } of layers) {
    const left = costs === null ? options : options.filter((option) => costs.has(option));
    if (evades(left, all, sound)) continue;
    kept.set(row, left.flatMap((option) => {
      const cost = costs?.get(option) ?? null;
      return option.placements.map((placement) => (cost === null ? placement : { ...placement, cost: cost - option.cost + placement.cost }));
    }));
  }
  if ([...kept.values()].some((placements) => placements.length === 0)) return unchanged;
  return { decided: true, rows: rows.map((row) => ({ code: row.code, placements: kept.get(row) ?? row.placements })) };
}

/** Adds what a placement counts in every rule and column to `vector`, rule by rule. */
function contribute({ slots }: Placement, factors: readonly number[], columns: number, vector: Float64Array): void {
  for (let rule = 0; rule < factors.length; rule++) {
    const factor = factors[rule]!;
    if (factor === 0) continue;
    for (let column = 0; column < columns; column++) vector[rule * columns + column]! += factor * (slots[column]?.value ?? 0);
  }
}

function optionsOf(row: Row, factors: readonly number[], columns: number): Option[] {
  const cheapest = Math.min(...row.placements.map((placement) => placement.cost));
  const options: Option[] = [];
  const byHash = new Map<number, Option[]>();
  for (const placement of row.placements) {
    if (placement.cost > cheapest + SLACK) continue;
    const vector = new Float64Array(factors.length * columns);
    contribute(placement, factors, columns, vector);
    const hash = hashOf(vector);
    const bucket = byHash.get(hash);
    const known = bucket?.find((option) => isSame(option.vector, vector));
    if (known === undefined) {
      const option: Option = { placements: [placement], vector, cost: placement.cost };
      options.push(option);
      if (bucket === undefined) byHash.set(hash, [option]);
      else bucket.push(option);
    } else {
      known.placements.push(placement);
      known.cost = Math.min(known.cost, placement.cost);
    }
  }
  return options;
}

function hashOf(vector: Float64Array): number {
  let hash = 17;
  for (let i = 0; i < vector.length; i++) hash = (Math.imul(hash, 31) + (vector[i]! | 0)) | 0;
  return hash ^ (hash >>> 15);
}

function isSame(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/**
 * Which sums can come out at all, each looked at alone: a printed total that is wrong leaves its own column out and no other.
 */
function soundSums(layers: readonly Layer[], start: Float64Array): boolean[] {
  return Array.from(start, (sum, i) => reaches(layers, sum, i));
}

/**
 * Whether the sums that hold drive a number of a row to where none watches it: into a column whose own sum is contradicted, from places
 * that a wrong total may have closed to it.
 */
function evades(options: readonly Option[], all: readonly Option[], sound: readonly boolean[]): boolean {
  if (options.length === all.length) return false;
  return sound.some((each, i) => !each && options.some(({ vector }) => vector[i] !== 0 && all.some((other) => other.vector[i] !== vector[i])));
}

/** Can some choice of options bring the sum to zero? `true` too where there are more sums than can be looked at. */
function reaches(layers: readonly Layer[], start: number, i: number): boolean {
  let sums = new Set([start]);
  for (const { options } of layers) {
    const next = new Set<number>();
    for (const value of new Set(options.map((option) => option.vector[i]!))) for (const sum of sums) next.add(sum + value);
    if (next.size > MOST_SUMS) return true;
    sums = next;
  }
  for (const sum of sums) if (Math.abs(sum) < 1e-6) return true;
  return false;
}

/** Drops options that no sum of any single column allows, until nothing changes; false where a row is left without any. */
function narrow(layers: readonly Layer[], start: Float64Array, sound: readonly boolean[]): boolean {
  let changed = true;
  for (let round = 0; changed && round < 6; round++) {
    changed = false;
    for (let i = 0; i < start.length; i++) {
      if (!sound[i]!) continue;
      if (isFixed(layers, i) && start[i]! + layers.reduce((sum, { options }) => sum + options[0]!.vector[i]!, 0) === 0) continue;
      const dropped = narrowColumn(layers, start[i]!, i);
      if (dropped === null) return false;
      changed ||= dropped;
    }
  }
  return true;
}

/** Drops options that no solution of one rule's columns together allows: few rows take part in some rules, and all of them in the whole. */
function narrowByRule(layers: readonly Layer[], start: Float64Array, sound: readonly boolean[], columns: number): void {
  for (let from = 0; start.length > columns && from < start.length; from += columns) {
    const own = sound.map((each, i) => each && i >= from && i < from + columns);
    const taking = layers.filter(({ options }) => options.some(({ vector }) => vector.some((value, i) => own[i]! && value !== 0)));
    const costs = search(taking, start, own);
    if (costs === null) continue;
    for (const layer of taking) layer.options = layer.options.filter((option) => costs.has(option));
  }
}

/** True where every layer adds one value alone to the column. */
function isFixed(layers: readonly Layer[], i: number): boolean {
  return layers.every(({ options }) => options.length > 0 && options.every((option) => option.vector[i] === options[0]!.vector[i]));
}

function narrowColumn(layers: readonly Layer[], start: number, i: number): boolean | null {
  const choices = layers.map((layer) => [...new Set(layer.options.map((option) => option.vector[i]!))]);
  // Sums the layers behind can still add, as bounds, so that hopeless sums are not followed.
  const low = new Array<number>(layers.length + 1).fill(0);
  const high = new Array<number>(layers.length + 1).fill(0);
  for (let l = layers.length - 1; l >= 0; l--) {
    low[l] = low[l + 1]! + Math.min(...choices[l]!);
    high[l] = high[l + 1]! + Math.max(...choices[l]!);
  }
  if (start + low[0]! > 0 || start + high[0]! < 0) return null;
  if (choices.every((values) => values.length === 1)) return start + low[0]! === 0 ? false : null;
  const ahead: Set<number>[] = [new Set([start])];
  for (let l = 0; l < layers.length; l++) {
    const next = new Set<number>();
    for (const sum of ahead[l]!) {
      for (const value of choices[l]!) {
        const to = sum + value;
        if (to + low[l + 1]! <= 0 && to + high[l + 1]! >= 0) next.add(to);
      }
    }
    if (next.size > MOST_SUMS) return false;
    ahead.push(next);
  }
  if (!ahead[layers.length]!.has(0)) return null;
  let changed = false;
  let behind = new Set([0]);
  for (let l = layers.length - 1; l >= 0; l--) {
    const before = new Set<number>();
    const possible = new Set<number>();
    for (const sum of ahead[l]!) {
      for (const value of choices[l]!) {
        if (!behind.has(sum + value)) continue;
        before.add(sum);
        possible.add(value);
      }
    }
    if (possible.size < choices[l]!.length) {
      layers[l]!.options = layers[l]!.options.filter((option) => possible.has(option.vector[i]!));
      changed = true;
    }
    behind = before;
  }
  return changed;
}

interface State {
  sums: Float64Array;
  cost: number;
  behind: number;
  /** The next state with the same hash. */
  next: State | undefined;
}

/** One step of the search: an option taken from one state to another. */
interface Edge {
  from: State;
  to: State;
  option: Option;
}

/** Cost of the best solution through every option; `null` where the search grows too large or finds none. */
function search(layers: readonly Layer[], start: Float64Array, sound: readonly boolean[]): Map<Option, number> | null {
  // Columns in which every layer is settled need no watching; rows with few options and large numbers come first.
  const watched: number[] = [];
  for (let i = 0; i < start.length; i++) {
    if (sound[i]! && layers.some(({ options }) => options.some((option) => option.vector[i] !== options[0]!.vector[i]))) watched.push(i);
  }
  const sizes = new Map(layers.map((layer) => [layer, sizeOf(layer)]));
  const ordered = [...layers].sort((a, b) => Number(b.options.length === 1) - Number(a.options.length === 1) || sizes.get(b)! - sizes.get(a)!);
  const { low, high } = boundsBehind(ordered, watched);
  let states: State[] = [{ sums: Float64Array.from(watched, (i) => start[i]!), cost: 0, behind: Infinity, next: undefined }];
  const trail: Edge[][] = [];
  const sums = new Float64Array(watched.length);
  let work = 0;
  for (let l = 0; l < ordered.length; l++) {
    const next: State[] = [];
    const byHash = new Map<number, State>();
    const edges: Edge[] = [];
    for (const from of states) {
      for (const option of ordered[l]!.options) {
        if (++work > MOST_WORK) return null;
        if (!step(from.sums, option, watched, low[l + 1]!, high[l + 1]!, sums)) continue;
        const cost = from.cost + option.cost;
        const hash = hashOf(sums);
        const first = byHash.get(hash);
        let to = first;
        while (to !== undefined && !isSame(to.sums, sums)) to = to.next;
        if (to === undefined) {
          to = { sums: sums.slice(), cost, behind: Infinity, next: first };
          byHash.set(hash, to);
          next.push(to);
        } else {
          to.cost = Math.min(to.cost, cost);
        }
        edges.push({ from, to, option });
      }
    }
    if (next.length === 0 || next.length > MOST_STATES) return null;
    trail.push(edges);
    states = next;
  }
  for (const state of states) state.behind = 0;
  const costs = new Map<Option, number>();
  for (const edges of trail.reverse()) {
    for (const { from, to, option } of edges) {
      if (to.behind === Infinity) continue;
      from.behind = Math.min(from.behind, option.cost + to.behind);
      costs.set(option, Math.min(costs.get(option) ?? Infinity, from.cost + option.cost + to.behind));
    }
  }
  return costs;
}

/** The largest number of a layer. */
function sizeOf({ options }: Layer): number {
  let size = 0;
  for (const { vector } of options) for (const value of vector) size = Math.max(size, Math.abs(value));
  return size;
}

/** Writes the sums behind an option to `next`; false where the layers behind cannot bring them to zero. */
function step(sums: Float64Array, option: Option, watched: readonly number[], low: readonly number[], high: readonly number[], next: Float64Array): boolean {
  for (let w = 0; w < watched.length; w++) {
    const sum = sums[w]! + option.vector[watched[w]!]!;
    if (sum + low[w]! > 0 || sum + high[w]! < 0) return false;
    next[w] = sum;
  }
  return true;
}

/** The least and most that the layers behind each layer can add to each watched column. */
function boundsBehind(layers: readonly Layer[], watched: readonly number[]): { low: number[][]; high: number[][] } {
  const low = [new Array<number>(watched.length).fill(0)];
  const high = [new Array<number>(watched.length).fill(0)];
  for (let l = layers.length - 1; l >= 0; l--) {
    const values = watched.map((i) => layers[l]!.options.map((option) => option.vector[i]!));
    low.unshift(values.map((list, w) => low[0]![w]! + Math.min(...list)));
    high.unshift(values.map((list, w) => high[0]![w]! + Math.max(...list)));
  }
  return { low, high };
}
