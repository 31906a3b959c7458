/** Which occurrences are the rows of a table: the best chain in template order. */
import type { Scan } from './scan.ts';
import { similarity } from './labels.ts';
import { hanOnly } from './labels.ts';
import type { Document } from '../text/document.ts';

/** One row (or block title) of a table, found in the document. */
export interface Anchor {
  /** Index in the table's order of elements. */
  element: number;
  /** Offsets of the label, or of its first piece. */
  start: number;
  end: number;
  token: number;
  /** False where the label was known only by likeness and order. */
  exact: boolean;
}

/** An element of a table in template order. */
export interface Element {
  keys: readonly string[];
  ordinal: number;
  optional: boolean;
}

/** How far back, in occurrences of the same table, a chain may reach for its previous element. */
const REACH = 80;

interface Step {
  occurrence: number;
  element: number;
  score: number;
  previous: number;
}

/**
 * The chain of occurrences with rising element index that scores best: label length, the number printed before the
 * label, nearness. Linear in the occurrences for a bounded reach.
 *
 * @param elementsOf the elements an occurrence may be
 */
export function chain<T>(
  scanned: Scan<T>,
  elementsOf: (target: T) => number | null,
  from = 0,
  to = Infinity,
): { anchors: Anchor[]; score: number } {
  const foreignBefore = prefixSums(scanned.foreign);
  const steps: Step[] = [];
  let best = -1;
  for (let index = 0; index < scanned.occurrences.length; index++) {
    const occurrence = scanned.occurrences[index]!;
    if (occurrence.start < from || occurrence.start >= to) continue;
    const known = steps.length;
    for (const entry of occurrence.entries) {
      const element = elementsOf(entry.target);
      if (element === null) continue;
      const weight = weigh(occurrence, entry);
      let score = weight;
      let previous = -1;
      for (let i = known - 1; i >= 0 && i >= known - REACH; i--) {
        const step = steps[i]!;
        if (step.element >= element) continue;
        const behind = scanned.occurrences[step.occurrence]!;
        const foreign = foreignBefore[occurrence.token]! - foreignBefore[behind.token + 1]!;
        const gap = Math.min(4, 0.04 * Math.max(0, foreign)) + 0.004 * (occurrence.token - behind.token) + 0.15 * (element - step.element - 1);
        const reached = step.score + weight - gap;
        if (reached > score) {
          score = reached;
          previous = i;
        }
      }
      steps.push({ occurrence: index, element, score, previous });
      if (best < 0 || score > steps[best]!.score) best = steps.length - 1;
    }
  }
  const anchors: Anchor[] = [];
  for (let at = best; at >= 0; at = steps[at]!.previous) {
    const step = steps[at]!;
    const { start, end, token } = scanned.occurrences[step.occurrence]!;
    anchors.push({ element: step.element, start, end, token, exact: true });
  }
  return { anchors: anchors.reverse(), score: best < 0 ? 0 : steps[best]!.score };
}

function weigh(occurrence: { length: number; full: boolean; ordinal: number }, entry: { key: string; ordinal: number }): number {
  const whole = occurrence.length >= entry.key.length;
  const label = whole ? 2 + Math.min(2, 0.15 * occurrence.length) : 0.3 + (1.7 * occurrence.length) / entry.key.length;
  if (occurrence.ordinal === 0 || entry.ordinal === 0) return label;
  return label + (occurrence.ordinal === entry.ordinal ? 0.8 : -0.6);
}

export function prefixSums(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i]! + values[i]!;
  return sums;
}

const LIKE = 0.6;
const LIKE_WITH_ORDINAL = 0.4;
/** A gap between two anchors that is longer than this (in tokens) is searched no further. */
const GAP_TOKENS = 400;

/**
 * Rows whose label is misprinted: between two anchors, a text no label knows is held against the rows that are due there.
 * 就法制行政禁止公开 for 其他法律行政法规禁止公开, 必于行政查询事项 for 属于行政查询事项.
 */
export function completeChain<T>(document: Document, scanned: Scan<T>, anchors: readonly Anchor[], elements: readonly Element[], end: number): Anchor[] {
  const all: Anchor[] = [];
  for (let i = 0; i <= anchors.length; i++) {
    const before = anchors[i - 1];
    const after = anchors[i];
    if (before !== undefined || after !== undefined) {
      const firstDue = before === undefined ? 0 : before.element + 1;
      const lastDue = after === undefined ? elements.length - 1 : after.element - 1;
      const firstToken = before === undefined ? Math.max(0, after!.token - 40) : before.token + 1;
      const lastToken = after === undefined ? Math.min(scanned.tokens.length, before!.token + 60) : after.token;
      if (firstDue <= lastDue && lastToken - firstToken <= GAP_TOKENS) {
        all.push(...alike(document, scanned, elements, firstDue, lastDue, firstToken, lastToken, end));
      }
    }
    if (after !== undefined) all.push(after);
  }
  return all;
}

function alike<T>(
  document: Document, scanned: Scan<T>, elements: readonly Element[],
  firstDue: number, lastDue: number, firstToken: number, lastToken: number, end: number,
): Anchor[] {
  const found: Anchor[] = [];
  let due = firstDue;
  for (let index = firstToken; index < lastToken && due <= lastDue; index++) {
    const token = scanned.tokens[index]!;
    if (token.kind !== 'text' || scanned.foreign[index] === 0 || token.start >= end) continue;
    const text = hanOnly(document.folded.slice(token.start, Math.min(token.end, token.start + 80)));
    if (text.length < 3 || text.length > 45) continue;
    const before = scanned.tokens[index - 1];
    const ordinal = before?.kind === 'ordinal' ? before.ordinal : 0;
    let best = -1;
    let bestScore = 0;
    for (let element = due; element <= lastDue; element++) {
      const { keys, ordinal: expected } = elements[element]!;
      const floor = ordinal !== 0 && ordinal === expected ? LIKE_WITH_ORDINAL : LIKE;
      for (const key of keys) {
        const cut = key.slice(0, text.length);
        const score = Math.max(similarity(text, key), text.length >= 4 ? similarity(text, cut) : 0);
        if (score >= floor && score > bestScore) {
          best = element;
          bestScore = score;
        }
      }
    }
    if (best < 0) continue;
    found.push({ element: best, start: token.start, end: token.end, token: index, exact: false });
    scanned.foreign[index] = 0;
    due = best + 1;
  }
  return found;
}
