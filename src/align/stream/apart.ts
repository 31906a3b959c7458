/**
 * Labels and values printed apart: pdftotext without -layout prints a column of labels here and blocks of values there, row by row
 * or column by column, before the labels or behind them. Which values are whose is told by how the whole table can be cut into runs of both;
 * how a run goes, by empty lines between its blocks, or by the rows' own sums of numbers over zero.
 */
import { sumsHold, type ColumnRule, type RowSum } from '../../forms/sums.ts';
import type { FormTable } from '../../forms/form.ts';
import { hanOf } from '../../text/reading.ts';
import { orderOf } from '../labels.ts';
import { isRemark } from './bind.ts';
import type { Item } from './items.ts';
import type { StreamRow } from './rows.ts';
import { chainOf } from './serials.ts';
import { HEADING, UNKNOWN, waysToCut, type LabelToken, type Run, type Token } from './runs.ts';

/** What is known of a table whose labels and values may stand apart. */
export interface ApartTable {
  items: readonly Item[];
  /** The first item of the sequence (`beginningOf`). */
  from: number;
  table: FormTable;
  index: number;
  /** Number of columns, and sums by printed place, of each row. */
  widths: readonly number[];
  sums: readonly (readonly RowSum[])[];
}

/** What it counts to leave a text without values that may be a label of the report's own. */
const BARE_TEXT = 0.25;
/** What may be left over, and the share of the rows that it may be. */
const MOST_LEFT = 3;
/** The same where no sum of a row tells. */
const MOST_LEFT_OF_PAIRS = 2;
const MOST_TORN = 0.2;

/** @returns the rows with the cells that are theirs; those in doubt are marked */
export function joinApart(rows: readonly StreamRow[], apart: ApartTable): StreamRow[] {
  const { widths, items, from } = apart;
  const serials = serialsOf(rows, apart);
  if (serials === null) return rows.map((row, i) => (row.cells.length === widths[i] ? row : { ...row, doubt: true }));
  const own = rows.map(({ cells }) => cells.filter((cell) => cell.kind === 'value' && !serials.has(cell)));
  const over = own.some((cells, i) => cells.length > widths[i]! && cells.every((cell) => !cell.glued));
  const before = items.slice(from, rows[0]!.bound.first);
  const leads = own[0]!.length === 0 && before.some(({ kind, content }) => kind === 'value' && content.status !== 'notApplicable');
  const wrapped = own.some((cells) => cells.some((cell) => cell.inside === true));
  if (!wrapped && ((!over && !leads) || own.every((cells) => cells.length > 0))) return [...rows];
  const choices = rows.map((): Choice[] => []);
  const strained = new Set<number>();
  for (const stretch of stretchesOf(rows, apart, serials)) chooseCells(stretch, apart, choices, strained);
  const agreed = choices.map(([cells, ...others]) => (cells !== undefined && cells !== null && others.every((other) => isEqual(cells, other)) ? cells : null));
  return rows.map((row, i): StreamRow => {
    const cells = agreed[i] ?? null;
    // Beside a row whose values cannot be told, a sum that holds may be that row's.
    const alone = strained.has(i) && (agreed[i - 1] === null || agreed[i + 1] === null);
    return cells === null || alone ? { ...row, doubt: true } : { ...row, cells: [...cells], doubt: false, apart: true };
  });
}

function isEqual(cells: readonly Item[], other: Choice): boolean {
  return other?.length === cells.length && other.every((cell, at) => cell === cells[at]);
}

/**
 * Where the sequence of labels and values begins: values may stand before the first label, and before those a label that heads it.
 *
 * @param least no item before it is of the table
 */
export function beginningOf(items: readonly Item[], first: number, least: number, { shape }: FormTable, index: number): number {
  const isBefore = (item: Item): boolean => {
    if (item.kind === 'value') return shape === 'pairs' || item.content.status !== 'notApplicable';
    return shape === 'pairs' && (item.kind === 'unit' || isHeading(item, index));
  };
  let from = first;
  while (from > least && isBefore(items[from - 1]!)) from--;
  return from;
}

