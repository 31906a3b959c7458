/**
 * The values of a row laid into the columns: as many as columns stand where they are; fewer, whose gaps left no trace, may lie in
 * every way that keeps their order; more are told apart by what they are, or not at all.
 */
import type { Block } from '../../forms/form.ts';
import { sumsHold, type RowSum } from '../../forms/sums.ts';
import type { Document } from '../../text/document.ts';
import { blankReading, readingAt, type Reading } from '../../text/reading.ts';
import { valuesOf, type Placement } from '../aligned.ts';
import { spread } from '../spread.ts';
import { cutsAs, cutsOf } from './cuts.ts';
import { FOREIGN } from './heads.ts';
import type { Item } from './items.ts';

export interface RowForm {
  block: Block;
  /** Columns in printed order. */
  order: readonly number[];
  sums: readonly RowSum[];
  signed: boolean;
  /** Empty cells leave no trace in the table: some row has fewer values than columns. */
  gaps: boolean;
  /** Called where digits cannot be cut into as many numbers as there are columns: empty cells have left no trace. */
  onTorn: () => void;
}

/** A cell, or (`null`) an empty one that shows. */
export type Cell = Item | null;

/** Digits and marks that are no number together. */
const RUN = /^[\d/+.,增减-]*\d[\d/+.,增减-]*$/;
/** Ways to leave gaps that are looked at. */
const MOST = 3000;

export function layCells(document: Document, cells: readonly Cell[], form: RowForm, shown: boolean): Placement[] {
  const filled = cells.filter((cell) => cell !== null);
  const width = form.order.length;
  const direct = cells.length === width && filled.every((cell, i) => i === 0 || !cell.glued);
  if (!direct && filled.some((cell) => isRun(cell))) return glued(document, filled, form);
  if (cells.length === width) return [lay(cells, form, filled, 'label')];
  if (filled.length === 0) return [lay([], form, filled, 'label')];
  if (cells.length > width) return leading(cells, form);
  if (shown) return spread(cells, width, MOST).map((each) => ({ ...lay(each, form, filled, 'sum'), cost: each[0] === null ? 4 : 0 }));
  return filled.length > width ? [] : spread(filled, width, MOST).map((each) => lay(each, form, filled, 'sum'));
}

/** More than one number without anything between, or digits that touch a label: what they are, only cuts can tell. */
export function isRun(item: Item): boolean {
  return item.kind === 'value' && ((item.glued && /\d/.test(item.text)) || (item.content.status === 'unreadable' && RUN.test(item.text)));
}

function lay(cells: readonly Cell[], { block, order }: RowForm, filled: readonly Item[], basis: Placement['basis']): Placement {
  const slots = new Array<Reading | null>(block.columns.length).fill(null);
  const end = filled.at(-1)?.end ?? -1;
  order.forEach((column, i) => {
    if (column !== FOREIGN) slots[column] = readingOf(cells[i] ?? null, end);
  });
  return { slots, basis, cost: 0 };
}

/** @param end where a cell stands that is empty */
export function readingOf(cell: Cell, end: number): Reading {
  if (cell === null) return blankReading(end);
  if (cell.kind !== 'value') return { value: null, status: 'unreadable', start: cell.start, end: cell.end, unit: null };
  return readingAt(cell.content, cell.start, cell.end);
}

/** The first cells behind the label, those behind them empty. */
function leading(cells: readonly Cell[], form: RowForm): Placement[] {
  const width = form.order.length;
  if (cells.some((cell, i) => cell !== null && i >= width)) return [];
  return [lay(cells.slice(0, width), form, cells.filter((cell) => cell !== null), 'position')];
}

function glued(document: Document, items: readonly Item[], form: RowForm): Placement[] {
  const { order, sums } = form;
  if (items.some((item) => item.kind !== 'value')) return [];
  if (order.length === 1) return items.length === 1 && items[0]!.content.status !== 'unreadable' ? [lay(items, form, items, 'label')] : [];
  if (order.includes(FOREIGN)) return [];
  // The row's sums by printed place.
  const place = new Map(order.map((column, i) => [column, i]));
  const placed = sums.filter(({ parts, whole }) => place.has(whole) && parts.every((part) => place.has(part)))
    .map(({ parts, whole }): RowSum => ({ parts: parts.map((part) => place.get(part)!), whole: place.get(whole)! }));
  const { cuts, certain } = cutsOf(document.folded, items, { columns: order.length, sums: placed, signed: form.signed, gaps: form.gaps });
  if (cuts?.length === 0) form.onTorn();
  return (cuts ?? []).map((cut) => {
    const slots = new Array<Reading | null>(form.block.columns.length).fill(null);
    const end = items.at(-1)!.end;
    order.forEach((column, i) => { slots[column] = cut[i] ?? readingOf(null, end); });
    return { slots, basis: 'sum', cost: 0, cut: !certain };
  });
}

/** The placements of digits without anything between that print given values, by column of the block. */
export function fitterOf(document: Document, items: readonly Item[], { block, order, gaps }: RowForm): (values: readonly number[]) => Placement[] {
  const end = items.at(-1)!.end;
  return (values) => {
    if (values.some((value, column) => value !== 0 && !order.includes(column))) return [];
    return cutsAs(document.folded, items, order.map((column) => values[column]!), gaps).map((cut) => {
      const slots = new Array<Reading | null>(block.columns.length).fill(null);
      order.forEach((column, i) => { slots[column] = cut[i] ?? readingOf(null, end); });
      return { slots, basis: 'sum', cost: 0, cut: true };
    });
  };
}

/** Does a placement keep the row's sums, with something in them? */
export function isLawful(placement: Placement, sums: readonly RowSum[]): boolean {
  return sumsHold(sums, valuesOf(placement)) === true;
}
