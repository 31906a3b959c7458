/** Rows of a region under one header each: a section is what one block of the form prints between two headers. */
import type { Atom, Region } from '../../grid/regions.ts';
import type { Form } from '../../forms/form.ts';
import { labelsOf, type Target } from '../labels.ts';
import { leavesOf, readHeadings, type Heading } from './heads.ts';
import { isPlainValue } from './atoms.ts';
import type { RowLine } from './label-lines.ts';

export interface Section {
  table: number;
  block: number;
  rows: RowLine[];
  /** What stands between the section's first row and the row before it. */
  above: ReadonlyMap<number, readonly Atom[]>;
}

/** Lines above a section's first row that can be its header. */
const MOST_HEADER = 14;
/** Headings that make a header of a table of groups whose row has no label. */
const ENOUGH_OUTCOMES = 3;
const MEASURE = 0;

export function firstLine(row: RowLine): number {
  return row.label.reduce((least, { line }) => Math.min(least, line), row.line);
}

export function lastLine(row: RowLine): number {
  return row.label.reduce((most, { line }) => Math.max(most, line), row.line);
}

export function sectionsOf(region: Region, rows: readonly RowLine[], form: Form): Section[] {
  const sections: Section[] = [];
  const labels = labelsOf(form);
  const used = new Map<number, Set<number>>();
  for (const { label } of rows) {
    for (const { line, from, to } of label) {
      let set = used.get(line);
      if (set === undefined) used.set(line, (set = new Set()));
      for (let i = from; i < to; i++) set.add(i);
    }
  }
  const between = (from: number, to: number): Map<number, Atom[]> => {
    const atoms = new Map<number, Atom[]>();
    for (let line = Math.max(from, to - MOST_HEADER); line < to; line++) {
      const own = region.lines[line]!.atoms.filter((atom, i) => used.get(line)?.has(i) !== true && !isPlainValue(atom));
      if (own.length > 0) atoms.set(line, own);
    }
    return atoms;
  };
  const named = (atoms: ReadonlyMap<number, readonly Atom[]>, table: number, block: number): number =>
    new Set(leavesOf(readHeadings(atoms, form.tables[table]!.blocks[block]!, MEASURE), labels, MEASURE).map((leaf: Heading) => leaf.index).filter((index) => index >= 0)).size;
  let current: Section | null = null;
  let previous = -1;
  // A header of groups with nothing below: their cells are blank.
  const blankGroups = (above: Map<number, Atom[]>): void => {
    const headed = bestHeaded(form, (table, block) => named(above, table, block));
    if (headed === null || form.tables[headed.table]!.shape !== 'groups') return;
    const line = Math.max(...above.keys());
    const end = region.lines[line]!.atoms.length;
    sections.push({ ...headed, rows: [{ line, label: [], targets: [], values: end, end }], above });
  };
  for (const row of rows) {
    const above = between(previous + 1, firstLine(row));
    if (row.targets.length > 0 && !row.targets.some((target) => form.tables[target.table]!.shape === 'groups')) blankGroups(above);
    previous = Math.max(previous, lastLine(row));
    const options = row.targets;
    if (options.length > 0) {
      const own: Section | null = current;
      const same: boolean = own !== null && options.some((each) => each.table === own.table && each.block === own.block);
      const target: Pick<Target, 'table' | 'block'> = same && own !== null ? own : options[0]!;
      const columns = form.tables[target.table]!.blocks[target.block]!.columns.length;
      if (same && own !== null && (columns < 2 || named(above, target.table, target.block) < 2)) own.rows.push(row);
      else sections.push((current = { table: target.table, block: target.block, rows: [row], above }));
      continue;
    }
    const headed = bestHeaded(form, (table, block) => named(above, table, block));
    if (headed !== null) sections.push((current = { ...headed, rows: [row], above }));
    else if (current !== null && form.tables[current.table]!.shape !== 'groups') current.rows.push(row);
  }
  blankGroups(between(previous + 1, Math.min(region.lines.length, previous + 1 + MOST_HEADER)));
  return sections;
}

/** The block whose columns the words above a row without a known label name. */
function bestHeaded(form: Form, named: (table: number, block: number) => number): { table: number; block: number } | null {
  let best: { table: number; block: number } | null = null;
  let most = 1;
  form.tables.forEach(({ shape, blocks }, table) => {
    if (shape === 'pairs') return;
    blocks.forEach(({ columns }, block) => {
      if (columns.length < 2) return;
      const count = named(table, block);
      if (count > most && (shape !== 'groups' || count >= ENOUGH_OUTCOMES)) {
        most = count;
        best = { table, block };
      }
    });
  });
  return best;
}
