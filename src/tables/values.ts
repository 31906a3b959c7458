/** What a token or a cell says as a value. */
import type { Cell } from '../schema/report.ts';
import { isDigit } from '../text/chars.ts';
import type { Document } from '../text/document.ts';
import { readArabic } from '../text/numerals.ts';
import { isZeroWord, type Token } from './tokens.ts';

/** The reading of one printed place: a number, a word for zero, a mark, or nothing. */
export interface Reading {
  value: number | null;
  status: Cell['status'];
  start: number;
  end: number;
  /** 元 or 万元 where printed behind the number. */
  unit: string | null;
}

export function blankReading(at: number): Reading {
  return { value: null, status: 'blank', start: at, end: at, unit: null };
}

/** Reads a number from `start` (sign, digits, separators, unit), which the tokenizer has cut out. */
export function readNumberAt(document: Document, start: number, end: number): Reading {
  const text = document.folded.slice(start, end);
  const negative = text.charCodeAt(0) === 0x2d;
  const numeral = readArabic(text, isDigit(text.charCodeAt(0)) ? 0 : 1);
  if (numeral === null || numeral.tooLarge) return { value: null, status: 'unreadable', start, end, unit: null };
  const value = negative && numeral.value !== 0 ? -numeral.value : numeral.value;
  const unit = text.slice(numeral.end);
  return { value, status: 'reported', start, end, unit: unit === '' ? null : unit };
}

export function readToken(document: Document, token: Token): Reading {
  if (token.kind === 'number') return readNumberAt(document, token.start, token.end);
  const text = document.folded.slice(token.start, token.end);
  if (isZeroWord(text)) return { value: 0, status: 'zeroWord', start: token.start, end: token.end, unit: null };
  return { value: null, status: 'notApplicable', start: token.start, end: token.end, unit: null };
}

/** 007 and 00 are no numbers: more than one value stands there. */
export function isGlued(document: Document, token: Token): boolean {
  if (token.kind !== 'number') return false;
  const { folded } = document;
  const from = isDigit(folded.charCodeAt(token.start)) ? token.start : token.start + 1;
  return folded.charCodeAt(from) === 0x30 && isDigit(folded.charCodeAt(from + 1));
}
