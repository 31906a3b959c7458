/** Text that was read in the wrong encoding once and saved again: æ”¿åºœ for 政府. */
import { plausibility } from './plausibility.ts';

/** Characters that windows-1252 has for the bytes 80 to 9F. */
const SPECIALS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** What such a text is full of: a byte that leads a character of UTF-8, or the first of two of GBK, and one that follows it. */
const TRACE = /[\u00a1-\u00fe][\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;
/** The text that was meant reads so well, the one that stands there so badly. */
const MEANT = 0.7;
const MEANINGLESS = 0.2;
/** Share of the characters that must have outlived it: windows-1252 has none for five of the bytes. */
const WHOLE = 0.75;

/**
 * The text as it was meant, and the encoding it is in; `null` where the text makes sense as it stands or none in any other way. What was
 * lost then comes out as U+FFFD.
 */
export function meantText(text: string): { text: string; encoding: string } | null {
  if (!TRACE.test(text) || plausibility(text) >= MEANINGLESS) return null;
  const bytes = new Uint8Array(text.length);
  let size = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const special = code < 0x100 ? -1 : SPECIALS.indexOf(text.charAt(i));
    // Of a character that no byte gives, nothing can be told.
    bytes[size++] = code < 0x100 ? code : special >= 0 ? 0x80 + special : 0xff;
  }
  for (const encoding of ['utf-8', 'gb18030']) {
    const meant = new TextDecoder(encoding).decode(bytes.subarray(0, size));
    const whole = meant.replaceAll('\uFFFD', '');
    if (whole.length >= WHOLE * meant.length && plausibility(whole) >= MEANT) return { text: meant, encoding };
  }
  return null;
}
