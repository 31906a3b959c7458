/** Ruled tables with their text, joined over page breaks. */
import { fold } from '../../text/fold.ts';
import type { PlacedTable, PlacedText } from '../placed-table.ts';
import type { RuledTable } from './cells.ts';
import { textOf, toLines, type TextLine } from './text-lines.ts';
import type { Word } from './words.ts';

export interface TableCell extends PlacedText {
  /** Whether the last line of print fills the cell, so that the text may go on. */
  full: boolean;
}

/** A table that may have come from several pages; places are points across, rows are counted from 0. */
export interface FilledTable extends PlacedTable {
  left: number;
  right: number;
  cells: TableCell[];
}

/** Padding of a cell and what a line may fall short of its width, in sizes of the font. */
const SHORT_BY = 1.6;
/** The same where Chinese text goes on: a mark that may not begin a line takes the character before it along. */
const SHORT_BY_MARK = 3.6;
const SAME_SIDE = 6;

/** Puts words into the cells of a table. @returns the table, and the words that stand in none of them */
export function fillTable(table: RuledTable, words: readonly Word[]): { table: FilledTable; rest: Word[] } {
  const inside: Word[][] = table.cells.map(() => []);
  const rest: Word[] = [];
  for (const word of words) {
    const x = (word.left + word.right) / 2;
    const y = word.y - 0.35 * word.size;
    const index = x < table.left || x > table.right || y < table.top || y > table.bottom
      ? -1
      : table.cells.findIndex((cell) => x >= cell.left && x <= cell.right && y >= cell.top && y <= cell.bottom);
    if (index === -1) rest.push(word);
    else inside[index]!.push(word);
  }
  const cells = table.cells.map((cell, index): TableCell => {
    const lines = toLines(inside[index]!, true);
    const last = lines.at(-1);
    return {
      left: cell.left, right: cell.right, row: cell.row, endRow: cell.endRow,
      text: joinLines(lines, cell.right - cell.left),
      full: last !== undefined && fills(last, cell.right - cell.left),
    };
  });
  return { table: { left: table.left, right: table.right, rows: table.rows, cells }, rest };
}

function fills(line: TextLine, width: number, shortBy = SHORT_BY): boolean {
  return line.right - line.left + shortBy * line.size >= width;
}

/**
 * The lines of a cell. Where a line fills its cell, the next goes on without a break: words and numbers are broken anywhere in a narrow
 * column. A short one ends where its author ended it.
 */
function joinLines(lines: readonly TextLine[], width: number): string {
  let text = '';
  lines.forEach((line, index) => {
    const next = textOf(line).replace(/\s+/g, ' ');
    const previous = lines[index - 1];
    const chinese = text !== '' && !isLatin(text.at(-1)!) && !isLatin(next.charAt(0));
    text += previous !== undefined && !fills(previous, width, chinese ? SHORT_BY_MARK : SHORT_BY) ? `\n${next}` : next;
  });
  return text;
}

function isLatin(char: string): boolean {
  return char.charCodeAt(0) < 0x2e80;
}

/** Whether `next`, at the head of a page, goes on with the table at the foot of the page before. */
export function goesOn(table: FilledTable, next: FilledTable): boolean {
  return Math.abs(table.left - next.left) <= SAME_SIDE && Math.abs(table.right - next.right) <= SAME_SIDE;
}

/** Joins the part of a table on the next page to it. A row that the page break cuts is made one again. */
export function joinTables(table: FilledTable, next: FilledTable): FilledTable {
  const cells = table.cells.map((cell) => ({ ...cell }));
  const shift = cutRow(table, next) ? table.rows - 1 : table.rows;
  for (const cell of next.cells) {
    const above = shift < table.rows && cell.row === 0
      ? cells.find((other) => other.endRow === table.rows && sameColumns(other, cell))
      : undefined;
    if (above !== undefined) {
      above.text += cell.text;
      above.endRow = Math.max(above.endRow, cell.endRow + shift);
    } else cells.push({ ...cell, row: cell.row + shift, endRow: cell.endRow + shift });
  }
  return { left: table.left, right: table.right, rows: shift + next.rows, cells };
}

function sameColumns(a: TableCell, b: TableCell): boolean {
  return Math.abs(a.left - b.left) <= SAME_SIDE && Math.abs(a.right - b.right) <= SAME_SIDE;
}

/** What a row's label begins with where it begins: （一）, 1., 二、, 第. */
const ENUMERATOR = /^[(（]?(?:[一二三四五六七八九十]+|\d+)[)）、.．]|^第/;

/**
 * Whether the first row of `next` is the rest of the last row of `table`: the same cells, its text only where a cell above
 * is filled to the brim, and no label that begins anew.
 */
function cutRow(table: FilledTable, next: FilledTable): boolean {
  const first = next.cells.filter((cell) => cell.row === 0);
  const last = table.cells.filter((cell) => cell.endRow === table.rows);
  const texts = first.filter((cell) => cell.text !== '');
  if (texts.length === 0 || texts.length > 2 || texts.length === first.length) return false;
  if (!first.every((cell) => last.some((other) => sameColumns(other, cell)))) return false;
  return texts.every((cell) => {
    const above = last.find((other) => sameColumns(other, cell))!;
    return above.full && above.text !== '' && !ENUMERATOR.test(fold(cell.text)) && !/^[\d\s.]+$/.test(cell.text);
  }) && last.some((cell) => /^\d/.test(cell.text) && first.some((other) => other.text === '' && sameColumns(cell, other)));
}
