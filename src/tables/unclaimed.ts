/** Numbers inside a table's stretch that no row of the form claims: a province's own rows, rows whose label is beyond reading. */
import { lineIndexAt, type Document } from '../text/document.ts';
import type { LocatedTable } from './locate.ts';
import { tokenAt } from './rows.ts';
import type { Scan } from './scan.ts';
import type { Token } from './tokens.ts';

export interface Unclaimed {
  /** The text before the numbers on their line, empty where none stands there. */
  text: string;
  numbers: string;
  /** Offset of the first number. */
  start: number;
}

/** Lines of unclaimed numbers are told up to this many. */
const MOST = 40;

/** The unclaimed numbers between the first row's label and the last value, line by line. */
export function unclaimedNumbers<T>(document: Document, scanned: Scan<T>, { rows, anchors, span }: LocatedTable): Unclaimed[] {
  const claimed = new Set(rows.flatMap((row) => row.extent.values.map((token) => token.start)));
  const found: Unclaimed[] = [];
  let group: Token[] = [];
  const flush = (): void => {
    const [first] = group;
    if (first === undefined) return;
    const line = document.lines[lineIndexAt(document.lines, first.start)]!;
    found.push({
      text: document.text.slice(Math.max(line.start, first.start - 40), first.start).trim(),
      numbers: group.map((token) => document.text.slice(token.start, token.end)).join(' '),
      start: first.start,
    });
    group = [];
  };
  for (let index = tokenAt(scanned.tokens, anchors[0]!.start); index < scanned.tokens.length && found.length < MOST; index++) {
    const token = scanned.tokens[index]!;
    if (token.start >= span.end) break;
    if (token.kind !== 'number' || claimed.has(token.start)) continue;
    if (group.length > 0 && group[0]!.line !== token.line) flush();
    group.push(token);
  }
  flush();
  return found;
}
