/** Text without its layout: for finding words that blanks, line breaks or table rules have torn apart. */
import { isHan, isSeparator } from './chars.ts';
import { UNITS } from './fold.ts';

export interface Squeezed {
  text: string;
  /** `at[i]` is the offset of `text[i]` in the text that was squeezed. */
  at: Uint32Array;
}

const OPEN = 0x28;
const CLOSE = 0x29;
/** The longest syllable of pinyin (zhuang) and one to spare. */
const SYLLABLE = 7;
/** Units below which a decoder costs more than it saves. */
const FEW = 64;

/**
 * Drops blanks, table rules (`|`, box drawing) and the pinyin that some mirrors inject behind a character (一(yī)、)
 * from folded text. `start` and `end` limit the stretch.
 */
export function squeeze(folded: string, start = 0, end = folded.length): Squeezed {
  const at = new Uint32Array(end - start);
  const units = new Uint16Array(end - start);
  let size = 0;
  for (let i = start; i < end; i++) {
    const code = folded.charCodeAt(i);
    if (isSeparator(code)) continue;
    if (code === OPEN && size > 0 && isHan(units[size - 1]!)) {
      const close = pinyinEnd(folded, i + 1, end);
      if (close > 0) {
        i = close;
        continue;
      }
    }
    units[size] = code;
    at[size++] = i;
  }
  const text = size < FEW ? String.fromCharCode(...units.subarray(0, size)) : UNITS.decode(units.subarray(0, size));
  return { text, at: at.subarray(0, size) };
}

/** Offset of the bracket that closes a syllable of pinyin begun at `from`; -1 where none stands there. */
function pinyinEnd(folded: string, from: number, end: number): number {
  const last = Math.min(end, from + SYLLABLE + 1);
  for (let i = from; i < last; i++) {
    const code = folded.charCodeAt(i);
    if (code === CLOSE) return i > from ? i : -1;
    const letter = (code >= 0x61 && code <= 0x7a) || (code >= 0xe0 && code <= 0x1dc);
    if (!letter) return -1;
  }
  return -1;
}

const LAYOUT = /[ \t\n\r|\u2500-\u257f]+|(?<=[\u3400-\u4dbf\u4e00-\u9fff\u3007])\([a-z\u00e0-\u01dc]{1,7}\)/g;

/** The text alone of what {@link squeeze} yields, for short strings whose offsets nobody asks for. */
export function squeezed(folded: string): string {
  return isSqueezed(folded) ? folded : folded.replace(LAYOUT, '');
}

/** Whether {@link squeeze} would leave the text as it is. */
export function isSqueezed(folded: string): boolean {
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i);
    if (isSeparator(code)) return false;
    if (code === OPEN && i > 0 && isHan(folded.charCodeAt(i - 1)) && pinyinEnd(folded, i + 1, folded.length) > 0) return false;
  }
  return true;
}
