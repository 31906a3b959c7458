/**
 * Rows of digits without anything between that too many cuts keep lawful: the sums down the columns say what their numbers are where all
 * others are known, and their digits, one after the other, whether that is what is printed. Both together prove the others, too.
 */
import type { AlignedRow, Placement } from '../align/aligned.ts';
import type { ColumnRule } from '../forms/sums.ts';

/** Ways to choose a placement for each open row of a rule that are looked at. */
const MOST_CHOICES = 4000;
/** And ways that keep it: blanks and marks between the same numbers. */
const MOST_FOUND = 32;
const ROUNDS = 3;

export interface Closed {
  /** The placements left, row by row. */
  placements: (readonly Placement[])[];
  /** Whether a sum down the columns, through every column, bears the row out. */
  borne: boolean[];
}

interface Member {
  row: number;
  /** 1 for a part, -1 for a whole. */
  factor: number;
}

/** @param left the placements of the rows that the rules leave */
export function close(rows: readonly AlignedRow[], left: readonly (readonly Placement[])[], rules: readonly ColumnRule[], columns: number): Closed {
  const closed: Closed = { placements: [...left], borne: rows.map(() => false) };
  const at = new Map(rows.map(({ row }, index) => [row.code, index]));
  const members = rules.map(({ parts, wholes }): Member[] => [parts, wholes].flatMap((codes, side) => codes.flatMap((code): Member[] => {
    const row = at.get(code);
    return row === undefined ? [] : [{ row, factor: side === 0 ? 1 : -1 }];
  })));
  const done = new Set<readonly Member[]>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const rule of members) {
      if (done.has(rule)) continue;
      const found = solve(rows, closed.placements, rule, columns);
      if (found === null) continue;
      done.add(rule);
      rule.forEach(({ row }, i) => {
        closed.placements[row] = [...new Set(found.flatMap((each) => each[i]!))];
        closed.borne[row] = true;
      });
    }
  }
  return closed;
}

/** The choices of placements that keep a rule in every column; `null` where there is none, or more than can tell anything. */
function solve(rows: readonly AlignedRow[], placements: readonly (readonly Placement[])[], rule: readonly Member[], columns: number): Placement[][][] | null {
  const lost = rule.filter(({ row }) => placements[row]!.length === 0);
  if (lost.length > 1 || (lost[0] !== undefined && rows[lost[0].row]!.fits === undefined)) return null;
  const options = rule.map(({ row }) => byValues(placements[row]!));
  let choices = 1;
  for (const own of options) choices *= Math.max(1, own.length);
  if (choices > MOST_CHOICES) return null;
  const found: Placement[][][] = [];
  const chosen: Placement[][] = [];
  const sums = new Float64Array(columns);
  const add = ({ slots }: Placement, factor: number): void => {
    for (let column = 0; column < columns; column++) sums[column]! += factor * (slots[column]?.value ?? 0);
  };
  const go = (index: number): void => {
    if (found.length > MOST_FOUND) return;
    if (index === rule.length) {
      const own = fitting(rows, lost[0], sums);
      if (own !== null) found.push(chosen.map((each, i) => (rule[i] === lost[0] ? own : each)));
      return;
    }
    const { factor } = rule[index]!;
    const own = options[index]!;
    if (own.length === 0) {
      chosen[index] = [];
      go(index + 1);
    }
    for (const same of own) {
      add(same[0]!, factor);
      chosen[index] = same;
      go(index + 1);
      add(same[0]!, -factor);
    }
  };
  go(0);
  return found.length > 0 && found.length <= MOST_FOUND ? found : null;
}

/** Placements that say the same to every sum: what parts them are marks and blanks. */
function byValues(placements: readonly Placement[]): Placement[][] {
  const groups = new Map<string, Placement[]>();
  for (const placement of placements) {
    const key = placement.slots.map((slot) => slot?.value ?? 0).join();
    const own = groups.get(key);
    if (own === undefined) groups.set(key, [placement]);
    else own.push(placement);
  }
  return [...groups.values()];
}

/** What the sums leave for a lost row, laid into its digits; where none is lost, nothing may be left. `null` where that is not so. */
function fitting(rows: readonly AlignedRow[], lost: Member | undefined, sums: Float64Array): Placement[] | null {
  if (lost === undefined) return sums.every((sum) => Math.abs(sum) < 1e-6) ? [] : null;
  const values = Array.from(sums, (sum) => (sum === 0 ? 0 : -sum * lost.factor));
  const placements = values.every((value) => Number.isInteger(value) && value >= 0) ? rows[lost.row]!.fits!(values) : [];
  // Of several ways to lay the same values into the digits none can be told.
  return placements.length === 1 ? placements : null;
}
