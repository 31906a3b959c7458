/**
 * Tables whose cells do not show: sequences of labels and values, a cell a line, a table a line, or without anything between.
 * Labels bind what stands between them; headings tell how many columns there are and in which order; what left no trace, only
 * sums can tell.
 */
import type { Block, Form, FormTable } from '../../forms/form.ts';
import { columnRules, rowSums, sumsHold, type RowSum } from '../../forms/sums.ts';
import type { Range } from '../../grid/grid.ts';
import { wordsOf } from '../../grid/stream.ts';
import type { Document } from '../../text/document.ts';
import { valuesOf, type AlignedRow, type Placement } from '../aligned.ts';
import { hanOf } from '../../text/reading.ts';
import { labelsOf } from '../labels.ts';
import { beginningOf, isApart, joinApart, tableApart } from './apart.ts';
import { clustersOf, type Cluster } from './bind.ts';
import { alignGroups } from './groups.ts';
import { FOREIGN } from './heads.ts';
import { itemsOf, type Item } from './items.ts';
import { fitterOf, isLawful, isRun, layCells, type RowForm } from './lay.ts';
import { withLedger } from './ledger.ts';
import { cellsOf, evidenceOf, mannerOf, type Evidence, type Manner } from './manner.ts';
import { rowsOf, type StreamRow } from './rows.ts';
import { withoutSerials } from './serials.ts';

export interface Streamed {
  rows: AlignedRow[];
  /** Extents of the tables. */
  spans: Range[];
}

/** Copies of streams are numbered behind those of grids. */
const FIRST_COPY = 1_000_000;

/**
 * @param covered ranges that grids hold, by rising start
 * @param spaced only what blanks or bars part, as no stream is: rows of it count where their own sums hold
 */
export function alignStreams(document: Document, form: Form, tables: readonly FormTable[], covered: readonly Range[], spaced = false): Streamed {
  const streamed: Streamed = { rows: [], spans: [] };
  if (tables.length === 0) return streamed;
  const items = itemsOf(wordsOf(document, covered), form);
  const known = labelsOf(form).rows;
  const clusters = form.tables.flatMap((table, index) => (!tables.includes(table) || table.shape === 'groups' ? [] : clustersOf(items, table, index, known).map((cluster) => ({
    cluster, table, rows: withoutSerials(items, rowsOf(items, cluster, table, index)).filter((row, i, all) => !isGroup(row, all[i + 1])),
  })))).filter(({ rows }) => isSpaced(rows) === spaced);
  const evidence = spaced ? { step: 0, shown: false, gaps: true } : evidenceOf(items, clusters);
  for (const { cluster, table, rows } of clusters) {
    const booked = withLedger(items, cluster, spaced ? rows.map((row) => ({ ...row, spaced })) : rows, table, form.tables.indexOf(table));
    for (const row of alignCluster(document, form, items, cluster, booked, table, evidence, FIRST_COPY + streamed.spans.length)) streamed.rows.push(row);
    streamed.spans.push(spanOf(items, cluster));
  }
  form.tables.forEach((table, index) => {
    if (spaced || !tables.includes(table) || table.shape !== 'groups') return;
    const { rows, spans } = alignGroups(document, form, items, table, index, FIRST_COPY + streamed.spans.length, evidence.shown ? evidence.step : 0);
    for (const row of rows) streamed.rows.push(row);
    for (const span of spans) streamed.spans.push(span);
  });
  streamed.rows.sort((a, b) => a.label.start - b.label.start);
  return streamed;
}

function spanOf(items: readonly Item[], cluster: Cluster): Range {
  let first = cluster.rows[0]!.first;
  while (first > cluster.from && (items[first - 1]!.kind !== 'text' || items[first - 1]!.words < 3)) first--;
  let last = cluster.rows.at(-1)!.last;
  for (let i = last + 1; i < cluster.to && items[i]!.kind !== 'text' && items[i]!.kind !== 'stop'; i++) if (items[i]!.kind === 'value') last = i;
  return { start: items[first]!.start, end: items[last]!.end };
}

