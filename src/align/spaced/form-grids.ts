/** Regions of white space become grids whose borders are costs: one a section, a column of labels and one a heading. */
import type { Form } from '../../forms/form.ts';
import type { Grid, GridCell, LooseRow } from '../../grid/grid.ts';
import { SPACED_MEASURES, type Atom, type Region } from '../../grid/regions.ts';
import type { Document } from '../../text/document.ts';
import { labelsOf } from '../labels.ts';
import { leavesOf, readHeadings, type Heading } from './heads.ts';
import { isUnit } from './atoms.ts';
import { rowLines, type RowLine } from './label-lines.ts';
import { outcomeLines } from './outcome-lines.ts';
import { pairsGrid } from './pairs-grid.ts';
import { disorderOf, measureOf, modelOf, type Model, type Stretch, type ValueRow } from './positions.ts';
import { firstLine, lastLine, sectionsOf, type Section } from './sections.ts';
import { groupCells } from './group-heads.ts';
import { waysOf } from './ways.ts';

/** A printed value: an atom, or several that are one. */
export interface ValueCell {
  atoms: readonly Atom[];
  cell: GridCell;
  /** By measure. */
  stretch: readonly Stretch[];
}

interface Draft {
  region: Region;
  section: Section;
  rows: { row: RowLine; values: ValueCell[] }[];
}


export function formGrids(document: Document, regions: readonly Region[], form: Form): Grid[] {
  const grids: Grid[] = [];
  const drafts: Draft[] = [];
  for (const whole of regions) {
    const { grids: outcomes, rest: region } = outcomeLines(document, whole, form);
    grids.push(...outcomes);
    for (const section of sectionsOf(region, rowLines(region, form), form)) {
      if (form.tables[section.table]!.shape === 'pairs') {
        const grid = pairsGrid(document, region, section);
        if (grid !== null) grids.push(grid);
      } else {
        drafts.push({ region, section, rows: section.rows.map((row) => ({ row, values: valueCells(document, region, row) })) });
      }
    }
  }
  const disorder = new Map<number, number[]>();
  for (const table of new Set(drafts.map(({ section }) => section.table))) {
    disorder.set(table, disorderOf(drafts.filter(({ section }) => section.table === table).map(({ section, rows }) => [...rows.map(({ values }) => valueRow(0, values)), ...headingRow(section, form)])));
  }
  const all = SPACED_MEASURES.map((_, m) => [...disorder.values()].reduce((sum, list) => sum + list[m]!, 0));
  for (const draft of drafts) {
    const grid = gridOf(document, draft, form, measureOf(disorder.get(draft.section.table)!, all));
    if (grid !== null) grids.push(grid);
  }
  return grids.sort((a, b) => a.start - b.start);
}

/** Headings tell the measure like values. */
function headingRow({ table, block, above }: Section, form: Form): ValueRow[] {
  const leaves = leavesOf(readHeadings(above, form.tables[table]!.blocks[block]!, 0), labelsOf(form), 0);
  return leaves.length === 0 ? [] : [{ page: 0, values: SPACED_MEASURES.map((_, m) => leaves.map(({ from, to }) => ({ from: from[m]!, to: to[m]! }))) }];
}

export function valueCells(document: Document, region: Region, row: RowLine): ValueCell[] {
  const cells: Atom[][] = [];
  for (const atom of region.lines[row.line]!.atoms.slice(row.values, row.end)) {
    if (cells.length > 0 && isUnit(atom) && atom.gap < 2) cells.at(-1)!.push(atom);
    else cells.push([atom]);
  }
  return cells.map((atoms) => valueCell(document, atoms));
}

function valueCell(document: Document, atoms: readonly Atom[]): ValueCell {
  const { start } = atoms[0]!;
  const { end } = atoms.at(-1)!;
  const cell: GridCell = { start, end, text: document.text.slice(start, end), row: 0, column: 0, rowSpan: 1, columnSpan: 1 };
  return { atoms, cell, stretch: SPACED_MEASURES.map((_, m) => ({ from: atoms[0]!.from[m]!, to: atoms.at(-1)!.to[m]! })) };
}

function valueRow(page: number, values: readonly ValueCell[]): ValueRow {
  return { page, values: SPACED_MEASURES.map((__, m) => values.map(({ stretch }) => stretch[m]!)) };
}

