/** Where labels stand: the document reduced to Chinese characters and walked with the trie. */
import { isHan } from '../text/chars.ts';
import type { Document } from '../text/document.ts';
import { matchAt, type LabelEntry, type LabelSet } from './labels.ts';
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

const BREAK = '\u0001';
/** Full labels shorter than this count only where they stand alone (其他, 总计, 规章). */
const SHORT = 3;
/** A label's first piece must be this long to count where the label is cut by a line end or a value. */
const PIECE = 2;

/** Finds all labels. Linear in the text: each walk is bounded by the longest label. */
export function scan<T>(document: Document, tokens: readonly Token[], labels: LabelSet<T>): Scan<T> {
  const { squeezed, offsets, owners } = squeeze(document, tokens);
  const occurrences: Occurrence<T>[] = [];
  const foreign = new Uint16Array(tokens.length);
  const edge = (at: number): boolean => {
    if (at === 0 || at >= squeezed.length) return true;
    if (squeezed.charAt(at) === BREAK || squeezed.charAt(at - 1) === BREAK) return true;
    return offsets[at]! !== offsets[at - 1]! + 1;
  };
  let at = 0;
  let afterLabel = false;
  /** Characters since the last label or break, not yet known. */
  let pending = 0;
  const flush = (to: number): void => {
    if (to > pending) settle(squeezed, pending, to, owners, labels, foreign);
  };
  while (at < squeezed.length) {
    if (squeezed.charAt(at) === BREAK) {
      flush(at);
      afterLabel = false;
      pending = ++at;
      continue;
    }
    const match = matchAt(labels, squeezed, at);
    const taken = match === null ? null : accept(match, at, edge, afterLabel, squeezed, labels);
    if (taken === null) {
      afterLabel = false;
      at++;
      continue;
    }
    flush(at);
    const owner = owners[at]!;
    const before = tokens[owner - 1];
    occurrences.push({
      start: offsets[at]!,
      end: offsets[at + taken.length - 1]! + 1,
      token: owner,
      length: taken.length,
      full: taken.full,
      entries: taken.entries,
      ordinal: before?.kind === 'ordinal' && tokens[owner]!.start <= offsets[at]! && ordinalTouches(document, before, offsets[at]!) ? before.ordinal : 0,
    });
    at += taken.length;
    pending = at;
    afterLabel = true;
  }
  flush(at);
  return { tokens, occurrences, foreign };
}

interface Taken<T> {
  length: number;
  full: boolean;
  entries: readonly LabelEntry<T>[];
}

function accept<T>(
  match: NonNullable<ReturnType<typeof matchAt<T>>>,
  at: number,
  edge: (at: number) => boolean,
  afterLabel: boolean,
  squeezed: string,
  labels: LabelSet<T>,
): Taken<T> | null {
  const { full, partial } = match;
  const starts = afterLabel || edge(at);
  if (full !== null && (full.length >= SHORT || starts)) {
    const after = at + full.length;
    const ends = edge(after) || full.length >= SHORT + 1 || matchAt(labels, squeezed, after)?.full != null;
    // 部分公开 alone against 部分公开区分处理的…: the longer label cut by a line end is the better reading.
    if (partial.length > full.length && edge(at + partial.length)) return { ...partial, full: false };
    if (ends) return { ...full, full: true };
  }
  if (starts && partial.length >= PIECE && edge(at + partial.length)) return { ...partial, full: false };
  return null;
}

/** A number touches the label it counts: nothing but blanks and a quotation mark between them. */
function ordinalTouches(document: Document, ordinal: Token, start: number): boolean {
  for (let i = ordinal.end; i < start; i++) {
    const code = document.folded.charCodeAt(i);
    if (code !== 32 && code !== 9 && code !== 0x22 && code !== 10 && code !== 13) return false;
  }
  return start - ordinal.end <= 12;
}

/** The Chinese characters of all text tokens, with a break where a number, a mark or an ordinal stands. */
function squeeze(document: Document, tokens: readonly Token[]): { squeezed: string; offsets: number[]; owners: number[] } {
  const parts: string[] = [];
  const offsets: number[] = [];
  const owners: number[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.kind !== 'text') {
      parts.push(BREAK);
      offsets.push(token.start);
      owners.push(index);
      continue;
    }
    for (let i = token.start; i < token.end; i++) {
      if (!isHan(document.folded.charCodeAt(i))) continue;
      parts.push(document.folded.charAt(i));
      offsets.push(i);
      owners.push(index);
    }
  }
  return { squeezed: parts.join(''), offsets, owners };
}

/** Text that is no label: a later piece of one (无法提, 另行制作) is known, the rest is foreign. */
function settle<T>(squeezed: string, from: number, to: number, owners: readonly number[], labels: LabelSet<T>, foreign: Uint16Array): void {
  let start = from;
  while (start < to) {
    const owner = owners[start]!;
    let end = start + 1;
    while (end < to && owners[end] === owner) end++;
    const piece = squeezed.slice(start, end);
    if (end - start > 60 || !labels.joined.includes(piece)) foreign[owner] = Math.min(0xffff, foreign[owner]! + end - start);
    start = end;
  }
}