function alignCluster(document: Document, form: Form, items: readonly Item[], cluster: Cluster, rows: readonly StreamRow[], table: FormTable, evidence: Evidence, copy: number): AlignedRow[] {
  const joined = withoutApart(form, items, cluster, rows, table, evidence).map((row, i) => (rows[i]!.doubt && row.cells === rows[i]!.cells ? { ...row, doubt: true } : row));
  return table.blocks.flatMap((block, index) => {
    const own = joined.filter((row) => row.bound.target.block === index);
    const torn = { found: false };
    const read = (how: Evidence): AlignedRow[] => {
      const manner = mannerOf(items, how, own, block, form, table);
      return own.flatMap((row) => alignRow(document, form, items, row, table, block, manner, copy, () => { torn.found = true; }) ?? []);
    };
    const whole = read(evidence);
    return torn.found && !evidence.gaps ? read({ ...evidence, gaps: true }) : whole;
  });
}

function withoutApart(form: Form, items: readonly Item[], cluster: Cluster, rows: readonly StreamRow[], table: FormTable, evidence: Evidence): StreamRow[] {
  const index = form.tables.indexOf(table);
  const from = beginningOf(items, rows[0]!.bound.first, cluster.from, table, index);
  if (evidence.step === 0 && from === rows[0]!.bound.first) return [...rows];
  const whole = readApart(form, table, items, cluster, rows);
  if (whole !== null) return whole;
  const manners = table.blocks.map((block, at) => mannerOf(items, evidence, rows.filter(({ bound, cells }) => bound.target.block === at && cells.length <= block.columns.length), block, form, table));
  const orders = rows.map((row) => manners[row.bound.target.block]!.layoutOf(row.heads)?.order ?? []);
  const sums = rows.map((row, i) => {
    const block = table.blocks[row.bound.target.block]!;
    const place = new Map(orders[i]!.map((column, at) => [column, at]));
    return rowSums(form, table, block, block.rows[row.bound.target.index]!, orders[i]!)
      .map(({ parts, whole }): RowSum => ({ parts: parts.map((part) => place.get(part)!), whole: place.get(whole)! }));
  });
  const widths = orders.map((order) => Math.max(1, order.length));
  return joinApart(rows, { items, from, table, index, widths, sums });
}

/** A table of one block whose values stand apart from their labels as a whole, in the form's own columns. */
function readApart(form: Form, table: FormTable, items: readonly Item[], cluster: Cluster, rows: readonly StreamRow[]): StreamRow[] | null {
  const [block] = table.blocks;
  if (block === undefined || table.blocks.length > 1) return null;
  const order = block.columns.flatMap((column, index) => (column.optional === true ? [] : [index]));
  if (!isApart(rows, order.length)) return null;
  const codes = rows.map((row) => block.rows[row.bound.target.index]!.code);
  const sums = rowSums(form, table, block, block.rows[rows[0]!.bound.target.index]!, order)
    .map(({ parts, whole }): RowSum => ({ parts: parts.map((part) => order.indexOf(part)), whole: order.indexOf(whole) }));
  return tableApart(items, cluster.from, cluster.to, rows, codes, order.length, sums, columnRules(form, table, block, new Set(codes)));
}

/** Values parted by bars, tabs, or more than one blank: cells or columns of spaces, which show more than a stream does. */
function isSpaced(rows: readonly StreamRow[]): boolean {
  let wide = 0;
  let pairs = 0;
  for (const { cells } of rows) {
    cells.forEach((cell, i) => {
      if ((cell.breaks > 0 && !cell.parted) || cell.glued) return;
      pairs += i === 0 ? 0.5 : 1;
      if (cell.blanks > 1 || cell.parted) wide += i === 0 ? 0.5 : 1;
    });
  }
  return wide * 2 > pairs;
}

