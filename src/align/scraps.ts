/**
 * Rows of a table that was recognised from an image, where most labels and numbers are misread: a line counts where its numbers prove each
 * other (the last is the sum of those before it) and its label, on the line or around it, is likest to a row that is due there.
 */
import type { Block, Form, FormTable } from '../forms/form.ts';
import { rowSums, type RowSum } from '../forms/sums.ts';
import type { Range } from '../grid/grid.ts';
import { isSeparator } from '../text/chars.ts';
import type { Document, Line } from '../text/document.ts';
import { blankReading, contentOf, type Reading } from '../text/reading.ts';
import type { AlignedRow, Placement } from './aligned.ts';
import { likeness, splitLabel } from './labels.ts';
import { spread } from './spread.ts';

/** A line whose numbers prove each other. */
interface SumLine {
  line: number;
  /** Chinese characters of what its label may be, piece by piece: on the line, and with the lines around it. */
  labels: string[][];
  ordinal: number;
  values: Reading[];
}

/** More lines that add up are no scraps. */
const MOST_LINES = 200;
const MOST_WAYS = 3000;
const LONGEST_LINE = 200;
/** Two equal numbers prove each other only where both are of two digits at least. */
const PROVING = 10;
/** A label must be this like its row's, less where it is a piece of it, and better than any other row by this much. */
const LIKE = 0.6;
const PIECE = 0.8;
const SHORTEST_PIECE = 5;
const SHORTEST_LABEL = 4;
const CLEAR = 0.15;
/** Copies of streams are numbered below it. */
const COPY = 2_000_000;

/**
 * @param covered ranges that other tables hold, by rising start
 * @param known codes of the rows that are read already
 */
export function alignScraps(document: Document, form: Form, table: FormTable, covered: readonly Range[], known: ReadonlySet<string>): AlignedRow[] {
  const [block] = table.blocks;
  if (block === undefined || table.blocks.length > 1) return [];
  const order = block.columns.flatMap((column, index) => (column.optional === true ? [] : [index]));
  const sums = rowSums(form, table, block, block.rows.find((row) => row.heading !== true)!, order);
  const whole = sums.find((sum) => sum.whole === order.at(-1) && sum.parts.length === order.length - 1);
  if (whole === undefined) return [];
  const lines = sumLines(document, covered, order.length);
  if (lines.length > MOST_LINES) return [];
  const rows: AlignedRow[] = [];
  let last = -1;
  for (const line of lines) {
    const at = rowOf(line, block, last, known);
    if (at < 0) continue;
    last = at;
    const { key } = splitLabel(block.rows[at]!.label);
    rows.push(alignedRow(document, table, at, line, order, whole, line.labels.some((pieces) => pieces.join('') === key)));
  }
  return rows;
}

/** The row that the label of a line is likest to, behind the row before it; -1 where none is, or more than one. */
function rowOf({ labels, ordinal }: SumLine, block: Block, last: number, known: ReadonlySet<string>): number {
  let best = -1;
  let most = 0;
  let second = 0;
  block.rows.forEach((row, index) => {
    if (row.heading === true) return;
    const label = splitLabel(row.label);
    const like = Math.max(...labels.map((pieces) => likenessTo(pieces, label.key))) + (ordinal > 0 && ordinal === label.ordinal ? CLEAR : 0);
    if (like > most) [best, most, second] = [index, like, most];
    else second = Math.max(second, like);
  });
  if (best <= last || most < LIKE || most - second < CLEAR || known.has(block.rows[best]!.code)) return -1;
  return best;
}

/** @param pieces each of which must be of the label, too */
function likenessTo(pieces: readonly string[], label: string): number {
  const key = pieces.join('');
  if (pieces.some((piece) => heldBy(piece, label) < LIKE)) return 0;
  const like = likeness(key, label);
  if (key.length < SHORTEST_PIECE || key.length >= label.length) return like;
  const held = heldBy(key, label);
  return held >= PIECE ? Math.max(like, held * PIECE) : like;
}

/** Share of a piece's characters that the label has in their order. */
function heldBy(piece: string, label: string): number {
  return (likeness(piece, label) * (piece.length + label.length)) / (2 * piece.length);
}

