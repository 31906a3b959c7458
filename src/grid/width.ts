/** Columns on a terminal. Tools differ in what is wide: each measure is one way to count. */

export interface Measure {
  /** Columns of a Chinese character, of one that is narrow or wide by font (“ ” — …), and of a line of a box. */
  wide: number;
  ambiguous: number;
  box: number;
}

/** By how common they are. */
export const MEASURES: readonly Measure[] = [
  { wide: 2, ambiguous: 1, box: 1 },
  { wide: 1, ambiguous: 1, box: 1 },
  { wide: 2, ambiguous: 2, box: 1 },
  { wide: 2, ambiguous: 2, box: 2 },
];

/** Columns that a UTF-16 unit takes. A pair of surrogates takes those of a wide character. */
export function widthOf(code: number, measure: Measure): number {
  if (code < 0xa1) return 1;
  if (code >= 0x3400 && code <= 0x9fff) return measure.wide;
  if (code >= 0x2500 && code <= 0x257f) return measure.box;
  if (isAmbiguous(code)) return measure.ambiguous;
  if (code >= 0x2e80 && code <= 0xffe6) {
    if (code >= 0xdc00 && code <= 0xdfff) return 0;
    const narrow = code === 0x303f || (code >= 0xfb00 && code < 0xfe10) || (code >= 0xfe20 && code < 0xfe30) || (code > 0xff60 && code < 0xffe0);
    return narrow ? 1 : measure.wide;
  }
  if ((code >= 0x200b && code <= 0x200f) || (code >= 0x300 && code <= 0x36f)) return 0;
  return code >= 0x1100 && code <= 0x115f ? measure.wide : 1;
}

/** Whether a stretch holds characters that are wide by some fonts alone: measures that differ in them alone tell it apart. */
export function holdsAmbiguous(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0xb0 && code <= 0x266f && isAmbiguous(code)) return true;
  }
  return false;
}

function isAmbiguous(code: number): boolean {
  return code === 0xb7 || code === 0xd7 || code === 0xf7 || code === 0xb0 || code === 0xb1 || (code >= 0x2010 && code <= 0x2016) ||
    (code >= 0x2018 && code <= 0x201d) || (code >= 0x2020 && code <= 0x2027) || (code >= 0x2030 && code <= 0x203b) || code === 0x2103 ||
    code === 0x2116 || (code >= 0x2160 && code <= 0x22ff) || (code >= 0x2460 && code <= 0x24ff) || (code >= 0x2580 && code <= 0x266f);
}

/** The columns before a stretch of text, and those that it takes. */
export function columnsOf(text: string, start: number, end: number, measure: Measure): number {
  let columns = 0;
  for (let i = start; i < end; i++) columns += widthOf(text.charCodeAt(i), measure);
  return columns;
}
