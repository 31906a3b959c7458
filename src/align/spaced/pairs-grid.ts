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
  const counted = countsRows(printed.map(({ values }) => values[0]));
  if (counted) for (const { values } of printed) values.shift();
  // A heading of codes behind the one of the labels, over numbers that do not count: which of them are codes is not told.
  const mixed = !counted && [...section.above.values()].some((atoms) => atoms.some(({ text }, i) => i > 0 && CODES.test(text)));
  const columns = usualCount(printed);
  const lines = rows.map((__, index): GridCell[] => {
    const { label, unit, values } = printed[index]!;
    const at = values.at(-1)?.end ?? unit?.end ?? label.end;
    // A number that goes on below: what it is cannot be told.
    if (rows[index]!.torn === true || (mixed && values.length <= columns)) values.splice(0, values.length, ...values.map((value) => ({ ...value, text: `${value.text} …` })));
    // Fewer numbers than in other rows: which of the columns is empty is not told.
    const cells = values.length === columns || values.length === 0 ? Array.from({ length: columns }, (_, c) => values[c] ?? blank(at)) :
      Array.from({ length: columns }, (_, c) => ({ ...(values[c] ?? values[0]!), text: values.map(({ text }) => text).join(' ') }));
    return [label, unit ?? blank(label.end), ...cells].map((cell, column) => ({ ...cell, row: index, column }));
  });
  const start = region.lines[section.rows[0]!.line]!.start;
  const end = region.lines[Math.max(...section.rows.map(lastLine))]!.end;
  return { syntax: 'spaces', start, end, columns: columns + 2, rows: lines, borders: 'guessed', loose: [] };
}

const CODES = /^(?:序号|编号|代码|编码|指标代码|行次|栏次|行号)$/;
/** Rows that must go up before their first numbers count them, and the share of steps that may be longer. */
const ENOUGH_STEPS = 3;
const SHARE = 0.8;
const MOST_STEP = 3;

/** 101, 102, 103 … behind the labels: codes, and not the values of rows of which most are blank. */
function countsRows(first: readonly (GridCell | undefined)[]): boolean {
  let steps = 0;
  for (let i = 1; i < first.length; i++) {
    const step = Number(first[i]?.text ?? NaN) - Number(first[i - 1]?.text ?? NaN);
    if (step >= 1 && step <= MOST_STEP) steps++;
  }
  return steps >= ENOUGH_STEPS && steps >= SHARE * (first.length - 1);
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
    else if (isUnit(atom) && unit === null && values.length === 1 && atom.gap >= 2) unit = cell(atom.start, atom.end);
    else if (isUnit(atom) && values.length > 0 && atom.gap < 2) values.push({ ...cell(values.at(-1)!.start, atom.end), ...{ start: values.pop()!.start } });
    else values.push(cell(atom.start, atom.end));
  }
  return { label, unit, values };
}

function blank(at: number): GridCell {
  return { start: at, end: at, text: '', row: 0, column: 0, rowSpan: 1, columnSpan: 1 };
}
