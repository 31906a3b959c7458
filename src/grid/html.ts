/**
 * HTML tables inside text or Markdown, as converters and character recognition write them. End tags may be missing; a
 * table that is never closed ends with its last cell, and rows that stand without a table are one.
 */
import { formGrid, type SpannedCell } from '../text/form-grid.ts';
import { cellAt } from './cells.ts';
import type { Grid, Range } from './grid.ts';
import { HTML, isHidden, readContent } from './inline.ts';
import type { Stretch } from './source.ts';
import { readSpans } from './spans.ts';

type Row = SpannedCell<Range>[];

interface OpenTable {
  start: number;
  /** Behind its last tag. */
  end: number;
  groups: Row[][];
  group: Row[] | null;
  row: Row | null;
  cell: SpannedCell<Range> | null;
  /** Where a table begins inside one of its cells; -1 while there is none. */
  inner: number;
  /** Whether a tag of its own opened it. */
  tagged: boolean;
}

const TAGS = /<!--|<(\/?)(table|tr|td|th|thead|tbody|tfoot|caption)(?=[\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*>|[^<>]*>)/gi;
const ANY_TAG = /<[^<>]*>/g;
/** Text between two rows that is longer belongs to no table. */
const STRAY = 60;

export function scanHtml(text: string, stretch: Stretch): Grid[] {
  const from = stretch[0]!.start;
  const to = stretch.at(-1)!.end;
  const reader = new TableReader(text, to);
  TAGS.lastIndex = from;
  for (let found = TAGS.exec(text); found !== null && found.index < to; found = TAGS.exec(text)) {
    if (found[0] === '<!--') {
      const close = text.indexOf('-->', found.index);
      if (close < 0) break;
      TAGS.lastIndex = close;
    } else reader.tag(found[2]!.toLowerCase(), found[1] === '/', found[3]!.slice(0, -1), found.index, TAGS.lastIndex);
  }
  return reader.finish();
}

class TableReader {
  private readonly open: OpenTable[] = [];
  private readonly grids: Grid[] = [];
  private readonly text: string;
  private readonly limit: number;

  constructor(text: string, limit: number) {
    this.text = text;
    this.limit = limit;
  }

  tag(name: string, closing: boolean, attributes: string, start: number, end: number): void {
    this.leaveStray(start);
    const table = this.open.at(-1);
    if (name === 'table') {
      if (closing) this.closeTable(start, end);
      else this.openTable(start, end, true);
      return;
    }
    if (name === 'caption') {
      // The title above the rows is no row; it stays with the text before the table.
      if (table?.groups.length === 0) table.start = end;
      if (table !== undefined) table.end = end;
      return;
    }
    if (closing) {
      if (table === undefined) return;
      if (name === 'td' || name === 'th') closeCell(table, start);
      else {
        closeCell(table, start);
        table.row = null;
        if (name !== 'tr') table.group = null;
      }
      table.end = end;
      return;
    }
    const into = table ?? this.openTable(start, start, false);
    closeCell(into, start);
    if (name === 'td' || name === 'th') openCell(into, attributes, end);
    else {
      into.row = null;
      if (name !== 'tr') into.group = null;
      else openRow(into, isHidden(attributes));
    }
    into.end = end;
  }

  /** Ends tables between whose rows other text stands. */
  private leaveStray(at: number): void {
    const table = this.open.at(-1);
    if (table === undefined || table.cell !== null || at <= table.end) return;
    const stray = this.text.slice(table.end, at).replace(ANY_TAG, '').trim();
    if (stray.length > (table.tagged ? STRAY : 0) && table.groups.length > 0) {
      this.open.pop();
      this.emit(table);
    }
  }

  private openTable(start: number, end: number, tagged: boolean): OpenTable {
    const parent = this.open.at(-1);
    if (parent !== undefined) {
      if (parent.cell === null) {
        this.open.pop();
        this.emit(parent);
      } else if (parent.inner < 0) parent.inner = start;
    }
    const table: OpenTable = { start, end, groups: [], group: null, row: null, cell: null, inner: -1, tagged };
    this.open.push(table);
    return table;
  }

  private closeTable(start: number, end: number): void {
    const table = this.open.pop();
    if (table === undefined) return;
    closeCell(table, start);
    table.end = end;
    // A table in whose cells tables stand lays them out.
    if (table.inner < 0) this.emit(table);
  }

  /** Ends what is still open, and yields the grids in text order. */
  finish(): Grid[] {
    for (const table of this.open) this.emit(this.cutShort(table));
    return this.grids.sort((a, b) => a.start - b.start);
  }

  /**
   * A table without an end tag: its last cell reaches to the end of its line, and tables that seem to stand in it follow
   * it.
   */
  private cutShort(table: OpenTable): OpenTable {
    const bound = table.inner < 0 ? this.limit : table.inner;
    const cells = (row: Row): Row => row.filter((cell) => cell.content.start <= bound);
    const groups = table.groups.map((group) => group.map(cells).filter((row) => row.length > 0));
    const last = groups.at(-1)?.at(-1)?.at(-1) ?? null;
    let end = Math.min(table.end, bound);
    if (last !== null && (last === table.cell || last.content.end > bound)) {
      const first = this.text.slice(last.content.start, bound).search(/\S/);
      const stop = first < 0 ? bound : this.text.slice(last.content.start + first, bound).search(/[\r\n]/);
      last.content.end = first < 0 || stop < 0 ? bound : last.content.start + first + stop;
      if (first < 0) last.content.end = last.content.start;
      end = Math.max(end, last.content.end);
      if (last.content.end < bound && table.inner >= 0) end = last.content.end;
    }
    return { ...table, groups, end };
  }

  private emit(table: OpenTable): void {
    const formed = formGrid(table.groups);
    if (formed.rows.reduce((sum, row) => sum + row.length, 0) < 2) return;
    this.grids.push({
      syntax: 'html', start: table.start, end: table.end, columns: formed.columns, borders: 'shown',
      rows: formed.rows.map((cells) => cells.map(({ content, row, column, rowSpan, columnSpan }) => (
        cellAt(readContent(this.text, content.start, content.end, HTML), row, column, rowSpan, columnSpan)
      ))),
    });
  }
}

function openRow(table: OpenTable, hidden: boolean): Row {
  const row: Row = [];
  if (table.group === null) table.groups.push((table.group = []));
  if (!hidden) table.group.push(row);
  table.row = row;
  return row;
}

function openCell(table: OpenTable, attributes: string, start: number): void {
  const row = table.row ?? openRow(table, false);
  const cell: SpannedCell<Range> = { content: { start, end: start }, ...readSpans(attributes) };
  if (!isHidden(attributes)) row.push(cell);
  table.cell = cell;
}

function closeCell(table: OpenTable, at: number): void {
  if (table.cell !== null) table.cell.content.end = at;
  table.cell = null;
}
