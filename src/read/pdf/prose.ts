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

/** Runs of lines that show columns: `[from, to)` indices. */
export function columnarRuns(lines: readonly TextLine[]): [number, number][] {
  const runs: [number, number][] = [];
  for (let i = 0; i < lines.length;) {
    let end = i;
    while (end < lines.length && fieldsOf(lines[end]!).length > 1) end++;
    if (end - i >= MIN_TABLE_LINES) runs.push([i, end]);
    i = Math.max(end, i + 1);
  }
  return runs;
}

/** Fields of each line by column. A column is where fields of the run overlap; one that reaches over several is put in the first. */
export function columnar(lines: readonly TextLine[]): string[][] {
  const rows = lines.map(fieldsOf);
  const narrow = rows.flat().sort((a, b) => a.right - a.left - (b.right - b.left));
  const columns: { left: number; right: number }[] = [];
  for (const field of narrow) {
    const hit = columns.filter((column) => field.left < column.right && field.right > column.left);
    if (hit.length === 0) columns.push({ left: field.left, right: field.right });
    else if (hit.length === 1) {
      hit[0]!.left = Math.min(hit[0]!.left, field.left);
      hit[0]!.right = Math.max(hit[0]!.right, field.right);
    }
  }
  columns.sort((a, b) => a.left - b.left);
  return rows.map((fields) => {
    const row = columns.map(() => '');
    for (const field of fields) {
      const index = Math.max(0, columns.findIndex((column) => field.left < column.right && field.right > column.left));
      row[index] = row[index] === '' ? textOf(field) : `${row[index]!} ${textOf(field)}`;
    }
    return row;
  });
}
