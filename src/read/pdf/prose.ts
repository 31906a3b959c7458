/** Lines of print outside ruled tables: paragraphs whole again, tables without lines by the places of their fields. */
import { fold } from '../../text/fold.ts';
import { fieldsOf, textOf, type TextLine } from './text-lines.ts';

/** The left and right edge of the body text of a page. */
export interface Margins {
  left: number;
  right: number;
}

export interface ProseLine {
  text: string;
  /** Whether the next line goes on with it: it reaches the right margin. */
  full: boolean;
  /** Whether it begins at the left margin, without an indent. */
  flush: boolean;
  size: number;
  y: number;
}

/** A line that ends this near to the right margin (in sizes of the font) is full: punctuation hangs, Latin words wrap early. */
const NEAR_RIGHT = 1.8;
const NEAR_LEFT = 0.9;
const SENTENCE_END = /[。！？；：.!?;:]$/;
/** 一、 (一) 1. 第一: a heading that stands at the margin after a line that happens to be full. */
const HEADING_START = /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d{1,2}[.、](?!\d)|第[一二三四五六七八九十]+)/;
/** Lines of one paragraph are no further apart, in sizes of the font. */
const PITCH = 2.6;
/** A table without ruling lines has so many lines in a row that show columns. */
const MIN_TABLE_LINES = 3;

/** The margins of body text: where the long lines of the page begin and end. `null` where there are too few. */
export function marginsOf(lines: readonly TextLine[]): Margins | null {
  const long = lines.filter((line) => line.words.reduce((sum, word) => sum + word.text.length, 0) >= 20);
  if (long.length === 0) return null;
  return { left: Math.min(...long.map((line) => line.left)), right: Math.max(...long.map((line) => line.right)) };
}

export function toProse(line: TextLine, margins: Margins | null): ProseLine {
  return {
    text: textOf(line),
    full: margins !== null && line.right >= margins.right - NEAR_RIGHT * line.size,
    flush: margins !== null && line.left <= margins.left + NEAR_LEFT * line.size,
    size: line.size,
    y: line.y,
  };
}

/** Whether `next` goes on with the paragraph of `line`; across a page break the distance says nothing. */
export function continues(line: ProseLine, next: ProseLine, samePage: boolean): boolean {
  if (!line.full || !next.flush || line.text.includes('\t') || next.text.includes('\t')) return false;
  if (SENTENCE_END.test(line.text) && HEADING_START.test(fold(next.text))) return false;
  if (Math.abs(line.size - next.size) > 0.15 * line.size) return false;
  return !samePage || next.y - line.y <= PITCH * line.size;
}

/** Joins a paragraph's lines; only Latin words are parted by the break. */
export function glue(text: string, next: string): string {
  return /[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(next) ? `${text} ${next}` : text + next;
}

/** Lines with one field that may stand between two with columns: labels wrapped, titles of parts. */
const MOST_BETWEEN = 10;
/** Running text has longer lines. */
const LONG_LINE = 34;

/** Runs of lines that show columns: `[from, to)` indices. */
export function columnarRuns(lines: readonly TextLine[]): [number, number][] {
  const runs: [number, number][] = [];
  for (let i = 0; i < lines.length;) {
    let end = i;
    let shown = 0;
    for (let next = i; next < lines.length && next - end <= MOST_BETWEEN; next++) {
      if (fieldsOf(lines[next]!).length < 2) {
        if (next === i || textOf(lines[next]!).length > LONG_LINE) break;
        continue;
      }
      end = next + 1;
      shown++;
    }
    if (shown >= MIN_TABLE_LINES) runs.push([i, end]);
    i = Math.max(end, i + 1);
  }
  return runs;
}

/** Half the width of a Chinese character, the column of a terminal, is so much of the font's size. */
const COLUMN = 0.5;

/** The lines with their fields where they stand on the page, laid out by spaces as on a terminal. */
export function laidOut(lines: readonly TextLine[]): string[] {
  const sizes = lines.map((line) => line.size).sort((a, b) => a - b);
  const unit = COLUMN * (sizes[sizes.length >> 1] ?? 1);
  const left = Math.min(...lines.map((line) => line.left));
  return lines.map((line) => {
    let text = '';
    let width = 0;
    for (const field of fieldsOf(line)) {
      const at = Math.max(width === 0 ? 0 : width + 2, Math.round((field.left - left) / unit));
      const own = textOf(field);
      text += ' '.repeat(at - width) + own;
      width = at;
      for (let i = 0; i < own.length; i++) width += own.charCodeAt(i) >= 0x2e80 ? 2 : 1;
    }
    return text;
  });
}
