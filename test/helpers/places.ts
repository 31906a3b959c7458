/** Offsets at which the lines of a text begin, as the positions of a report count them. */
import { splitLines } from '../../src/text/document.ts';

export function lineStarts(text: string): number[] {
  return splitLines(text).map(({ start }) => start);
}
