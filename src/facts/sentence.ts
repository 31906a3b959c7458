/** A paragraph without its blanks, cut into sentences; offsets lead back to the paragraph. */
import { isDigit, isSpace } from '../text/chars.ts';

/** Text to match on: folded, blanks gone. */
export interface Matchable {
  text: string;
  /** `at[i]` is the index in the paragraph of the character `text[i]`; `null` where nothing had to go. */
  at: Uint32Array | null;
}

/** Half-open range of a `Matchable`. */
export interface Span {
  start: number;
  end: number;
}

/** A sentence and what of interest stands in it. */
export interface Sentence extends Span {
  /** Whether it goes on with a sentence that was too long to be read in one. */
  continued: boolean;
  /** Whether a digit or a Chinese numeral stands in it. */
  numerals: boolean;
  /** Whether a character stands in it that can state a zero. */
  negations: boolean;
}

const FULL_COMMA = 0xff0c;
const COMMA = 0x2c;

/**
 * Takes a paragraph from the folded `source` and drops its blanks. A full-width comma between digits stays one, so that 25，126 条 are two numbers,
 * unless the digits around it are full-width too.
 */
export function matchable(paragraph: string, source: string, offsets: readonly number[]): Matchable {
  const { length } = paragraph;
  if (length === 0) return { text: '', at: null };
  // The paragraph's runs in the source, as long as nothing has to go.
  let text = '';
  let run = 0;
  let at: number[] | null = null;
  const flush = (to: number): void => {
    if (to <= run) return;
    text += source.slice(offsets[run], offsets[to - 1]! + 1);
    if (at !== null) for (let k = run; k < to; k++) at.push(k);
  };
  let blank = false;
  let last = 0;
  for (let i = 0; i < length; i++) {
    const offset = offsets[i]!;
    const code = source.charCodeAt(offset);
    if (isSpace(code)) {
      at ??= Array.from({ length: run }, (_, index) => index);
      flush(i);
      run = i + 1;
      blank = true;
      continue;
    }
    // 3402 99: a blank between digits parts two numbers.
    if (blank && isDigit(code) && isDigit(last)) {
      text += ' ';
      at!.push(i);
    }
    blank = false;
    if (code === COMMA && paragraph.charCodeAt(i) === FULL_COMMA && isDigit(last) && !fullWidthDigit(paragraph, i - 1)) {
      flush(i);
      text += '，';
      at?.push(i);
      run = i + 1;
    } else if (i > run && offsets[i - 1]! + 1 !== offset) {
      flush(i);
      run = i;
    }
    last = code;
  }
  flush(length);
  return { text, at: at === null ? null : Uint32Array.from(at) };
}

function fullWidthDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xff10 && code <= 0xff19;
}

const END = 1;
const NUMERAL = 2;
const NEGATION = 4;
/** A negation only beside another character: 为0, 不收取, 不存在. */
const PERHAPS = 8;
/** Code unit -> what it is to a sentence. */
const KIND = new Uint8Array(0x10000);
const mark = (chars: string, kind: number): void => {
  for (const char of chars) KIND[char.charCodeAt(0)] = KIND[char.charCodeAt(0)]! | kind;
};
mark('。!?！？', END);
mark('0123456789零〇一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟', NUMERAL);
mark('未没无零', NEGATION);
mark('0不', PERHAPS);

/** Whether a number, Arabic or Chinese, can begin with this code unit. */
export function isNumeral(code: number): boolean {
  return (KIND[code]! & NUMERAL) !== 0;
}

/** Whether a paragraph, by the offsets of its characters in the folded source, holds anything that can count or state a zero. */
export function mayCount(source: string, offsets: readonly number[]): boolean {
  for (let i = 0; i < offsets.length; i++) if ((KIND[source.charCodeAt(offsets[i]!)]! & (NUMERAL | NEGATION | PERHAPS)) !== 0) return true;
  return false;
}

/** A sentence longer than this is cut at its next comma, so that no input makes the work within a sentence grow. */
const LONGEST = 800;

/** The sentences of a text: between 。！？, for a list goes on behind a semicolon. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let kinds = 0;
  let continued = false;
  const { length } = text;
  for (let i = 0; i <= length; i++) {
    let rest = i + 1;
    let cut = false;
    if (i < length) {
      let kind = KIND[text.charCodeAt(i)]!;
      if ((kind & PERHAPS) !== 0 && negates(text, i)) kind |= NEGATION;
      if ((kind & END) === 0) {
        kinds |= kind;
        if (i - start <= LONGEST || !cuttable(text, i, i - start > 2 * LONGEST)) continue;
        cut = true;
        if (!isBoundary(text.charCodeAt(i))) rest = i;
      }
    }
    if (i > start) sentences.push({ start, end: i, continued, numerals: (kinds & NUMERAL) !== 0, negations: (kinds & NEGATION) !== 0 });
    start = rest;
    kinds = cut && rest === i ? KIND[text.charCodeAt(i)]! : 0;
    continued = cut;
  }
  return sentences;
}

function negates(text: string, at: number): boolean {
  const char = text.charAt(at);
  return char === '0' ? /[为是]/.test(text.charAt(at - 1)) : /[收存]/.test(text.charAt(at + 1));
}

/** Whether a sentence that has grown too long can end before `at`: at a comma, in need anywhere, but never within a number. */
function cuttable(text: string, at: number, need: boolean): boolean {
  const code = text.charCodeAt(at);
  if (isBoundary(code)) return !(isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)));
  return need && !isNumeral(text.charCodeAt(at - 1)) && (!isNumeral(code) || /[、件条次篇个人期项起场家份元]/.test(text.charAt(at - 1)));
}

const BOUNDARY = new Uint8Array(0x10000);
for (const char of ',，;:()〔〕[]') BOUNDARY[char.charCodeAt(0)] = 1;

/** Whether a code unit ends a clause within a sentence. 、 does not: it joins the members of one phrase. */
export function isBoundary(code: number): boolean {
  return BOUNDARY[code] === 1;
}
