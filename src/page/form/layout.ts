/** A form's tables as the notice prints them: rows of printed cells with their spans, made from the form's data. */
import { cellPath } from '../../forms/cells.ts';
import type { Block, Column, FormTable, Row } from '../../forms/form.ts';

/** A printed cell: a label, or the place of a value. */
export interface PrintedCell {
  kind: 'columnHead' | 'rowHead' | 'title' | 'value' | 'unit' | 'empty';
  text: string;
  /** Address of the value inside `tables`; only of a value. */
  path: string | null;
  columns: number;
  rows: number;
  /** Steps that the label stands to the right, where the form prints its levels so. */
  indent?: number;
}

export interface PrintedTable {
  name: string;
  title: string;
  /** Relative widths of the grid's columns. */
  widths: readonly number[];
  rows: readonly (readonly PrintedCell[])[];
}

function cell(kind: PrintedCell['kind'], text: string, columns = 1, rows = 1): PrintedCell {
  return { kind, text, path: null, columns, rows };
}

function value(table: FormTable, row: Row, column: Column, columns = 1): PrintedCell {
  return { kind: 'value', text: '', path: cellPath(table, row, column), columns, rows: 1 };
}

/**
 * The table as printed.
 *
 * @param has whether the report has a cell: optional rows and columns are printed only where it does
 */
export function printTable(table: FormTable, has: (path: string) => boolean): PrintedTable {
  const shown = table.blocks.map((block) => withoutAbsent(table, block, has));
  return { name: table.name, title: table.title, ...LAYOUTS[table.shape](table, shown) };
}

/** A block without the optional rows and columns of which the report has no cell. */
function withoutAbsent(table: FormTable, block: Block, has: (path: string) => boolean): Block {
  const columns = block.columns.filter((column) => column.optional !== true || block.rows.some((row) => has(cellPath(table, row, column))));
  const rows = block.rows.filter((row) => row.optional !== true || columns.some((column) => has(cellPath(table, row, column))));
  return { title: block.title, columns, rows };
}

type Layout = Pick<PrintedTable, 'widths' | 'rows'>;
const LAYOUTS: Readonly<Record<FormTable['shape'], (table: FormTable, blocks: readonly Block[]) => Layout>> = {
  blocks: layBlocks, rows: layRows, groups: layGroups, pairs: layPairs,
};

const commonMultiple = (numbers: readonly number[]): number => numbers.reduce((a, b) => {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return (a * b) / x;
}, 1);

/** Blocks under each other in one grid; a block of fewer columns has wider ones. */
function layBlocks(table: FormTable, blocks: readonly Block[]): Layout {
  const parts = commonMultiple(blocks.map((block) => block.columns.length));
  const [head = ''] = table.spanning;
  const rows = blocks.flatMap((block) => {
    const span = parts / block.columns.length;
    return [
      ...(block.title === null ? [] : [[cell('title', block.title, parts + 1)]]),
      [cell('columnHead', head), ...block.columns.map((column) => cell('columnHead', column.label, span))],
      ...block.rows.map((row) => [cell('rowHead', row.label), ...block.columns.map((column) => value(table, row, column, span))]),
    ];
  });
  return { widths: [2.4, ...Array<number>(parts).fill(6 / parts)], rows };
}

/** Merged labels left of the rows and above the columns. */
function layRows(table: FormTable, blocks: readonly Block[]): Layout {
  const depth = Math.max(...blocks.flatMap((block) => block.rows.map((row) => (row.groups?.length ?? 0) + 1)));
  const rows = blocks.flatMap((block) => [...columnHeads(table, block, depth), ...block.rows.map((row, index) => [
    ...rowHeads(block.rows, index, depth), ...block.columns.map((column) => value(table, row, column)),
  ])]);
  const columns = Math.max(...blocks.map((block) => block.columns.length));
  return { widths: [...Array<number>(depth - 1).fill(1.1), 4.4, ...Array<number>(columns).fill(1)], rows };
}

