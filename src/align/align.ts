/** Grids against the tables of a form: which row and which column every printed value belongs to. */
import type { Block, Form, FormTable } from '../forms/form.ts';
import { rowsDue } from '../forms/cells.ts';
import { rowSums, sumsHold } from '../forms/sums.ts';
import type { Grid, Range } from '../grid/grid.ts';
import type { Document } from '../text/document.ts';
import { hanOf } from '../text/reading.ts';
import { valuesOf, type AlignedRow } from './aligned.ts';
import { layRow, mannerOf, type Manner } from './columns.ts';
import { fieldsOf, isEmpty, isNumber, isText, type Field, type Fields } from './field.ts';
import { matchGroups } from './groups.ts';
import { layPairs } from './pairs.ts';
import { labelsOf, orderOf, type LabelIndex } from './labels.ts';
import { isWide } from './wide.ts';
import { matchRows, type RowMatch } from './rows.ts';

export interface Aligned {
  /** In text order; a row that is printed twice stands here twice. */
  rows: AlignedRow[];
  /** Rows with numbers that no row of the form claims. */
  strange: { text: string; numbers: string; start: number; end: number }[];
}

const NO_UNITS: ReadonlyMap<number, string> = new Map();
/** So far before a grid the label of its group may stand. */
const TITLE_REACH = 120;

export function align(document: Document, grids: readonly Grid[], form: Form): Aligned {
  const aligned: Aligned = { rows: [], strange: [] };
  const labels = labelsOf(form);
  const orders = new Map<string, readonly number[]>();
  const lastRow = new Map<string, number>();
  const all = grids.map((grid) => fieldsOf(grid, labels));
  const wide = new Set(form.tables.flatMap((table) => table.blocks.filter((block) => isWide(all, form, table, block))));
  grids.forEach((grid, copy) => {
    const upright = all[copy]!;
    const from = Math.max(grid.start - TITLE_REACH, copy === 0 ? 0 : grids[copy - 1]!.end);
    const named = form.tables.map((_, index) => upright.names(index));
    if (!named.includes(true)) return;
    // What loose lines of a form are is told upright or not at all.
    for (const turn of grid.loose === undefined ? [false, true] : [false]) {
      const fields = turn ? upright.turned() : upright;
      const rows = readGrid(document, fields, form, labels, named, copy, from, orders, lastRow, wide);
      // A table on its side shows its headings as labels of rows; without them a turned grid is a coincidence.
      if (rows.length === 0 || (fields !== upright && !rows.every(({ headed }) => headed))) continue;
      aligned.rows.push(...rows.map(({ row }) => row));
      aligned.strange.push(...strangeIn(document, upright, rows));
      break;
    }
  });
  aligned.rows.sort((a, b) => a.label.start - b.label.start);
  return aligned;
}

interface Read {
  row: AlignedRow;
  /** Fields that the row takes its values from. */
  used: readonly Field[];
  /** Headings told its columns. */
  headed: boolean;
}

function readGrid(
  document: Document,
  fields: Fields,
  form: Form,
  labels: LabelIndex,
  named: readonly boolean[],
  copy: number,
  from: number,
  orders: Map<string, readonly number[]>,
  lastRow: Map<string, number>,
  wide: ReadonlySet<Block>,
): Read[] {
  const rows: Read[] = [];
  form.tables.forEach((table, index) => {
    if (named[index] !== true) return;
    if (table.shape === 'groups') {
      rows.push(...readGroups(fields, form, table, index, copy, lastGroup(document, from, fields.grid.start, index, labels)));
      return;
    }
    const matches = matchRows(fields, table, index, labels.rows, lastRow.get(table.name)).filter((match) => match.values.length > 0);
    const end = matches.at(-1);
    if (end !== undefined) lastRow.set(table.name, orderOf(end.target));
    if (fields.grid.borders === 'guessed' && fields.grid.loose === undefined && !isClean(matches, table)) return;
    for (const [block, list] of byBlock(matches)) rows.push(...readBlock(fields, table, index, block, list, copy, orders, wide));
  });
  return rows;
}

/** Columns of blanks count as a grid only where nothing about them is in doubt: every row known, every column under its heading. */
function isClean(matches: readonly RowMatch[], table: FormTable): boolean {
  const due = rowsDue(table).length;
  if (matches.length < due) return false;
  return matches.every(({ exact, header, target }) => {
    const columns = table.blocks[target.block]!.columns.filter((column) => column.optional !== true).length;
    return exact && header !== null && header.placed.length >= columns;
  });
}

function byBlock(matches: readonly RowMatch[]): Map<number, RowMatch[]> {
  const blocks = new Map<number, RowMatch[]>();
  for (const match of matches) {
    const list = blocks.get(match.target.block);
    if (list === undefined) blocks.set(match.target.block, [match]);
    else list.push(match);
  }
  return blocks;
}

