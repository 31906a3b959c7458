/**
 * Where cells stand in a rendered text. A renderer treats a mark as a part of the text that takes no room: a character of a
 * private plane before a value or a label, with its number. Marks are taken out of the text before anything reads it.
 */
import type { Cell, Row } from '../model/types.ts';

export interface Marks {
  cells: Cell[];
  rows: Row[];
}

const CELL_BASE = 0xf0000;
const ROW_BASE = 0x100000;
const ANY = /[\u{f0000}-\u{10fffd}]/gu;

export const createMarks = (): Marks => ({ cells: [], rows: [] });

export function valueMark(marks: Marks, cell: Cell): string {
  return String.fromCodePoint(CELL_BASE + marks.cells.push(cell) - 1);
}

export function labelMark(marks: Marks, row: Row): string {
  return String.fromCodePoint(ROW_BASE + marks.rows.push(row) - 1);
}

export const isMark = (char: string): boolean => (char.codePointAt(0) ?? 0) >= CELL_BASE;
export const unmarked = (text: string): string => text.replace(ANY, '');

/** The cells whose marks stand in a piece of text. */
export function cellsIn(marks: Marks, text: string): Cell[] {
  return Array.from(text).filter((char) => isMark(char) && char.codePointAt(0)! < ROW_BASE).map((char) => marks.cells[char.codePointAt(0)! - CELL_BASE]!);
}

export function rowsIn(marks: Marks, text: string): Row[] {
  return Array.from(text).filter((char) => char.codePointAt(0)! >= ROW_BASE).map((char) => marks.rows[char.codePointAt(0)! - ROW_BASE]!);
}

export interface Place {
  start: number;
  end: number;
}

/** Where the cells with an address stand, in offsets of the text without marks. */
export function placesOf(marks: Marks, marked: string): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  let offset = 0;
  for (const char of marked) {
    const code = char.codePointAt(0)!;
    if (code < CELL_BASE) offset += char.length;
    else if (code < ROW_BASE) {
      const { key, text } = marks.cells[code - CELL_BASE]!;
      if (key !== null) places.set(key, [...(places.get(key) ?? []), { start: offset, end: offset + text.length }]);
    }
  }
  return places;
}

/** Columns on a terminal: marks none, Chinese characters two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width;
}

export function charWidth(char: string): number {
  const code = char.codePointAt(0)!;
  if (code >= CELL_BASE) return 0;
  return (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60) || (code >= 0xffe0 && code <= 0xffe6) || (code >= 0x20000 && code <= 0x3fffd) ? 2 : 1;
}

/** Length in characters, marks left out. */
export const lengthOf = (text: string): number => unmarked(text).length;

export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** Breaks a text into lines of at most `width` columns; a number is not broken. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of text.match(/[\u{f0000}-\u{10fffd}]*[+\-]?[\d.,]+|[\s\S]/gu) ?? ['']) {
    const size = widthOf(piece);
    if (used + size > width && used > 0) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += piece;
    used += size;
  }
  lines.push(line);
  return lines;
}
