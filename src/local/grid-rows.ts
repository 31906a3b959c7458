/** Local tables in grids: every row is read by the columns that the headings name. */
import type { Grid, GridCell } from '../grid/grid.ts';
import type { Document } from '../text/document.ts';
import { hanOf } from '../text/reading.ts';
import { beginsLabel } from './name.ts';
import { coverOf, isHead, panelsAt, type Cover, type Panel } from './panel.ts';
import { EMPTY, lastCaption, open, type LocalRow, type LocalTable, type Slot } from './table.ts';
import { bare, joined, slotOf, unitBehind, type Words } from './words.ts';

/** Rows of a line each: blanks at their end may be left out. In other syntaxes a cell too few is a cell lost. */
const LINES: ReadonlySet<Grid['syntax']> = new Set(['tab', 'csv']);
/** Text between two grids of one table: a page's number, a broken label. */
const LONGEST_GAP = 60;
const NOTE = /^(?:注|说明|备注|填表说明)[:：]?/;

/** Headings that were read, for grids that go on with the same table. */
interface Open {
  grid: Grid;
  panels: readonly Panel[];
  tables: { panel: Panel; table: { rows: LocalRow[]; end: number }; labels: Set<string> }[];
}

/** The local tables among grids, in text order. */
export function gridTables(document: Document, grids: readonly Grid[], words: Words): LocalTable[] {
  const found: LocalTable[] = [];
  let before: Open | null = null;
  for (const grid of grids) {
    const cover = coverOf(grid);
    const next = headsOf(grid, words);
    const gap: string = before === null ? '' : document.text.slice(before.grid.end, grid.start);
    const goesOn: boolean = before !== null && before.grid.columns === grid.columns && gap.length <= LONGEST_GAP && !/[。；]/.test(gap);
    let current: Open | null = goesOn && next[0] !== 0 ? { ...before!, grid } : null;
    if (current !== null) {
      const rows = grid.rows.slice(0, next[0] ?? grid.rows.length).map((_, row) => row);
      for (const { panel, table } of current.tables) {
        table.rows.push(...rowsOf(grid, cover, { ...panel, body: 0 }, rows, words, brokenIn(gap)));
        table.end = grid.end;
      }
    }
    for (const [index, head] of next.entries()) {
      const panels = panelsAt(grid, cover, head, words);
      const known = current ?? (goesOn ? before : null);
      const same = known !== null && known.panels.length === panels.length && panels.every((panel, at) => isSame(panel, known.panels[at]!));
      const tables: Open['tables'] = [];
      for (const [at, panel] of panels.entries()) {
        const range = grid.rows.map((_, row) => row).slice(panel.body, next[index + 1] ?? grid.rows.length);
        const rows = rowsOf(grid, cover, panel, range, words, '');
        // Headings once more behind a page break; a table that begins anew repeats its rows.
        const running = same && !rows.some((row) => known.tables[at]!.labels.has(bare(row.printed))) && bare(brokenIn(gap)) === '' && lastCaption(gap) === null;
        if (running) {
          known.tables[at]!.table.rows.push(...rows);
          for (const row of rows) known.tables[at]!.labels.add(bare(row.printed));
          known.tables[at]!.table.end = grid.end;
          tables.push(known.tables[at]!);
        } else {
          const header = [...new Set(grid.rows.slice(panel.head, panel.body).flatMap((cells) => cells.map((cell) => joined(cell.text))))].filter((text) => text !== '').join(' ');
          const table = { header, headings: panel.values.map(({ heading }) => heading), unit: panel.valueUnit, rows, start: grid.start, end: grid.end };
          found.push(table);
          tables.push({ panel, table, labels: new Set(rows.map((row) => bare(row.printed))) });
        }
      }
      current = { grid, panels, tables };
    }
    before = current;
  }
  return found.filter(({ rows }) => rows.length > 0);
}

/** Rows of headings. A row of them right below another is its second line. */
function headsOf(grid: Grid, words: Words): number[] {
  return grid.rows.flatMap((cells, row) => (isHead(cells, words) ? [row] : []));
}

function isSame(one: Panel, other: Panel): boolean {
  return one.label === other.label && one.unit === other.unit && one.values.length === other.values.length &&
    one.values.every(({ column, heading }, index) => column === other.values[index]!.column && heading === other.values[index]!.heading);
}

/** What of a gap between two grids may be the first half of a label. */
function brokenIn(gap: string): string {
  const lines = gap.split(/[\r\n\f]+/).map((line) => line.replace(/^[|\s]+|[|\s]+$/g, '')).filter((line) => hanOf(line) !== '');
  const text = lines.join('');
  return /^[第共\s\d页\/,，]+$/.test(text) || /报告|年报|附表|统计表/.test(text) ? '' : text;
}

