/**
 * The text every stage works on. `folded` has the same length as `text`, so that an offset found in one is an offset in
 * the other; offsets are the only positions stored, lines and columns are made from them at the end.
 */
import { fold } from './fold.ts';

/** One line of the text, without its line break. Offsets are UTF-16 units into `Document.text`. */
export interface Line {
  /** 1-based. */
  number: number;
  start: number;
  /** Offset after the last character, before the line break. */
  end: number;
}

/** A 1-based place in the source. */
export interface Place {
  line: number;
  column: number;
}

export interface Document {
  /** The decoded text, exactly as it stands in the file (or as a format reader rendered it). */
  text: string;
  /** `text` folded for matching: half width, simplified characters, markers blanked. Same length. */
  folded: string;
  lines: readonly Line[];
}

/** Splits at LF, CR and CRLF, the breaks that editors count; form feeds and their like stand inside a line. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c !== 10 && c !== 13) continue;
    lines.push({ number: lines.length + 1, start, end: i });
    if (c === 13 && text.charCodeAt(i + 1) === 10) i++;
    start = i + 1;
  }
  lines.push({ number: lines.length + 1, start, end: text.length });
  return lines;
}

export function createDocument(text: string): Document {
  return { text, folded: fold(text), lines: splitLines(text) };
}

/** Index into `lines` of the line that holds `offset`. */
export function lineIndexAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The 1-based line and column of an offset. */
export function placeOf(document: Document, offset: number): Place {
  const line = document.lines[lineIndexAt(document.lines, offset)]!;
  return { line: line.number, column: offset - line.start + 1 };
}
