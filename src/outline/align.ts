/**
 * The headings of a document explained as one sequence. Candidates of one rank are aligned with 一, 二, 三 … by dynamic
 * programming: each is worth what its place and its words say, and a number that is due is worth more than any word.
 *
 *   一、总体情况   统一、规范…   二、主动公开…   一、加强领导   四、…(misprinted)   其他需要报告的事项
 *       ^ due                       ^ due            left out        ^ one skipped        ^ takes the number that is due
 */
import { isKnownTitle, endsFirmly, endsWithTail, isTitleLike } from './title.ts';
import type { Boundary, Candidate } from './candidates.ts';

/** What the alignment is told of a candidate beside itself. */
export interface Step {
  candidate: Candidate;
  /** Another candidate follows at once. */
  empty: boolean;
}

/** Worth of what stands before the number. */
const PLACE: Readonly<Record<Boundary, number>> = { line: 2, stop: 1.5, table: 1.5, gap: 1.2, title: 1, mark: 0.3, none: -0.8 };
/** A number that follows the one before it. */
const DUE = 3;
/** Each number left out. */
const SKIPPED = -0.4;
/** A number that is none of those to come: misprinted, or another list's. */
const MISPRINT = -4.5;
/** A title without number in the place of one; beside the numbers it is hardly ever a section. */
const BARE = -1;
const BESIDE = -8;
/** An introduction before the first number. */
const LEAD = -1;
/** Numbers beyond this are no section's. */
const MOST = 40;
/** A number for which a step has nothing better. */
const KEPT = -1;

/** What place and words are worth, without the number. */
function worth({ candidate, empty }: Step): number {
  const { key, id, boundary, whole, bare } = candidate;
  let value = PLACE[boundary];
  if (key === '') return value - 2.5;
  if (isKnownTitle(key)) value += 3;
  else if (id !== null && key.length <= 40) value += 2;
  else if (endsFirmly(key)) value += 1.2;
  else if (endsWithTail(key)) value += 0.8;
  else if (!isTitleLike(key)) value -= 1.5;
  if (whole && !bare) value += 1.5;
  if (empty) value -= 0.5;
  return value;
}

interface Node {
  step: Step;
  score: number;
  before: Node | null;
}

/** The sequence worth most; empty where nothing is worth anything. Time: candidates times {@link MOST}. */
export function align(steps: readonly Step[]): Step[] {
  /** The best sequence that has reached a number. */
  const best: (Node | null)[] = new Array<Node | null>(MOST + 1).fill(null);
  /** Its worth, the same with the step at hand, and the number before it there. */
  const scores = new Float64Array(MOST + 1).fill(-Infinity);
  const reached = new Float64Array(MOST + 1);
  const from = new Int8Array(MOST + 1);
  let top = 0;
  for (const step of steps) {
    const own = worth(step);
    const { value, bare } = step.candidate;
    const number = bare ? null : value;
    if (number !== null && (number < 1 || number > MOST)) continue;
    reached.set(scores);
    from.fill(KEPT);
    const offer = (state: number, score: number, before: number): void => {
      if (state > MOST || score <= reached[state]!) return;
      reached[state] = score;
      from[state] = before;
    };
    for (let state = 0; state <= top; state++) {
      const before = scores[state]!;
      if (before === -Infinity && state > 0) continue;
      const base = (before === -Infinity ? 0 : before) + own;
      if (number === null) {
        offer(state + 1, base + (bare ? BARE : 0), state);
        offer(state, base + (state === 0 ? LEAD : BESIDE), state);
        continue;
      }
      if (number === state + 1) offer(number, base + DUE, state);
      else if (number > state + 1) offer(number, base + SKIPPED * (number - state - 1), state);
      if (number !== state + 1 && state > 0) offer(state + 1, base + MISPRINT, state);
    }
    // No offer comes from above its own state: from the top down, what each goes on from still stands.
    for (let state = MOST; state >= 0; state--) {
      if (from[state] === KEPT) continue;
      best[state] = { step, score: reached[state]!, before: best[from[state]!] ?? null };
      if (state > top) top = state;
    }
    scores.set(reached);
  }
  let end: Node | null = null;
  for (const node of best) if (node != null && node.score > 0 && (end === null || node.score > end.score)) end = node;
  const chain: Step[] = [];
  for (; end !== null; end = end.before) chain.push(end.step);
  return chain.reverse();
}