function gridOf(document: Document, { region, section, rows }: Draft, form: Form, measure: number): Grid | null {
  const table = form.tables[section.table]!;
  const block = table.blocks[section.block]!;
  const groups = table.shape === 'groups';
  const headings = readHeadings(section.above, block, measure);
  let leaves = leavesOf(headings, labelsOf(form), measure);
  if (!groups && isRepeated(leaves)) leaves = withoutRepeated(leaves, rows);
  for (const row of rows) if (row.row.label.length === 0) row.values = withoutIndex(row.values, leaves, measure);
  const counts = rows.map(({ values }) => values.length).filter((count) => count > 0);
  const own = block.columns.filter((column) => column.optional !== true).length;
  // Headings of which none is the form's: whose columns these are is not told.
  const strange = leaves.length === 0 && headings.length > (block.columns.length > 1 ? 2 : 1);
  const over = rows.some(({ values }) => values.length > leaves.length && values.every(({ atoms }, i) => i === 0 || atoms[0]!.gap >= 2));
  // Headings that are lost or named twice tell no columns; nor do fewer headings than values.
  const torn = leaves.length > 0 && (over || (!groups && isRepeated(leaves)));
  if (torn) leaves = [];
  if (groups && leaves.length === 0) return null;
  const usual = counts.filter((count) => count === block.columns.length).length;
  const columns = leaves.length > 0 ? leaves.length : usual * 2 > counts.length ? block.columns.length : own;
  const valueRows = rows.map(({ row, values }) => valueRow(region.lines[row.line]!.page, values));
  const stretches = leaves.length === 0 ? null : leaves.map((leaf): Stretch => ({ from: leaf.from[measure]!, to: leaf.to[measure]! }));
  const astray = stretches === null ? [] : astrayRows(valueRows.map((row) => row.values[measure]!), stretches);
  const model = columns > 1 ? modelOf(valueRows, columns, stretches, measure) : null;
  // Nothing but the steps between its values shows the columns of a line of groups.
  if (groups && model === null && counts.some((count) => count < columns)) return null;
  const width = columns + 1;
  const lines: GridCell[][] = [];
  const loose: (LooseRow | undefined)[] = [];
  if (leaves.length > 0) {
    const first = leaves.map((leaf) => leaf.atoms[0]!.start);
    const at = Math.min(...first);
    if (groups) {
      const cells = groupCells(document, section.above, leaves, form, section.table);
      lines.push([empty(at, 0, 0), ...cells]);
      loose.push(undefined);
    }
    lines.push([empty(at, lines.length, 0), ...leaves.map((leaf, c) => headingCell(document, leaf, lines.length, c + 1))]);
    loose.push(undefined);
  }
  rows.forEach(({ row, values }, i) => {
    let own: LooseRow = looseRow(document, values, valueRows[i]!, columns, model, measure);
    if (torn || strange || astray[i] === true) own = { ...own, doubtful: true };
    if (row.torn === true) own = { ...own, ways: [] };
    const index = lines.length;
    lines.push(rowCells(document, region, row, own, index, columns));
    loose.push(own);
  });
  const start = Math.min(firstStart(region, section), ...leaves.flatMap((leaf) => leaf.atoms.map((atom) => atom.start)));
  const end = region.lines[Math.max(...section.rows.map(lastLine))]!.end;
  return { syntax: 'spaces', start, end, columns: width, rows: lines, borders: 'guessed', loose };
}

/**
 * Rows of as many values as headings of which one stands below another's heading, where other such rows stand below their own: their
 * number is chance, a column without a heading being among theirs.
 */
function astrayRows(rows: readonly (readonly Stretch[])[], headings: readonly Stretch[]): boolean[] {
  const isUnder = (value: Stretch, heading: Stretch): boolean => value.from < heading.to && heading.from < value.to;
  const full = rows.map((values) => values.length === headings.length);
  const straight = rows.some((values, i) => full[i]! && values.every((value, column) => isUnder(value, headings[column]!)));
  const isAstray = (value: Stretch, column: number): boolean => !isUnder(value, headings[column]!) && headings.some((heading) => isUnder(value, heading));
  return rows.map((values, i) => straight && full[i]! && values.some(isAstray));
}

/** The index of a row that has no label: it stands left of all headings, and the next value below the first. */
function withoutIndex(values: ValueCell[], leaves: readonly Heading[], measure: number): ValueCell[] {
  const heading = leaves[0];
  const [first, second] = values.map(({ stretch }) => stretch[measure]!);
  if (heading === undefined || first === undefined || second === undefined) return values;
  const below = second.from < heading.to[measure]! && heading.from[measure]! < second.to;
  return below && first.to <= heading.from[measure]! ? values.slice(1) : values;
}

