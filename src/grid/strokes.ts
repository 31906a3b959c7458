/** The characters that boxes are drawn with, and the parts into which they divide a line. */
import type { Range } from './grid.ts';
import type { SourceLine } from './source.ts';
import { widthOf, type Measure } from './width.ts';

export const LEFT = 1;
export const RIGHT = 2;
export const UPRIGHT = 4;
export const FLAT = 8;

/** For each box-drawing character from U+2500, where its arms reach. */
const BOX: readonly number[] = Array.from({ length: 0x80 }, (_, index) => strokesOf(index));

function strokesOf(index: number): number {
  if (index >= 0x74) return index % 2 === 0 ? FLAT : UPRIGHT;
  if (index >= 0x71) return 0;
  if (index >= 0x6d) return index === 0x6d || index === 0x70 ? RIGHT | UPRIGHT : LEFT | UPRIGHT;
  if (index >= 0x64) return LEFT | RIGHT | UPRIGHT;
  if (index >= 0x52) return (Math.floor((index - 0x52) / 3) % 2 === 0 ? RIGHT : LEFT) | UPRIGHT;
  if (index === 0x50 || index === 0x51) return index === 0x50 ? FLAT : UPRIGHT;
  if (index >= 0x4c) return index < 0x4e ? FLAT : UPRIGHT;
  if (index >= 0x2c) return LEFT | RIGHT | UPRIGHT;
  if (index >= 0x1c) return (index < 0x24 ? RIGHT : LEFT) | UPRIGHT;
  if (index >= 0x0c) return (Math.floor((index - 0x0c) / 4) % 2 === 0 ? RIGHT : LEFT) | UPRIGHT;
  return index % 4 < 2 ? FLAT : UPRIGHT;
}

/** The strokes of a character; 0 for one that draws nothing. */
export function strokes(code: number, ascii: boolean): number {
  if (ascii) {
    if (code === 0x2b) return LEFT | RIGHT | UPRIGHT;
    if (code === 0x7c) return UPRIGHT;
    return code === 0x2d || code === 0x3d || code === 0x3a ? FLAT : 0;
  }
  return code >= 0x2500 && code <= 0x257f ? BOX[code - 0x2500]! : 0;
}

/** An upright stroke of a line: where it stands and how it goes on. */
export interface Edge {
  at: number;
  /** Column on the terminal. */
  x: number;
  strokes: number;
}

export function edgesOf(text: string, line: SourceLine, measure: Measure, ascii: boolean): Edge[] {
  const edges: Edge[] = [];
  let x = 0;
  for (let at = line.start; at < line.end; at++) {
    const code = text.charCodeAt(at);
    const drawn = strokes(code, ascii);
    if ((drawn & UPRIGHT) !== 0) edges.push({ at, x, strokes: drawn });
    x += widthOf(code, measure);
  }
  return edges;
}

/** Whether nothing but level strokes stands between two edges, which they join. */
export function isRuled(text: string, range: Range, left: number, right: number, ascii: boolean): boolean {
  if (range.end <= range.start) return false;
  const joined = (left & RIGHT) !== 0 || (right & LEFT) !== 0;
  if (!joined && !(ascii && range.end - range.start >= 3)) return false;
  for (let i = range.start; i < range.end; i++) if (strokes(text.charCodeAt(i), ascii) !== FLAT) return false;
  return true;
}
