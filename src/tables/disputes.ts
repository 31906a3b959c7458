/** 行政复议 and 行政诉讼: a header of three groups of five columns, and one row of fifteen values without a label. */
import { lineIndexAt, type Document } from '../text/document.ts';
import type { Target } from './plan.ts';
import { tokenAt, type Extent } from './rows.ts';
import type { Scan } from './scan.ts';

export interface LocatedDisputes {
  parts: Extent[];
  /** Offsets of the outcomes' headings before the first value, in text order. */
  heads: number[];
  span: { start: number; end: number };
}

const NOTE = 30;
/** Fewer labels than this before a number are no header. */
const LEAST_HEADERS = 3;
const MOST_PARTS = 3;
const MOST_VALUES = 60;
/** A row of fifteen cells, one a line with an empty line between. */
const MOST_BLANK_LINES = 32;

/** The stretches of values that follow pieces of the header; `null` where no header is shown. */
export function locateDisputes(document: Document, scanned: Scan<Target>): LocatedDisputes | null {
  let best: LocatedDisputes | null = null;
  let tried = 0;
  for (const occurrence of scanned.occurrences) {
    const halves = occurrence.entries.some(({ target }) => target.table === 'disputes' && target.kind === 'element' && target.index >= 2);
    if (!halves || (best !== null && occurrence.start < best.span.end)) continue;
    if (++tried > 40) break;
    const found = readFrom(document, scanned, occurrence.token);
    if (found !== null && (best === null || count(found) > count(best))) best = found;
  }
  return best;
}

function count(found: LocatedDisputes): number {
  return found.parts.reduce((sum, part) => sum + part.values.length, 0);
}

function readFrom(document: Document, scanned: Scan<Target>, anchor: number): LocatedDisputes | null {
  const { columns: headers, sectionBefore, sectionAfter } = around(scanned, anchor);
  let first = anchor;
  for (let index = anchor - 1; index >= 0 && index > anchor - 16; index--) {
    const token = scanned.tokens[index]!;
    if (token.kind !== 'text' || scanned.foreign[index]! > 0 || token.start < sectionBefore) break;
    first = index;
  }
  const parts: Extent[] = [];
  let current: Extent | null = null;
  let headerEnd = scanned.tokens[anchor]!.end;
  let note = 0;
  let end = headerEnd;
  for (let index = anchor; index < scanned.tokens.length; index++) {
    const token = scanned.tokens[index]!;
    if (token.start >= sectionAfter) break;
    if (token.kind === 'number' || token.kind === 'mark') {
      if (headers(token.start) < LEAST_HEADERS) continue;
      if (current === null) {
        if (parts.length >= MOST_PARTS) break;
        current = { start: headerEnd, end: token.end, values: [], whole: token.line !== lineIndexAt(document.lines, headerEnd - 1) };
        parts.push(current);
      }
      if (current.values.length >= MOST_VALUES) break;
      current.values.push(token);
      current.end = end = token.end;
      continue;
    }
    if (token.kind !== 'text') continue;
    if (scanned.foreign[index]! > 0) {
      note += scanned.foreign[index]!;
      if (current !== null || note > NOTE) break;
      continue;
    }
    // A later line of the header, or the header of the next part.
    current = null;
    headerEnd = token.end;
  }
  if (parts.length === 0 && headers(Infinity) < 2 * LEAST_HEADERS) return null;
  const last = parts.at(-1);
  if (last !== undefined) last.end = restOfRow(document, scanned, last, sectionAfter);
  const heads = outcomesBetween(scanned, sectionBefore, parts[0]?.values[0]?.start ?? 0);
  return { parts, heads, span: { start: Math.max(sectionBefore, scanned.tokens[first]!.start), end } };
}

function outcomesBetween(scanned: Scan<Target>, from: number, to: number): number[] {
  return scanned.occurrences.flatMap(({ start, full, entries }) =>
    start >= from && start < to && full && entries.some(({ target }) => target.table === 'disputes' && target.kind === 'column') ? [start] : []);
}

/** Blank cells behind the last value reach to the next text, over no more lines than cells. */
function restOfRow(document: Document, scanned: Scan<Target>, part: Extent, limit: number): number {
  const line = Math.min(document.lines.length - 1, lineIndexAt(document.lines, part.end) + MOST_BLANK_LINES);
  const next = scanned.tokens[tokenAt(scanned.tokens, part.end)];
  return Math.max(part.end, Math.min(document.lines[line]!.end, next?.start ?? Infinity, limit));
}

/** How many labels of the header stand before an offset, and the section headings on either side. */
function around(scanned: Scan<Target>, anchor: number): { columns: (before: number) => number; sectionBefore: number; sectionAfter: number } {
  const labels: number[] = [];
  let sectionBefore = 0;
  let sectionAfter = Infinity;
  const from = scanned.tokens[anchor]!.start;
  for (const { token, full, entries, start, end } of scanned.occurrences) {
    if (token < anchor - 40) continue;
    if (token > anchor + 400) break;
    if (entries.some(({ target }) => target.table === 'disputes')) labels.push(start);
    if (!full || !entries.every(({ target }) => target.kind === 'section')) continue;
    if (start <= from || (token === anchor && labels.length < 2)) sectionBefore = end;
    else sectionAfter = Math.min(sectionAfter, start);
  }
  return { columns: (before) => labels.filter((start) => start >= sectionBefore && start < before).length, sectionBefore, sectionAfter };
}
