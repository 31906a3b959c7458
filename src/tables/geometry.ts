/**
 * Columns of spaces: the character positions of pdftotext -layout and its like are the only trace a blank leaves. A row is
 * held against rows that are full; where none is, rows that share a frame (the same shift of the page) show the columns as
 * clusters of positions.
 */
import type { Document } from '../text/document.ts';
import type { Ruler } from './ruler.ts';
import type { Placement } from './place.ts';
import { blankReading, readToken } from './values.ts';
import type { Token } from './tokens.ts';

/** A row whose cells the layout does not show. */
export interface SpacedRow {
  code: string;
  tokens: readonly Token[];
}

interface Interval {
  start: number;
  end: number;
}

const BLANK = blankReading(-1);
/** A value out of place counts no more than this many characters. */
const CAP = 6;

/**
 * Rows that show every column between them, though none of them is full: one placement for each row of a frame in which
 * the values stand in as many clusters as there are columns. Fewer clusters tell nothing: pdftotext sets a column three
 * blanks behind the one before it, and one that is blank in every row leaves no trace.
 *
 * @returns placements by row code, empty where the text shows no geometry
 */
export function frameRows(document: Document, ruler: Ruler, rows: readonly SpacedRow[], columns: number, totalLast: boolean): Map<string, Placement> {
  const usable = rows.filter((row) => row.tokens.length > 0 && row.tokens.length <= columns && oneLine(row.tokens));
  const placements = new Map<string, Placement>();
  const at = (token: Token): Interval => {
    const start = ruler(token.start);
    return { start, end: start + token.end - token.start };
  };
  for (const group of totalLast ? byLastValue(usable, at) : [usable]) {
    const clusters = clusterAll(group, at);
    if (clusters?.length !== columns) continue;
    for (const row of group) {
      const slots = Array.from({ length: columns }, () => BLANK);
      for (const token of row.tokens) slots[clusterOf(clusters, at(token))] = readToken(document, token);
      placements.set(row.code, { slots, basis: 'position', cost: 0 });
    }
  }
  return placements;
}

function oneLine(tokens: readonly Token[]): boolean {
  return tokens.every((token) => token.line === tokens[0]!.line);
}

export function showsGeometry(document: Document, rows: readonly { tokens: readonly Token[] }[]): boolean {
  for (const { tokens } of rows) {
    for (let i = 1; i < tokens.length; i++) {
      if (tokens[i]!.start - tokens[i - 1]!.end >= 2 && document.folded.slice(tokens[i - 1]!.end, tokens[i]!.start).trim() === '') return true;
    }
  }
  return false;
}

/** Runs of neighbouring rows whose last values stand below each other: one shift of the page each. */
function byLastValue(rows: readonly SpacedRow[], at: (token: Token) => Interval): SpacedRow[][] {
  const groups: SpacedRow[][] = [];
  let last: Interval | null = null;
  for (const row of rows) {
    const place = at(row.tokens.at(-1)!);
    if (last !== null && place.start < last.end && last.start < place.end) {
      groups.at(-1)!.push(row);
      last = { start: Math.min(last.start, place.start), end: Math.max(last.end, place.end) };
    } else {
      groups.push([row]);
      last = place;
    }
  }
  return groups;
}

/** Clusters of overlapping positions, left to right; `null` where one row has two values in one cluster. */
function clusterAll(rows: readonly SpacedRow[], at: (token: Token) => Interval): Interval[] | null {
  const all = rows.flatMap((row) => row.tokens.map(at)).sort((a, b) => a.start - b.start || a.end - b.end);
  const clusters: Interval[] = [];
  for (const place of all) {
    const last = clusters.at(-1);
    if (last !== undefined && place.start < last.end) last.end = Math.max(last.end, place.end);
    else clusters.push({ ...place });
  }
  for (const row of rows) {
    const taken = new Set<number>();
    for (const token of row.tokens) {
      const cluster = clusterOf(clusters, at(token));
      if (taken.has(cluster)) return null;
      taken.add(cluster);
    }
  }
  return clusters;
}

function clusterOf(clusters: readonly Interval[], place: Interval): number {
  return clusters.findIndex((cluster) => place.start < cluster.end && cluster.start < place.end);
}

/**
 * Rows against rows that are full: the least misalignment, in characters, of a placement with any full row. The last
 * value of a row with a total takes a shift of the page out.
 */
export function misalignment(at: Ruler, placement: Placement, full: readonly Placement[], totalLast: boolean): number {
  const last = placement.slots.length - 1;
  let best = Infinity;
  for (const reference of full) {
    const shiftOf = (edge: 'start' | 'end'): number =>
      totalLast && isFilled(placement.slots[last]!) ? at(placement.slots[last]![edge]) - at(reference.slots[last]![edge]) : 0;
    const shifts = { start: shiftOf('start'), end: shiftOf('end') };
    const shift = Math.abs(shifts.start) < Math.abs(shifts.end) ? shifts.start : shifts.end;
    let cost = 0.3 * Math.min(20, Math.abs(shift));
    for (let c = 0; c < placement.slots.length; c++) {
      const slot = placement.slots[c]!;
      const model = reference.slots[c]!;
      if (!isFilled(slot)) continue;
      cost += Math.min(CAP, Math.abs(at(slot.start) - at(model.start) - shift), Math.abs(at(slot.end) - at(model.end) - shift));
    }
    best = Math.min(best, cost);
  }
  return best;
}

export function isFilled(slot: { start: number; status: string }): boolean {
  return slot.start >= 0 && slot.status !== 'blank';
}
