/** Which candidates are headings: sections by their sequence, what lies below them by its place, contents pages by neither. */
import { NEVER_BARE } from '../lexicon/sections.ts';
import { align, type Step } from './align.ts';
import { candidatesIn, type Candidate, type Line } from './candidates.ts';
import { isStatisticsTitle, isTableTitle } from './region.ts';
import { isIndicatorLabel } from './tabular.ts';

/** Bare titles that make the sections of a document without numbers. */
const LEAST_BARE = 3;
/** Titles of sections, and numbers, that make the sections of a document that does not number them 一, 二. */
const LEAST_NUMBERED = 2;
/** Rank of a list that is numbered like the sections and stands inside one. */
const INNER = 1.5;

/** Chooses among the candidates of all lines: those of each line that have a fate, in order. Linear. */
export function chooseHeadings(lines: readonly Line[]): Candidate[][] {
  const found = lines.map(candidatesIn);
  const open = strikeTables(lines, found);
  strikeContents(open);
  const left = open.filter(({ candidate }) => candidate.fate === null);
  const depth = left.reduce((least, { candidate }) => Math.min(least, candidate.marked ?? Infinity), Infinity);
  const top = sections(left.filter(({ candidate }) => candidate.marked === undefined || candidate.marked === depth));
  for (const { candidate } of top) candidate.fate = 'heading';
  if (top.some(({ candidate }) => candidate.marked !== undefined)) belowMarked(left, depth);
  innerLists(left);
  const headings: Candidate[] = [];
  for (const { candidate } of left) {
    if (candidate.rank > 1 && candidate.firm) candidate.fate ??= 'heading';
    if (candidate.fate === 'heading') headings.push(candidate);
  }
  for (const candidate of numberedParagraphs(headings)) candidate.fate = 'point';
  return found.map((list) => list.filter(({ fate }) => fate !== null));
}

/** ### below ##: headings inside the sections that Markdown marks. */
function belowMarked(steps: readonly Step[], depth: number): void {
  for (const { candidate } of steps) {
    if (candidate.marked === undefined || candidate.marked <= depth) continue;
    candidate.rank = 1 + (candidate.marked - depth) / 10;
    candidate.fate = 'heading';
  }
}

/** Candidates in order, the titles of tables and the numbered rows behind them dropped. */
function strikeTables(lines: readonly Line[], found: readonly Candidate[][]): Step[] {
  const steps: Step[] = [];
  let behindTable = false;
  let before: Step | null = null;
  found.forEach((list, i) => {
    const { text } = lines[i]!;
    if (isStatisticsTitle(text)) behindTable = true;
    let reached = 0;
    for (const candidate of list) {
      if (candidate.index > reached && before !== null) before.empty = false;
      reached = candidate.resume;
      if (candidate.rank <= 1 && isTableTitle(candidate.key)) {
        behindTable = true;
        candidate.fate = 'dropped';
        continue;
      }
      if (behindTable && (candidate.rank > 1 || isIndicatorLabel(`${candidate.number ?? ''}、${candidate.key}`))) {
        candidate.fate = 'dropped';
        continue;
      }
      if (candidate.firm) behindTable = false;
      before = { candidate, empty: true };
      steps.push(before);
    }
    const rest = text.slice(reached, reached + LONGEST_LEADERS);
    if (rest !== '' && before !== null && !LEADERS.test(rest)) before.empty = false;
  });
  return steps;
}

/** ………… 3: from a title to its page. */
const LEADERS = /^[.…·・\-_—]*\d{0,3}$/;
const LONGEST_LEADERS = 120;

/** A contents page: headings in a row without text, each of which comes again. */
function strikeContents(steps: readonly Step[]): void {
  const later = new Map<string, number>();
  const firm = steps.filter(({ candidate }) => candidate.firm);
  firm.forEach(({ candidate }, index) => later.set(candidate.key, index));
  let run: Candidate[] = [];
  const strike = (): void => {
    if (run.length >= 3) for (const candidate of run) candidate.fate = 'dropped';
    run = [];
  };
  firm.forEach(({ candidate, empty }, index) => {
    if (empty && candidate.key !== '' && later.get(candidate.key)! > index) run.push(candidate);
    else strike();
  });
  strike();
}

