/** A run of characters cut into phrases of the lexicon and what lies between them, by least cost. */
import type { Run } from './items.ts';
import type { Entry, Node } from './lexicon.ts';

/** Characters from and to of a run; `entry` is `null` where no phrase is known. */
export interface Piece {
  from: number;
  to: number;
  entry: Entry | null;
}

/** What it costs to leave a character unknown, and to begin an unknown stretch. */
const UNKNOWN = 0.5;
const BEGIN = 1.5;
/** A phrase that other characters touch. */
const TOUCHED = 1.8;
/** The same where the phrase is short (其他, 总计, 规章). */
const TOUCHED_SHORT = 6;
const SHORT = 3;
const PHRASE = 0.1;

/** States: behind a phrase (or at the start), behind a short one, behind an unknown character. */
const LONG_BEFORE = 0;
const SHORT_BEFORE = 1;
const UNKNOWN_BEFORE = 2;
const STATES = 3;

/** Cuts a run. Linear: each walk through the trie is as long as a label at most. */
export function piecesOf(run: Run, root: Node): Piece[] {
  const { units, edge, words } = run;
  const size = units.length;
  const cost = new Float64Array((size + 1) * STATES).fill(Infinity);
  const from = new Int32Array((size + 1) * STATES).fill(-1);
  const entries = new Array<Entry | null>((size + 1) * STATES).fill(null);
  cost[LONG_BEFORE] = 0;
  const reach = (to: number, state: number, total: number, origin: number, entry: Entry | null): void => {
    const slot = to * STATES + state;
    if (total >= cost[slot]!) return;
    cost[slot] = total;
    from[slot] = origin;
    entries[slot] = entry;
  };
  for (let at = 0; at < size; at++) {
    for (let state = 0; state < STATES; state++) {
      const slot = at * STATES + state;
      const before = cost[slot]!;
      if (before === Infinity) continue;
      const touched = edge[at]! ? 0 : state === SHORT_BEFORE ? TOUCHED_SHORT : TOUCHED;
      reach(at + 1, UNKNOWN_BEFORE, before + UNKNOWN + (state === UNKNOWN_BEFORE ? 0 : BEGIN + touched), slot, null);
    }
    walk(run, root, at, (end, entry) => {
      const short = end - at < SHORT;
      for (let state = 0; state < STATES; state++) {
        const slot = at * STATES + state;
        const before = cost[slot]!;
        if (before === Infinity) continue;
        // Units and zeros in words stand behind a phrase or alone.
        const alone = (at === 0 || words[at - 1] !== words[at]) && (end === size || words[end] !== words[end - 1]);
        if ((entry.role === 'unit' || entry.role === 'zero') && !alone && (state === UNKNOWN_BEFORE || at === 0)) continue;
        const touched = state === UNKNOWN_BEFORE && !edge[at]! ? (short ? TOUCHED_SHORT : TOUCHED) : 0;
        reach(end, short ? SHORT_BEFORE : LONG_BEFORE, before + PHRASE + touched, slot, entry);
      }
    });
  }
  return trace(size, cost, from, entries, run);
}

function walk({ units }: Run, root: Node, at: number, found: (end: number, entry: Entry) => void): void {
  let node = root.next.get(units[at]!);
  for (let i = at + 1; node !== undefined; i++) {
    if (node.entry !== null) found(i, node.entry);
    if (i >= units.length) return;
    node = node.next.get(units[i]!);
  }
}

function trace(size: number, cost: Float64Array, from: Int32Array, entries: readonly (Entry | null)[], run: Run): Piece[] {
  let slot = size * STATES;
  for (let state = 1; state < STATES; state++) if (cost[size * STATES + state]! < cost[slot]!) slot = size * STATES + state;
  // Last piece first, turned round at the end.
  const pieces: Piece[] = [];
  while (slot >= STATES) {
    const origin = from[slot]!;
    const start = Math.floor(origin / STATES);
    const end = Math.floor(slot / STATES);
    const entry = entries[slot] ?? null;
    const after = pieces.at(-1);
    // Unknown characters make one stretch, up to the next number before a label.
    if (entry === null && after?.entry === null && after.from === end && !run.ordinals.has(end)) after.from = start;
    else pieces.push({ from: start, to: end, entry });
    slot = origin;
  }
  return pieces.reverse();
}
