/** An outcome a line (结果维持  3), the group in a line above: labels of columns that stand where rows have theirs. */
import type { Form } from '../../forms/form.ts';
import type { Grid, GridCell } from '../../grid/grid.ts';
import type { Region, SpacedLine } from '../../grid/regions.ts';
import type { Document } from '../../text/document.ts';
import { labelsOf } from '../labels.ts';
import { isPlainValue, isUnit } from './atoms.ts';

/** So many outcomes make a table. */
const ENOUGH = 3;

type Kind = 'outcome' | 'group' | 'other';

export interface OutcomeLines {
  grids: Grid[];
  /** The region without those lines. */
  rest: Region;
}

export function outcomeLines(document: Document, region: Region, form: Form): OutcomeLines {
  const table = form.tables.findIndex(({ shape }) => shape === 'groups');
  if (table < 0) return { grids: [], rest: region };
  const labels = labelsOf(form);
  const split = (line: SpacedLine): number => {
    let values = line.atoms.length;
    while (values > 0 && (isPlainValue(line.atoms[values - 1]!) || isUnit(line.atoms[values - 1]!))) values--;
    return values;
  };
  const kindOf = (line: SpacedLine): Kind => {
    const values = split(line);
    const serial = line.atoms.length > 1 && isPlainValue(line.atoms[0]!) ? 1 : 0;
    const label = line.atoms.slice(serial, values);
    const { targets } = labels.lookUp(label.map(({ text }) => text).join(''));
    const numbers = line.atoms.slice(values).filter((atom) => !isUnit(atom)).length;
    if (numbers < 2 && targets.some((target) => target.table === table && target.role === 'column')) return 'outcome';
    const named = targets.some((target) => target.table === table && (target.role === 'row' || target.role === 'span'));
    return named && numbers === 0 ? 'group' : 'other';
  };
  const kinds = region.lines.map(kindOf);
  const grids: Grid[] = [];
  const rest: SpacedLine[] = [];
  for (let i = 0; i < kinds.length;) {
    let end = i;
    while (end < kinds.length && kinds[end] !== 'other') end++;
    const outcomes = kinds.slice(i, end).filter((kind) => kind === 'outcome').length;
    const valued = region.lines.slice(i, end).some((line) => split(line) < line.atoms.length);
    if (outcomes >= ENOUGH && valued) grids.push(gridOf(document, region.lines.slice(i, end), split));
    else rest.push(...region.lines.slice(i, Math.max(end, i + 1)));
    i = Math.max(end, i + 1);
  }
  return { grids, rest: { ...region, lines: rest } };
}

function gridOf(document: Document, lines: readonly SpacedLine[], split: (line: SpacedLine) => number): Grid {
  const rows = lines.map((line, row): GridCell[] => {
    const values = split(line);
    const serial = values > 1 && isPlainValue(line.atoms[0]!) ? 1 : 0;
    const label = { start: line.atoms[serial]!.start, end: line.atoms[values - 1]!.end };
    const value = values < line.atoms.length ? { start: line.atoms[values]!.start, end: line.atoms.at(-1)!.end } : { start: label.end, end: label.end };
    return [label, value].map(({ start, end }, column) => ({ start, end, text: document.text.slice(start, end), row, column, rowSpan: 1, columnSpan: 1 }));
  });
  return { syntax: 'spaces', start: lines[0]!.start, end: lines.at(-1)!.end, columns: 2, rows, borders: 'guessed', loose: [] };
}
