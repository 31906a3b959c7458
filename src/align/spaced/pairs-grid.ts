/** A table of pairs that white space lays out: label, unit, value; codes and serials stand beside them. */
import type { Grid, GridCell } from '../../grid/grid.ts';
import type { Region } from '../../grid/regions.ts';
import type { Document } from '../../text/document.ts';
import { isUnit } from './atoms.ts';
import type { RowLine } from './label-lines.ts';
import { lastLine, type Section } from './sections.ts';

export function pairsGrid(document: Document, region: Region, section: Section): Grid | null {
  const rows = section.rows.filter((row) => row.label.length > 0);
  if (rows.length === 0) return null;
  const printed = rows.map((row) => partsOf(document, region, row));
  const columns = usualCount(printed);
  const lines = rows.map((__, index): GridCell[] => {
    const { label, unit, values } = printed[index]!;
    const at = values.at(-1)?.end ?? unit?.end ?? label.end;
    // A number that goes on below: what it is cannot be told.
    if (rows[index]!.torn === true) values.splice(0, values.length, ...values.map((value) => ({ ...value, text: `${value.text} …` })));
    // Fewer numbers than in other rows: which of the columns is empty is not told.
    const cells = values.length === columns || values.length === 0 ? Array.from({ length: columns }, (_, c) => values[c] ?? blank(at)) :
      Array.from({ length: columns }, (_, c) => ({ ...(values[c] ?? values[0]!), text: values.map(({ text }) => text).join(' ') }));
    return [label, unit ?? blank(label.end), ...cells].map((cell, column) => ({ ...cell, row: index, column }));
  });
  const start = region.lines[section.rows[0]!.line]!.start;
  const end = region.lines[Math.max(...section.rows.map(lastLine))]!.end;
  return { syntax: 'spaces', start, end, columns: columns + 2, rows: lines, borders: 'guessed', loose: [] };
}

/** As many numbers as most rows print; the more where as many rows print fewer. */
function usualCount(printed: readonly Parts[]): number {
  const counts = new Map<number, number>();
  for (const { values } of printed) if (values.length > 0) counts.set(values.length, (counts.get(values.length) ?? 0) + 1);
  let usual = 1;
  let most = 0;
  for (const [count, rows] of counts) if (rows > most || (rows === most && count > usual)) [usual, most] = [count, rows];
  return usual;
}

interface Parts {
  label: GridCell;
  unit: GridCell | null;
  values: GridCell[];
}

function partsOf(document: Document, region: Region, row: RowLine): Parts {
  const cell = (start: number, end: number): GridCell => ({ start, end, text: document.text.slice(start, end), row: 0, column: 0, rowSpan: 1, columnSpan: 1 });
  const parts = row.label.map(({ line, from, to }) => ({ start: region.lines[line]!.atoms[from]!.start, end: region.lines[line]!.atoms[to - 1]!.end })).sort((a, b) => a.start - b.start);
  const label = { ...cell(parts[0]!.start, parts.at(-1)!.end), text: parts.map(({ start, end }) => document.text.slice(start, end)).join('\n') };
  let unit: GridCell | null = null;
  const values: GridCell[] = [];
  for (const atom of region.lines[row.line]!.atoms.slice(row.values, row.end)) {
    if (isUnit(atom) && values.length === 0 && unit === null) unit = cell(atom.start, atom.end);
    else if (isUnit(atom) && values.length > 0 && atom.gap < 2) values.push({ ...cell(values.at(-1)!.start, atom.end), ...{ start: values.pop()!.start } });
    else values.push(cell(atom.start, atom.end));
  }
  return { label, unit, values };
}

function blank(at: number): GridCell {
  return { start: at, end: at, text: '', row: 0, column: 0, rowSpan: 1, columnSpan: 1 };
}
