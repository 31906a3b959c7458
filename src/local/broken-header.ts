/**
 * Headers whose headings are broken over two lines, as narrow columns print them:
 *
 *     指标名称      单位   2011 历年
 *                        年度  累计
 *
 * The second halves go to the headings that they make known ones, in order; where they could go to several, nothing is told.
 */
import type { Document } from '../text/document.ts';
import { lineOf, type Header, type Heading } from './stream.ts';
import { bare, joined, roleOf, type Role, type Words } from './words.ts';

const SECOND_HALF = /^(?:[年度累计数量位称名单值据统]{1,4}|[数量]?\((?:单位:?)?[^()]{1,4}\))$/;
/** A line of headings has no more words. */
const MOST_WORDS = 9;
const LONGEST = 300;

/** Does a line hold nothing but second halves of headings? */
export function isSecondLine(folded: string): boolean {
  const words = folded.trim().split(/\s+/);
  return words[0] !== '' && words.length <= MOST_WORDS && words.every((word) => SECOND_HALF.test(word));
}

interface Piece {
  text: string;
  start: number;
  end: number;
}

export function brokenHeaders(document: Document, from: number, to: number, words: Words): Header[] {
  const found: Header[] = [];
  for (let index = lineOf(document, from); index + 1 < document.lines.length && document.lines[index + 1]!.end <= to; index++) {
    const first = document.lines[index]!;
    const second = document.lines[index + 1]!;
    if (first.start < from || first.end - first.start > LONGEST || second.end - second.start > LONGEST) continue;
    if (!isSecondLine(document.folded.slice(second.start, second.end))) continue;
    const headings = assemble(piecesIn(document, first), piecesIn(document, second), words);
    if (headings !== null) found.push({ headings, end: second.end });
  }
  return found;
}

/** Words of a line; one blank may stand within a heading (指 标 名 称). */
function piecesIn(document: Document, { start, end }: { start: number; end: number }): Piece[] {
  return [...document.folded.slice(start, end).matchAll(/\S+(?: \S+)*/g)].flatMap((match) => {
    const known = match[0].includes(' ') && !/^(?:\S )+\S$/.test(match[0]);
    const parts = known ? [...match[0].matchAll(/\S+/g)] : [match];
    return parts.map((part) => {
      const at = start + (known ? match.index + part.index : match.index);
      return { text: joined(document.text.slice(at, at + part[0].length)), start: at, end: at + part[0].length };
    });
  });
}

/** The only way to give the second halves to the first ones so that all are headings; `null` where none or several. */
function assemble(first: readonly Piece[], second: readonly Piece[], words: Words): Heading[] | null {
  if (first.length < 2 || first.length > MOST_WORDS || second.length > first.length) return null;
  let only: Heading[] | null = null;
  const place = (at: number, next: number, made: readonly Heading[]): boolean => {
    if (at === first.length) {
      if (next < second.length) return true;
      const roles = made.map(({ role }) => role);
      if (roles.filter((role) => role === 'label').length !== 1 || !roles.includes('value')) return true;
      if (only !== null) return false;
      only = [...made];
      return true;
    }
    const piece = first[at]!;
    const take = (text: string, used: number): boolean => {
      const role: Role | null = roleOf(bare(text), words);
      return role === null || place(at + 1, next + used, [...made, { role, start: piece.start, end: piece.end, text }]);
    };
    return take(piece.text, 0) && (next >= second.length || take(piece.text + second[next]!.text, 1));
  };
  return place(0, 0, []) ? only : null;
}
