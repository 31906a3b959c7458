/** Labels bind rows: which rows of a grid are rows of a table of the form, in any order, and under which headings they stand. */
import type { FormTable } from '../forms/form.ts';
import { isMadeUpHeading } from '../grid/cells.ts';
import { isEmpty, isText, isValue, type Field, type Fields } from './field.ts';
import { readHeader, type Header } from './header.ts';
import { chooseDue, likest, orderOf, type Target } from './labels.ts';

/** A row of the grid that is a row of the form. */
export interface RowMatch {
  gridRow: number;
  target: Target;
  label: Field;
  exact: boolean;
  /** Fields behind the label, up to the next label of the row. */
  values: readonly Field[];
  header: Header | null;
  /** A header row stands above it, of which no heading is the form's. */
  headless: boolean;
}

/** Rows of a table that must be known before a label that rows and columns share names a row. */
const ENOUGH_ROWS = 2;

type RowKind = { kind: 'data'; labels: readonly Field[] } | { kind: 'header' } | { kind: 'other' };

/**
 * The rows of a table in a grid.
 *
 * @param last position of the row bound last in the grids before, -1 where none: a table may go on from grid to grid
 */
export function matchRows(fields: Fields, table: FormTable, index: number, known: readonly Target[], last = -1): RowMatch[] {
  const kinds = Array.from({ length: fields.rows }, (_, row) => kindOf(fields, row, table, index));
  const all = kinds.flatMap((kind, row) => (kind.kind === 'data' ? kind.labels.map((label) => ({ row, label })) : []));
  // 总计 and 其他 without their number are rows only among rows that are beyond doubt.
  const doubtful = (label: Field): boolean => namesColumn(label, index) &&
    !rowTargets(label, index).some((target) => target.ordinal !== 0 && target.ordinal === label.label.ordinal);
  const certain = all.filter(({ label }) => !doubtful(label)).length;
  const hits = certain >= ENOUGH_ROWS ? all : all.filter(({ label }) => !doubtful(label));
  const bound = bindExact(hits, index, last);
  if (bound.size === 0) return [];
  bindLike(fields, kinds, bound, index, known);
  return withHeaders(fields, kinds, bound, table, index);
}

function rowTargets(field: Field, table: number): readonly Target[] {
  return field.label.targets.filter((target) => target.role === 'row' && target.table === table);
}

/** A row of no label of the form. */
const OTHER: RowKind = { kind: 'other' };

function kindOf(fields: Fields, row: number, { shape }: FormTable, table: number): RowKind {
  const own = fields.labelled(row);
  if (own.length === 0) return OTHER;
  const numbers = fields.holdsNumber(row);
  const columns = own.filter((field) => namesColumn(field, table));
  const labels = own.filter((field) => {
    const targets = rowTargets(field, table);
    if (targets.length === 0) return false;
    // 其他 and 总计 head columns too: a number before them, or numbers behind, make rows of them.
    const both = columns.includes(field);
    return !both || targets.some((target) => target.ordinal !== 0 && target.ordinal === field.label.ordinal) || (numbers && columns.length < 2);
  });
  if (labels.length > 0 && (numbers || columns.length - labels.length < 2)) {
    return { kind: 'data', labels: shape === 'pairs' ? labels : [labels.at(-1)!] };
  }
  return columns.length > 0 && !numbers ? { kind: 'header' } : OTHER;
}

/** Whether a field names a column of a table, in any of its blocks. */
function namesColumn({ label }: Field, table: number): boolean {
  return label.targets.some((target) => target.role === 'column' && target.table === table);
}

interface Hit {
  row: number;
  label: Field;
}

interface Bound {
  target: Target;
  exact: boolean;
}

/** @param last position of the row bound last in the grids before, -1 where none */
function bindExact(hits: readonly Hit[], table: number, last: number): Map<Field, Bound> {
  const choices = hits.map(({ label }) => {
    const targets = rowTargets(label, table);
    const numbered = targets.filter((target) => target.ordinal === label.label.ordinal);
    return numbered.length > 0 ? numbered : targets;
  });
  const bound = new Map<Field, Bound>();
  chooseDue(choices, last).forEach((target, i) => {
    if (target !== null) bound.set(hits[i]!.label, { target, exact: true });
  });
  return bound;
}

