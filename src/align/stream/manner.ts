/** How the rows of a block are printed: how their cells are parted, whether empty ones leave a trace, and in which order they stand. */
import type { Block, Form, FormTable } from '../../forms/form.ts';
import { rowSums, sumsHold } from '../../forms/sums.ts';
import { FOREIGN, type Heads } from './heads.ts';
import type { Item } from './items.ts';
import { isRun, type Cell } from './lay.ts';
import type { StreamRow } from './rows.ts';

export interface Layout {
  order: readonly number[];
  /** The sums must hold before it is taken. */
  confirm: boolean;
}

export interface Manner {
  /** Line breaks between two cells of a row; 0 where they stand on one line. */
  step: number;
  /** Empty cells show. */
  shown: boolean;
  /** Some rows have fewer values than columns, and nothing shows which. */
  gaps: boolean;
  layoutOf(heads: Heads | null): Layout | null;
}

/** Rows of which this share is as wide as the headings are told by their count. */
const FULL = 0.9;
/** Rows that must show their empty cells before all do. */
const ENOUGH_SHOWN = 2;

/** Steps that this share of the usual one's cells take are the step, if they are shorter. */
const SPARSE = 0.15;

/** What the rows of a document show together: its tables are printed in one manner. */
export interface Evidence {
  step: number;
  shown: boolean;
  gaps: boolean;
}

/** @param clusters rows of each table with the table */
export function evidenceOf(items: readonly Item[], clusters: readonly { rows: readonly StreamRow[]; table: FormTable }[]): Evidence {
  const step = stepOf(clusters.flatMap(({ rows }) => rows));
  let shows = 0;
  let hides = 0;
  let all = 0;
  let lost = false;
  for (const { rows, table } of clusters) {
    for (const row of rows) {
      all++;
      const width = row.heads === null ? ownOrder(table.blocks[row.bound.target.block]!).length : row.heads.order.length;
      if (row.cells.length >= width) continue;
      if (row.cells.some(isRun)) {
        // Digits without anything between: too few of them show that cells are lost.
        if (row.cells.reduce((sum, cell) => sum + cell.text.length, 0) < width) lost = true;
        continue;
      }
      if (step > 0 && expand(items, row, step, width).length >= width) shows++;
      else hides++;
    }
  }
  const shown = shows >= ENOUGH_SHOWN && shows > 3 * hides;
  return { step, shown, gaps: lost || (!shown && hides + shows > all * (1 - FULL)) };
}

/** @param own rows of the block */
export function mannerOf(
  items: readonly Item[],
  { step, shown, gaps }: Evidence,
  own: readonly StreamRow[],
  block: Block,
  form: Form,
  table: FormTable,
): Manner {
  const layouts = new Map<Heads | null, Layout | null>();
  return {
    step, shown, gaps,
    layoutOf: (heads) => {
      let layout = layouts.get(heads);
      if (layout === undefined) {
        layout = layoutOf(items, heads, own.filter((row) => row.heads === heads), block, form, table, step, shown);
        layouts.set(heads, layout);
      }
      return layout;
    },
  };
}

/** Columns that a block prints where no heading says otherwise. */
function ownOrder(block: Block): number[] {
  return block.columns.flatMap((column, index) => (column.optional === true ? [] : [index]));
}

/** The usual number of line breaks between the cells of a row. */
function stepOf(rows: readonly StreamRow[]): number {
  const votes = new Map<number, number>();
  for (const { cells } of rows) {
    cells.forEach((cell, i) => { if (!cell.glued) votes.set(cell.breaks, (votes.get(cell.breaks) ?? 0) + (i === 0 ? 0.2 : 1)); });
  }
  let best = 0;
  for (const [step, count] of votes) if (count > (votes.get(best) ?? 0) || (count === votes.get(best) && step < best)) best = step;
  // Where most cells are empty, most of those that are not stand several lines from the one before.
  for (const [step, count] of votes) if (step > 0 && step < best && count >= SPARSE * votes.get(best)!) best = step;
  return best;
}

/** The cells of a row with the empty ones that its line breaks show. */
function expand(items: readonly Item[], row: StreamRow, step: number, width: number): Cell[] {
  return withEmpty(row.cells, items[row.end]?.breaks ?? 0, step, width);
}

/** @param behind line breaks behind the last cell */
function withEmpty(own: readonly Item[], behind: number, step: number, width: number): Cell[] {
  const cells: Cell[] = [];
  const add = (breaks: number): void => {
    for (let empty = Math.floor(breaks / step) - 1; empty > 0 && cells.length < 3 * width; empty--) cells.push(null);
  };
  for (const cell of own) {
    add(cell.breaks);
    cells.push(cell);
  }
  add(behind);
  return cells;
}

