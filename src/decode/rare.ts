/** Encodings that neither a mark nor plausibility tells: UTF-32, and Chinese in seven bits (UTF-7, HZ). */
import { isHan } from '../text/chars.ts';

/** Bytes looked at. */
const SAMPLE = 65_536;
/** Share of units that must be Chinese or punctuation beside it. Of random units a third is. */
const CHINESE = 0.7;
/** Fewer units than this prove nothing: a search engine's address may hold +5Lit. */
const ENOUGH = 12;

/** The name of the encoding, `null` where the bytes are in none of these. */
export function rareEncoding(bytes: Uint8Array): 'utf-32le' | 'utf-32be' | 'utf-7' | 'hz-gb-2312' | null {
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.includes(0)) return wide(sample);
  if (sample.some((byte) => byte >= 0x80)) return null;
  let text = '';
  for (let i = 0; i < sample.length; i += 4096) text += String.fromCharCode(...sample.subarray(i, i + 4096));
  if (text.includes('~{') && isChinese(decodeHz(sample))) return 'hz-gb-2312';
  return isChinese(shiftedUnits(text)) ? 'utf-7' : null;
}

/** UTF-32 has in each four bytes one that is 0 and one that is 16 at most; UTF-16 has that of no text with letters or Chinese. */
function wide(sample: Uint8Array): 'utf-32le' | 'utf-32be' | null {
  const size = sample.length - (sample.length % 4);
  if (size < 8) return null;
  let [little, big] = [true, true];
  for (let i = 0; i < size && (little || big); i += 4) {
    const [a, b, c, d] = [sample[i]!, sample[i + 1]!, sample[i + 2]!, sample[i + 3]!];
    little &&= d === 0 && c <= 0x10;
    big &&= a === 0 && b <= 0x10;
  }
  if (little === big) return null;
  return little ? 'utf-32le' : 'utf-32be';
}

/** The UTF-16 units of the stretches +…- of UTF-7. */
function shiftedUnits(text: string): string {
  let units = '';
  for (const [, digits] of text.matchAll(/\+([A-Za-z0-9+/]{3,})/g)) {
    const whole = digits!.slice(0, digits!.length - (digits!.length % 4 === 1 ? 1 : 0));
    const bytes = atob(whole);
    for (let i = 0; i + 1 < bytes.length; i += 2) units += String.fromCharCode((bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1));
  }
  return units;
}

function isChinese(text: string): boolean {
  let [units, chinese] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    units++;
    if (isHan(code) || (code >= 0x3000 && code < 0x3020) || (code >= 0xff00 && code < 0xff60) || (code >= 0x2010 && code < 0x2030)) chinese++;
  }
  return units >= ENOUGH && chinese >= CHINESE * units;
}

/** GB2312 between ~{ and ~} in seven bits (RFC 1843). */
export function decodeHz(bytes: Uint8Array): string {
  const out = new Uint8Array(bytes.length);
  let size = 0;
  let shifted = false;
  for (let i = 0; i < bytes.length; i++) {
    const [byte, next] = [bytes[i]!, bytes[i + 1]];
    if (byte === TILDE && (next === OPEN || next === CLOSE || (!shifted && (next === TILDE || next === 10)))) {
      if (next === TILDE) out[size++] = TILDE;
      else if (next !== 10) shifted = next === OPEN;
      i++;
    } else if (shifted && byte === 10) {
      // A line ends in ASCII.
      shifted = false;
      out[size++] = byte;
    } else out[size++] = shifted && byte > 0x20 ? byte | 0x80 : byte;
  }
  return new TextDecoder('gb18030').decode(out.subarray(0, size));
}

const TILDE = 0x7e;
const OPEN = 0x7b;
const CLOSE = 0x7d;
