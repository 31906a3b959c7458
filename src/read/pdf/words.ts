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

/**
 * Cuts runs at their blanks: a run may reach over several cells, whose places are then told by the widths of its characters.
 *
 * @param viewport from user space to device space
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
    cut(item.str, x, item.width, y, size, spaced, words);
    spaced = /\s$/.test(item.str);
  }
  return withoutOverprint(words);
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
      text: text.replace(LOOKALIKES, (char) => { const plain = char.normalize('NFKC'); return plain.length === 1 ? plain : char; }),
      left: left + start * scale, right: left + before * scale, y, size, spaced: gap,
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