/** The sequence of sections: of parts (第一部分) where there are two, else of 一、, else of the rank that has titles of sections. */
function sections(steps: readonly Step[]): Step[] {
  const parts = align(steps.filter(({ candidate }) => candidate.rank === 0));
  if (parts.length > 1) return parts;
  const numbered = copies(steps.filter(({ candidate }) => candidate.rank === 1 && !candidate.bare));
  const bare = steps.filter(({ candidate }) => candidate.bare);
  if (numbered.length < LEAST_NUMBERED) {
    for (const rank of [3, 2, 4]) {
      const chain = align(steps.filter(({ candidate }) => candidate.rank === rank && candidate.firm));
      if (chain.filter(({ candidate }) => candidate.id !== null && candidate.whole).length < LEAST_NUMBERED || chain.length <= numbered.length) continue;
      if (numbered.length > 0 && steps.indexOf(numbered[0]!) < steps.indexOf(chain[0]!)) continue;
      for (const { candidate } of chain) candidate.rank = 1;
      const both = new Set(chain);
      return align(steps.filter((step) => both.has(step) || (step.candidate.bare && step.candidate.firm)));
    }
  }
  if (numbered.length === 0) {
    const known = align(bare.filter(({ candidate }) => candidate.id !== null && !NEVER_BARE.has(candidate.key)));
    const marked = bare.filter(({ candidate }) => candidate.marked !== undefined);
    if (known.length < LEAST_BARE && marked.length >= LEAST_NUMBERED) return marked;
    return withoutRepeats(known.length >= LEAST_BARE ? align(bare) : known.filter(({ candidate }) => candidate.firm));
  }
  // A title that lost its number is known by its words, and heads no second section of its kind.
  const taken = new Set(numbered.flatMap(({ candidate }) => [candidate.key, candidate.id ?? candidate.key]));
  const lost = bare.filter(({ candidate }) => candidate.firm && !NEVER_BARE.has(candidate.key) && !taken.has(candidate.id ?? candidate.key));
  if (lost.length === 0) return numbered;
  const both = new Set([...numbered, ...lost]);
  return align(steps.filter((step) => both.has(step)));
}

/** The sequence, and behind its end another that is as sure of itself: a file may hold two reports. */
function copies(steps: readonly Step[]): Step[] {
  const first = align(steps);
  const last = first[first.length - 1];
  if (last === undefined) return first;
  const behind = align(steps.slice(steps.indexOf(last) + 1));
  const sure = behind.filter(({ candidate }) => candidate.id !== null).length >= 3 && behind[0]!.candidate.value === 1;
  return sure ? [...first, ...behind] : first;
}

function withoutRepeats(chain: readonly Step[]): Step[] {
  let above: string | null = null;
  return chain.filter(({ candidate }) => {
    const repeats = above === (candidate.id ?? candidate.key);
    above = candidate.id ?? candidate.key;
    return !repeats;
  });
}

/** Titles numbered 一, 二 … inside a section that is numbered so itself. */
function innerLists(steps: readonly Step[]): void {
  let due = 1;
  for (const { candidate } of steps) {
    if (candidate.rank !== 1 || candidate.bare) continue;
    if (candidate.fate === 'heading') due = 1;
    else if (candidate.value === due && candidate.key !== '' && candidate.boundary === 'line') {
      candidate.rank = INNER;
      candidate.fate = 'heading';
      due++;
    }
  }
}

/**
 * Points below a heading of which none has a title and none has points of its own (1、调整了领导小组…。2、建立了…。): paragraphs that are numbered, no
 * headings. Beside a titled one they stay points, so that each keeps its place in the list.
 */
function numberedParagraphs(all: readonly Candidate[]): Candidate[] {
  const parents = new Set<Candidate>();
  const above: { rank: number; part: Candidate | null; lists: Map<number, Candidate[]> | null }[] = [{ rank: -1, part: null, lists: null }];
  const lists: Candidate[][] = [];
  for (const part of all) {
    while (above[above.length - 1]!.rank >= part.rank) above.pop();
    const parent = above[above.length - 1]!;
    if (parent.part !== null) parents.add(parent.part);
    let list = parent.lists?.get(part.rank);
    if (list === undefined) {
      parent.lists = (parent.lists ?? new Map<number, Candidate[]>()).set(part.rank, (list = []));
      lists.push(list);
    }
    list.push(part);
    above.push({ rank: part.rank, part, lists: null });
  }
  return lists.filter((list) => list[0]!.rank > 1 && list.every((part) => part.key === '' && !parents.has(part))).flat();
}
