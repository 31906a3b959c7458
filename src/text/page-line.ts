/** Lines that number pages. */

/** Lines that belong to the page and not to the report: - 4 -, 第4页, 4/6, Page 9. */
const PAGE_LINE =
  /^\s*(?:-\s*\d{1,4}\s*-|第\s*\d{1,4}\s*页(?:[\s,，/]*共?\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|[·•]\s*\d{1,4}\s*[·•]|P(?:age|\.)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?)\s*$/i;
/** No line of a page's number is longer. */
export const LONGEST_PAGE_LINE = 40;

/** Whether a line belongs to the page: `start` and `end` are its offsets in folded text. */
export function isPageLine(folded: string, start: number, end: number): boolean {
  if (end - start > LONGEST_PAGE_LINE || end - start < 3) return false;
  return PAGE_LINE.test(folded.slice(start, end));
}
