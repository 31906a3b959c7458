/**
 * Local 统计表 (before 2014, or a province's own): no form knows their rows. Their own headers say what each column holds,
 * and every row is read by these columns, in grids and in texts that flow.
 */
import type { Form } from '../forms/form.ts';
import { FORMS, type Registry } from '../forms/registry.ts';
import type { Grid } from '../grid/grid.ts';
import type { Finding, Indicator } from '../schema/report.ts';
import { finding } from '../findings/catalogue.ts';
import { placeOf, type Document } from '../text/document.ts';
import { gridTables } from './grid-rows.ts';
import { indicatorsOf } from './indicators.ts';
import { nameOf } from './name.ts';
import { streamTables } from './stream.ts';
import { lastCaption, type LocalTable } from './table.ts';
import { bare, topicsOf, wordsOf, type Words } from './words.ts';

export interface LocalTables {
  indicators: Indicator[];
  findings: Finding[];
  /** Extents of the tables, sorted and disjoint. */
  spans: { start: number; end: number }[];
  /** Headings of the first table, and where it begins. */
  signal: { words: string; at: number };
}

/** Rows on these many subjects of disclosure, and so many rows, make a table one of disclosure; a title does with less. */
const ENOUGH_TOPICS = 2;
const ENOUGH_ROWS = 3;
/** Share of the rows on no subject of disclosure in a table that is one all the same. */
const MOST_STRANGE = 0.6;
const TITLE_REACH = 80;
const REPORT_REACH = 2000;

/** @returns `null` where no table of the document is a local 统计表 */
export function readLocal(document: Document, grids: readonly Grid[], forms: Registry = FORMS): LocalTables | null {
  const form = forms.find(({ local }) => local !== null);
  if (form?.local == null) return null;
  const words = wordsOf(form.local);
  const shown = grids.filter(({ borders }) => borders === 'shown');
  const all = [...gridTables(document, shown, words), ...streamTables(document, shown, words)].sort((a, b) => a.start - b.start);
  const judged = onDisclosure(document, all, form, words);
  if (judged.length === 0) return null;
  const second = judged.findIndex((table, index) => index > 0 && beginsReport(document, judged[index - 1]!.end, table.start));
  const tables = second < 0 ? judged : judged.slice(0, second);
  const first = tables[0]!;
  const { indicators, findings } = indicatorsOf(document, tables, tables.map((table) => captionOf(document, table)), form, words);
  if (second >= 0) findings.push(finding('document/second-report', {}, placeOf(document, tables.at(-1)!.end)));
  return {
    indicators, findings,
    spans: spansOf(tables),
    signal: { words: first.header, at: first.start },
  };
}

const REPORT = /公开[^。，；：:]{0,12}(?:年度报告|年报|报告)[^]{20,}一、/;

/** Whether another report begins between two tables, its title and first heading within a line: the tables behind are its own. */
function beginsReport(document: Document, from: number, to: number): boolean {
  return REPORT.test(document.folded.slice(from, Math.min(to, from + REPORT_REACH)));
}

/** The tables that count what a 统计表 counts: not a budget, not a list of staff. */
function onDisclosure(document: Document, tables: readonly LocalTable[], form: Form, words: Words): LocalTable[] {
  const judged = tables.map((table) => {
    const names = table.rows.map((row) => nameOf(row.printed, words));
    const subjects = names.map(({ label }) => topicsOf(bare(label), words));
    // 其中：1、在办 is on what the row above it is on.
    const strange = subjects.filter((list, index) => list.length === 0 && names[index]!.part === 0 && !names[index]!.opens).length;
    return { table, topics: new Set(subjects.flat()), rows: subjects.filter((list) => list.length > 0).length, strange, titled: isTitled(document, table, form) };
  });
  const near = judged.filter(({ table, strange, titled }) => titled || strange <= table.rows.length * MOST_STRANGE);
  const topics = new Set(near.flatMap((one) => [...one.topics]));
  const rows = near.reduce((sum, one) => sum + one.rows, 0);
  const titled = near.some((one) => one.titled);
  if (rows < (titled ? 1 : ENOUGH_ROWS) || topics.size < (titled ? 1 : ENOUGH_TOPICS)) return [];
  return near.map(({ table }) => table);
}

function isTitled(document: Document, { start }: LocalTable, { recognition }: Form): boolean {
  const before = bare(document.folded.slice(Math.max(0, start - TITLE_REACH), start));
  return recognition.titles.some((title) => before.includes(title));
}

/** 附表一 主动公开情况, on the line above the table; `null` where none stands there. */
function captionOf(document: Document, { start }: LocalTable): string | null {
  return lastCaption(document.text.slice(Math.max(0, start - TITLE_REACH), start));
}

function spansOf(tables: readonly LocalTable[]): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of tables) {
    const last = spans.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}
