/** The ways in which the values of a row may stand in its columns, each with what speaks against it. */
import type { Way } from '../../grid/grid.ts';
import { placeOf, type Model, type Stretch } from './positions.ts';

/** A way this much worse than the best is none. */
const SLACK = 14;
const MOST = 3000;
/** What a value out of place, and a distance that is not its columns', cost at most. */
const FARTHEST = 12;
const FARTHEST_GAP = 8;
/** Weight of a place that is out of line where columns are straight, and of a shift of the whole line where they are not. */
const STRAIGHT = 2;
const SHIFT = 0.3;
/** A straight column's values may stand this far from its place at no cost. */
const FREE = 0.5;

export interface Ways {
  ways: Way[];
  /** The values stand in no column's place, though columns are straight. */
  outOfLine: boolean;
}

/** A row whose values stand further out of line is in doubt. */
const OUT_OF_LINE = 3;

/** @returns empty where there are more values than columns, or more ways than can be looked at */
export function waysOf(values: readonly Stretch[], columns: number, model: Model | null, page: number): Ways {
  if (values.length === 0) return { ways: [{ columns: [], cost: 0 }], outOfLine: false };
  if (values.length > columns) return { ways: [], outOfLine: false };
  if (model === null) return { ways: enumerate(values.length, columns, () => 0), outOfLine: false };
  const places = model.places(page);
  if (model.regime === 'drifting') return { ways: cheapest(values.length, columns, model.references.map((reference) => byDistance(values, reference))), outOfLine: false };
  const ways = cheapest(values.length, columns, model.shifts.map((shift) => byPlace(values, model, places, shift)));
  const outOfLine = Math.min(...ways.map((way) => way.cost)) > OUT_OF_LINE;
  return { ways: outOfLine && model.references.length > 0 ? cheapest(values.length, columns, model.references.map((reference) => byDistance(values, reference))) : ways, outOfLine };
}

type Cost = (i: number, c: number, before: number) => number;

/** Each way at what it costs by the cheapest of several counts. */
function cheapest(count: number, columns: number, counts: readonly Cost[]): Way[] {
  const known = new Map<string, Way>();
  for (const cost of counts) {
    for (const way of enumerate(count, columns, cost)) {
      const key = way.columns.join();
      const before = known.get(key);
      if (before === undefined || before.cost > way.cost) known.set(key, way);
    }
  }
  return [...known.values()];
}

function enumerate(count: number, columns: number, step: Cost): Way[] {
  /** Least cost of the values from `i` on, the one before it standing in column `c`. */
  const behind = Array.from({ length: count + 1 }, () => new Array<number>(columns).fill(Infinity));
  behind[count]!.fill(0);
  for (let i = count - 1; i >= 0; i--) {
    for (let c = i; c <= columns - (count - i); c++) {
      let least = Infinity;
      if (i === count - 1) least = 0;
      else for (let next = c + 1; next < columns; next++) least = Math.min(least, step(i + 1, next, c) + behind[i + 1]![next]!);
      behind[i]![c] = least;
    }
  }
  let best = Infinity;
  for (let c = 0; c < columns; c++) best = Math.min(best, step(0, c, -1) + behind[0]![c]!);
  const ways: Way[] = [];
  const taken: number[] = [];
  const place = (i: number, from: number, cost: number): void => {
    if (ways.length > MOST) return;
    if (i === count) {
      ways.push({ columns: taken.slice(), cost });
      return;
    }
    for (let c = from; c <= columns - (count - i); c++) {
      const sum = cost + step(i, c, from - 1);
      if (sum + behind[i]![c]! > best + SLACK) continue;
      taken.push(c);
      place(i + 1, c + 1, sum);
      taken.pop();
    }
  };
  place(0, 0, 0);
  return ways.length > MOST ? [] : ways;
}

/** What value `i` in column `c` costs where columns keep their places. */
function byPlace(values: readonly Stretch[], model: Model, places: readonly number[], shift: number): Cost {
  const own = values.map((value) => placeOf(value, model.edge));
  const free = Math.max(FREE, model.noise);
  return (i, c) => STRAIGHT * Math.min(FARTHEST, Math.max(0, Math.abs(own[i]! - shift - places[c]!) - free));
}

/** The same where lines drift: held against one full row. The value before it stands in column `before` (-1: none). */
function byDistance(values: readonly Stretch[], reference: readonly Stretch[]): Cost {
  const last = values.length - 1;
  return (i, c, before) => {
    const [own, model] = [values[i]!, reference[c]!];
    const shift = i === last ? SHIFT * Math.min(20, Math.abs(own.from - model.from), Math.abs(own.to - model.to)) : 0;
    if (i === 0) return shift;
    const [previous, base] = [values[i - 1]!, reference[before]!];
    return shift + Math.min(FARTHEST_GAP, Math.abs(own.from - previous.from - model.from + base.from), Math.abs(own.to - previous.to - model.to + base.to));
  };
}