/** Rows under the same header read their columns in the same manner. */
function readBlock(
  fields: Fields,
  table: FormTable,
  tableIndex: number,
  index: number,
  matches: readonly RowMatch[],
  copy: number,
  orders: Map<string, readonly number[]>,
  wide: ReadonlySet<Block>,
): Read[] {
  const block = table.blocks[index]!;
  const manners = new Map<RowMatch['header'], Manner>();
  const name = `${table.name}.${String(index)}`;
  const pairs = table.shape === 'pairs' ? layPairs(fields, matches, table, tableIndex) : null;
  return matches.map((match): Read => {
    let manner = manners.get(match.header);
    if (manner === undefined) {
      manner = mannerOf(fields, matches.filter((other) => other.header === match.header), block, wide.has(block));
      // A table that goes on behind a page break stands under the headings before it.
      const known = orders.get(name);
      if (match.header === null && known !== undefined) manner = { ...manner, order: known };
      if (match.header !== null) orders.set(name, manner.order);
      manners.set(match.header, manner);
    }
    const laid = pairs?.get(match) ?? layRow(fields, match, block, manner);
    const row: AlignedRow = {
      table, block, row: block.rows[match.target.index]!, label: labelOf(match.label, match.exact),
      placements: laid.placements, columns: manner.order, units: match.header?.units ?? NO_UNITS, confirm: laid.confirm, shown: laid.shown,
      printed: printedIn(match.values), aside: laid.others.map(({ cell }) => cell), copy,
    };
    return { row, used: match.values, headed: manner.placed };
  });
}

function labelOf(field: Field, exact: boolean): AlignedRow['label'] {
  return { start: field.cell.start, end: field.cell.end, exact, text: field.cell.text };
}

/** Where fields stand that are not empty. */
function printedIn(fields: readonly Field[]): Range[] {
  const printed: Range[] = [];
  for (const field of fields) if (!isEmpty(field)) printed.push(field.cell);
  return printed.sort((a, b) => a.start - b.start);
}

function readGroups(fields: Fields, form: Form, table: FormTable, index: number, copy: number, before: number): Read[] {
  const block = table.blocks[0]!;
  const all = matchGroups(fields, table, index, before);
  const columns = block.columns.map((_, column) => column);
  // What was trimmed is blank where no group lacks a number, by its sum.
  const lacks = all.some(({ group, slots, trimmed }) => {
    const values = trimmed === true ? valuesOf({ slots }) : [];
    return values.some((value) => (value ?? 0) !== 0) && sumsHold(rowSums(form, table, block, block.rows[group]!, columns), values) !== true;
  });
  return (lacks ? [] : all).map((match): Read => {
    const first = match.fields[0]?.cell.start ?? fields.grid.start;
    const row: AlignedRow = {
      table, block, row: block.rows[match.group]!,
      label: match.label === null ? { start: first, end: first, exact: true, text: '' } : labelOf(match.label, true),
      placements: match.placements ?? [{ slots: match.slots, basis: 'label', cost: 0 }], columns, units: NO_UNITS, confirm: false, shown: fields.grid.borders === 'shown',
      printed: printedIn(match.fields), aside: [], copy,
    };
    return { row, used: match.fields, headed: true };
  });
}

/** The group of a table that the text right before a grid names last, -1 where none. */
function lastGroup(document: Document, from: number, to: number, table: number, labels: LabelIndex): number {
  const before = hanOf(document.folded.slice(from, to));
  let last = -1;
  let named = -1;
  for (const target of labels.rows) {
    if (target.table !== table) continue;
    const at = before.lastIndexOf(target.key);
    if (at < 0 || at + target.key.length < last) continue;
    last = at + target.key.length;
    named = target.index;
  }
  // A heading of both groups (行政复议、行政诉讼情况) names neither.
  return before.slice(Math.max(0, last - 4), last + 6).includes('复议行政诉讼') ? -1 : named;
}

/** Rows of a grid that hold a text and numbers, and of which no row of the form takes a value. */
function strangeIn(document: Document, fields: Fields, rows: readonly Read[]): Aligned['strange'] {
  const used = new Set(rows.flatMap((row) => row.used));
  const strange: Aligned['strange'] = [];
  for (let row = 0; row < fields.rows; row++) {
    const own = fields.row(row);
    if (!fields.holdsNumber(row) || !own.some(isText) || own.some((field) => used.has(field))) continue;
    const numbers = own.filter(isNumber);
    strange.push({
      text: own.filter(isText).map((field) => field.cell.text).join(' ').slice(0, 60),
      numbers: numbers.map(({ cell }) => document.text.slice(cell.start, cell.end)).join(' '), start: numbers[0]!.cell.start, end: numbers.at(-1)!.cell.end,
    });
  }
  return strange;
}
