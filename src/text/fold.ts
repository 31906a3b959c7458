/**
 * Folding for matching: every character is replaced by at most one other, so the folded text has the length of the
 * original and an offset means the same place in both. Output is always cut from the original.
 */
import { SIMPLIFIED, TRADITIONAL } from '../lexicon/traditional.ts';

const SPACE = 0x20;

/**
 * Code unit -> what folding adds to it, modulo 65536, for the whole basic plane: most units stay as they are, and a table of
 * nothing but zeros costs nothing to begin with.
 */
const ADDED = buildTable();

function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  const map = (code: number, target: number): void => {
    table[code] = target - code;
  };
  const all = (from: number, to: number, target: (code: number) => number): void => {
    for (let code = from; code <= to; code++) map(code, target(code));
  };
  const blank = (): number => SPACE;
  // Controls, but not the tab and the line breaks that carry the layout.
  for (let code = 0; code < SPACE; code++) if (code !== 9 && code !== 10 && code !== 13) map(code, SPACE);
  all(0x7f, 0xa0, blank);
  map(0xad, SPACE);
  all(0x2000, 0x200f, blank);
  all(0x2028, 0x202f, blank);
  all(0x205f, 0x2064, blank);
  map(0x3000, SPACE);
  map(0xfeff, SPACE);
  map(0xfffc, SPACE);
  all(0xff01, 0xff5e, (code) => code - 0xfee0);
  // Radicals and compatibility ideographs, which some PDF fonts yield for the plain characters.
  const compatible = (code: number): number => {
    const folded = String.fromCharCode(code).normalize('NFKC');
    return folded.length === 1 ? folded.charCodeAt(0) : code;
  };
  all(0x2e80, 0x2fdf, compatible);
  all(0xf900, 0xfaff, compatible);
  all(0xfe50, 0xfe6b, compatible);
  const pairs = (from: string, to: string): void => {
    for (let i = 0; i < from.length; i++) map(from.charCodeAt(i), to.charCodeAt(i));
  };
  pairs(TRADITIONAL, SIMPLIFIED);
  pairs('“”„‟＂‘’‚‛', `"""""''''`);
  pairs('‐‑‒–—―−﹘﹣', '---------');
  pairs('﹝﹞﹙﹚﹕﹔﹐﹒﹑', '〔〕():;,.、');
  pairs('│┃║￨∣', '|||||');
  return table;
}

/** Marks that word processors and browsers leave in exported text; blanked, never read. */
const MARKERS = /\[bookmark:[^\]\n]{0,80}\]|<!--[^\n]{0,400}?-->/g;

/** Units to a string, several times faster than `String.fromCharCode`; a lone surrogate becomes one U+FFFD. */
export const UNITS = new TextDecoder(new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 'utf-16le' : 'utf-16be', { ignoreBOM: true });

/** Most cells, and many pages, are as they would be folded. */
function isFolded(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (ADDED[text.charCodeAt(i)] !== 0) return false;
  return !text.includes('[bookmark:') && !text.includes('<!--');
}

/** Folds a text to half width, simplified characters and plain punctuation, length unchanged. Pure and linear. */
export function fold(text: string): string {
  if (isFolded(text)) return text;
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    units[i] = code + ADDED[code]!;
  }
  let folded = UNITS.decode(units);
  if (folded.includes('[bookmark:') || folded.includes('<!--')) {
    folded = folded.replace(MARKERS, (mark) => ' '.repeat(mark.length));
  }
  return folded;
}
