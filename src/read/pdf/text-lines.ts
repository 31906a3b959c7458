/** Lines of print: words on one baseline, from left to right. */
import { isHan } from '../../text/chars.ts';
import { readRaised } from './shown.ts';
import type { Word } from './words.ts';

export interface TextLine {
  left: number;
  right: number;
  y: number;
  size: number;
  words: Word[];
}

/** Words stand on one line where their baselines differ by less than this share of their size. */
const SAME_BASELINE = 0.5;
/** A gap this wide, in sizes of the font, is a space. */
const SPACE = 0.3;
/** Between a Chinese character and a digit or Latin letter, word processors set a gap of up to this by themselves. */
const AUTO_SPACE = 0.6;
/** A gap this wide parts columns. */
export const COLUMN_GAP = 1.6;

/** Groups words into lines from top to bottom, without marks of notes. */
export function toLines(words: readonly Word[], inCell = false): TextLine[] {
  const sorted = [...words].sort((a, b) => a.y - b.y || a.left - b.left);
  const lines: TextLine[] = [];
  let line: TextLine | null = null;
  for (const word of sorted) {
    if (line !== null && word.y - line.y <= SAME_BASELINE * Math.max(line.size, word.size)) {
      line.words.push(word);
      line.size = Math.max(line.size, word.size);
    } else lines.push((line = { left: 0, right: 0, y: word.y, size: word.size, words: [word] }));
  }
  for (const each of lines) {
    each.words = readRaised(each.words.sort((a, b) => a.left - b.left || a.right - b.right), inCell);
    each.left = each.words[0]!.left;
    each.right = Math.max(...each.words.map((word) => word.right));
  }
  return lines;
}

/** The line cut at the gaps that part columns. */
export function fieldsOf(line: TextLine): TextLine[] {
  const fields: TextLine[] = [];
  for (const word of line.words) {
    const last = fields.at(-1);
    if (last !== undefined && word.left - last.right <= COLUMN_GAP * line.size) {
      last.words.push(word);
      last.right = Math.max(last.right, word.right);
    } else fields.push({ left: word.left, right: word.right, y: line.y, size: line.size, words: [word] });
  }
  return fields;
}

/** The text of a line: spaces where the run has one or the print shows one. */
export function textOf(line: TextLine): string {
  let text = '';
  let right = -Infinity;
  for (const word of line.words) {
    const gap = word.left - right;
    if (text !== '') {
      if (gap > COLUMN_GAP * line.size) text += '\t';
      else if ((word.spaced || gap > SPACE * line.size) && !(gap < AUTO_SPACE * line.size && changesScript(text.at(-1)!, word.text.charAt(0)))) text += ' ';
    }
    text += word.text;
    right = Math.max(right, word.right);
  }
  return text;
}

/** Whether one of two characters is Chinese and the other a Latin letter or a digit. */
function changesScript(a: string, b: string): boolean {
  const alphanumeric = /[A-Za-z0-9]/;
  return (isHan(a.charCodeAt(0)) && alphanumeric.test(b)) || (alphanumeric.test(a) && isHan(b.charCodeAt(0)));
}
