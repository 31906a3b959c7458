/** The encoding of a page: byte order mark, then what the page declares unless its bytes refute that, then the text decoder. */
import { decode, isValid, type Decoded } from '../../decode/decode.ts';
import { encodingName, isConverted } from '../../decode/labels.ts';
import { rareEncoding } from '../../decode/rare.ts';
import { converterFor } from '../converter.ts';

/** How far a declaration is looked for; the standard says 1024, saved pages carry long comments before it. */
const PRESCAN = 8192;

export async function decodeHtml(bytes: Uint8Array, encoding: string | undefined): Promise<Decoded> {
  if (encoding !== undefined) return decode(bytes, { encoding, convert: await converterFor(bytes, encoding) });
  const said = hasByteOrderMark(bytes) ? null : declaredEncoding(bytes);
  const rare = rareEncoding(bytes);
  const declared = said !== null && rare === null && agrees(bytes, said) ? said : undefined;
  return decode(bytes, { declared, convert: await converterFor(bytes, declared) });
}

function hasByteOrderMark(bytes: Uint8Array): boolean {
  const [a, b, c] = bytes;
  return (a === 0xef && b === 0xbb && c === 0xbf) || (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
}

/**
 * The label in `<meta charset>` or `<meta http-equiv content="…charset=…">`, as the canonical name of the Encoding Standard. A page that
 * could be read so far is no UTF-16, so such a declaration means UTF-8.
 */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN));
  const label = /<meta\s[^>]{0,500}?charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(head)?.[1];
  if (label === undefined) return null;
  const name = encodingName(label);
  if (name === null) return null;
  if (name.startsWith('utf-16') || name.startsWith('utf-32')) return 'utf-8';
  return name === 'gbk' ? 'gb18030' : name;
}

/**
 * Whether the bytes can be what the page declares. Pages that were transcoded when they were saved keep their old declaration: strict
 * UTF-8 with Chinese in it is UTF-8 whatever is declared, and bytes that are not valid in the declared encoding are in another.
 */
function agrees(bytes: Uint8Array, declared: string): boolean {
  if (isValid(bytes, 'utf-8')) return declared === 'utf-8' || bytes.every((byte) => byte < 0x80);
  if (declared === 'utf-8') return false;
  return isValid(bytes, isConverted(declared) ? 'big5' : declared);
}