function rowsOf(grid: Grid, cover: Cover, panel: Panel, range: readonly number[], words: Words, broken: string): LocalRow[] {
  const rows: LocalRow[] = [];
  let carried = '';
  let head = broken;
  for (const index of range) {
    const cells = grid.rows[index]!.filter((cell) => cell.column >= panel.from && cell.column < panel.to);
    const found = rowOf(grid, cover, panel, index, cells, words);
    if (found === null) continue;
    if (found.alone && !isHeading(found.row.printed)) {
      head += found.row.printed;
      continue;
    }
    const { row } = found;
    if (head !== '') {
      rows.push(...behind(head, row, panel, words));
      head = '';
      continue;
    }
    // Merged labels that were flattened stand beside their first row only.
    if (row.group !== null) carried = row.group;
    else if (found.grouped && carried !== '') row.group = carried;
    else carried = '';
    rows.push(row);
  }
  return rows;
}

/** 一、主动公开情况, 其中：: heads the rows below. */
function isHeading(printed: string): boolean {
  return /^[（(]?[一二三四五六七八九十]+[、.．）)]|[:：]$|情况$|方面$/.test(printed);
}

/** A line of text before a row: the first half of its label where rows have units, else that or a row whose blanks are not shown. */
function behind(head: string, row: LocalRow, panel: Panel, words: Words): LocalRow[] {
  const blank = { ...row, printed: head, slots: row.slots.map(() => EMPTY), unit: null };
  // A broken line with cells of its own: which of them are labels is not told.
  if (/[|\t]/.test(head)) return [{ ...row, printed: joined(head + row.printed), slots: open(row.slots.length, ''), torn: true }];
  if (beginsLabel(row.printed) || unitBehind(bare(head), words) !== null) {
    return panel.unit < 0 ? [blank, row] : [{ ...blank, slots: open(row.slots.length, ''), torn: true }, row];
  }
  const whole = { ...row, printed: joined(head + row.printed) };
  if (panel.unit >= 0) return [whole];
  return [{ ...whole, slots: open(row.slots.length, row.slots.map(({ value, doubt }) => doubt ?? value ?? '').join(' ')), torn: true }];
}

interface RowRead {
  row: LocalRow;
  /** Nothing but the label is printed, not even empty cells. */
  alone: boolean;
  /** The row has an empty field beside its label where others have a merged label. */
  grouped: boolean;
}

function rowOf(grid: Grid, cover: Cover, panel: Panel, index: number, cells: readonly GridCell[], words: Words): RowRead | null {
  const filled = cells.filter((cell) => cell.text !== '');
  if (filled.length === 0) return null;
  const own = cover(index, panel.label);
  const outer = panel.groups.map((column) => cover(index, column)).filter((cell) => cell !== null && cell !== own);
  const group = outer.findLast((cell) => cell!.text !== '') ?? null;
  const label = own !== null && own.text !== '' && own.row === index ? own : group?.row === index ? group : null;
  const text = label?.text ?? '';
  if (label !== null && (NOTE.test(text.trim()) || label.columnSpan >= panel.to - panel.from)) return null;
  const printed = joined(text);
  const start = (label ?? filled[0]!).start;
  const unitCell = panel.unit < 0 ? null : cover(index, panel.unit);
  const numbers = filled.filter((cell) => cell !== label && cell !== group && cell !== unitCell).map((cell) => cell.text).join(' ');
  const slots = slotsOf(grid, cover, panel, index, cells, unitCell, words, numbers);
  const base = { printed, start, unit: unitCell === null || unitCell.text === '' ? null : joined(unitCell.text), group: group === null || group === label ? null : joined(group.text), slots };
  if (label === null && slots.every((slot) => slot.value === null && slot.doubt === null)) return null;
  const row: LocalRow = hanOf(printed) === '' || printed.startsWith('|') ? { ...base, slots: open(slots.length, numbers), torn: true } : base;
  const reach = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0);
  return { row, alone: label !== null && filled.every((cell) => cell === label) && reach < panel.to, grouped: own !== label ? false : outer.some((cell) => cell!.text === '') };
}

function slotsOf(grid: Grid, cover: Cover, panel: Panel, index: number, cells: readonly GridCell[], unit: GridCell | null, words: Words, numbers: string): Slot[] {
  const fields = panel.values.map(({ column }): GridCell | null => cover(index, column));
  const reach = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0);
  const short = reach < panel.to && !LINES.has(grid.syntax);
  // A row with a cell too few or too many is shifted: its unit stands elsewhere, or a number in its place.
  const shifted = unit !== null && unit.text !== '' && (/\d/.test(bare(unit.text)) || bare(unit.text).length > 6);
  const misplaced = fields.some((cell) => cell !== null && words.units.has(bare(cell.text)));
  const merged = panel.values.some(({ column, to }, at) => {
    const cell = fields[at] ?? null;
    return cell !== null && (cell.row !== index || cell.rowSpan > 1 || cell.column !== column || cell.column + cell.columnSpan > to);
  });
  const unitless = panel.unit >= 0 && (unit === null || unit.text === '') && numbers !== '' && grid.rows[index]!.length < grid.columns;
  const empty = numbers === '' && fields.every((cell) => cell === null || cell.text === '');
  if (!empty && (short || shifted || misplaced || merged || unitless)) return open(fields.length, numbers === '' ? unit?.text ?? '' : numbers);
  if (empty && (short || shifted)) return open(fields.length, unit?.text ?? '');
  return fields.map((cell) => (cell === null ? EMPTY : slotOf(cell.text, grid.syntax === 'list')));
}
