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
  /** Whether values stand behind a label or each other, the last at the end of the line. */
  valued: boolean;
  empty: boolean;
}

/** Longer lines are no columns of spaces. */
const LONGEST = 600;
const LONGEST_UNIT = 2;

/** Whether something like a value stands behind a blank that stands behind something. */
export function mayHoldValue(text: string, line: SourceLine): boolean {
  if (line.end - line.start > LONGEST) return false;
  let inside = false;
  let blank = false;
  for (let i = line.start; i < line.end; i++) {
    const code = text.charCodeAt(i);
    if (isBlank(code)) blank = inside;
    else {
      // Letters of any kind but N (None, NaN) and those of nothing begin no value.
      if (blank && (code < 0x41 || code === 0x4e || code === 0x6e || (code >= 0x2010 && code < 0x2e80) || code === 0x65e0 || code === 0x96f6 || code >= 0xff00)) return true;
      blank = false;
      inside = true;
    }
  }
  return false;
}

/** Parts a line at two blanks or more, and at a single one beside a value. */
export function piecesOf(text: string, line: SourceLine): PieceLine {
  const pieces: Piece[] = [];
  let spread = false;
  let last: Piece | null = null;
  for (let i = line.end - line.start <= LONGEST ? line.start : line.end; i < line.end;) {
    while (i < line.end && isBlank(text.charCodeAt(i))) i++;
    const start = i;
    while (i < line.end && !isBlank(text.charCodeAt(i))) i++;
    if (i === start) break;
    const value = isValue(text.slice(start, i));
    const parted = last === null || room(text, last.end, start) >= 2;
    if (parted && last !== null) spread = true;
    if (!parted && !value && last !== null && !last.value) last.end = i;
    else pieces.push((last = { start, end: i, value }));
  }
  const values = pieces.filter((piece) => piece.value).length;
  return {
    ...line, pieces, spread, empty: pieces.length === 0 && line.end - line.start <= LONGEST,
    valued: values > 0 && pieces.length > 1 && endsInValue(pieces),
  };
}

/** Whether the last piece is a value, or the unit of one: `12 件`. */
function endsInValue(pieces: readonly Piece[]): boolean {
  const last = pieces.at(-1)!;
  return last.value || (last.end - last.start <= LONGEST_UNIT && pieces.at(-2)!.value);
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
