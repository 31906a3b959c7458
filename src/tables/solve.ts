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

/** Bounds of the search: states a layer may hold, layers times states in all. */
const MOST_STATES = 4000;
const MOST_WORK = 400_000;
/** A placement this much worse than the row's best is not looked at. */
const SLACK = 14;

export function valuesOf(placement: Placement): number[] {
  return placement.slots.map((slot) => slot.value ?? 0);
}

/**
 * Keeps, for every row, the placements that some solution of all column rules uses, with the cost of the best such
 * solution. Where no solution exists (the source's own sums are wrong) or the search grows too large, the rows stay as
 * they were.
 *
 * @returns for every row its placements with `cost` replaced by the cost of the best whole solution that uses them
 */
export function settle(rows: readonly Row[], rules: readonly ColumnRule[], columns: number): { rows: Row[]; decided: boolean } {
  const open = rows.filter((row) => row.placements.length > 1);
  if (open.length === 0) return { rows: [...rows], decided: false };
  // Each row: its coefficient in each rule's residual (parts +1, wholes -1).
  const used = rules.filter((rule) => [...rule.parts, ...rule.wholes].some((code) => open.some((row) => row.code === code)));
  if (used.length === 0) return { rows: [...rows], decided: false };
  const width = columns * used.length;
  const coefficient = (code: string): number[] =>
    used.map((rule) => (rule.parts.includes(code) ? 1 : 0) - (rule.wholes.includes(code) ? 1 : 0));
  const contribution = (row: Row, placement: Placement): number[] => {
    const values = valuesOf(placement);
    const factors = coefficient(row.code);
    const vector: number[] = [];
    for (const factor of factors) for (let c = 0; c < columns; c++) vector.push(factor * values[c]!);
    return vector;
  };
  const start = new Array<number>(width).fill(0);
  for (const row of rows) {
    if (row.placements.length !== 1) continue;
    const vector = contribution(row, row.placements[0]!);
    for (let i = 0; i < width; i++) start[i]! += vector[i]!;
  }
  const layers = open
    .filter((row) => coefficient(row.code).some((factor) => factor !== 0))
    .map((row) => {
      const cheapest = Math.min(...row.placements.map((placement) => placement.cost));
      const kept = row.placements.filter((placement) => placement.cost <= cheapest + SLACK);
      return { row, options: kept.map((placement) => ({ placement, vector: contribution(row, placement) })) };
    });
  // Large numbers first: they fix most of the columns.
  const size = (layer: (typeof layers)[number]): number => Math.max(...layer.options.map(({ vector }) => Math.max(...vector.map(Math.abs))));
  layers.sort((a, b) => size(b) - size(a));
  // Bounds of what the layers behind can still add.
  const low: number[][] = Array.from({ length: layers.length + 1 }, () => new Array<number>(width).fill(0));
  const high: number[][] = Array.from({ length: layers.length + 1 }, () => new Array<number>(width).fill(0));
  for (let l = layers.length - 1; l >= 0; l--) {
    for (let i = 0; i < width; i++) {
      let least = Infinity;
      let most = -Infinity;
      for (const { vector } of layers[l]!.options) {
        least = Math.min(least, vector[i]!);
        most = Math.max(most, vector[i]!);
      }
      low[l]![i] = low[l + 1]![i]! + least;
      high[l]![i] = high[l + 1]![i]! + most;
    }
  }
  interface State { vector: number[]; cost: number; behind: number }
  let layerStates = new Map<string, State>([[start.join(), { vector: start, cost: 0, behind: Infinity }]]);
  const trail: { states: Map<string, State>; edges: { from: string; to: string; option: number }[] }[] = [];
  let work = 0;
  for (let l = 0; l < layers.length; l++) {
    const next = new Map<string, State>();
    const edges: { from: string; to: string; option: number }[] = [];
    for (const [key, state] of layerStates) {
      const options = layers[l]!.options;
      for (let o = 0; o < options.length; o++) {
        const { vector, placement } = options[o]!;
        if (++work > MOST_WORK) return { rows: [...rows], decided: false };
        const sum = new Array<number>(width);
        let possible = true;
        for (let i = 0; i < width; i++) {
          const value = state.vector[i]! + vector[i]!;
          if (value + low[l + 1]![i]! > 0 || value + high[l + 1]![i]! < 0) {
            possible = false;
            break;
          }
          sum[i] = value;
        }
        if (!possible) continue;
        const to = sum.join();
        const cost = state.cost + placement.cost;
        const reached = next.get(to);
        if (reached === undefined) next.set(to, { vector: sum, cost, behind: Infinity });
        else if (cost < reached.cost) reached.cost = cost;
        edges.push({ from: key, to, option: o });
      }
    }
    trail.push({ states: layerStates, edges });
    if (next.size === 0 || next.size > MOST_STATES) return { rows: [...rows], decided: false };
    layerStates = next;
  }
  const goal = layerStates.get(new Array<number>(width).fill(0).join());
  if (goal === undefined) return { rows: [...rows], decided: false };
  goal.behind = 0;
  const best = new Map<Row, number[]>();
  for (let l = layers.length - 1; l >= 0; l--) {
    const { states, edges } = trail[l]!;
    const { row, options } = layers[l]!;
    const costs = new Array<number>(options.length).fill(Infinity);
    for (const { from, to, option } of edges) {
      const behind = layerStates.get(to)!.behind;
      if (behind === Infinity) continue;
      const state = states.get(from)!;
      const own = options[option]!.placement.cost;
      state.behind = Math.min(state.behind, own + behind);
      costs[option] = Math.min(costs[option]!, state.cost + own + behind);
    }
    best.set(row, costs);
    layerStates = states;
  }
  return {
    decided: true,
    rows: rows.map((row) => {
      const costs = best.get(row);
      if (costs === undefined) return row;
      const { options } = layers.find((layer) => layer.row === row)!;
      const kept = options.map(({ placement }, o) => ({ ...placement, cost: costs[o]! })).filter(({ cost }) => cost < Infinity);
      return { code: row.code, placements: kept };
    }),
  };
}
