/** A line of the source with a caret under a place in it, cut to the width of the terminal. */
import { fold } from '../../text/fold.ts';
import { readNumeral } from '../../text/numerals.ts';
import { blanked } from '../terminal/escape.ts';
import { displayWidth } from '../terminal/display-width.ts';

export interface Excerpt {
  /** The line or the stretch of it around the place; tabs and control characters as spaces. */
  before: string;
  marked: string;
  after: string;
}

const CUT = '…';

/** Length of what stands at a 1-based column: a number with its sign and separators, else one character. */
export function markedLength(line: string, column: number): number {
  const at = column - 1;
  const rest = fold(line.slice(at, at + 40));
  const sign = /^[+-]/.test(rest) ? 1 : 0;
  const numeral = readNumeral(rest, sign);
  if (numeral !== null) return numeral.end;
  return Math.max(1, (line.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}

/** The longest head (`from` left) or tail of `text` that takes at most `width` places. */
function fit(text: string, width: number, side: 'head' | 'tail'): string {
  const chars = Array.from(text);
  let used = 0;
  let taken = 0;
  while (taken < chars.length) {
    const char = side === 'head' ? chars[taken]! : chars[chars.length - 1 - taken]!;
    const next = used + displayWidth(char);
    if (next > width) break;
    used = next;
    taken++;
  }
  return side === 'head' ? chars.slice(0, taken).join('') : taken === 0 ? '' : chars.slice(-taken).join('');
}

/**
 * Cuts `line` to `width` places around the 1-based `column`. Reads only the neighbourhood of the place, so that a megabyte on
 * one line costs no more than a short one.
 */
export function excerpt(line: string, column: number, width: number, length = markedLength(line, column)): Excerpt {
  const at = Math.min(column - 1, line.length);
  const reach = Math.max(width, 20);
  const head = blanked(line.slice(Math.max(0, at - reach), at));
  const marked = fit(blanked(line.slice(at, at + length)), Math.max(1, width - 2), 'head');
  const tail = blanked(line.slice(at + length, at + length + reach));
  const cutHead = at > reach;
  const cutTail = at + length + reach < line.length;
  const free = Math.max(0, width - displayWidth(marked));
  const [headWidth, tailWidth] = [displayWidth(head), displayWidth(tail)];
  if (!cutHead && !cutTail && headWidth + tailWidth <= free) return { before: head, marked, after: tail };
  // Two thirds of the room go to what stands before the place: the label of the row.
  const room = Math.max(0, free - 2 * CUT.length);
  const before = fit(head, Math.max(Math.floor((room * 2) / 3), room - tailWidth), 'tail');
  const after = fit(tail, room - displayWidth(before), 'head');
  return {
    before: before.length < head.length || cutHead ? CUT + before : before,
    marked,
    after: after.length < tail.length || cutTail ? after + CUT : after,
  };
}

/** The excerpt and the line of carets below it, each behind `gutter` and its blank. */
export function excerptLines(found: Excerpt, gutter: string, mark: (text: string) => string = (text) => text): [string, string] {
  const carets = '^'.repeat(Math.max(1, displayWidth(found.marked)));
  return [
    `${gutter}${found.before}${mark(found.marked)}${found.after}`.trimEnd(),
    `${' '.repeat(displayWidth(gutter) - 2)}| ${' '.repeat(displayWidth(found.before))}${mark(carets)}`,
  ];
}

/** Breaks a sentence into lines of at most `width` places: at blanks in English, between any two characters in Chinese. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of text.match(/(?:[\u0021-\u2e7f]+|[^ ])[，。：；、）”]*| /gu) ?? []) {
    const places = displayWidth(piece);
    if (used + places > width && line !== '') {
      lines.push(line.trimEnd());
      line = piece === ' ' ? '' : piece;
      used = piece === ' ' ? 0 : places;
      continue;
    }
    line += piece;
    used += places;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
