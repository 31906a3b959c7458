/** Lines as pieces that blanks part, for tables that white space alone lays out. */
import { isValue } from './cells.ts';
import { isBlank } from './content.ts';
import type { Range } from './grid.ts';
import type { SourceLine } from './source.ts';
import { widthOf, type Measure } from './width.ts';

export interface Piece extends Range {
  value: boolean;
}

export interface PieceLine extends SourceLine {
  pieces: Piece[];
  /** Whether two blanks or more stand between two pieces. */
  spread: boolean;
  /** Whether values stand behind a label, or at least two of them. */
  valued: boolean;
  empty: boolean;
}

/** Longer lines are no columns of spaces. */
const LONGEST = 600;

/** Parts a line at two blanks or more, and at a single one beside a value. */
export function piecesOf(text: string, line: SourceLine): PieceLine {
  const words: Range[] = [];
  if (line.end - line.start <= LONGEST) {
    for (let i = line.start; i < line.end;) {
      while (i < line.end && isBlank(text.charCodeAt(i))) i++;
      const from = i;
      while (i < line.end && !isBlank(text.charCodeAt(i))) i++;
      if (i > from) words.push({ start: from, end: i });
    }
  }
  const pieces: Piece[] = [];
  let spread = false;
  for (const word of words) {
    const value = isValue(text.slice(word.start, word.end));
    const last = pieces.at(-1);
    const gap = last === undefined ? 2 : room(text, last.end, word.start);
    if (gap >= 2 && last !== undefined) spread = true;
    if (last !== undefined && gap < 2 && !value && !last.value) last.end = word.end;
    else pieces.push({ ...word, value });
  }
  const values = pieces.filter((piece) => piece.value).length;
  return {
    ...line, pieces, spread, empty: pieces.length === 0 && line.end - line.start <= LONGEST,
    valued: values > 1 || (values === 1 && pieces.length > 1 && pieces.at(-1)!.value),
  };
}

/** The line parted at each blank. */
export function wordsOf(text: string, line: PieceLine): PieceLine {
  const pieces = line.pieces.flatMap((piece) => {
    const words: Piece[] = [];
    for (const word of text.slice(piece.start, piece.end).matchAll(/\S+/g)) {
      const start = piece.start + word.index;
      words.push({ start, end: start + word[0].length, value: piece.value });
    }
    return words;
  });
  return { ...line, pieces };
}

/** Columns of blanks; an ideographic one counts two. */
function room(text: string, start: number, end: number): number {
  let columns = 0;
  for (let i = start; i < end; i++) columns += text.charCodeAt(i) === 0x3000 ? 2 : 1;
  return columns;
}

/** Where the pieces of a line stand on a terminal. */
export function placesOf(text: string, line: PieceLine, measure: Measure): Range[] {
  const places: Range[] = [];
  let x = 0;
  let at = line.start;
  const to = (offset: number): number => {
    for (; at < offset; at++) x += text.charCodeAt(at) === 12 ? 0 : widthOf(text.charCodeAt(at), measure);
    return x;
  };
  for (const piece of line.pieces) places.push({ start: to(piece.start), end: to(piece.end) });
  return places;
}