/** Serials and codes, of which there may be two columns; `null` where they cannot be told from values. */
function serialsOf(rows: readonly StreamRow[], { items, from }: ApartTable): ReadonlySet<Item> | null {
  const headed = rows.some(({ heads }) => heads !== null && heads.asides !== 'none');
  const serials = new Set<Item>();
  for (let round = 0; round < 2; round++) {
    const values: number[] = [];
    for (let i = from; i < rows.at(-1)!.end; i++) if (items[i]!.kind === 'value' && !serials.has(items[i]!)) values.push(i);
    const chain = chainOf(items, values, rows.length, headed);
    if (chain === null) return null;
    for (const item of chain) serials.add(item);
  }
  return serials;
}

/** Cells that may be a row's; `null` where none are, or none that could be told. */
type Choice = readonly Item[] | null;

/** Adds to each row of a stretch what may be its cells. @param doubtful rows of which only their own sums tell */
function chooseCells(stretch: readonly Token[], apart: ApartTable, choices: Choice[][], doubtful: Set<number>): void {
  const { widths, sums } = apart;
  const labels = stretch.filter((token) => token.kind === 'label');
  const headed = labels.some(({ row }) => row === HEADING);
  // Headings over other labels print nothing, or a mark where those print their value.
  const plain = waysToCut(stretch.filter((token) => token.kind === 'value' || token.row !== HEADING));
  const all = headed && apart.table.shape === 'pairs' ? [waysToCut(stretch), plain] : [plain];
  const best = Math.min(...all.map((each) => each.best));
  // Much is left over: only what a row's own sum bears out counts.
  const strained = best > (apart.table.shape === 'pairs' ? MOST_LEFT_OF_PAIRS : Math.max(MOST_LEFT, MOST_TORN * labels.length));
  const known = new Map<Run, ReadonlyMap<number, Item[]>>();
  for (const { byRow } of all.filter((each) => each.best === best)) {
    for (const [row, runs] of byRow) {
      for (const run of runs) {
        let laid = run === null ? null : known.get(run);
        if (run !== null && laid === undefined) known.set(run, (laid = layRun(run, apart)));
        const cells = laid?.get(row) ?? null;
        const borne = cells !== null && cells.length === widths[row] && cells.some((cell) => cell.content.value !== 0) && isBorne([cells], [sums[row]!]);
        choices[row]!.push(!strained || borne ? cells : null);
        if (strained) doubtful.add(row);
      }
    }
  }
}

/** Sequences of labels and values that nothing parts. */
function stretchesOf(rows: readonly StreamRow[], apart: ApartTable, serials: ReadonlySet<Item>): Token[][] {
  const { items, from, table, index, widths } = apart;
  const stretches: Token[][] = [[]];
  // Where labels have units, the first mark behind one that heads others stands for its unit.
  const units = items.slice(from, rows.at(-1)!.end).filter(({ kind }) => kind === 'unit').length * 2 > rows.length;
  let next = 0;
  let key = '';
  for (let i = from; i < rows.at(-1)!.end; i++) {
    const item = items[i]!;
    const row = rows[next];
    const tokens = stretches.at(-1)!;
    if (row !== undefined && i === row.bound.first) {
      const { block, index: at } = row.bound.target;
      tokens.push({ kind: 'label', row: next, width: widths[next]!, bare: 1 });
      key = hanOf(table.blocks[block]!.rows[at]!.label);
      i = row.bound.last;
      next++;
    } else if (serials.has(item) || (units && isMarkBehind(items[i - 1], item, index))) continue;
    else if (isEnd(item)) stretches.push([]);
    else if (item.kind === 'value') {
      if (item.inside !== true || !takeLead(tokens, item)) tokens.push({ kind: 'value', item });
    } else if (item.kind === 'text' && key.includes(item.key)) {
      const value = item.breaks === 1 && isWrapped(tokens) ? tokens.pop() : undefined;
      if (value?.kind === 'value') takeLead(tokens, value.item);
    } else {
      const label = labelBeside(item, index, widths[Math.max(0, next - 1)]!);
      if (label !== null) tokens.push(label);
    }
  }
  return stretches;
}

function isEnd(item: Item): boolean {
  return item.kind === 'stop' || (item.kind === 'text' && item.sentence && !isRemark(item));
}

function isMarkBehind(before: Item | undefined, item: Item, table: number): boolean {
  return item.content.status === 'notApplicable' && isHeading(before, table);
}

/** The label of rows below it, or of a merged cell beside them. */
function isHeading(item: Item | undefined, table: number): boolean {
  return item?.kind === 'label' && !item.loose && item.targets.some((target) => target.table === table && target.role === 'span' && target.block >= 0);
}

