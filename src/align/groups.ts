/**
 * Groups of the same columns side by side (行政复议 | 行政诉讼): which group a column belongs to is told by the labels over it, by
 * the label of its row, by the label before the grid, or by the order the groups are printed in.
 */
import type { FormTable, Row } from '../forms/form.ts';
import type { LooseRow } from '../grid/grid.ts';
import { fold } from '../text/fold.ts';
import { blankReading, contentOf, hanOf, readingAt, type Reading } from '../text/reading.ts';
import type { Placement } from './aligned.ts';
import { isEmpty, isText, isTrimmed, isValue, readingOf, type Field, type Fields } from './field.ts';
import { columnNamed } from './header.ts';

/** A group's values, by column of the block; `null` where a column is not printed. */
export interface GroupMatch {
  /** Index of the group among the block's rows. */
  group: number;
  label: Field | null;
  slots: (Reading | null)[];
  fields: readonly Field[];
  /** The ways in which its values may stand, where borders are costs. */
  placements?: Placement[];
  /** Its row ends before its last columns: only sums can tell whether those are blank. */
  trimmed?: boolean;
}

/**
 * An outcome a line: each row holds the label of a column and one value; the group is named beside it or in a line above.
 * Empty where the grid is not printed so.
 */
function matchLines(fields: Fields, table: number, width: number, before: number): GroupMatch[] {
  const found = new Map<number, GroupMatch>();
  let group = before;
  let label: Field | null = null;
  for (let row = 0; row < fields.rows; row++) {
    const own = fields.row(row);
    const labelled = fields.labelled(row);
    const outcomes = labelled.filter((field) => columnNamed(field, table, 0) >= 0);
    const named = labelled.filter((field) => groupNamed(field, table) >= 0);
    if (outcomes.length > 1 || named.length > 1) return [];
    if (named.length === 1) {
      label = named[0]!;
      group = groupNamed(label, table);
    }
    const [outcome] = outcomes;
    if (outcome === undefined) {
      // A group's line holds its label and nothing else.
      if (fields.holdsNumber(row)) return [];
      continue;
    }
    const values = own.filter((field) => fields.columnOf(field) > fields.columnOf(outcome));
    const filled = values.filter((field) => !isEmpty(field));
    if (filled.length > 1 || values.length === 0 || group < 0) return [];
    let match = found.get(group);
    if (match === undefined) found.set(group, (match = { group, label, slots: new Array<Reading | null>(width).fill(null), fields: [] }));
    const index = columnNamed(outcome, table, 0);
    const value = filled[0] ?? values[0]!;
    // An outcome printed twice: another's label is lost, and nothing tells which.
    if (match.slots[index] !== null) match.placements = [];
    match.slots[index] = readingOf(value);
    (match.fields as Field[]).push(value);
  }
  return [...found.values()];
}

/** Index of the group that a field names, -1 where none. */
function groupNamed(field: Field, table: number): number {
  const target = field.label.targets.find((each) => each.role === 'row' && each.table === table);
  return target === undefined ? -1 : target.index;
}

interface Leaf {
  column: number;
  width: number;
  index: number;
  group: number;
  label: Field | null;
}

/**
 * @param before the group whose label was printed last before the grid, -1 where none
 */
export function matchGroups(fields: Fields, table: FormTable, index: number, before: number): GroupMatch[] {
  const block = table.blocks[0]!;
  const lines = matchLines(fields, index, block.columns.length, before);
  if (lines.length > 0) return lines;
  const matches: GroupMatch[] = [];
  let heads: number[] = [];
  let fresh = false;
  for (let row = 0; row < fields.rows; row++) {
    const own = fields.row(row);
    const labelled = fields.labelled(row);
    const outcomes = labelled.filter((field) => columnNamed(field, index, 0) >= 0);
    const groups = labelled.filter((field) => groupNamed(field, index) >= 0);
    const filled = own.some((field) => isValue(field) || (isText(field) && field.label.targets.length === 0));
    const numbers = fields.holdsNumber(row);
    // A group's label over blank cells heads columns, unless their headings stand above it already: then the row is blank.
    const headed = (): boolean => fresh && leavesOf(fields, heads, index).some((leaf) => groups.some((field) => fields.columnOf(field) < leaf.column));
    if (!numbers && (outcomes.length > 0 || (groups.length > 0 && !filled && !headed()))) {
      if (!fresh) heads = [];
      heads.push(row);
      fresh = true;
      continue;
    }
    const spans = labelled.some(({ label }) => label.targets.some((target) => target.table === index && target.role === 'span'));
    if (spans && !numbers && groups.length === 0) {
      if (!fresh) heads = [];
      heads.push(row);
      fresh = true;
      continue;
    }
    fresh = false;
    // The label of an outcome among values heads none of them.
    if (heads.length === 0 || outcomes.length > 0) continue;
    const found = readRow(fields, row, heads, groups, index, table, before);
    matches.push(...found);
  }
  return matches;
}

