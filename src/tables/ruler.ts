/** Columns of an offset in a line of a table printed with spaces. */
import { lineIndexAt, type Document } from '../text/document.ts';
import type { Token } from './tokens.ts';

/** Column of an offset in its line. */
export type Ruler = (offset: number) => number;

/** Lines longer than this are no columns of spaces. */
const LONGEST_LINE = 2000;

/** Columns counted by characters. */
export function charactersAt(document: Document): Ruler {
  return (offset) => offset - document.lines[lineIndexAt(document.lines, offset)]!.start;
}

/** Columns counted as a terminal shows them. */
export function widthAt(document: Document): Ruler {
  return (offset) => {
    const { start } = document.lines[lineIndexAt(document.lines, offset)]!;
    let width = offset - start;
    if (width > LONGEST_LINE) return width;
    for (let i = start; i < offset; i++) if (isWide(document.text.charCodeAt(i))) width++;
    return width;
  };
}

/**
 * How a tool counts columns: pdftotext by characters, w3m, lynx and pandoc by their width on a terminal. The rows' last
 * values tell: they stand below each other in the right measure.
 *
 * @returns `null` where neither measure brings more order than the other
 */
export function rulerOf(document: Document, rows: readonly { values: readonly Token[] }[]): Ruler | null {
  const [byCharacter, byWidth] = [charactersAt(document), widthAt(document)];
  const last = rows.flatMap(({ values }) => (values.length > 0 ? [values.at(-1)!] : []));
  const disorder = (ruler: Ruler): number =>
    Math.min(new Set(last.map((token) => ruler(token.start))).size, new Set(last.map((token) => ruler(token.end))).size);
  const [width, characters] = [disorder(byWidth), disorder(byCharacter)];
  if (width === characters) return null;
  return width < characters ? byWidth : byCharacter;
}

function isWide(code: number): boolean {
  return code >= 0x2e80 && (code <= 0xd7ff || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff01 && code <= 0xff60));
}