/** What heads other labels, or may be a label of the report's own. */
function labelBeside(item: Item, index: number, width: number): LabelToken | null {
  if (isHeading(item, index)) return { kind: 'label', row: HEADING, width: 1, bare: 0 };
  return item.kind === 'text' && item.key.length >= 2 && !isRemark(item) ? { kind: 'label', row: UNKNOWN, width, bare: BARE_TEXT } : null;
}

/** Gives the label that comes last its first value. */
function takeLead(tokens: readonly Token[], lead: Item): boolean {
  const label = tokens.at(-1);
  if (label?.kind !== 'label' || label.row < 0 || label.lead !== undefined || label.width < 2) return false;
  label.lead = lead;
  label.width--;
  return true;
}

/** A value right below a label, with the rest of that to follow. */
function isWrapped(tokens: readonly Token[]): boolean {
  const value = tokens.at(-1);
  const label = tokens.at(-2);
  return value?.kind === 'value' && value.item.breaks === 1 && label?.kind === 'label' && label.row >= 0 && label.lead === undefined && label.width > 1;
}

/** The values of a run by row; empty where nothing tells how they run. */
function layRun({ labels, values, full }: Run, { sums }: ApartTable): ReadonlyMap<number, Item[]> {
  const rows = labels.map(({ row }) => row);
  const [width = 0] = labels.map((label) => label.width);
  const laid = new Map<number, Item[]>();
  const whole: WholeRow = (own, i) => [...(labels[i]!.lead === undefined ? [] : [labels[i]!.lead]), ...own];
  if (rows.length === 1) return new Map([[rows[0]!, whole(values, 0)]]);
  if (!full || labels.some((label) => label.width !== width)) return laid;
  const own = layBlock(values, width, rows.map((row) => sums[row] ?? []), whole);
  if (own === null) return laid;
  rows.forEach((row, i) => { if (row >= 0) laid.set(row, whole(own[i]!, i)); });
  return laid;
}

/** A row's cells with the one that its label is wrapped around. */
type WholeRow = (own: readonly Item[], row: number) => Item[];

/** The cells of a block by row; `null` where neither its lines nor its sums tell how they run. */
function layBlock(cells: readonly Item[], width: number, sums: readonly (readonly RowSum[])[], whole: WholeRow): Item[][] | null {
  const count = sums.length;
  const byRow = Array.from({ length: count }, (_, row) => cells.slice(row * width, (row + 1) * width));
  if (width === 1) return byRow;
  const byColumn = Array.from({ length: count }, (_, row) => Array.from({ length: width }, (_each, column) => cells[column * count + row]!));
  const borne = [byRow, byColumn].filter((rows) => isBorne(rows.map(whole), sums));
  // Empty lines between blocks as long as columns are, or as rows are.
  const runs = (size: number): boolean => cells.every((cell, i) => i === 0 || (cell.breaks > 1) === (i % size === 0));
  const [ofRows, ofColumns] = [runs(width) || runs(1), runs(count)];
  const shown = ofRows && !ofColumns ? byRow : ofColumns && !ofRows ? byColumn : null;
  if (shown !== null) return borne.length === 1 && borne[0] !== shown ? null : shown;
  if (cells.every((cell) => cell.content.value === 0)) return byRow;
  return borne.length === 1 ? borne[0]! : null;
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
  if (rules.length === 0) return null;
  const keeps = (own: readonly number[]): boolean => {
    const byCode = new Map(own.map((row, at) => [codes[row]!, read[at]!]));
    const sum = (all: readonly string[], column: number): number => all.reduce((total, code) => total + (byCode.get(code)?.[column]?.content.value ?? 0), 0);
    return rules.every(({ parts, wholes }) => Array.from({ length: width }, (_, column) => column).every((column) => sum(parts, column) === sum(wholes, column)));
  };
  // Labels printed in another order than the form's: their values may be in either.
  const [first, other] = [order, rows.map((_, i) => i)].filter(keeps);
  if (first === undefined) return null;
  const differs = (row: number): boolean => other !== undefined && first.indexOf(row) !== other.indexOf(row);
  return rows.map((row, i) => ({ ...row, cells: read[first.indexOf(i)]!, heads: null, doubt: differs(i) }));
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
