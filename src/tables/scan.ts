/** Where labels stand: the document reduced to Chinese characters and walked with the trie. */
import { isHan } from '../text/chars.ts';
import type { Document } from '../text/document.ts';
import { matchAt, OCCURS, startsLabel, type LabelEntry, type LabelSet, type TrieMatch } from './labels.ts';
import type { Token } from './tokens.ts';

/** A place where a label, or its first piece, stands. */
export interface Occurrence<T> {
  /** Offsets in the document; `end` is after the last matched character. */
  start: number;
  end: number;
  /** Index of the token the label starts in. */
  token: number;
  /** Characters matched. */
  length: number;
  full: boolean;
  /** Labels it may be. */
  entries: readonly LabelEntry<T>[];
  /** The number printed right before it, 0 where none. */
  ordinal: number;
}

export interface Scan<T> {
  tokens: readonly Token[];
  occurrences: Occurrence<T>[];
  /** For every token, how many of its Chinese characters no label covers. */
  foreign: Uint16Array;
}

const BREAK = 1;
/** Full labels shorter than this count only where they stand alone (其他, 总计, 规章). */
const SHORT = 3;
/** A label's first piece must be this long to count where the label is cut by a line end or a value. */
const PIECE = 2;
/** No piece of a label is longer. */
const LONGEST_PIECE = 60;

/** Finds all labels. Linear in the text: each walk is bounded by the longest label. */
export function scan<T>(document: Document, tokens: readonly Token[], labels: LabelSet<T>): Scan<T> {
  const squeezed = squeeze(document, tokens);
  const { units, offsets, owners } = squeezed;
  const occurrences: Occurrence<T>[] = [];
  const foreign = new Uint16Array(tokens.length);
  const match: TrieMatch<T> = { fullLength: 0, fullEntries: [], length: 0, entries: [] };
  let at = 0;
  let afterLabel = false;
  /** Characters since the last label or break, not yet known. */
  let pending = 0;
  while (at < units.length) {
    if (units[at] === BREAK) {
      if (at > pending) settle(squeezed, pending, at, labels, foreign);
      afterLabel = false;
      pending = ++at;
      continue;
    }
    const taken = matchAt(labels, units, at, match) ? accept(match, at, afterLabel, squeezed, labels) : NOTHING;
    if (taken === NOTHING) {
      afterLabel = false;
      at++;
      continue;
    }
    if (at > pending) settle(squeezed, pending, at, labels, foreign);
    const owner = owners[at]!;
    const before = tokens[owner - 1];
    const full = taken === FULL;
    const length = full ? match.fullLength : match.length;
    occurrences.push({
      start: offsets[at]!,
      end: offsets[at + length - 1]! + 1,
      token: owner,
      length,
      full,
      entries: full ? match.fullEntries : match.entries,
      ordinal: before?.kind === 'ordinal' && tokens[owner]!.start <= offsets[at]! && ordinalTouches(document, before, offsets[at]!) ? before.ordinal : 0,
    });
    at += length;
    pending = at;
    afterLabel = true;
  }
  if (at > pending) settle(squeezed, pending, at, labels, foreign);
  return { tokens, occurrences, foreign };
}

/** What of a match counts. */
const NOTHING = 0;
const PARTIAL = 1;
const FULL = 2;

function accept<T>(match: TrieMatch<T>, at: number, afterLabel: boolean, squeezed: Squeezed, labels: LabelSet<T>): number {
  const { fullLength, length } = match;
  const starts = afterLabel || isEdge(squeezed, at);
  if (fullLength > 0 && (fullLength >= SHORT || starts)) {
    // 部分公开 alone against 部分公开区分处理的…: the longer label cut by a line end is the better reading.
    if (length > fullLength && isEdge(squeezed, at + length)) return PARTIAL;
    const after = at + fullLength;
    if (fullLength >= SHORT + 1 || isEdge(squeezed, after) || startsLabel(labels, squeezed.units, after)) return FULL;
  }
  return starts && length >= PIECE && isEdge(squeezed, at + length) ? PARTIAL : NOTHING;
}

/** True where something stands between a character and the one before it. */
function isEdge({ units, offsets }: Squeezed, at: number): boolean {
  if (at === 0 || at >= units.length) return true;
  if (units[at] === BREAK || units[at - 1] === BREAK) return true;
  return offsets[at]! !== offsets[at - 1]! + 1;
}

/** A number touches the label it counts: nothing but blanks and a quotation mark between them. */
function ordinalTouches(document: Document, ordinal: Token, start: number): boolean {
  for (let i = ordinal.end; i < start; i++) {
    const code = document.folded.charCodeAt(i);
    if (code !== 32 && code !== 9 && code !== 0x22 && code !== 10 && code !== 13) return false;
  }
  return start - ordinal.end <= 12;
}

interface Squeezed {
  units: Uint16Array;
  /** Offset in the document, and index of the token, of every unit. */
  offsets: Uint32Array;
  owners: Uint32Array;
}

/** The Chinese characters of all text tokens, with a break where a number, a mark or an ordinal stands. */
function squeeze({ folded }: Document, tokens: readonly Token[]): Squeezed {
  let most = 0;
  for (const token of tokens) most += token.kind === 'text' ? token.end - token.start : 1;
  const units = new Uint16Array(most);
  const offsets = new Uint32Array(most);
  const owners = new Uint32Array(most);
  let size = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.kind !== 'text') {
      units[size] = BREAK;
      offsets[size] = token.start;
      owners[size++] = index;
      continue;
    }
    for (let i = token.start; i < token.end; i++) {
      const code = folded.charCodeAt(i);
      if (!isHan(code)) continue;
      units[size] = code;
      offsets[size] = i;
      owners[size++] = index;
    }
  }
  return { units: units.subarray(0, size), offsets: offsets.subarray(0, size), owners: owners.subarray(0, size) };
}

/** Text that is no label: a later piece of one (无法提, 另行制作) is known, the rest is foreign. */
function settle<T>({ units, owners }: Squeezed, from: number, to: number, labels: LabelSet<T>, foreign: Uint16Array): void {
  let start = from;
  while (start < to) {
    const owner = owners[start]!;
    let known = true;
    let end = start;
    while (end < to && owners[end] === owner) known = (labels.characters[units[end++]!]! & OCCURS) !== 0 && known;
    if (!known || end - start > LONGEST_PIECE || !labels.joined.includes(String.fromCharCode(...units.subarray(start, end)))) {
      foreign[owner] = Math.min(0xffff, foreign[owner]! + end - start);
    }
    start = end;
  }
}
