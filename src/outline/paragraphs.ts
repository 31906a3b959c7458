/** Hard wraps undone: which lines belong to one paragraph. */
import { TITLE_TAILS } from '../lexicon/sections.ts';
import type { Document } from '../text/document.ts';
import { squeezed } from '../text/squeeze.ts';
import { readMarker } from './markers.ts';
import type { Piece } from './pieces.ts';
import { isChrome, isFooter } from './region.ts';
import { endsFirmly, endsWithTail, isKnownTitle, isTitleLike, meaningOf } from './title.ts';

/** The pieces of one paragraph, in order; never empty. */
export type Group = Piece[];

interface Wrap {
  /** Column most full lines end at. */
  width: number;
  /** Whether the document's lines are wrapped at a width. */
  wrapped: boolean;
  /** Columns before the leftmost line. */
  margin: number;
}

/** Lines this close to the width are full: a line may end early for punctuation or a word that does not break. */
const SLACK = 6;
/** A line shorter than this share of the width ended where its author ended it. */
const SHORT = 0.6;
/** Columns below which lines are not wrapped by a printer. */
const NARROWEST = 40;
/** Characters of a title without number. */
const LONGEST_BARE = 26;
/** Characters of a paragraph that can break off in mid-sentence at an empty line; shorter ones are titles. */
const LEAST_BROKEN = 30;
/** How far back an open bracket is looked for. */
const BRACKET_REACH = 80;

/** Columns of two characters, the usual indentation. */
const LOST_INDENT = 4;

/** Words that open paragraphs more often than sentences; they decide where the layout does not. */
const OPENS_PARAGRAPH = /^(?:\d{4} ?年|下一步|近年来|今年|今后|此外|针对|我[局镇区市县省委厅校])/;

const TERMINAL = '。!?;:…';
const CLOSERS = '"\')》】〉〕]';

/** Groups the pieces of a document into paragraphs. */
export function groupParagraphs(document: Document, pieces: readonly Piece[]): Group[] {
  const wrap = measure(document, pieces);
  const groups: Group[] = [];
  let group: Group | null = null;
  let edge = 0;
  for (const piece of pieces) {
    // Most groups are of one piece, and are made with room for no more.
    if (group === null || !continues(document, group, edge, piece, wrap)) {
      groups.push((group = [piece]));
      edge = piece.edge;
      continue;
    }
    edge = edge + piece.edge <= wrap.width + SLACK && piece.indent <= wrap.margin ? edge + piece.edge : piece.edge;
    group.push(piece);
  }
  return groups;
}

function measure(document: Document, pieces: readonly Piece[]): Wrap {
  const edges = pieces.filter((piece) => piece.edge >= 30).map((piece) => piece.edge).sort((a, b) => b - a);
  let margin = Infinity;
  for (const piece of pieces) margin = Math.min(margin, piece.indent);
  let width = edges[0] ?? 0;
  for (let i = 0; i + 1 < edges.length; i++) {
    if (edges[i]! - edges[i + 1]! <= SLACK) {
      width = edges[i]!;
      break;
    }
  }
  const full = pieces.filter((piece) => piece.edge >= width - SLACK && piece.edge <= width);
  const broken = full.filter((piece) => !endsSentence(document.folded, piece));
  const long = edges.filter((edge) => edge >= width * SHORT).length;
  return { width, wrapped: full.length >= 3 && broken.length >= 2 && full.length * 4 >= long, margin: margin === Infinity ? 0 : margin };
}

function endsSentence(folded: string, { start, end }: Piece): boolean {
  let last = end - 1;
  while (last > start && CLOSERS.includes(folded.charAt(last))) last--;
  return TERMINAL.includes(folded.charAt(last));
}

/** `edge` is the column the printed line ends at: some writers break a line at each change of font (2023 年， | 我区…). */
function continues(document: Document, group: Group, edge: number, next: Piece, wrap: Wrap): boolean {
  const { folded } = document;
  const last = group[group.length - 1]!;
  if (next.tableBefore || next.bullet || last.marked !== null) return false;
  const first = group[0]!;
  const numbered = group.length === 1 && isNumbered(document, first);
  if (isNumbered(document, next) && !splitsReference(folded, last)) return false;
  if (isHeadingLine(document, group, wrap) || isFurniture(document, last) || isFurniture(document, next) || isTitleLine(document, group)) return false;
  const indented = next.indent - wrap.margin >= 2 && next.indent > (group.length > 1 ? last.indent : 0);
  const apart = next.blankBefore && !next.pageBefore;
  if (apart && indented) return false;
  const end = folded.charAt(last.end - 1);
  if (endsSentence(folded, last)) {
    if (openBracket(folded, first, last)) return !apart;
    if (next.end - next.start <= LONGEST_BARE * 2 && isHeadingLine(document, [next], wrap)) return false;
    if (!wrap.wrapped || apart || indented || sameIndentDocument(group, next)) return false;
    const flat = first.indent - wrap.margin < 2;
    // Where indentation is lost, the first line of a paragraph ends two characters short of the others.
    const full = edge >= wrap.width - (flat && group.length === 1 ? 3 + LOST_INDENT : 3);
    return full && !(flat && OPENS_PARAGRAPH.test(folded.slice(next.start, next.start + 8)));
  }
  if (end === ',' || end === '、') return !apart || !indented;
  if (apart) return proseLength(first, last) >= LEAST_BROKEN && /[,。;]/.test(folded.slice(first.start, last.end)) && !/[)\]》]/.test(end) && next.end - next.start > 6;
  if (openBracket(folded, first, last)) return true;
  if (indented) return false;
  if (numbered && OPENS_PARAGRAPH.test(folded.slice(next.start, next.start + 8)) && !/[,、]$/.test(end)) return false;
  // The first line of a numbered paragraph is full where it is wrapped; a title seldom is.
  return numbered ? wrap.width >= NARROWEST && edge >= wrap.width - SLACK - 2 : edge >= wrap.width * SHORT;
}