/** （六）其他处理 right before 1.申请人…: the label of a group, though a form has a row of that name. */
function isGroup(row: StreamRow, next: StreamRow | undefined): boolean {
  if (row.cells.length > 0 || next === undefined) return false;
  const { target } = row.bound;
  return next.groups.some((label) => hanOf(label).endsWith(target.key));
}

function alignRow(document: Document, form: Form, items: readonly Item[], row: StreamRow, table: FormTable, block: Block, manner: Manner, copy: number, onTorn: () => void): AlignedRow | null {
  const { bound, heads } = row;
  const formRow = block.rows[bound.target.index]!;
  if (formRow.optional === true && row.cells.length === 0 && !row.doubt) return null;
  const layout = manner.layoutOf(heads);
  const first = items[bound.first]!;
  const last = items[bound.last]!;
  const sums = layout === null ? [] : rowSums(form, table, block, formRow, layout.order.filter((column) => column !== FOREIGN));
  const signed = block.columns.some((column) => column.kind === 'signed');
  const laid: RowForm | null = layout === null ? null : { block, order: layout.order, sums, signed, gaps: manner.gaps, onTorn };
  const placements = laid === null ? [] : place(document, items, row, laid, manner);
  const fits = laid !== null && isDigits(row, laid.order) ? fitterOf(document, row.cells, laid) : undefined;
  return {
    table, block, row: formRow,
    label: { start: first.start, end: last.end, exact: bound.exact, text: document.text.slice(first.start, last.end) },
    placements, fits, columns: layout === null ? block.columns.map((_, column) => column).filter((column) => block.columns[column]!.optional !== true) : layout.order.filter((column) => column !== FOREIGN),
    units: heads?.units ?? new Map(), confirm: layout?.confirm === true, shown: isShown(manner, row),
    printed: row.cells, aside: [], copy,
  };
}

/** Lines between what was put together from several places show no cells. */
function isShown(manner: Manner, row: StreamRow): boolean {
  return manner.shown && row.apart !== true;
}

/** Fewer numbers than columns, and something among them. */
function isShort({ cells }: StreamRow, width: number): boolean {
  return cells.length < width && cells.some((cell) => (cell.content.value ?? 0) !== 0) && !cells.some(isRun);
}

/** Columns in the form's own order. */
function isRising(order: readonly number[]): boolean {
  return order.every((column, i) => i === 0 || column === FOREIGN || column > order[i - 1]!);
}

/** Digits without anything between, and nothing else. */
function isDigits({ doubt, cells }: StreamRow, order: readonly number[]): boolean {
  return !doubt && order.length > 1 && !order.includes(FOREIGN) && cells.some(isRun) && cells.every(({ kind }) => kind === 'value');
}

function place(document: Document, items: readonly Item[], row: StreamRow, form: RowForm, manner: Manner): Placement[] {
  const { order, sums } = form;
  // A serial that touches the values is none that could be told from them.
  if (row.heads !== null && row.heads.asides !== 'none' && row.cells.some((cell) => cell.glued)) return [];
  if (row.doubt) return [];
  const shown = isShown(manner, row);
  const ways = cellsOf(items, row, order.length, { ...manner, shown });
  const placements = ways.flatMap((cells) => layCells(document, cells, form, shown));
  // Numbers fewer than the columns are laid by the row's own sum, or not at all: a part without its whole may be two numbers run together.
  const short = !shown && isShort(row, order.length);
  // Where the label of a row that is due is lost, its numbers may stand among these.
  const doubtful = row.gap && (manner.gaps || placements.some((placement) => sumsHold(sums, valuesOf(placement)) === false));
  // Headings in another order and a number too few: what keeps the sum may be what the order breaks.
  if (short && !isRising(order)) return [];
  if (row.spaced || (row.damaged && !row.bound.exact)) return placements.filter((placement) => isLawful(placement, sums));
  const zeros = row.cells.length === order.length && row.cells.every((cell) => cell.content.value === 0);
  if (!zeros && ((short && sums.length > 0) || (doubtful && order.length > 1))) return placements.filter((placement) => isLawful(placement, sums));
  return placements;
}
