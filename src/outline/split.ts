/** A paragraph cut into the headings it holds and the text between them. */
import type { SectionId } from '../schema/report.ts';
import { placeIn, type Candidate, type Line } from './candidates.ts';
import { slicePart, type Cleaned } from './clean.ts';

export interface HeadingPart {
  kind: 'heading';
  rank: number;
  number: string | null;
  /** Empty where the number heads a paragraph, not a title. */
  title: Cleaned;
  /** The title folded and squeezed. */
  key: string;
  /** What the title is about. */
  id: SectionId | null;
  /** Offset in the document. */
  offset: number;
}

export interface TextPart {
  kind: 'text';
  paragraph: Cleaned;
  /** The text folded and squeezed. */
  key: string;
  /** Rank of the number the text begins with, where that heads no section; `null` elsewhere. */
  point: number | null;
}

export type Part = HeadingPart | TextPart;

/** The text of a part alone, up to a bracket. */
function printedPart({ text }: Cleaned, start: number, end: number): string {
  return text.slice(start, end).replace(/^ +| +$/g, '').replace(/\(.*$/, '');
}

/** The number with the characters of the source; the marker's is folded. */
function printedNumber(line: Line, index: number, end: number, number: string): string {
  const at = line.text.indexOf(number, index);
  return at < 0 || at >= end ? number : printedPart(line.paragraph, placeIn(line, at), placeIn(line, at + number.length));
}

function cut(line: Line, from: number, to: number): Cleaned {
  return slicePart(line.paragraph, placeIn(line, from), placeIn(line, to));
}

/** The text from `from` to `to`, or to the table that begins within; `null` where it is none. */
function textPart(line: Line, from: number, to: number, point: number | null): TextPart | null {
  let end = to;
  if (line.tables.length > 0) {
    const table = line.tables.find((one) => one.start < to && one.end > from);
    end = Math.max(from, Math.min(to, table?.start ?? to));
  }
  const paragraph = cut(line, from, end);
  return paragraph.text === '' ? null : { kind: 'text', paragraph, key: line.text.slice(from, end), point };
}

function headingPart(line: Line, { index, start, end, key, id, rank, number }: Candidate): HeadingPart {
  return {
    kind: 'heading', rank, number: number === null ? null : printedNumber(line, index, start, number),
    title: cut(line, start, end), key, id, offset: line.paragraph.offsets[placeIn(line, index)]!,
  };
}

/** Cuts a line at its candidates, all of which have a fate. */
export function splitLine(line: Line, candidates: readonly Candidate[]): Part[] {
  const { length } = line.text;
  if (candidates.length === 0) {
    const whole = textPart(line, 0, length, null);
    return whole === null ? [] : [whole];
  }
  const parts: Part[] = [];
  let from = 0;
  let point: number | null = null;
  for (const candidate of candidates) {
    const before = textPart(line, from, candidate.index, point);
    if (before !== null) parts.push(before);
    const { fate } = candidate;
    point = fate === 'point' ? candidate.rank : null;
    from = fate === 'point' ? candidate.index : candidate.resume;
    if (fate === 'heading') parts.push(headingPart(line, candidate));
  }
  const rest = textPart(line, from, length, point);
  if (rest !== null) parts.push(rest);
  return parts;
}
