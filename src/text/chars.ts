/** Character classes on UTF-16 code units of folded text. */

/**
 * A line break within a cell of a table row that a format reader has rendered: LINE SEPARATOR. It stands in the text only; folded it is
 * a blank, and no line of the document ends at it.
 */
export const CELL_BREAK = '\u2028';

/** A Chinese character (ideograph, including 〇). */
export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

/** An ASCII digit; full-width digits are folded to these. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A blank of any kind, line breaks included. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** A character of the box-drawing block, which w3m and lynx rule their tables with. */
export function isBoxDrawing(code: number): boolean {
  return code >= 0x2500 && code <= 0x257f;
}

const BAR = 0x7c;

/** A bar of a table's border, drawn or typed. */
export function isBar(code: number): boolean {
  return code === BAR || isBoxDrawing(code);
}

/** What parts the cells of a table and says nothing: a blank of any kind, or a bar. */
export function isSeparator(code: number): boolean {
  return isSpace(code) || isBar(code);
}