function readRow(fields: Fields, row: number, heads: readonly number[], groups: readonly Field[], table: number, form: FormTable, before: number): GroupMatch[] {
  const width = form.blocks[0]!.columns.length;
  const leaves = leavesOf(fields, heads, table);
  if (leaves.length === 0) return [];
  const own = fields.row(row);
  const rowLabel = groups.at(-1) ?? null;
  const rowGroup = rowLabel === null ? -1 : groupNamed(rowLabel, table);
  const from = rowLabel === null ? 0 : fields.columnOf(rowLabel) + fields.widthOf(rowLabel);
  const values = own.filter((field) => fields.columnOf(field) >= from);
  if (rowLabel === null && values.every(isEmpty) && !values.some((field) => leaves.some((leaf) => leaf.column === fields.columnOf(field)))) return [];
  const grouped = rowGroup >= 0 ? leaves.map((leaf) => ofGroup(leaf, rowGroup, rowLabel)) : groupLeaves(fields, heads, leaves, table, form, before);
  if (grouped === null) return [];
  return place(fields, row, values, grouped, width);
}

/** The headings of columns in reading order of their places, the lowest of each. */
function leavesOf(fields: Fields, heads: readonly number[], table: number): Leaf[] {
  const leaves: Leaf[] = [];
  const seen = new Set<Field>();
  for (const row of heads) {
    for (const field of fields.labelled(row)) {
      const index = columnNamed(field, table, 0);
      if (index < 0 || seen.has(field)) continue;
      seen.add(field);
      leaves.push({ column: fields.columnOf(field), width: fields.widthOf(field), index, group: -1, label: null });
    }
  }
  return leaves;
}

function ofGroup({ column, width, index, label }: Leaf, group: number, own: Field | null = label): Leaf {
  return { column, width, index, group, label: own };
}

/** Gives every heading its group; `null` where that cannot be told. */
function groupLeaves(fields: Fields, heads: readonly number[], leaves: readonly Leaf[], table: number, form: FormTable, before: number): Leaf[] | null {
  const { rows, columns } = form.blocks[0]!;
  const width = columns.length;
  const count = rows.length;
  const named: { field: Field; group: number; column: number }[] = [];
  for (const row of heads) {
    for (const field of fields.labelled(row)) {
      const group = groupNamed(field, table);
      if (group >= 0 && !named.some((each) => each.field === field)) named.push({ field, group, column: fields.columnOf(field) });
    }
  }
  const inPlace = byPlace(fields, leaves, named);
  if (inPlace !== null) return inPlace;
  const order = named.map((each) => each.group);
  // Flattened: the groups in the order they are printed, each with a set of columns of its own.
  if (new Set(order).size === order.length && order.length > 0 && leaves.length === order.length * width) {
    const chunks = order.map((group, i) => leaves.slice(i * width, (i + 1) * width).map((leaf) => ofGroup(leaf, group, named[i]!.field)));
    if (chunks.every((chunk) => new Set(chunk.map((leaf) => leaf.index)).size === width)) return chunks.flat();
  }
  if (named.length > 0) return null;
  // 行政诉讼 over two sets of columns whose own labels are lost: the groups it spans, in the form's order.
  const under = spanned(fields, heads, table, rows);
  if (under.length > 0 && leaves.length === under.length * width) {
    const chunks = under.map((group, i) => leaves.slice(i * width, (i + 1) * width).map((leaf) => ofGroup(leaf, group)));
    if (chunks.every((chunk) => new Set(chunk.map((leaf) => leaf.index)).size === width)) return chunks.flat();
  }
  if (leaves.length === count * width) {
    const chunks = Array.from({ length: count }, (_, group) => leaves.slice(group * width, (group + 1) * width).map((leaf) => ofGroup(leaf, group)));
    if (chunks.every((chunk) => new Set(chunk.map((leaf) => leaf.index)).size === width)) return chunks.flat();
  }
  if (before >= 0 && new Set(leaves.map((leaf) => leaf.index)).size === leaves.length) {
    return leaves.map((leaf) => ofGroup(leaf, before));
  }
  return null;
}

