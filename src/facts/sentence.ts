/** A paragraph without its blanks, cut into sentences; offsets lead back to the paragraph. */
import { isDigit, isSpace } from '../text/chars.ts';

/** Text to match on: folded, blanks gone. `at[i]` is the index in the paragraph of the character `text[i]`. */
export interface Matchable {
  text: string;
  at: readonly number[];
}

/** Half-open range of a `Matchable`. */
export interface Span {
  start: number;
  end: number;
}

const FULL_COMMA = 0xff0c;
const COMMA = 0x2c;

/**
 * Takes a paragraph from the folded `source` and drops its blanks. A full-width comma stays one, so that 25，126 条 are two numbers, unless the digits
 * around it are full-width too.
 */
export function matchable(paragraph: string, source: string, offsets: readonly number[]): Matchable {
  const at: number[] = [];
  const units: string[] = [];
  let blank = false;
  let last = 0;
  for (let i = 0; i < paragraph.length; i++) {
    const code = source.charCodeAt(offsets[i]!);
    if (isSpace(code)) {
      blank = true;
      continue;
    }
    // 3402 99: a blank between digits parts two numbers.
    if (blank && isDigit(code) && isDigit(last)) {
      at.push(i);
      units.push(' ');
    }
    blank = false;
    last = code;
    at.push(i);
    units.push(code === COMMA && paragraph.charCodeAt(i) === FULL_COMMA && !fullWidthDigit(paragraph, i - 1) ? '，' : source.charAt(offsets[i]!));
  }
  return { text: units.join(''), at };
}

function fullWidthDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xff10 && code <= 0xff19;
}

const ENDS = new Set('。!?！？');

/** A sentence longer than this is cut at its next comma, so that no input makes the work within a sentence grow. */
const LONGEST = 800;

/** The sentences of a text: between 。！？, for a list goes on behind a semicolon. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const long = i - start > LONGEST && (isBoundary(text.charAt(i)) || i - start > 2 * LONGEST);
    if (i < text.length && !long && !ENDS.has(text.charAt(i))) continue;
    if (i > start) spans.push({ start, end: i });
    start = i + 1;
  }
  return spans;
}

const BOUNDARIES = new Set(',，;:()〔〕[]');

/** Whether a character ends a clause within a sentence. 、 does not: it joins the members of one phrase. */
export function isBoundary(char: string): boolean {
  return BOUNDARIES.has(char);
}
