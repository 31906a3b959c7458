/** The content of a cell as it is put together from pieces of the text. */
import type { GridCell, Range } from './grid.ts';

/** What a cell prints and where. */
export type Printed = Pick<GridCell, 'start' | 'end' | 'text' | 'pieces'>;

/** A blank of any kind, also those that take no room. */
export function isBlank(code: number): boolean {
  // Nearly all that stands in a cell is ASCII or Chinese.
  if ((code > 32 && code < 0x7f) || (code > 0x3000 && code < 0xfeff)) return false;
  return code <= 32 || code === 0xa0 || code === 0x3000 || code === 0xad || (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) || (code >= 0x205f && code <= 0x2064) || code === 0xfeff || (code >= 0x7f && code < 0xa0);
}

/** The stretch without the blanks around it; empty at its start where there is nothing else. */
export function trimRange(text: string, start: number, end: number): Range {
  let from = start;
  let to = end;
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  if (from === to) return { start, end: start };
  while (isBlank(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

export class Content {
  private readonly lines: string[] = [];
  private readonly pieces: Range[] = [];
  private line = '';
  private from = -1;
  private to = -1;
  private dropped: Range | null = null;

  /** Adds what `text` prints, which stands at `start` to `end` of the source (as it is, or resolved from there). */
  add(text: string, start: number, end: number): void {
    let first = 0;
    let last = text.length;
    while (first < last && isBlank(text.charCodeAt(first))) first++;
    if (first < last) {
      while (isBlank(text.charCodeAt(last - 1))) last--;
      const verbatim = text.length === end - start;
      if (this.from < 0) this.from = verbatim ? start + first : start;
      this.to = verbatim ? start + last : end;
    }
    this.line += text;
  }

  /** Ends the line. */
  break(): void {
    const { start, end } = trimRange(this.line, 0, this.line.length);
    if (end > start) {
      this.lines.push(this.line.slice(start, end));
      this.pieces.push({ start: this.from, end: this.to });
    }
    this.line = '';
    this.from = -1;
    this.to = -1;
  }

  /** Notes text that is struck, hidden or superscript: it is not printed, but its cell is not empty. */
  drop(start: number, end: number): void {
    this.dropped = { start: this.dropped?.start ?? start, end };
  }

  /** @param at where an empty cell would stand */
  finish(at: number): Printed {
    this.break();
    const first = this.pieces[0];
    if (first === undefined) return this.dropped === null ? { start: at, end: at, text: '' } : { ...this.dropped, text: '' };
    const printed: Printed = { start: first.start, end: this.pieces.at(-1)!.end, text: this.lines.join('\n') };
    if (this.pieces.length > 1) printed.pieces = this.pieces;
    return printed;
  }
}