function layoutOf(
  items: readonly Item[],
  heads: Heads | null,
  rows: readonly StreamRow[],
  block: Block,
  form: Form,
  table: FormTable,
  step: number,
  shown: boolean,
): Layout | null {
  const own = ownOrder(block);
  const widest = Math.max(own.length, heads?.order.length ?? 0);
  const counts = rows.map((row) => (shown ? Math.max(row.cells.length, Math.min(widest, expand(items, row, step, widest).length)) : row.cells.length));
  const most = usualMost(counts);
  if (heads === null) return withoutHeads(rows, block, form, table, own);
  const named = heads.order.filter((column) => column !== FOREIGN);
  if (new Set(named).size < named.length) return own.length > 1 ? { order: own, confirm: true } : null;
  const foreign = heads.order.length - named.length;
  const missing = own.filter((column) => !named.includes(column)).length;
  if (missing > 0 && most === own.length && named.length + foreign !== most) return isWithin(named, own) ? { order: own, confirm: true } : null;
  if (foreign > 0) {
    if (most === heads.order.length) return { order: heads.order, confirm: false };
    if (most === named.length) return { order: named, confirm: named.length > 1 };
    return { order: heads.order, confirm: true };
  }
  // Most whole rows hold more, what is empty behind their last cell left aside: a column without a heading that could be told, of which
  // each row may have kept its number.
  const places = rows.map((row) => (shown ? withEmpty(row.cells, 0, step, named.length + 1).length : row.cells.length));
  const over = places.filter((count) => count > named.length).length * 2 > places.filter((count) => count >= named.length).length;
  if (over && named.length > 1) return null;
  return { order: named, confirm: missing > 0 && counts.some((count) => count !== named.length) };
}

/** The most cells that a row holds; one row alone may hold another's. */
function usualMost(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => b - a);
  return sorted.length >= 4 && sorted[0]! > sorted[1]! ? sorted[1]! : sorted[0] ?? 0;
}

function isWithin(part: readonly number[], whole: readonly number[]): boolean {
  let at = 0;
  for (const column of whole) if (part[at] === column) at++;
  return at === part.length;
}

/** Headings are lost: the form's own order, with the columns that only some reports print where the sums say so. */
function withoutHeads(rows: readonly StreamRow[], block: Block, form: Form, table: FormTable, own: readonly number[]): Layout {
  const all = block.columns.map((_, index) => index);
  if (all.length > own.length) {
    const sums = rowSums(form, table, block, block.rows[0]!, all);
    const wide = rows.filter(({ cells }) => cells.length === all.length && sumsHold(sums, cells.map((cell) => cell.content.value)) === true).length;
    if (wide > 1) return { order: all, confirm: true };
  }
  return { order: own, confirm: own.length > 1 };
}

/** The cells of a row in all ways they may be read: a text that is a cell or another row's label, a number that is a page's. */
export function cellsOf(items: readonly Item[], row: StreamRow, width: number, { step, shown, gaps }: Manner): Cell[][] {
  const whole = shown && (row.cells.length < width || row.cells.some(({ kind }) => kind !== 'value')) ? expand(items, row, step, width) : row.cells;
  // Behind as many places as there are columns, a text is the label of another row.
  const label = shown ? whole.findIndex((cell, i) => i >= width && cell !== null && cell.kind !== 'value') : -1;
  const full = whole.length >= width && row.cells.length <= width && !(step === 0 && goesOn(row.cells));
  const read = label >= 0 ? [whole.slice(0, label)] : full ? [whole] : withoutOtherRows(items, row, width, { step, shown, gaps });
  const ways = read.flatMap((own): Cell[][] => (own.some((cell) => cell?.page === true) ? [[...own], own.filter((cell) => cell?.page !== true)] : [[...own]]));
  return ways.filter((cells) => cells.filter((cell) => cell !== null).length <= width);
}

/** Rows of a line: a text on the next line is another row's label. */
function goesOn(cells: readonly Item[]): boolean {
  return cells.some((cell, i) => i > 0 && cell.breaks > 0 && cell.kind !== 'value');
}

/** The ways to leave out the cells of a row whose label is not known; none where nobody can tell where it begins. */
function withoutOtherRows(
  items: readonly Item[],
  { bound, cells, end }: StreamRow,
  width: number,
  { step, shown, gaps }: Evidence,
): (readonly Cell[])[] {
  let own: readonly Item[] = cells;
  if (step === 0) {
    // Rows of a line: what stands on another line is another row's.
    const next = own.findIndex((cell, i) => i > 0 && cell.breaks > 0);
    if (next > 0 && own[next]!.kind === 'value' && (width === 1 || (next !== width && own.length - next !== width))) return [];
    if (next > 0) own = own.slice(0, next);
  }
  const text = own.findIndex((cell) => cell.kind !== 'value');
  const breaks = own.length < cells.length ? cells[own.length]!.breaks : items[end]?.breaks ?? 0;
  const upTo = (to: number): readonly Cell[] => (shown && to < width ? withEmpty(own.slice(0, to), own[to]?.breaks ?? breaks, step, width) : own.slice(0, to));
  if (text < 0) return [upTo(own.length)];
  // Where empty cells leave no trace, a text with numbers behind it may be the label of a row that no form knows.
  if (own.length === width) return gaps && text < width - 1 ? [] : [own];
  const behind = own.length - text - 1;
  if (text === 0 && own[0]!.start === items[bound.last]!.end && behind <= width && !/\d/.test(own[0]!.text) && own[1]?.glued !== true) return [own.slice(1)];
  if (text === width) return [own.slice(0, text)];
  if (text === 0 || text > width || own.length <= width) return [];
  // A line of the page (its head) between cells that are as many as columns without it; or the label of a row whose own cells are lost in part.
  const joined = own.length === width + 1 ? [own.filter((_, i) => i !== text)] : [];
  return gaps || shown ? [...joined, upTo(text)] : joined;
}
