/** 行政复议 and 行政诉讼: a header of three groups of five columns, and one row of fifteen values without a label. */
import { lineIndexAt, type Document } from '../text/document.ts';
import type { Target } from './plan.ts';
import type { Extent } from './rows.ts';
import type { Scan } from './scan.ts';

/** Values of one stretch of the table, behind its header. */
export interface DisputesPart {
  extent: Extent;
}

export interface LocatedDisputes {
  parts: Extent[];
  span: { start: number; end: number };
}

const NOTE = 30;
const MOST_PARTS = 3;
const MOST_VALUES = 60;

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
  const sections = sectionTokens(scanned, anchor);
  let first = anchor;
  for (let index = anchor - 1; index >= 0 && index > anchor - 16; index--) {
    const token = scanned.tokens[index]!;
    if (token.kind !== 'text' || scanned.foreign[index]! > 0 || sections.has(index)) break;
    first = index;
  }
  const parts: Extent[] = [];
  let current: Extent | null = null;
  let headerEnd = scanned.tokens[anchor]!.end;
  let columns = 0;
  let note = 0;
  let end = headerEnd;
  for (let index = anchor; index < scanned.tokens.length; index++) {
    const token = scanned.tokens[index]!;
    if (token.kind === 'number' || token.kind === 'mark') {
      if (columns < 3) continue;
      if (current === null) {
        if (parts.length >= MOST_PARTS) break;
        const whole = token.line !== lineIndexAt(document.lines, headerEnd - 1);
        current = { start: headerEnd, end: token.end, line: token.line, values: [], whole };
        parts.push(current);
      }
      if (current.values.length >= MOST_VALUES) break;
      current.values.push(token);
      current.end = end = token.end;
      continue;
    }
    if (sections.has(index)) break;
    if (token.kind !== 'text') continue;
    if (scanned.foreign[index]! > 0) {
      note += scanned.foreign[index]!;
      if (current !== null || note > NOTE) break;
      continue;
    }
    // A later line of the header, or the header of the next part.
    if (current !== null && isHeaderText(scanned, index)) current = null;
    headerEnd = token.end;
    columns++;
  }
  if (parts.length === 0) {
    if (columns < 6) return null;
  } else {
    const last = parts.at(-1)!;
    const line = document.lines[lineIndexAt(document.lines, last.end)]!;
    last.end = Math.max(last.end, line.end);
    const next = scanned.tokens.find((token) => token.start >= last.values.at(-1)!.end && token.kind === 'text');
    if (next !== undefined && next.start < last.end) last.end = next.start;
  }
  return { parts, span: { start: scanned.tokens[first]!.start, end } };
}

function isHeaderText(scanned: Scan<Target>, index: number): boolean {
  return scanned.tokens[index]!.kind === 'text';
}

function sectionTokens(scanned: Scan<Target>, anchor: number): Set<number> {
  const sections = new Set<number>();
  for (const occurrence of scanned.occurrences) {
    if (occurrence.token < anchor - 40 || occurrence.token > anchor + 400) continue;
    if (occurrence.full && occurrence.entries.every(({ target }) => target.kind === 'section')) sections.add(occurrence.token);
  }
  return sections;
}
