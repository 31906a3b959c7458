/** Local tables in text that flows: a cell a line, a row a line, all on one line, glued. The header says what a row holds. */
import type { Grid } from '../grid/grid.ts';
import { lineIndexAt, type Document } from '../text/document.ts';
import { isSpace } from '../text/chars.ts';
import { squeeze } from '../text/squeeze.ts';
import { cellRows } from './cells.ts';
import { flowRows } from './flow.ts';
import { gluedRows } from './glued.ts';
import type { LocalRow, LocalTable } from './table.ts';
import { brokenHeaders, isSecondLine } from './broken-header.ts';
import { bare, joined, unitBehind, type Role, type Words } from './words.ts';

/** A heading where it stands. */
export interface Heading {
  role: Role;
  start: number;
  end: number;
  /** What it says, where that is not what stands at its place alone. */
  text?: string;
}

/** Headings, and where the last line of them ends. */
export interface Header {
  headings: readonly Heading[];
  end: number;
}

/** A header and the text it governs. */
export interface Region {
  headings: readonly Heading[];
  /** Behind the last heading, and where the text ends that can be the table's. */
  start: number;
  end: number;
}

/** No local table is longer. */
const LONGEST = 20_000;

/** @param shown grids whose text is read already */
export function streamTables(document: Document, shown: readonly Grid[], words: Words): LocalTable[] {
  const tables: LocalTable[] = [];
  let from = 0;
  for (const { start, end } of [...shown, { start: document.text.length, end: document.text.length }]) {
    if (start > from) tables.push(...tablesIn(document, from, start, words));
    from = Math.max(from, end);
  }
  return tables;
}

function tablesIn(document: Document, from: number, to: number, words: Words): LocalTable[] {
  const broken = brokenHeaders(document, from, to, words);
  const whole = headersIn(document, from, to, words).map((headings): Header => ({ headings, end: headings.at(-1)!.end }));
  const headers = [...broken, ...whole.filter(({ headings }) => !broken.some((other) => headings[0]!.start < other.end && other.headings[0]!.start < headings.at(-1)!.end))]
    .sort((a, b) => a.end - b.end);
  return headers.flatMap(({ headings, end: start }, index) => {
    const end = Math.min(headers[index + 1]?.headings[0]!.start ?? to, start + LONGEST);
    const rows = rowsBehind(document, { headings, start, end }, words);
    if (rows.length === 0) return [];
    const values = headings.filter(({ role }) => role === 'value').map((heading) => textOf(document, heading));
    if (new Set(values).size < values.length) return [];
    const units = new Set(values.map((heading) => unitBehind(bare(heading), words)));
    const header = headings.map((heading) => textOf(document, heading)).join(' ');
    return [{ header, headings: values, unit: units.size === 1 ? [...units][0]! : null, rows: rows.map(({ row }) => row), start: headings[0]!.start, end: rows.at(-1)!.end }];
  });
}

function textOf(document: Document, { text, start, end }: Heading): string {
  return text ?? joined(document.text.slice(start, end));
}

/** A row, and where it ends. */
export interface StreamRow {
  row: LocalRow;
  end: number;
}

function rowsBehind(document: Document, region: Region, words: Words): StreamRow[] {
  const { headings } = region;
  const gaps = headings.slice(1).map((heading, index) => document.text.slice(headings[index]!.end, heading.start));
  if (gaps.every((gap) => /[\r\n]/.test(gap))) return cellRows(document, region, words);
  if (gaps.every((gap) => /\s/.test(gap))) return isHeaderBroken(document, region) ? [] : flowRows(document, region, words);
  return gluedRows(document, region, words);
}

/** Whether the line below the header goes on with its headings: which is whose second half is not told. */
function isHeaderBroken(document: Document, { start, end }: Region): boolean {
  const line = document.lines[lineOf(document, start) + 1];
  return line !== undefined && line.start < end && isSecondLine(document.folded.slice(line.start, line.end));
}

/** Headers of a stretch of the text, each as its headings. */
function headersIn(document: Document, from: number, to: number, words: Words): Heading[][] {
  const { text, at } = squeeze(document.folded, from, to);
  const found: Heading[][] = [];
  const { header } = words;
  header.lastIndex = 0;
  for (let match = header.exec(text); match !== null; match = header.exec(text)) {
    if (!isEdge(document, at[match.index]!, from)) continue;
    const stop = match.index + match[0].length;
    const headings = words.headings.map((heading) => split(heading, text, at, match.index, stop))
      .find((list) => list.filter(({ role }) => role === 'label').length === 1);
    if (headings === undefined) continue;
    const kept = withoutTail(document, headings, to);
    if (kept.some(({ role }) => role === 'value')) found.push(kept);
  }
  return found;
}

/** The headings of a header between two indexes of the squeezed text. */
function split(heading: RegExp, text: string, at: Uint32Array, from: number, to: number): Heading[] {
  const headings: Heading[] = [];
  heading.lastIndex = from;
  while (heading.lastIndex < to) {
    const next = heading.exec(text);
    if (next === null) break;
    const role = (Object.entries(next.groups!).find(([, value]) => (value as string | undefined) !== undefined))![0] as Role;
    headings.push({ role, start: at[next.index]!, end: at[heading.lastIndex - 1]! + 1 });
  }
  return headings;
}

/** Nothing is glued to a header's front but a title, or what closes a phrase. */
function isEdge(document: Document, offset: number, from: number): boolean {
  if (offset <= from) return true;
  const before = document.folded.charCodeAt(offset - 1);
  return isSpace(before) || !/[㐀-鿿]/.test(document.folded.charAt(offset - 1)) || document.folded.charAt(offset - 1) === '表';
}

/** Headings that blanks part from one another end at blanks: 数量 累计公开信息数 begins a label. */
function withoutTail(document: Document, headings: readonly Heading[], to: number): Heading[] {
  const kept = [...headings];
  const parted = kept.length < 2 || isSpace(document.folded.charCodeAt(kept[0]!.end));
  while (parted && kept.length > 1) {
    const { end } = kept.at(-1)!;
    if (end >= to || isSpace(document.folded.charCodeAt(end)) || document.folded.charAt(end) === '|') break;
    kept.pop();
  }
  return kept;
}

/** 第3页, - 4 - and the report's title over a page. */
const FURNITURE = /^\f?\s*(?:[-—–]\s*\d{1,4}\s*[-—–]|第\s*\d{1,4}\s*页(?:[\s,，/]*共?\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|Page\s*\d{1,4})\s*\f?$/i;
const TITLE = /公开[^。，；：:]{0,12}(?:年度报告|年报|报告)$/;

/** Whether a line is the page's and not the table's. */
export function isFurniture(line: string): boolean {
  const text = line.trim();
  return FURNITURE.test(text) || (text.length <= 60 && TITLE.test(text));
}

/** Text with which no table goes on: a sentence. */
export function isSentence(text: string): boolean {
  return text.length > 15 && text.includes('。');
}

const NOTE = /^(?:注|说明|备注|填表说明|附注)\s*[:：]/;

export function isNote(text: string): boolean {
  return NOTE.test(text.trim());
}

/** Index of a line of the document. */
export function lineOf(document: Document, offset: number): number {
  return lineIndexAt(document.lines, offset);
}