/** The groups under the labels of several (行政诉讼) that head the columns. */
function spanned(fields: Fields, heads: readonly number[], table: number, rows: readonly Row[]): number[] {
  const keys = heads.flatMap((row) => fields.labelled(row))
    .filter(({ label }) => label.targets.some((target) => target.table === table && target.role === 'span')).map(({ label }) => label.key);
  return rows.flatMap((row, group) => (row.groups?.some((label) => keys.includes(hanOf(label))) === true ? [group] : []));
}

/** Each heading under the group label that covers it. */
function byPlace(fields: Fields, leaves: readonly Leaf[], named: readonly { field: Field; group: number; column: number }[]): Leaf[] | null {
  if (named.length === 0) return null;
  const sorted = [...named].sort((a, b) => a.column - b.column);
  const spans = sorted.every((each) => fields.widthOf(each.field) > 1) || sorted.length === 1;
  const placed: Leaf[] = [];
  for (const leaf of leaves) {
    const over = sorted.filter((each) => each.column <= leaf.column && (!spans || sorted.length === 1 || leaf.column < each.column + fields.widthOf(each.field))).at(-1);
    if (over === undefined) return null;
    if (placed.some((other) => other.group === over.group && other.index === leaf.index)) return null;
    placed.push(ofGroup(leaf, over.group, over.field));
  }
  return placed;
}

/** The row's values under the headings, by place or, where there are just as many, in order. */
function place(fields: Fields, row: number, values: readonly Field[], leaves: readonly Leaf[], width: number): GroupMatch[] {
  const loose = fields.grid.loose?.[row];
  if (loose !== undefined) return placeLoose(loose, values, leaves, width);
  const matches = new Map<number, GroupMatch>();
  const matchOf = (leaf: Leaf): GroupMatch => {
    let match = matches.get(leaf.group);
    if (match === undefined) matches.set(leaf.group, (match = { group: leaf.group, label: leaf.label, slots: new Array<Reading | null>(width).fill(null), fields: [] }));
    return match;
  };
  const columns = leaves.map((leaf) => leaf.column);
  const distinct = new Set(columns).size === columns.length;
  const over = (field: Field): Leaf | undefined => leaves.find((leaf) => fields.columnOf(field) >= leaf.column && fields.columnOf(field) < leaf.column + leaf.width);
  const inPlace = distinct && leaves.every((leaf) => fields.at(row, leaf.column) !== null) && values.every((field) => isEmpty(field) || over(field) !== undefined);
  if (inPlace) {
    for (const leaf of leaves) {
      const field = fields.at(row, leaf.column)!;
      const match = matchOf(leaf);
      match.slots[leaf.index] = readingOf(field);
      (match.fields as Field[]).push(field);
    }
    return [...matches.values()];
  }
  const trimmed = values.length < leaves.length && isTrimmed(fields);
  if (values.length !== leaves.length && !trimmed) return [];
  const end = values.at(-1)?.cell.end ?? -1;
  leaves.forEach((leaf, i) => {
    const match = matchOf(leaf);
    match.trimmed = trimmed;
    const value = values[i];
    match.slots[leaf.index] = value === undefined ? blankReading(end) : readingOf(value);
    if (value !== undefined) (match.fields as Field[]).push(value);
  });
  return [...matches.values()];
}

/** Each group with the ways in which its own values may stand, whatever those of its neighbours do. */
function placeLoose(loose: LooseRow, values: readonly Field[], leaves: readonly Leaf[], width: number): GroupMatch[] {
  const readings = loose.values.map((cell) => readingAt(contentOf(fold(cell.text).trim()), cell.start, cell.end));
  const at = loose.values.at(-1)?.end ?? -1;
  const blank = blankReading(at);
  const groups = [...new Set(leaves.map((leaf) => leaf.group))];
  return groups.map((group): GroupMatch => {
    const own = leaves.filter((leaf) => leaf.group === group);
    const known = new Map<string, Placement>();
    for (const { columns, cost } of loose.ways) {
      const slots = new Array<Reading | null>(width).fill(null);
      const key = own.map((leaf) => {
        const i = columns.indexOf(leaf.column - 1);
        slots[leaf.index] = i < 0 ? blank : readings[i]!;
        return i;
      }).join();
      const before = known.get(key);
      if (before === undefined || before.cost > cost) known.set(key, { slots, basis: loose.ways.length === 1 ? 'label' : 'position', cost });
    }
    const first = [...known.values()][0];
    return { group, label: own[0]!.label, slots: [...(first?.slots ?? new Array<null>(width).fill(null))], fields: values, placements: loose.doubtful ? [] : [...known.values()] };
  });
}