/** Rows with values whose label no row has: held against the rows that are missing between their neighbours. */
function bindLike(fields: Fields, kinds: readonly RowKind[], bound: Map<Field, Bound>, index: number, known: readonly Target[]): void {
  const used = new Set([...bound.values()].map(({ target }) => orderOf(target)));
  let before = -1;
  for (let row = 0; row < fields.rows; row++) {
    const kind = kinds[row]!;
    if (kind.kind === 'data') {
      for (const label of kind.labels) before = bound.has(label) ? orderOf(bound.get(label)!.target) : before;
      continue;
    }
    if (kind.kind === 'header') continue;
    const label = unknownLabel(fields, row);
    if (label === null) continue;
    let after = Infinity;
    for (let below = row + 1; below < fields.rows && after === Infinity; below++) {
      const next = kinds[below]!;
      const first = next.kind === 'data' ? bound.get(next.labels[0]!) : undefined;
      if (first !== undefined) after = orderOf(first.target);
    }
    const target = likest(label.label, known.filter((each) => each.table === index && !used.has(orderOf(each)) &&
      (before < 0 || orderOf(each) > before) && (after < before || orderOf(each) < after)));
    if (target === null) continue;
    bound.set(label, { target, exact: false });
    used.add(orderOf(target));
    before = orderOf(target);
  }
}

/** The text nearest to a row's first value, where no label knows it. */
function unknownLabel(fields: Fields, row: number): Field | null {
  const own = fields.row(row);
  if (!own.some((field) => isValue(field))) return null;
  const first = own.findIndex(isValue);
  for (let i = first - 1; i >= 0; i--) {
    const field = own[i]!;
    // A unit may stand between.
    if (isEmpty(field) || field.label.key.length < 2) continue;
    return isText(field) && field.label.targets.length === 0 ? field : null;
  }
  return null;
}

/** Every row under the headings last printed above it; those of another block are none of its. */
function withHeaders(fields: Fields, kinds: readonly RowKind[], bound: ReadonlyMap<Field, Bound>, table: FormTable, index: number): RowMatch[] {
  const matches: RowMatch[] = [];
  let heads: number[] = [];
  let fresh = false;
  let strange = false;
  const known = new Map<number, Header | null>();
  for (let row = 0; row < fields.rows; row++) {
    const kind = kinds[row]!;
    const labels = fields.row(row).filter((field) => field.label.key !== '' && bound.has(field));
    if (kind.kind === 'header') {
      if (!fresh) heads = [];
      heads.push(row);
      fresh = true;
      strange = false;
      known.clear();
      continue;
    }
    if (labels.length === 0) {
      const texts = fields.row(row).filter((field) => isText(field) && field.label.targets.length === 0 && !isMadeUpHeading(field.folded));
      const spanning = fields.labelled(row).some(({ label }) => label.targets.some((target) => target.role === 'span' && target.table === index));
      // A merged line of the header (申请人情况) between its other lines.
      if (spanning && fresh) heads.push(row);
      else if (texts.length > 1 && !fields.holdsNumber(row)) strange = true;
      continue;
    }
    fresh = false;
    labels.forEach((label, i) => {
      const { target, exact } = bound.get(label)!;
      const block = table.blocks[target.block]!;
      let header = known.get(target.block);
      if (header === undefined) known.set(target.block, (header = readHeader(fields, heads, index, target.block, block.columns)));
      const from = fields.columnOf(label) + fields.widthOf(label);
      const next = labels[i + 1];
      const to = next === undefined ? Infinity : fields.columnOf(next);
      const values = fields.row(row).filter((field) => {
        const column = fields.columnOf(field);
        return column >= from && column < to;
      });
      matches.push({ gridRow: row, target, label, exact, values, header, headless: strange && header === null });
    });
  }
  return matches;
}
