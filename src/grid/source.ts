/** The lines of a text that no grid covers yet. */
import type { Document } from '../text/document.ts';
import type { Range } from './grid.ts';

/** A line, or the part of one that is left. */
export type SourceLine = Range;

/** Lines that follow each other. */
export type Stretch = readonly SourceLine[];

export function wholeText(document: Document): Stretch[] {
  return [document.lines.map(({ start, end }) => ({ start, end }))];
}

/**
 * Takes ranges out of the stretches. Linear in both.
 *
 * @param covered disjoint, by rising start
 */
export function without(stretches: readonly Stretch[], covered: readonly Range[]): Stretch[] {
  if (covered.length === 0) return [...stretches];
  const left: Stretch[] = [];
  let next = 0;
  for (const stretch of stretches) {
    let lines: SourceLine[] = [];
    const cut = (): void => {
      if (lines.length > 0) left.push(lines);
      lines = [];
    };
    for (const line of stretch) {
      let from = line.start;
      while (next < covered.length && covered[next]!.end <= from && covered[next]!.end < line.end) next++;
      let at = next;
      let whole = true;
      for (; at < covered.length && covered[at]!.start < line.end; at++) {
        const range = covered[at]!;
        if (range.end <= line.start) continue;
        whole = false;
        if (range.start > from) lines.push({ start: from, end: range.start });
        cut();
        from = Math.max(from, range.end);
      }
      next = Math.max(next, at - 1);
      if (whole) lines.push(line);
      else if (from < line.end) lines.push({ start: from, end: line.end });
    }
    cut();
  }
  return left;
}