/** The label over all columns, the labels over some of them, the columns; the corner holds what the form prints there. */
function columnHeads(table: FormTable, block: Block, depth: number): PrintedCell[][] {
  const grouped = block.columns.some((column) => column.group !== undefined);
  const levels = (table.head === undefined ? 0 : 1) + (grouped ? 2 : 1);
  const labels = new Set([table.head, ...block.columns.map(({ group }) => group), ...block.rows.flatMap(({ groups = [] }) => groups)]);
  // What spans columns and is the label of none stands in the corner: the relation that the form prints.
  const corner = cell('columnHead', table.spanning.find((text) => !labels.has(text)) ?? '', depth, levels);
  const top = table.head === undefined ? [] : [[cell('columnHead', table.head, block.columns.length)]];
  if (!grouped) return cornered(corner, [...top, block.columns.map((column) => cell('columnHead', column.label))]);
  const over: PrintedCell[] = [];
  block.columns.forEach((column, index) => {
    if (column.group === undefined) over.push(cell('columnHead', column.label, 1, 2));
    else if (block.columns[index - 1]?.group === column.group) over.at(-1)!.columns++;
    else over.push(cell('columnHead', column.group));
  });
  return cornered(corner, [...top, over, block.columns.filter((column) => column.group !== undefined).map((column) => cell('columnHead', column.label))]);
}

function cornered(corner: PrintedCell, [first = [], ...rest]: PrintedCell[][]): PrintedCell[][] {
  return [[corner, ...first], ...rest];
}

/** The labels of a row that begin at it: groups span the rows they head, the row's own label what is left of the width. */
function rowHeads(rows: readonly Row[], index: number, depth: number): PrintedCell[] {
  const row = rows[index]!;
  const groups = row.groups ?? [];
  const under = (other: Row | undefined, level: number): boolean => groups.slice(0, level + 1).every((group, at) => other?.groups?.[at] === group);
  const heads: PrintedCell[] = [];
  groups.forEach((group, level) => {
    if (under(rows[index - 1], level)) return;
    let count = 1;
    while (under(rows[index + count], level)) count++;
    heads.push(cell('rowHead', group, 1, count));
  });
  return [...heads, cell('rowHead', row.label, depth - groups.length)];
}

/** Groups of columns side by side over one row of values; groups may have a label in common. */
function layGroups(table: FormTable, blocks: readonly Block[]): Layout {
  const rows = blocks.flatMap((block) => {
    const { columns } = block;
    const deep = block.rows.some((row) => row.groups !== undefined);
    const over: PrintedCell[] = [];
    block.rows.forEach((row, index) => {
      const group = row.groups?.[0];
      if (group === undefined) over.push(cell('columnHead', row.label, columns.length, deep ? 2 : 1));
      else if (block.rows[index - 1]?.groups?.[0] === group) over.at(-1)!.columns += columns.length;
      else over.push(cell('columnHead', group, columns.length));
    });
    return [
      over,
      ...(deep ? [block.rows.filter((row) => row.groups !== undefined).map((row) => cell('columnHead', row.label, columns.length))] : []),
      block.rows.flatMap(() => columns.map((column) => cell('columnHead', column.label))),
      block.rows.flatMap((row) => columns.map((column) => value(table, row, column))),
    ];
  });
  return { widths: Array<number>(Math.max(...blocks.map((block) => block.rows.length * block.columns.length))).fill(1), rows };
}

/** A label, its unit, its value. */
function layPairs(table: FormTable, blocks: readonly Block[]): Layout {
  const rows = blocks.flatMap((block) => {
    const [column] = block.columns;
    let level = 0;
    return [
      table.spanning.map((text) => cell('columnHead', text)),
      ...block.rows.map((row) => {
        level = levelOf(row.label) ?? level;
        const label = { ...cell('rowHead', row.label), indent: level };
        const unit = row.unit ?? column?.unit ?? '';
        return row.heading === true || column === undefined ? [label, cell('unit', '——'), cell('empty', '')] : [label, cell('unit', unit), value(table, row, column)];
      }),
    ];
  });
  return { widths: [8, 1.2, 2], rows };
}

/** How deep a numbered label stands; `null` where it carries no number and stands as deep as the one above. */
function levelOf(label: string): number | null {
  if (/^[一二三四五六七八九十]+、/.test(label)) return 0;
  if (label.startsWith('（')) return 1;
  if (/^\d+\./.test(label)) return 2;
  return label.startsWith('其中') ? 3 : null;
}
