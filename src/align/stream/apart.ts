/**
 * Labels and values printed apart: pdftotext without -layout prints a column of labels here and blocks of values there, row by row
 * or column by column, before the labels or behind them. Blocks are given to their rows only where the rows' own sums, of numbers
 * over zero, bear it out; where labels and values stand apart at all, nothing else is certain either.
 */
import { sumsHold, type ColumnRule, type RowSum } from '../../forms/sums.ts';
import { orderOf } from '../labels.ts';
import type { Item } from './items.ts';
import type { StreamRow } from './rows.ts';

/**
 * @param before values right before the first label
 * @param widths number of columns, and sums by printed place, of each row
 * @returns the rows with the cells that are theirs; those in doubt are marked
 */
export function joinApart(rows: readonly StreamRow[], before: readonly Item[], widths: readonly number[], sums: readonly (readonly RowSum[])[]): StreamRow[] {
  const over = rows.filter(({ cells }, i) => cells.filter((cell) => cell.kind === 'value').length > widths[i]! && cells.every((cell) => cell.kind !== 'value' || !cell.glued)).length;
  const empty = rows.filter((row) => row.cells.length === 0).length;
  const leads = before.length > 0 && before.length % widths[0]! === 0 && rows[0]!.cells.length === 0;
  if ((over === 0 && !leads) || empty === 0) return [...rows];
  const doubted = doubt(rows, widths);
  const joined = [...doubted];
  const width = widths[0]!;
  if (width < 2 || widths.some((each) => each !== width)) return doubted;
  /** Give rows `from` to `to` (out) the cells of a block. */
  const give = (from: number, to: number, cells: readonly Item[]): boolean => {
    const laid = layBlock(cells, to - from, width, sums.slice(from, to));
    laid?.forEach((own, i) => { joined[from + i] = { ...joined[from + i]!, cells: own, doubt: false }; });
    return laid !== null;
  };
  let next = 0;
  let own = before;
  for (let at = -1; ;) {
    if (at >= 0) own = rows[at]!.cells;
    // Labels since the last block belong to the values behind them; what is left, to the labels that follow, the next with values among them.
    const labels = at + 1 - next;
    const following = nextFilled(rows, at + 1);
    const behind = own.length / width - labels;
    if (!Number.isInteger(behind) || behind < 0 || at + 1 + behind > Math.min(rows.length, following + 1)) return doubted;
    if (labels > 0) give(next, next + labels, own.slice(0, labels * width));
    if (behind > 0) give(at + 1, at + 1 + behind, own.slice(labels * width));
    next = at + 1 + behind;
    if (following >= rows.length) break;
    at = following;
  }
  return next === rows.length ? joined : doubted;
}

/** Rows of which more than this share do not hold as many values as there are columns tell nothing of one another. */
const MOST_TORN = 0.2;

/** Marks the rows to which a value parted from its label may belong: all, or those near the few that are torn. */
function doubt(rows: readonly StreamRow[], widths: readonly number[]): StreamRow[] {
  const torn = rows.map((row, i) => row.cells.length !== widths[i]!);
  const all = torn.filter((each) => each).length > MOST_TORN * rows.length;
  return rows.map((row, i) => (all || torn[i] === true || torn[i - 1] === true || torn[i + 1] === true ? { ...row, doubt: true } : row));
}

function nextFilled(rows: readonly StreamRow[], from: number): number {
  let at = from;
  while (at < rows.length && rows[at]!.cells.length === 0) at++;
  return at;
}

/** The cells of a block by row; `null` where its sums do not tell how they run. */
function layBlock(cells: readonly Item[], count: number, width: number, sums: readonly (readonly RowSum[])[]): Item[][] | null {
  const byRow = Array.from({ length: count }, (_, row) => cells.slice(row * width, (row + 1) * width));
  if (count === 1) return isBorne(byRow, sums) ? byRow : null;
  const byColumn = Array.from({ length: count }, (_, row) => Array.from({ length: width }, (_each, column) => cells[column * count + row]!));
  // Zeros are the same either way; line breaks tell where each stands.
  const runs = (size: number): boolean => cells.every((cell, i) => i === 0 || (cell.breaks > 1) === (i % size === 0));
  if (cells.every((cell) => cell.content.value === 0)) return runs(count) ? byColumn : byRow;
  const fits = [byRow, byColumn].filter((rows) => isBorne(rows, sums));
  return fits.length === 1 ? fits[0]! : null;
}

/** No sum fails, and one of numbers over zero holds; or all are zeros. */
function isBorne(rows: readonly (readonly Item[])[], sums: readonly (readonly RowSum[])[]): boolean {
  const outcomes = rows.map((cells, i) => sumsHold(sums[i]!, cells.map((cell) => cell.content.value)));
  if (outcomes.includes(false)) return false;
  return outcomes.includes(true) || rows.every((cells) => cells.every((cell) => cell.content.value === 0));
}

/** Rows without a value before a table's values count as parted from them. */
const ENOUGH_EMPTY = 3;

/** Some rows hold more values than there are columns while others hold none. */
export function isApart(rows: readonly StreamRow[], width: number): boolean {
  return width > 1 && rows.some((row) => row.cells.length > width) && rows.filter((row) => row.cells.length === 0).length >= ENOUGH_EMPTY;
}

/**
 * A whole table whose values stand anywhere among its labels, in blocks of one column each, or of one row: as many rows as labels, in the
 * form's order, with every sum of every row and of every column kept, or nothing.
 *
 * @param codes of the rows
 * @param width number of columns, in the form's order; `sums` are those of each row
 */
export function tableApart(items: readonly Item[], from: number, to: number, rows: readonly StreamRow[], codes: readonly string[], width: number, sums: readonly RowSum[], rules: readonly ColumnRule[]): StreamRow[] | null {
  if (new Set(codes).size < codes.length) return null;
  const order = rows.map((_, i) => i).sort((a, b) => orderOf(rows[a]!.bound.target) - orderOf(rows[b]!.bound.target));
  const read: Item[][] = [];
  const blocks = blocksOf(items, from, to);
  for (let i = 0; i < blocks.length; i += width) {
    const own = blocks.slice(i, i + width);
    if (own.length < width || own.some((block) => block.length !== own[0]!.length)) return null;
    own[0]!.forEach((_, row) => read.push(own.map((block) => block[row]!)));
  }
  if (read.length !== rows.length || read.flat().some((cell) => cell.glued || cell.content.status === 'unreadable')) return null;
  if (!isBorne(read, read.map(() => sums)) || !read.flat().some((cell) => (cell.content.value ?? 0) !== 0)) return null;
  const byCode = new Map(order.map((i, at) => [codes[i]!, read[at]!]));
  const sum = (own: readonly string[], column: number): number => own.reduce((total, code) => total + (byCode.get(code)?.[column]?.content.value ?? 0), 0);
  if (rules.length === 0 || rules.some(({ parts, wholes }) => Array.from({ length: width }, (_, column) => column).some((column) => sum(parts, column) !== sum(wholes, column)))) return null;
  return rows.map((row, i) => ({ ...row, cells: read[order.indexOf(i)]!, heads: null, doubt: false }));
}

/** Values on neighbouring lines, one a line; an empty line, or anything else, ends a block. */
function blocksOf(items: readonly Item[], from: number, to: number): Item[][] {
  const blocks: Item[][] = [];
  let last = -2;
  for (let i = from; i < to; i++) {
    const item = items[i]!;
    if (item.kind !== 'value') continue;
    if (i === last + 1 && item.breaks === 1) blocks.at(-1)!.push(item);
    else blocks.push([item]);
    last = i;
  }
  return blocks;
}
