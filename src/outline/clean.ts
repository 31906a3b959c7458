/** Stretches of the document made into the text of a paragraph. */
import { isDigit, isSpace } from '../text/chars.ts';
import type { Document } from '../text/document.ts';
import type { Paragraph } from '../text/paragraph.ts';

export interface Stretch {
  start: number;
  end: number;
}

/** A paragraph with its folded text, index for index. */
export interface Cleaned extends Paragraph {
  folded: string;
}

/** Elements that an array is made with at most. */
const MOST_ROOM = 8192;

/**
 * Joins stretches to one paragraph. Blanks go, hard wraps among them, except a single one between Latin words or numbers;
 * that one stands for whatever parted them in the source, and its offset is that of the first blank.
 */
export function joinStretches(document: Document, stretches: readonly Stretch[]): Cleaned {
  const { text, folded } = document;
  let most = stretches.length;
  for (const { start, end } of stretches) most += end - start;
  // With all its room from the start an array has not to grow; a very large one would be no array any more.
  const offsets: number[] = most <= MOST_ROOM ? new Array<number>(most) : [];
  let size = 0;
  let joined = '';
  let joinedFolded = '';
  let before = -1;
  let blankAt = -1;
  let reached = -1;
  for (const { start, end } of stretches) {
    // Stretches that touch (1. and the sentence behind it) are parted by nothing.
    if (before >= 0 && blankAt < 0 && start > reached) blankAt = start - 1;
    reached = end;
    let run = start;
    for (let i = start; i <= end; i++) {
      if (i < end && !isSpace(folded.charCodeAt(i))) continue;
      if (i > run) {
        if (blankAt >= 0 && before >= 0 && keepsBlank(before, text.charCodeAt(run))) {
          joined += ' ';
          joinedFolded += ' ';
          offsets[size++] = blankAt;
        }
        joined += text.slice(run, i);
        joinedFolded += folded.slice(run, i);
        for (let k = run; k < i; k++) offsets[size++] = k;
        before = text.charCodeAt(i - 1);
        blankAt = -1;
      }
      if (i < end && blankAt < 0 && !isInvisible(text.charCodeAt(i))) blankAt = i;
      run = i + 1;
    }
  }
  offsets.length = size;
  return { text: joined, folded: joinedFolded, offsets };
}

/** Characters without width, and controls: they part no words. */
function isInvisible(code: number): boolean {
  return code < 9 || (code > 13 && code < 32) || code === 0xad || (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e)
    || (code >= 0x2060 && code <= 0x2064) || code === 0xfeff || code === 0xfffc || (code >= 0x7f && code < 0xa0);
}

function keepsBlank(before: number, after: number): boolean {
  if (isLetter(before) || isDigit(before)) return isLetter(after) || isDigit(after);
  return isPoint(before) && isLetter(after);
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code <= 0x24f);
}

/** . , ; : ! ? ) */
function isPoint(code: number): boolean {
  return code === 46 || code === 44 || code === 59 || code === 58 || code === 33 || code === 63 || code === 41;
}

/** A part of a paragraph, its offsets with it. */
export function slicePart(paragraph: Cleaned, start: number, end: number): Cleaned {
  let from = start;
  let to = end;
  while (from < to && paragraph.text.charCodeAt(from) === 0x20) from++;
  while (to > from && paragraph.text.charCodeAt(to - 1) === 0x20) to--;
  if (from === 0 && to === paragraph.text.length) return paragraph;
  return { text: paragraph.text.slice(from, to), folded: paragraph.folded.slice(from, to), offsets: paragraph.offsets.slice(from, to) };
}
