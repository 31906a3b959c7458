/** Stretches of the folded text without blanks, every character traceable to its offset. */
import { isHan, isSpace } from '../text/chars.ts';
import type { Document } from '../text/document.ts';

export interface Compact {
  /** Folded characters without blanks and without injected pinyin. */
  text: string;
  /** `offsets[i]` is the offset in the document of `text[i]`. */
  offsets: readonly number[];
}

/** Pinyin that some mirror sites inject behind a character: 機(jī)構(gòu). Seven letters at most. */
function pinyinEnd(folded: string, at: number): number {
  if (folded.charCodeAt(at) !== 0x28 || at === 0 || !isHan(folded.charCodeAt(at - 1))) return at;
  let end = at + 1;
  let accented = false;
  while (end - at <= 7) {
    const code = folded.charCodeAt(end);
    if (code === 0x29) return accented && end > at + 1 ? end + 1 : at;
    if (code >= 0xe0 && code <= 0x1ff) accented = true;
    else if (code < 97 || code > 122) return at;
    end++;
  }
  return at;
}

const ACCENTED = /[\u00e0-\u01ff]/;

/** The folded text from 0 to `end` with injected pinyin blanked, length unchanged. */
export function withoutPinyin(folded: string, end: number): string {
  const part = folded.slice(0, end);
  if (!ACCENTED.test(part)) return part;
  let plain = '';
  for (let at = 0; at < part.length; ) {
    const past = pinyinEnd(part, at);
    plain += past > at ? ' '.repeat(past - at) : part.charAt(at);
    at = past > at ? past : at + 1;
  }
  return plain;
}

/** A line shorter than this was not filled before it was broken: what follows is a line of its own. */
const SHORT_LINE = 16;
const RUNS_ON = /[,、《(\-—:]/;

/**
 * The stretch from `start` to `end` of the folded text with a line feed where a line clearly ends: before an empty line
 * and behind a short one. Other line breaks are hard wraps and vanish.
 */
export function compactLines(document: Document, start: number, end: number): Compact {
  return reduce(document, start, end, true);
}

/** The stretch from `start` to `end` of the folded text. */
export function compact(document: Document, start: number, end: number): Compact {
  return reduce(document, start, end, false);
}

/** Elements that an array is made with at most; a head has no more characters. */
const MOST_ROOM = 8192;

function reduce({ folded }: Document, start: number, end: number, keepLines: boolean): Compact {
  let text = '';
  let run = Math.max(0, start);
  // With all its room from the start an array has not to grow; a very large one would be no array any more.
  const offsets: number[] = end - run > 0 && end - run <= MOST_ROOM ? new Array<number>(end - run) : [];
  let size = 0;
  let length = 0;
  let breaks = 0;
  for (let at = run; at < end; at++) {
    const code = folded.charCodeAt(at);
    // Blanks and the bracket that opens pinyin are the lowest code units; all others are kept as they are.
    const past = code === 0x28 ? pinyinEnd(folded, at) : at;
    if (past > at || (code <= 0x20 && isSpace(code))) {
      if (at > run) text += folded.slice(run, at);
      if (past > at) at = past - 1;
      else if (code === 10 || (code === 13 && folded.charCodeAt(at + 1) !== 10)) breaks++;
      run = at + 1;
      continue;
    }
    if (breaks > 0) {
      if (keepLines && (breaks > 1 || length < SHORT_LINE) && size > 0 && !RUNS_ON.test(text.charAt(text.length - 1))) {
        text += '\n';
        offsets[size++] = at;
      }
      breaks = 0;
      length = 0;
    }
    length++;
    offsets[size++] = at;
  }
  if (end > run) text += folded.slice(run, end);
  offsets.length = size;
  return { text, offsets };
}

/** The characters of a stretch of a compact text as printed. */
export function printed(document: Document, source: Compact, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) text += document.text.charAt(source.offsets[i]!);
  return text;
}

/** As printed, but with simplified characters, so that one body has one name on its own page and on a mirror's. */
export function printedName(document: Document, source: Compact, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) {
    const offset = source.offsets[i]!;
    const code = document.folded.charCodeAt(offset);
    text += isHan(code) ? document.folded.charAt(offset) : document.text.charAt(offset);
  }
  return text;
}

const LATIN = /[A-Za-z]/;

/** Printed text without blanks, but for one between Latin words. */
export function squeeze(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, (_, at: number, whole: string) => {
      const before = whole.charAt(at - 1);
      const rest = whole.slice(at, at + 80).trimStart().charAt(0);
      return LATIN.test(before) && LATIN.test(rest) ? ' ' : '';
    });
}
