/** Labels of groups over headings that repeat (行政复议 | 未经复议直接起诉 | 复议后起诉): one over each set of headings, in their order. */
import type { Form } from '../../forms/form.ts';
import type { GridCell } from '../../grid/grid.ts';
import type { Atom } from '../../grid/regions.ts';
import type { Document } from '../../text/document.ts';
import { labelsOf } from '../labels.ts';
import type { Heading } from './heads.ts';

/** @returns cells of one row, `[]` where there are not just as many labels as sets of headings */
export function groupCells(document: Document, above: ReadonlyMap<number, readonly Atom[]>, leaves: readonly Heading[], form: Form, table: number): GridCell[] {
  const labels = labelsOf(form);
  const groups = new Map<number, Atom>();
  for (const atoms of above.values()) {
    for (const atom of atoms) {
      const target = labels.lookUp(atom.text).targets.find((each) => each.role === 'row' && each.table === table);
      // A label that is printed over each of its columns counts once.
      if (target !== undefined && !groups.has(target.index)) groups.set(target.index, atom);
    }
  }
  const named = [...groups.values()];
  const sets = setsOf(leaves);
  if (named.length !== sets.length) return [];
  named.sort((a, b) => a.from[0]! - b.from[0]!);
  return sets.map(({ from, to }, i): GridCell => {
    const { start, end } = named[i]!;
    return { start, end, text: document.text.slice(start, end), row: 0, column: from + 1, rowSpan: 1, columnSpan: to - from };
  });
}

/** Runs of headings of which none is repeated. */
function setsOf(leaves: readonly Heading[]): { from: number; to: number }[] {
  const sets: { from: number; to: number }[] = [];
  let seen = new Set<number>();
  let from = 0;
  leaves.forEach(({ index }, i) => {
    if (index >= 0 && seen.has(index)) {
      sets.push({ from, to: i });
      from = i;
      seen = new Set();
    }
    if (index >= 0) seen.add(index);
  });
  if (leaves.length > from) sets.push({ from, to: leaves.length });
  return sets;
}
