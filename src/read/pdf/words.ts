/** The words of a page with their places, in device space (points, y downwards). */
import type { TextItem } from 'pdfjs-dist/types/src/display/api.d.ts';

/** Text without white space. */
export interface Word {
  text: string;
  left: number;
  right: number;
  /** The baseline. */
  y: number;
  /** Size of the font. */
  size: number;
  /** Whether white space stands before it in the run it was cut from. */
  spaced: boolean;
}

type Matrix = readonly [number, number, number, number, number, number];

/** Radicals and compatibility ideographs that fonts give for the characters they look like. */
const LOOKALIKES = /[\u2e80-\u2fdf\uf900-\ufaff]/g;

/** A quarter turn, counter-clockwise, in degrees. */
export type Turn = 0 | 90 | 180 | 270;

/** How the text of a page runs for the most part: landscape tables are often printed along the long side of a portrait page. */
export function dominantTurn(items: readonly TextItem[]): Turn {
  const votes = new Map<Turn, number>([[0, 0]]);
  for (const item of items) {
    const turn = turnOf(item.transform as number[]);
    if (turn !== null) votes.set(turn, (votes.get(turn) ?? 0) + item.str.trim().length);
  }
  return [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best))[0];
}

/** The direction of a text matrix, `null` where it is none of the four: a stamp or a watermark. */
function turnOf(transform: readonly number[]): Turn | null {
  const degrees = (Math.atan2(transform[1] ?? 0, transform[0] ?? 1) * 180) / Math.PI;
  const quarter = Math.round(degrees / 90);
  return Math.abs(degrees - quarter * 90) > 3 ? null : ((((quarter + 4) % 4) * 90) as Turn);
}

/**
 * Cuts runs at their blanks: a run may reach over several cells, whose places are then told by the widths of its characters.
 * Text that runs aslant is left out; text that runs up or down stands as one word in its middle.
 *
 * @param viewport from user space to a device space in which the text of the page runs to the right
 */
export function toWords(items: readonly TextItem[], viewport: Matrix): Word[] {
  const words: Word[] = [];
  let spaced = false;
  for (const item of items) {
    if (item.str.trim() === '') {
      spaced ||= item.str !== '';
      continue;
    }
    const [a, b, c, d, e, f] = item.transform as [number, number, number, number, number, number];
    const x = viewport[0] * e + viewport[2] * f + viewport[4];
    const y = viewport[1] * e + viewport[3] * f + viewport[5];
    const size = Math.hypot(viewport[0] * c + viewport[2] * d, viewport[1] * c + viewport[3] * d) || Math.hypot(a, b);
    // The device space has its y downwards.
    const turn = turnOf([viewport[0] * a + viewport[2] * b, -(viewport[1] * a + viewport[3] * b)]);
    if (turn === 0) cut(item.str, x, item.width, y, size, spaced, words);
    else if (turn === 90 || turn === 270) {
      const middle = y + (turn === 90 ? -item.width / 2 : item.width / 2) + 0.35 * size;
      const left = turn === 90 ? x - size : x;
      words.push({ text: plain(item.str.replace(/\s+/g, '')), left, right: left + size, y: middle, size, spaced });
    }
    spaced = /\s$/.test(item.str);
  }
  return withoutOverprint(words);
}

/** Text with lookalikes as the characters they stand for. */
function plain(text: string): string {
  return text.replace(LOOKALIKES, (char) => {
    const normal = char.normalize('NFKC');
    return normal.length === 1 ? normal : char;
  });
}

function cut(str: string, left: number, width: number, y: number, size: number, spaced: boolean, words: Word[]): void {
  let total = 0;
  for (const char of str) total += advance(char);
  const scale = width / total;
  let before = 0;
  let start = 0;
  let text = '';
  let gap = spaced;
  const flush = (): void => {
    if (text === '') return;
    words.push({
      text: plain(text), left: left + start * scale, right: left + before * scale, y, size, spaced: gap,
    });
    text = '';
    gap = false;
  };
  for (const char of str) {
    if (/\s/.test(char)) {
      flush();
      gap = true;
    } else {
      if (text === '') start = before;
      text += char;
    }
    before += advance(char);
  }
  flush();
}

/** Width of a character relative to a Chinese one. */
function advance(char: string): number {
  return char.charCodeAt(0) < 0x2e80 && !/[—…“”‘’①-⑳]/.test(char) ? 0.5 : 1;
}

/** Bold drawn by printing twice leaves every word double. */
function withoutOverprint(words: readonly Word[]): Word[] {
  const seen = new Map<string, Word[]>();
  return words.filter((word) => {
    const key = `${word.text}@${Math.round(word.y)}`;
    const same = seen.get(key) ?? [];
    if (same.some((other) => Math.abs(other.left - word.left) < 1 && Math.abs(other.y - word.y) < 1)) return false;
    // A long page of one repeated glyph would be compared with itself in full.
    if (same.length < 64) same.push(word);
    seen.set(key, same);
    return true;
  });
}
