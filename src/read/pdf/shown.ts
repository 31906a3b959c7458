/** Words of a page that a line is drawn through, and those that are set small and high behind others. */
import { LONGEST_RAISED, raised } from '../raised.ts';
import type { Ruling, Rulings } from './rulings.ts';
import type { Word } from './words.ts';

/** Where a line strikes a word, in sizes of its font above the baseline. */
const STRUCK_FROM = 0.12;
const STRUCK_TO = 0.55;
/** How far a line may begin or end beside what it strikes, and what may lie between two words of it, in sizes of the font. */
const BESIDE = 0.5;
const BETWEEN = 1.2;
/** A page on which more pairs of a line and a word lie side by side is a drawing. */
const MOST_PAIRS = 2_000_000;

/** A raised word is no larger than this share of the one it stands behind, and its baseline this share of its size higher. */
const SMALLER = 0.8;
const HIGHER = 0.15;
const CLOSE = 0.5;

export interface ShownWords {
  words: Word[];
  rulings: Rulings;
  /** Number of lines that strike something. */
  struck: number;
}

/** Leaves out words that a line is drawn through, with the line. A line that reaches further than words is the border of something. */
export function withoutStruck(words: readonly Word[], rulings: Rulings): ShownWords {
  const byPlace = [...words].sort((a, b) => a.y - b.y);
  const largest = words.reduce((most, word) => Math.max(most, word.size), 0);
  const gone = new Set<Word>();
  const strikes = new Set<Ruling>();
  let pairs = 0;
  for (const ruling of rulings.horizontal) {
    const through: Word[] = [];
    for (let index = firstBelow(byPlace, ruling.at); index < byPlace.length && byPlace[index]!.y <= ruling.at + STRUCK_TO * largest; index++) {
      if (++pairs > MOST_PAIRS) return { words: [...words], rulings, struck: 0 };
      if (strikesThrough(ruling, byPlace[index]!)) through.push(byPlace[index]!);
    }
    if (!covers(through, ruling)) continue;
    strikes.add(ruling);
    for (const word of through) gone.add(word);
  }
  if (strikes.size === 0) return { words: [...words], rulings, struck: 0 };
  const horizontal = rulings.horizontal.filter((ruling) => !strikes.has(ruling));
  return { words: words.filter((word) => !gone.has(word)), rulings: { ...rulings, horizontal }, struck: strikes.size };
}

/** Index of the first word whose baseline is not above a place. */
function firstBelow(words: readonly Word[], y: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.y < y) low = middle + 1;
    else high = middle;
  }
  return low;
}

function strikesThrough({ at, from, to }: Ruling, { left, right, y, size }: Word): boolean {
  const above = (y - at) / size;
  const slack = 0.2 * (right - left);
  return above >= STRUCK_FROM && above <= STRUCK_TO && from <= left + slack && to >= right - slack;
}

/** Whether words fill a line from its beginning to its end. */
function covers(words: Word[], { from, to }: Ruling): boolean {
  if (words.length === 0) return false;
  words.sort((a, b) => a.left - b.left);
  let reached = from;
  for (const { left, right, size } of words) {
    if (left - reached > (reached === from ? BESIDE : BETWEEN) * size) return false;
    reached = Math.max(reached, right);
  }
  return to - reached <= BESIDE * words.at(-1)!.size;
}

/** The words of a line, from left to right, with what is raised read as `raised` says. */
export function readRaised(words: readonly Word[], inCell: boolean): Word[] {
  const read: Word[] = [];
  let stem: Word | null = null;
  for (const word of words) {
    const behind: Word | null = stem;
    const high = behind !== null && word.size <= SMALLER * behind.size && behind.y - word.y >= HIGHER * behind.size && word.left - behind.right <= CLOSE * behind.size;
    if (!high) {
      stem = word;
      read.push(word);
      continue;
    }
    const text = word.text.length > LONGEST_RAISED ? word.text : raised(word.text, behind.text, inCell);
    if (text !== '') read.push({ ...word, text });
  }
  return read;
}
