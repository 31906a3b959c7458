/** Tables of tabs: each line with a tab behind its first content is a row, and so are lines of empty fields among them. */
import { MOST_CELLS, plainGrid } from './cells.ts';
import { isBlank, trimRange } from './content.ts';
import { printField } from './fields.ts';
import type { Grid } from './grid.ts';
import { readRecord, type DelimitedRecord } from './record.ts';
import type { SourceLine, Stretch } from './source.ts';

interface TabRow {
  record: DelimitedRecord;
  start: number;
  end: number;
  /** Whether a tab stands behind content: an indented line has none. */
  parted: boolean;
  tabs: number;
}

const TAB = 9;
/** A field with more characters and a full stop is prose. */
const PROSE = 120;
/** A row all of whose cells are empty, its tabs trimmed, is its label: 2.重复申请. A section's heading begins with 二、. */
const LABEL = /^\s*(?:[(（]|\d{1,2}[.．、])?(?![一二三四五六七八九十]{1,3}、)[^。；;!?]{2,60}$/;
/** So many rows of nothing may follow each other. */
const MOST_LABELS = 12;

export function scanTabs(text: string, stretch: Stretch): Grid[] {
  const grids: Grid[] = [];
  let run: TabRow[] = [];
  /** Whether blank lines stand between all rows of the run. */
  let spread = false;
  let gap = 0;
  const end = (): void => {
    grids.push(...gridsOf(text, run));
    run = [];
    spread = false;
  };
  for (let i = 0; i < stretch.length; i++) {
    const line = stretch[i]!;
    const record = hasTab(text, line) || isQuote(text, line) ? readRecord(text, stretch, i, '\t') : null;
    if (record === null || record.fields.length < 2) {
      const labels = run.length > 0 && gap === 0 && !spread ? labelLines(text, stretch, i) : 0;
      if (labels > 0) {
        for (const label of stretch.slice(i, i + labels)) run.push(labelRow(text, label));
        i += labels - 1;
      } else if (isEmpty(text, line)) gap++;
      else end();
      continue;
    }
    const row = tabRow(text, record, line.start, stretch[i + record.lines - 1]!.end);
    if (run.length > 0 && gap > 0) {
      const last = run.at(-1)!;
      if ((run.length === 1 || spread) && last.record.fields.length === record.fields.length && gap === 1 && nextIsGap(text, stretch, i + record.lines)) {
        spread = true;
      } else end();
    } else if (spread) end();
    gap = 0;
    run.push(row);
    i += record.lines - 1;
  }
  end();
  return grids;
}

/** How many labels alone on their lines stand between the row above and a row that has the tabs of a table. */
function labelLines(text: string, stretch: Stretch, from: number): number {
  for (let count = 0; count <= MOST_LABELS && from + count < stretch.length; count++) {
    const line = stretch[from + count]!;
    if (hasTab(text, line)) return text.charCodeAt(line.start) === TAB ? 0 : count;
    if (line.end - line.start > PROSE || !LABEL.test(text.slice(line.start, line.end))) return 0;
  }
  return 0;
}

function labelRow(text: string, { start, end }: SourceLine): TabRow {
  return { record: { fields: [{ ...trimRange(text, start, end), quoted: false }], lines: 1 }, start, end, parted: true, tabs: 0 };
}

function hasTab(text: string, line: SourceLine): boolean {
  for (let i = line.start; i < line.end; i++) if (text.charCodeAt(i) === TAB) return true;
  return false;
}

function isQuote(text: string, line: SourceLine): boolean {
  return text.charAt(line.start) === '"';
}

function isEmpty(text: string, line: SourceLine): boolean {
  for (let i = line.start; i < line.end; i++) if (!isBlank(text.charCodeAt(i))) return false;
  return true;
}

function nextIsGap(text: string, stretch: Stretch, index: number): boolean {
  const line = stretch[index];
  return line === undefined || isEmpty(text, line) || !hasTab(text, line);
}

function tabRow(text: string, record: DelimitedRecord, start: number, end: number): TabRow {
  const tabs = record.fields.length - 1;
  const first = record.fields.findIndex((field) => field.end > field.start);
  return { record, start, end, parted: first >= 0 && first < tabs && text.length > 0, tabs };
}

/** The tables of a run of lines with tabs. Lines that are only indented belong to one where most lines are rows. */
function gridsOf(text: string, run: readonly TabRow[]): Grid[] {
  const belongs = (row: TabRow): boolean => row.parted || row.tabs > 1;
  const rows = run.filter(belongs).length;
  if (rows === 0 || run.reduce((sum, row) => sum + row.tabs + 1, 0) > MOST_CELLS) return [];
  const parts: TabRow[][] = [];
  if (rows * 2 >= run.length) parts.push(trim([...run], belongs));
  else {
    let part: TabRow[] = [];
    for (const row of [...run, null]) {
      if (row !== null && belongs(row)) part.push(row);
      else if (part.length > 0) {
        parts.push(part);
        part = [];
      }
    }
  }
  return parts.flatMap((part) => {
    if (!part.some((row) => row.parted) || part.every((row) => isProse(text, row))) return [];
    return plainGrid('tab', part[0]!.start, part.at(-1)!.end, part.map((row) => row.record.fields.map((field) => printField(text, field))));
  });
}

function trim(rows: TabRow[], belongs: (row: TabRow) => boolean): TabRow[] {
  let from = 0;
  let to = rows.length;
  while (from < to && !belongs(rows[from]!)) from++;
  while (to > from && !belongs(rows[to - 1]!)) to--;
  return rows.slice(from, to);
}

function isProse(text: string, row: TabRow): boolean {
  return row.record.fields.some((field) => field.end - field.start > PROSE && text.slice(field.start, field.end).includes('。'));
}
