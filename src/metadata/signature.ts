/** The signature block (落款): the body's name and under it the date, at the end of the report or of its cover letter. */
import { isoDate, readDate } from '../text/dates.ts';
import { isDigit, isSpace } from '../text/chars.ts';
import { compact, printedName } from './compact.ts';
import type { Head } from './head.ts';
import { isName } from './names.ts';

export interface Signature {
  agency: string | null;
  signedOn: string | null;
  /** Offset of the date in the document. */
  start: number;
}

/** Lines at the end of a document among which the signature is looked for. */
const LAST_LINES = 16;
const SIGNATURE_TAIL = 400;
/** Beside a digit. */
const DATE_OPENS = '二贰(';
/** The hour, and what closes a bracket or a line. */
const BEHIND_DATE = /^\s*(?:\d{1,2}[:时]\d{2}(?:[:分]\d{2})?[分秒]?)?[\s)。]*$/;
/** What sites print behind the signature on the same line. */
const BEHIND = /^[\s)]*(?:(?:附件|责任编辑|编辑|来源|打印|关闭|相关|扫一扫|分享|\(此件|【|\[).{0,200})?[\s。.)]*$/s;

/** Finds the last signature of the tail, else the one in the head. */
export function findSignature(head: Head): Signature | null {
  const { document } = head;
  const { lines, folded } = document;
  let index = lines.length - 1;
  for (let seen = 0; index >= 0 && seen < LAST_LINES; index--) {
    const line = lines[index]!;
    const text = folded.slice(line.start, Math.min(line.end, line.start + 60)).trim();
    if (text === '') continue;
    seen++;
    if (line.start < head.end && head.hasBody) break;
    const signed = signatureAt(head, index);
    if (signed !== null) return signed;
  }
  const inLine = signatureInLine(head);
  if (inLine !== null) return inLine;
  for (let at = 0; at < lines.length && lines[at]!.start < head.end; at++) {
    const signed = signatureAt(head, at);
    if (signed?.agency != null) return signed;
  }
  return null;
}

/** A line that holds nothing but a written-out date; the line above may name the body. */
function signatureAt(head: Head, index: number): Signature | null {
  const { document } = head;
  const line = document.lines[index]!;
  if (line.end - line.start > 120) return null;
  let start = line.start;
  while (start < line.end && isSpace(document.folded.charCodeAt(start))) start++;
  const first = document.folded.charCodeAt(start);
  if (!isDigit(first) && !DATE_OPENS.includes(String.fromCharCode(first))) return nameAndDate(head, start, line.end);
  const bracket = first === 0x28 ? 1 : 0;
  const date = readDate(document.folded, start + bracket);
  if (date === null) return bracket === 1 ? nameAndDate(head, start + 1, line.end) : null;
  if (date.day === null || !BEHIND_DATE.test(document.folded.slice(date.end, line.end))) return null;
  const agency = nameAbove(head, index);
  // 2016.1.30 alone may be the page's; under a body's name it is the body's.
  if (agency === null && !/年/.test(document.folded.slice(date.start, date.end))) return null;
  return { agency, signedOn: isoDate(date), start: date.start };
}

/** 某市某局2014年12月1日 on one short line. */
function nameAndDate(head: Head, start: number, end: number): Signature | null {
  const { document } = head;
  if (end - start > 60) return null;
  const year = document.folded.slice(start, end).search(/(?:(?:19|20)\d[ \t]?\d|二[ \t]*[〇○零OoO0])/);
  if (year <= 0) return null;
  const date = readDate(document.folded, start + year);
  if (date?.day == null || !BEHIND_DATE.test(document.folded.slice(date.end, end))) return null;
  const name = compact(document, start, start + year);
  if (!isName(name.text)) return null;
  return { agency: printedName(document, name, 0, name.text.length), signedOn: isoDate(date), start: date.start };
}

function nameAbove(head: Head, index: number): string | null {
  const { document } = head;
  for (let above = index - 1; above >= Math.max(0, index - 3); above--) {
    const line = document.lines[above]!;
    if (line.end - line.start > 120) return null;
    const name = compact(document, line.start, line.end);
    if (name.text === '') continue;
    return isName(name.text) ? printedName(document, name, 0, name.text.length) : null;
  }
  return null;
}

/** The signature at the end of a report that is one line: `…事项。 某区某局 2021年1月27日 附件下载`. */
function signatureInLine(head: Head): Signature | null {
  const { document } = head;
  const { folded } = document;
  const from = Math.max(head.end, folded.length - SIGNATURE_TAIL);
  const tail = folded.slice(from);
  for (const hit of tail.matchAll(/(?<![\d〇○零])(?:(?:19|20)\d{2}[ \t]*[年./-]|[二][〇○零OoO0])/g)) {
    const at = from + hit.index;
    const date = readDate(folded, at);
    if (date?.day == null || !BEHIND.test(folded.slice(date.end))) continue;
    const before = folded.slice(Math.max(from - 60, 0, at - 60), at);
    const opened = /(?:[。;!]|\s)\s*([一-龥()]{2,40}?)\s*$/.exec(before);
    if (opened === null || !isName(opened[1]!)) continue;
    const start = at - before.length + opened.index + opened[0].indexOf(opened[1]!);
    const name = compact(document, start, start + opened[1]!.length);
    return { agency: printedName(document, name, 0, name.text.length), signedOn: isoDate(date), start: at };
  }
  return null;
}

