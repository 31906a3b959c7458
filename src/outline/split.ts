/** A paragraph cut into the headings it holds and the text between them. */
import type { SectionId } from '../schema/report.ts';
import type { Candidate, Line } from './candidates.ts';
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

/** Cuts a line at its candidates, all of which have a fate. */
export function splitLine(line: Line, candidates: readonly Candidate[]): Part[] {
  const { paragraph, text, place, tables } = line;
  const cut = (from: number, to: number): Cleaned => slicePart(paragraph, place(from), place(to));
  /** The number with the characters of the source; the marker's is folded. */
  const printed = (index: number, end: number, number: string): string => {
    const at = text.indexOf(number, index);
    return at < 0 || at >= end ? number : printedPart(paragraph, place(at), place(at + number.length));
  };
  const parts: Part[] = [];
  const say = (from: number, to: number, point: number | null): void => {
    const table = tables.find(({ start, end }) => start < to && end > from);
    const end = Math.max(from, Math.min(to, table?.start ?? to));
    const part = cut(from, end);
    if (part.text !== '') parts.push({ kind: 'text', paragraph: part, key: text.slice(from, end), point });
  };
  let from = 0;
  let point: number | null = null;
  for (const candidate of candidates) {
    const { fate } = candidate;
    say(from, candidate.index, point);
    point = null;
    from = candidate.index;
    if (fate === 'point') {
      point = candidate.rank;
      continue;
    }
    from = candidate.resume;
    if (fate === 'dropped') continue;
    const { index, start, end, key, id, rank, number } = candidate;
    parts.push({ kind: 'heading', rank, number: number === null ? null : printed(index, start, number), title: cut(start, end), key, id, offset: paragraph.offsets[place(index)]! });
  }
  say(from, text.length, point);
  return parts;
}