/** Lines whose last number is the sum of those before it. */
function sumLines(document: Document, covered: readonly Range[], width: number): SumLine[] {
  const found: SumLine[] = [];
  const { lines, folded } = document;
  let next = 0;
  lines.forEach((line, index) => {
    while (next < covered.length && covered[next]!.end <= line.start) next++;
    if (covered[next] !== undefined && covered[next]!.start < line.end) return;
    if (line.end - line.start > LONGEST_LINE || found.length > MOST_LINES) return;
    const values = numbersAtEnd(folded, line);
    if (!isProven(values, width)) return;
    const text = folded.slice(line.start, values[0]!.start);
    const label = splitLabel(text.replace(/^[\s|]+/, ''));
    const own = label.key;
    const above = textAt(document, index - 1);
    const below = textAt(document, index + 1);
    const begins = label.ordinal > 0 || above.key.length === 0;
    const rest = below.ordinal > 0 || below.key.length === 0 ? [] : [below.key];
    // A label that numbers alone follow stands above them; one with a number of its own begins with it.
    const around = begins ? [] : [[above.key, own], [above.key, own, ...rest]];
    const labels = own.length < 2 ? [[above.key]] : [[own], [own, ...rest], ...around];
    const known = labels.filter((pieces) => pieces.join('').length >= SHORTEST_LABEL);
    if (known.length > 0) found.push({ line: index, labels: known, ordinal: own.length < 2 ? above.ordinal : label.ordinal, values });
  });
  return found;
}

/** The label on a line without numbers at its end. */
function textAt({ lines, folded }: Document, index: number): { ordinal: number; key: string } {
  const line = lines[index];
  if (line === undefined || line.end - line.start > LONGEST_LINE || numbersAtEnd(folded, line).length > 0) return { ordinal: 0, key: '' };
  return splitLabel(folded.slice(line.start, line.end).replace(/^[\s|]+/, ''));
}

/** The numbers that end a line, parted by blanks and bars alone. */
function numbersAtEnd(folded: string, { start, end }: Line): Reading[] {
  const values: Reading[] = [];
  let to = end;
  const isBorder = (at: number): boolean => isSeparator(folded.charCodeAt(at));
  for (;;) {
    while (to > start && isBorder(to - 1)) to--;
    let from = to;
    while (from > start && !isBorder(from - 1)) from--;
    if (from === to || !/^\d{1,7}$/.test(folded.slice(from, to))) break;
    values.unshift({ ...contentOf(folded.slice(from, to)), start: from, end: to });
    to = from;
  }
  return values;
}

function isProven(values: readonly Reading[], width: number): boolean {
  if (values.length < 2 || values.length > width) return false;
  const parts = values.slice(0, -1).map(({ value }) => value ?? 0);
  const total = values.at(-1)!.value ?? 0;
  if (total === 0 || parts.reduce((sum, part) => sum + part, 0) !== total) return false;
  return parts.filter((part) => part > 0).length > 1 || total >= PROVING || values.length === width;
}

/** @param at index of the row @param order columns in printed order, the last of which is the `whole` */
function alignedRow(document: Document, table: FormTable, at: number, sumLine: SumLine, order: readonly number[], whole: RowSum, exact: boolean): AlignedRow {
  const { line, values } = sumLine;
  const block = table.blocks[0]!;
  const { start } = document.lines[line]!;
  const [parts, total] = [values.slice(0, -1), values.at(-1)!];
  const ways = parts.length === order.length - 1 ? [parts] : spread(parts, order.length - 1, MOST_WAYS);
  const placements = ways.map((way): Placement => {
    const slots = new Array<Reading | null>(block.columns.length).fill(null);
    order.forEach((column, i) => { slots[column] = way[i] ?? blankReading(total.end); });
    slots[whole.whole] = total;
    return { slots, basis: 'sum', cost: 0 };
  });
  const from = values[0]!.start;
  return {
    table, block, row: block.rows[at]!, label: { start, end: from, exact, text: document.text.slice(start, from).trim() }, placements, columns: order,
    units: new Map(), confirm: false, shown: false, printed: values, aside: [], copy: COPY,
  };
}