function isRepeated(leaves: readonly Heading[]): boolean {
  return leaves.some((leaf, i) => leaf.index >= 0 && leaves.findIndex((other) => other.index === leaf.index) < i);
}

/** A script that fills merged cells prints headings and values over again: where all rows agree, each counts once. */
function withoutRepeated(leaves: readonly Heading[], rows: Draft['rows']): Heading[] {
  const valued = rows.filter(({ values }) => values.length > 0);
  const kept = leaves.flatMap((leaf, i) => (leaf.index >= 0 && leaves.findIndex((other) => other.index === leaf.index) < i ? [] : [i]));
  const same = valued.every(({ values }) => values.length === leaves.length &&
    values.every(({ cell }, i) => cell.text === values[leaves.findIndex((leaf) => leaf.index === leaves[i]!.index)]!.cell.text));
  if (!same) return [...leaves];
  for (const row of valued) row.values = kept.map((i) => row.values[i]!);
  return kept.map((i) => leaves[i]!);
}

function firstStart(region: Region, section: Section): number {
  return region.lines[firstLine(section.rows[0]!)]!.start;
}

/** The ways of a row; where two values stand in one column they are one that cannot be read. */
function looseRow(document: Document, values: readonly ValueCell[], row: ValueRow, columns: number, model: Model | null, measure: number): LooseRow {
  const plain = waysFor(values, columns, model, row.page, measure);
  if (model !== null && model.regime !== 'drifting' && values.length > columns) {
    for (let i = 1; i < values.length; i++) {
      if (values[i]!.atoms[0]!.gap >= 2) continue;
      const merged = [...values.slice(0, i - 1), valueCell(document, [...values[i - 1]!.atoms, ...values[i]!.atoms]), ...values.slice(i + 1)];
      const other = waysFor(merged, columns, model, row.page, measure);
      if (other.ways.length > 0 && !other.doubtful) return other;
    }
  }
  return plain;
}

function waysFor(values: readonly ValueCell[], columns: number, model: Model | null, page: number, measure: number): LooseRow {
  const { ways, outOfLine } = waysOf(values.map(({ stretch }) => stretch[measure]!), columns, model, page);
  return { values: values.map(({ cell }) => cell), ways, doubtful: outOfLine };
}

function rowCells(document: Document, region: Region, row: RowLine, { values, ways }: LooseRow, index: number, columns: number): GridCell[] {
  const parts = row.label.map(({ line, from, to }) => ({ start: region.lines[line]!.atoms[from]!.start, end: region.lines[line]!.atoms[to - 1]!.end })).sort((a, b) => a.start - b.start);
  const at = region.lines[row.line]!.atoms[0]!.start;
  const label: GridCell = parts.length === 0 ? empty(at, index, 0) : {
    start: parts[0]!.start, end: parts.at(-1)!.end, text: parts.map(({ start, end }) => document.text.slice(start, end)).join('\n'), row: index, column: 0, rowSpan: 1, columnSpan: 1,
    ...(parts.length > 1 ? { pieces: parts } : {}),
  };
  let best = ways[0];
  for (const way of ways) if (way.cost < best!.cost) best = way;
  const cells = [label];
  let blankAt = label.end;
  for (let c = 0; c < columns; c++) {
    const i = best === undefined ? (c < values.length ? c : -1) : best.columns.indexOf(c);
    const value = i < 0 ? undefined : values[i];
    if (value === undefined) cells.push(empty(blankAt, index, c + 1));
    else {
      cells.push({ ...value, row: index, column: c + 1 });
      blankAt = value.end;
    }
  }
  return cells;
}

function headingCell(document: Document, { atoms }: Heading, row: number, column: number): GridCell {
  const pieces = atoms.map(({ start, end }) => ({ start, end }));
  return {
    start: pieces[0]!.start, end: pieces.at(-1)!.end, text: pieces.map(({ start, end }) => document.text.slice(start, end)).join('\n'), row, column, rowSpan: 1, columnSpan: 1,
    ...(pieces.length > 1 ? { pieces } : {}),
  };
}

function empty(at: number, row: number, column: number): GridCell {
  return { start: at, end: at, text: '', row, column, rowSpan: 1, columnSpan: 1 };
}