/** Whether a piece begins with the number of a heading. */
function isNumbered({ folded }: Document, piece: Piece): boolean {
  piece.numbered ??= readMarker(folded, piece.start, true) !== null;
  return piece.numbered;
}

/** In a document whose first lines are indented, an unindented line continues; where none is, nothing tells. */
function sameIndentDocument(group: Group, next: Piece): boolean {
  return group.length === 1 && group[0]!.indent > 0 && next.indent >= group[0]!.indent;
}

function proseLength(first: Piece, last: Piece): number {
  return last.end - first.start;
}

/** 第二十条第 | （一）项 */
function splitsReference(folded: string, { start, end }: Piece): boolean {
  return /第[一二三四五六七八九十\d]*条?$/.test(folded.slice(Math.max(start, end - 8), end));
}

/** 总体情况（宋体加粗小四号字）: an instruction to the typist, left in the heading. */
const FORMATTING_NOTE = /\([^()]{1,14}\)$/;

/** A letter that titles end with, blanks or a note behind it: most lines have none. */
const TAIL = new RegExp(`[${[...new Set(TITLE_TAILS.map((tail) => tail.slice(-1)))].join('')}言](?:[ :]*$| ?\\()`);

/** 【总体情况】 */
const FRAMED = /^【[^】]{2,26}】$/;

/** A numbered line that is a whole title, or a known title by itself: what follows is its text, however it is set. */
function isHeadingLine(document: Document, group: Group, wrap: Wrap): boolean {
  const first = group[0]!;
  const last = group[group.length - 1]!;
  if (last.end - first.start > 80) return false;
  if (group.length === 1 && FRAMED.test(document.folded.slice(first.start, first.end))) return true;
  if (!TAIL.test(document.folded.slice(Math.max(first.start, last.end - 16), last.end))) return false;
  const text = squeezed(document.folded.slice(first.start, last.end));
  const marker = readMarker(text, 0);
  const title = text.slice(marker?.length ?? 0).replace(FORMATTING_NOTE, '');
  if (/[,。;!?]/.test(title)) return false;
  if (marker === null && group.length === 1 && title.length <= LONGEST_BARE && first.edge < wrap.width - SLACK && isTitleLike(title) && endsFirmly(title) && meaningOf(title) !== null) return true;
  return marker === null ? isKnownTitle(title) : isKnownTitle(title) || (endsWithTail(title) && marker.rank <= 2);
}

/** Menus, bylines and fields of the metadata block belong to no paragraph. */
function isFurniture({ folded }: Document, piece: Piece): boolean {
  if (piece.end - piece.start > 120) return false;
  if (piece.furniture === null) {
    const text = squeezed(folded.slice(piece.start, piece.end));
    piece.furniture = isChrome(text) || isFooter(text);
  }
  return piece.furniture;
}

/** The title of the report, complete: the preamble begins behind it. */
function isTitleLine({ folded }: Document, group: Group): boolean {
  const start = group[0]!.start;
  const end = group[group.length - 1]!.end;
  return end - start <= 80 && /(?:报告|年报|总结)$/.test(folded.slice(Math.max(start, end - 2), end)) && !/[,。;:!?]|《[^》]*$/.test(folded.slice(start, end));
}

/** Whether 《, （ or “ stands open at the end, near enough to be the line's and not a slip of the author. */
function openBracket(folded: string, first: Piece, last: Piece): boolean {
  const from = Math.max(first.start, last.end - BRACKET_REACH);
  let titles = 0;
  let rounds = 0;
  for (let i = from; i < last.end; i++) {
    const char = folded.charAt(i);
    if (char === '《') titles++;
    else if (char === '》') titles--;
    else if (char === '(') rounds++;
    else if (char === ')') rounds--;
    if (titles < 0) titles = 0;
    if (rounds < 0) rounds = 0;
  }
  return titles > 0 || rounds > 0;
}
