/**
 * A local 统计表, whose rows no template knows: the same tokens and the same placing of values, with the template taken
 * from the table's own header (label, unit, one or more columns of values).
 */
import type { Indicator } from '../schema/report.ts';
import { INDICATOR_CODES, INDICATOR_HEADS, INDICATOR_UNITS, UNIT_HEADS } from '../templates/indicators.ts';
import { lineIndexAt, placeOf, type Document } from '../text/document.ts';
import { hanOnly } from './labels.ts';
import { mannerOf, type Extent } from './rows.ts';
import type { Scan } from './scan.ts';
import { settleRows } from './settle-rows.ts';
import { isSeparator, type Token } from './tokens.ts';

export interface LocatedIndicators {
  indicators: Indicator[];
  span: { start: number; end: number };
  /** Labels of rows whose numbers found no certain place. */
  open: { label: string; numbers: string; start: number }[];
}

/** A printed word: what stands between two separators. */
interface Chunk {
  start: number;
  end: number;
  text: string;
  tokens: Token[];
}

interface RowDraft {
  label: string;
  start: number;
  child: boolean;
  opensGroup: boolean;
  unit: string;
  extent: Extent;
}

const UNITS: ReadonlySet<string> = new Set(INDICATOR_UNITS);
const MOST_ROWS = 200;
const MOST_COLUMNS = 6;
/** A label is made of no more chunks than this before its unit. */
const LABEL_CHUNKS = 4;
const CODE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(INDICATOR_CODES).flatMap(([code, labels]) => labels.map((label) => [label, code] as const)),
);

/** The table behind the first header of the form 指标名称 | 单位 | columns, `null` where there is none with rows. */
export function readIndicators<T>(document: Document, scanned: Scan<T>): LocatedIndicators | null {
  const chunks = chunksOf(document, scanned.tokens);
  for (let index = 0; index + 2 < chunks.length; index++) {
    if (!INDICATOR_HEADS.includes(hanOnly(chunks[index]!.text)) || !UNIT_HEADS.includes(hanOnly(chunks[index + 1]!.text))) continue;
    const found = readFrom(document, scanned, chunks, index);
    if (found !== null) return found;
  }
  return null;
}

function chunksOf(document: Document, tokens: readonly Token[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (const token of tokens) {
    const last = chunks.at(-1);
    if (last !== undefined && last.end === token.start && !isSeparator(document.folded.charCodeAt(token.start - 1))) {
      last.end = token.end;
      last.tokens.push(token);
      last.text = document.folded.slice(last.start, last.end);
    } else {
      chunks.push({ start: token.start, end: token.end, text: document.folded.slice(token.start, token.end), tokens: [token] });
    }
  }
  return chunks;
}

function isValue(chunk: Chunk): boolean {
  return chunk.tokens.every((token) => token.kind === 'number' || token.kind === 'mark') && !UNITS.has(chunk.text);
}

function readFrom<T>(document: Document, scanned: Scan<T>, chunks: readonly Chunk[], head: number): LocatedIndicators | null {
  let firstUnit = head + 3;
  const last = Math.min(chunks.length, head + 3 + MOST_COLUMNS + LABEL_CHUNKS);
  while (firstUnit < last && !UNITS.has(chunks[firstUnit]!.text)) firstUnit++;
  if (firstUnit >= last) return null;
  const firstLabel = labelStart(document, chunks, head + 2, firstUnit);
  const columns = chunks.slice(head + 2, firstLabel).map((chunk) => document.text.slice(chunk.start, chunk.end));
  if (columns.length === 0 || columns.length > MOST_COLUMNS) return null;
  const drafts = readRows(document, chunks, firstLabel);
  if (drafts.length < 3) return null;
  const inputs = drafts.map((draft, index) => ({ code: String(index), extent: draft.extent, columns: columns.length, sums: [], signed: true }));
  const settled = settleRows(document, scanned, inputs, [], mannerOf(document, inputs.map((input) => input.extent)));
  const indicators: Indicator[] = [];
  const open: LocatedIndicators['open'] = [];
  let group: string | null = null;
  let previous: string | null = null;
  let end = chunks[head]!.end;
  drafts.forEach((draft, index) => {
    const row = settled[index]!;
    if (draft.opensGroup) group = previous;
    else if (!draft.child) group = null;
    const values: Record<string, number | null> = {};
    columns.forEach((column, c) => {
      const slot = row.slots[c];
      values[column] = slot?.sure === true ? slot.reading.value : null;
    });
    if (row.open) open.push({ label: draft.label, numbers: draft.extent.values.map((token) => document.text.slice(token.start, token.end)).join(' '), start: draft.start });
    indicators.push({ label: draft.label, group: draft.child || draft.opensGroup ? group : null, unit: draft.unit, values, code: CODE_OF.get(hanOnly(draft.label)) ?? null, line: placeOf(document, draft.start).line });
    if (!draft.child && !draft.opensGroup) previous = draft.label;
    end = Math.max(end, draft.extent.values.at(-1)?.end ?? draft.extent.start);
  });
  return { indicators, open, span: { start: chunks[head]!.start, end } };
}

/** The first row's label: the last chunk before its unit, and what stands on the same line or is glued to it by a number. */
function labelStart(document: Document, chunks: readonly Chunk[], from: number, unit: number): number {
  let start = unit - 1;
  const lineOfUnit = lineIndexAt(document.lines, chunks[unit]!.start);
  const lineOfHead = lineIndexAt(document.lines, chunks[from]!.start);
  while (start - 1 > from && lineOfUnit !== lineOfHead && lineIndexAt(document.lines, chunks[start - 1]!.start) === lineOfUnit) start--;
  return start;
}

/** Rows: label, unit, values; a text that no unit follows ends the table. */
function readRows(document: Document, chunks: readonly Chunk[], from: number): RowDraft[] {
  const drafts: RowDraft[] = [];
  let index = from;
  while (index < chunks.length && drafts.length < MOST_ROWS) {
    let unit = index;
    while (unit < chunks.length && unit <= index + LABEL_CHUNKS && !UNITS.has(chunks[unit]!.text)) unit++;
    if (unit >= chunks.length || unit === index || !UNITS.has(chunks[unit]!.text)) break;
    if (chunks.slice(index, unit).some(isValue)) break;
    let next = unit + 1;
    while (next < chunks.length && isValue(chunks[next]!)) next++;
    const printed = chunks.slice(index, unit).map((chunk) => document.text.slice(chunk.start, chunk.end)).join('');
    const start = chunks[index]!.start;
    const limit = chunks[next]?.start ?? document.text.length;
    const values = chunks.slice(unit + 1, next).flatMap((chunk) => chunk.tokens);
    const extent: Extent = { start: chunks[unit]!.end, end: limit, values };
    drafts.push({ ...splitChild(printed), start, unit: document.text.slice(chunks[unit]!.start, chunks[unit]!.end), extent });
    index = next;
  }
  return drafts;
}

const GROUP_MARK = /^\s*其中\s*[:：]?\s*/;
const CHILD_MARK = /^\s*(?:\d{1,2}\s*[.、．]|[(（]\d{1,2}[)）]|[①-⑳])\s*/;

/** 其中：1、网上申请数 opens the parts of the row above; 2、… goes on with them. */
function splitChild(printed: string): { label: string; child: boolean; opensGroup: boolean } {
  const opened = printed.replace(GROUP_MARK, '');
  const label = opened.replace(CHILD_MARK, '');
  return { label, child: label !== opened, opensGroup: opened !== printed };
}
