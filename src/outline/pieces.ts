/** The lines of a document that hold prose or headings: trimmed, tables and page numbers taken out, geometry kept. */
import { isDigit, isHan, isSeparator } from '../text/chars.ts';
import type { Document } from '../text/document.ts';
import { squeezed } from '../text/squeeze.ts';
import { readMarker } from './markers.ts';
import { isKnownTitle } from './title.ts';
import { weighLine, type TabularLine } from './tabular.ts';

export interface Piece {
  /** Offsets of the text proper, bullets and rules taken off. */
  start: number;
  end: number;
  /** Characters of the line the piece is cut from. */
  line: number;
  /** Columns before the text and up to its end; a Chinese character takes two. */
  indent: number;
  edge: number;
  /** An empty line stands before. */
  blankBefore: boolean;
  /** A page number or a form feed stands before. */
  pageBefore: boolean;
  /** A table stands before. */
  tableBefore: boolean;
  tableAfter: boolean;
  bullet: boolean;
  /** How many # stand before, of a heading below Markdown's first level. */
  marked: number | null;
  /** Menu, byline or metadata field; `null` until asked. */
  furniture: boolean | null;
  /** Begins with the number of a heading; `null` until asked. */
  numbered: boolean | null;
}

const PAGE_NUMBER = /^(?:[-~_·\s—]*[-~_·—]\s*\d{1,3}\s*[-~_·—][-~_·\s—]*|第?\s*\d{1,3}\s*页(?:\s*[,/]?\s*共\s*\d{1,3}\s*页)?|第\s*\d{1,3}\s*页.{0,8}|\d{1,3}\s*\/\s*\d{1,3}|(?:page|p\.)\s*\d{1,3}\b.{0,40}|\d{1,3})$/i;
const BULLET = /(?:[-*•·●◆■□➢>#]{1,6}[ \t]+|\*\*|#{1,6}|\?{2,8}[ \t]*|[•●◆■➢][ \t]*)+/y;

/** Cuts the document into pieces. `claimed` are stretches that tables hold, sorted and disjoint. */
export function cutPieces(document: Document, claimed: readonly { start: number; end: number }[]): Piece[] {
  const { folded, text, lines } = document;
  const inTable = ownTables(document);
  const pieces: Piece[] = [];
  let blank = false;
  let page = false;
  let table = false;
  let span = 0;
  const push = (lineStart: number, from: number, to: number, line: number): void => {
    let start = from;
    let end = to;
    while (start < end && isSeparator(folded.charCodeAt(start))) {
      if (text.charCodeAt(start) === 12) page = true;
      start++;
    }
    while (end > start && isSeparator(folded.charCodeAt(end - 1))) end--;
    if (start === end) return;
    if (end - start < 60 && hasDigit(folded, start, end) && PAGE_NUMBER.test(folded.slice(start, end))) {
      page = true;
      return;
    }
    BULLET.lastIndex = start;
    const bullet = BULLET.exec(folded);
    if (bullet !== null && start + bullet[0].length <= end) start += bullet[0].length;
    while (end > start && folded.startsWith('**', end - 2)) end -= 2;
    if (start >= end) {
      blank = true;
      return;
    }
    const indent = columns(document, lineStart, start);
    pieces.push({
      start, end, line, indent, edge: indent + columns(document, start, end), blankBefore: blank, pageBefore: page, tableBefore: table, tableAfter: false,
      bullet: bullet !== null, marked: marksOf(bullet?.[0] ?? ''), furniture: null, numbered: null,
    });
    blank = page = table = false;
  };
  const enterTable = (): void => {
    table = true;
    const last = pieces[pieces.length - 1];
    if (last !== undefined) last.tableAfter = true;
  };
  lines.forEach((line, index) => {
    if (inTable[index] === 1) {
      enterTable();
      return;
    }
    let from = line.start;
    while (span < claimed.length && claimed[span]!.end <= line.start) span++;
    for (let i = span; i < claimed.length && claimed[i]!.start < line.end; i++) {
      if (claimed[i]!.start > from) push(line.start, from, claimed[i]!.start, line.end - line.start);
      enterTable();
      from = Math.min(line.end, Math.max(from, claimed[i]!.end));
    }
    if (from >= line.end && from > line.start) return;
    const before = pieces.length;
    const hadPage = page;
    push(line.start, from, line.end, line.end - line.start);
    if (pieces.length === before && page === hadPage) blank = true;
  });
  return withoutRunningHeads(document, pieces);
}

/** ## 总体情况: how many marks, where they are of a heading below the first level. */
function marksOf(bullet: string): number | null {
  return /^(#{2,6})[ \t]/.exec(bullet)?.[1]!.length ?? null;
}

/** Running heads and feet are short, carry no sentence and stand alike at several page breaks. */
const LONGEST_RUNNING_HEAD = 60;

function withoutRunningHeads({ folded }: Document, pieces: Piece[]): Piece[] {
  const keys = new Map<number, string>();
  const counts = new Map<string, number>();
  for (let i = 0; i < pieces.length; i++) {
    const { start, end, pageBefore } = pieces[i]!;
    if ((!pageBefore && pieces[i + 1]?.pageBefore !== true) || end - start > LONGEST_RUNNING_HEAD) continue;
    const key = squeezed(folded.slice(start, end)).replace(/\d+/g, '');
    if (key.length < 4 || /[。;,]/.test(key)) continue;
    keys.set(i, key);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const left: Piece[] = [];
  let page = false;
  pieces.forEach((piece, i) => {
    const key = keys.get(i);
    if (key !== undefined && counts.get(key)! > 1 && readMarker(folded, piece.start, true) === null) {
      page = true;
      return;
    }
    if (page) piece.pageBefore = true;
    page = false;
    left.push(piece);
  });
  return left;
}

function hasDigit(folded: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isDigit(folded.charCodeAt(i))) return true;
  return false;
}

function columns({ folded, text }: Document, start: number, end: number): number {
  let width = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    width += isHan(folded.charCodeAt(i)) || (code >= 0x3000 && code <= 0x30ff) || (code >= 0xff00 && code <= 0xffef) ? 2 : code === 9 ? 4 : 1;
    // Quotation marks and dashes are as wide as a character in Chinese type, one column in a terminal.
    if (code === 0x201c || code === 0x201d || code === 0x2014 || code === 0x2026) width += 0.5;
  }
  return width;
}

/** Lines in a row that a table is known by; a lone label line may be prose. */
const LEAST_LINES = 3;
const LEAST_LABELS = 3;
/** Lines between table lines that are taken along: misprinted labels, the crumbs of a scan. */
const MOST_BETWEEN = 2;

/** Marks lines that are table by the template labels they hold. 1 = table. */
function ownTables(document: Document): Uint8Array {
  const { folded, lines } = document;
  const marks = new Uint8Array(lines.length);
  let run: number[] = [];
  let between: number[] = [];
  let weight: TabularLine = { labels: 0, values: 0, others: 0, sure: false };
  const close = (): void => {
    const enough = run.length >= LEAST_LINES && weight.sure && (weight.labels >= LEAST_LABELS || weight.values >= 6) && (weight.values >= 2 || weight.labels >= 8);
    if (enough) for (const index of run) marks[index] = 1;
    run = [];
    between = [];
    weight = { labels: 0, values: 0, others: 0, sure: false };
  };
  lines.forEach((line, index) => {
    const length = line.end - line.start;
    if (length > 400) {
      close();
      return;
    }
    const found = weighLine(folded, line.start, line.end);
    if (found.labels + found.values + found.others === 0) {
      if (run.length > 0 && length > 0) between.push(index);
      return;
    }
    const tabular = found.others === 0 || (found.values >= 2 && found.labels >= 1) || (found.values >= 5 && found.others <= 2);
    if (tabular) {
      run.push(...between, index);
      between = [];
      weight.labels += found.labels;
      weight.values += found.values;
      weight.sure ||= found.sure;
      return;
    }
    if (run.length === 0) return;
    const content = folded.slice(line.start, line.end).replace(/^[\s#*>]+/, '').trim();
    const prose = content.length > 24 || /[。;]/.test(content) || /^[一二三四五六七八九十]{1,2} ?、/.test(content) || isKnownTitle(squeezed(content)) || between.length >= MOST_BETWEEN;
    if (prose && !PAGE_NUMBER.test(content)) close();
    else between.push(index);
  });
  close();
  return marks;
}
