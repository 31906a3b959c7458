/** Page numbers and running heads: what stands at the edge of a page and is not of the text. */
import { fold } from '../../text/fold.ts';
import { textOf, type TextLine } from './text-lines.ts';

export interface PrintedPage {
  height: number;
  lines: TextLine[];
}

/** Page numbers stand in this share of the page at top and bottom, running heads in the wider one. */
const NUMBER_BAND = 0.1;
const HEAD_BAND = 0.12;
/** Places of a running head on two pages differ by no more (points). */
const SAME_PLACE = 4;

const PAGE_NUMBER = /^[-·.~\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/|,，]?\s*共?\s*\d{1,4}\s*页?)?[-·.~\s]*$/;

/** The lines of each page without its page number and running heads. */
export function withoutFurniture(pages: readonly PrintedPage[]): TextLine[][] {
  const heads = new Map<string, { page: number; y: number }[]>();
  pages.forEach(({ height, lines }, page) => {
    for (const line of lines) {
      if (!inBand(line, height, HEAD_BAND)) continue;
      const key = headKey(line);
      const same = heads.get(key);
      if (same === undefined) heads.set(key, [{ page, y: line.y }]);
      else same.push({ page, y: line.y });
    }
  });
  return pages.map(({ height, lines }, page) => lines.filter((line) => {
    if (inBand(line, height, NUMBER_BAND) && PAGE_NUMBER.test(fold(textOf(line)))) return false;
    if (!inBand(line, height, HEAD_BAND)) return true;
    const same = heads.get(headKey(line))!.filter((other) => other.page !== page && Math.abs(other.y - line.y) <= SAME_PLACE);
    // Left and right pages may differ, and a first page often has none.
    return new Set(same.map((other) => other.page)).size + 1 < Math.max(2, pages.length * 0.4);
  }));
}

function inBand(line: TextLine, height: number, band: number): boolean {
  return line.y < height * band || line.y > height * (1 - band);
}

function headKey(line: TextLine): string {
  return textOf(line).replace(/\d+/g, '#').replace(/\s+/g, '');
}
