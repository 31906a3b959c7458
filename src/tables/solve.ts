/**
 * Rows that allow more than one placement are settled together: each row by its own sum, all rows by the sums of the
 * columns. A small constraint problem with a bounded search; what stays open stays open.
 */
import type { Placement } from './place.ts';

/** A row of the table: its possible placements (one where it is settled) and its part in the column sums. */
export interface Row {
  code: string;
  placements: Placement[];
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
  vector: readonly number[];
  cost: number;
}

interface Layer {
  row: Row;
  options: Option[];
}

function valuesOf(placement: Placement): number[] {
  return placement.slots.map((slot) => slot.value ?? 0);
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
  // A row whose numbers could not be placed at all might hold anything.
  const lost = rows.filter((row) => row.placements.length === 0);
  const takesPart = (rule: ColumnRule, row: Row): boolean => rule.parts.includes(row.code) || rule.wholes.includes(row.code);
  const used = rules.filter((rule) => open.some((row) => takesPart(rule, row)) && !lost.some((row) => takesPart(rule, row)));
  if (used.length === 0) return unchanged;
  const width = columns * used.length;
  const contribution = (row: Row, placement: Placement): number[] => {
    const values = valuesOf(placement);
    return used.flatMap((rule) => {
      const factor = (rule.parts.includes(row.code) ? 1 : 0) - (rule.wholes.includes(row.code) ? 1 : 0);
      return values.map((value) => factor * value);
    });
  };
  const start = new Array<number>(width).fill(0);
  for (const row of rows) {
    if (row.placements.length !== 1) continue;
    contribution(row, row.placements[0]!).forEach((value, i) => (start[i]! += value));
  }
  const layers = open.filter((row) => used.some((rule) => takesPart(rule, row))).map((row): Layer => ({ row, options: optionsOf(row, contribution) }));
  if (!narrow(layers, start)) return unchanged;
  const costs = search(layers, start);
  const kept = new Map<Row, Placement[]>();
  for (const { row, options } of layers) {
    kept.set(row, options.flatMap((option) => {
      const cost = costs === null ? null : costs.get(option);
      if (cost === undefined) return [];
      return option.placements.map((placement) => (cost === null ? placement : { ...placement, cost: cost - option.cost + placement.cost }));
    }));
  }
  if ([...kept.values()].some((placements) => placements.length === 0)) return unchanged;
  return { decided: true, rows: rows.map((row) => ({ code: row.code, placements: kept.get(row) ?? row.placements })) };
}

function optionsOf(row: Row, contribution: (row: Row, placement: Placement) => number[]): Option[] {
  const cheapest = Math.min(...row.placements.map((placement) => placement.cost));
  const options = new Map<string, Option>();
  for (const placement of row.placements) {
    if (placement.cost > cheapest + SLACK) continue;
    const vector = contribution(row, placement);
    const key = vector.join();
    const known = options.get(key);
    if (known === undefined) options.set(key, { placements: [placement], vector, cost: placement.cost });
    else {
      known.placements.push(placement);
      known.cost = Math.min(known.cost, placement.cost);
    }
  }
  return [...options.values()];
}

/** Drops options that no sum of any single column allows, until nothing changes; false where a row is left without any. */
function narrow(layers: readonly Layer[], start: readonly number[]): boolean {
  let changed = true;
  for (let round = 0; changed && round < 6; round++) {
    changed = false;
    for (let i = 0; i < start.length; i++) {
      const dropped = narrowColumn(layers, start[i]!, i);
      if (dropped === null) return false;
      changed ||= dropped;
    }
  }
  return true;
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
  sums: number[];
  cost: number;
  behind: number;
}

/** Cost of the best solution through every option; `null` where the search grows too large or finds none. */
function search(layers: readonly Layer[], start: readonly number[]): Map<Option, number> | null {
  // Columns in which every layer is settled need no watching; rows with few options and large numbers come first.
  const watched = start.map((_, i) => i).filter((i) => layers.some((layer) => layer.options.some((option) => option.vector[i] !== layer.options[0]!.vector[i])));
  const size = (layer: Layer): number => Math.max(...layer.options.map((option) => Math.max(...option.vector.map(Math.abs))));
  const ordered = [...layers].sort((a, b) => Number(b.options.length === 1) - Number(a.options.length === 1) || size(b) - size(a));
  const { low, high } = boundsBehind(ordered, watched);
  let states = new Map<string, State>([[watched.map((i) => start[i]).join(), { sums: watched.map((i) => start[i]!), cost: 0, behind: Infinity }]]);
  const trail: { states: Map<string, State>; edges: { from: State; to: State; option: Option }[] }[] = [];
  let work = 0;
  for (let l = 0; l < ordered.length; l++) {
    const next = new Map<string, State>();
    const edges: { from: State; to: State; option: Option }[] = [];
    for (const from of states.values()) {
      for (const option of ordered[l]!.options) {
        if (++work > MOST_WORK) return null;
        const sums = step(from.sums, option, watched, low[l + 1]!, high[l + 1]!);
        if (sums === null) continue;
        const key = sums.join();
        const cost = from.cost + option.cost;
        let to = next.get(key);
        if (to === undefined) next.set(key, (to = { sums, cost, behind: Infinity }));
        else to.cost = Math.min(to.cost, cost);
        edges.push({ from, to, option });
      }
    }
    if (next.size === 0 || next.size > MOST_STATES) return null;
    trail.push({ states, edges });
    states = next;
  }
  for (const state of states.values()) state.behind = 0;
  const costs = new Map<Option, number>();
  for (const { edges } of trail.reverse()) {
    for (const { from, to, option } of edges) {
      if (to.behind === Infinity) continue;
      from.behind = Math.min(from.behind, option.cost + to.behind);
      costs.set(option, Math.min(costs.get(option) ?? Infinity, from.cost + option.cost + to.behind));
    }
  }
  return costs;
}

function step(sums: readonly number[], option: Option, watched: readonly number[], low: readonly number[], high: readonly number[]): number[] | null {
  const next = new Array<number>(watched.length);
  for (let w = 0; w < watched.length; w++) {
    const sum = sums[w]! + option.vector[watched[w]!]!;
    if (sum + low[w]! > 0 || sum + high[w]! < 0) return null;
    next[w] = sum;
  }
  return next;
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
