/** The converter for encodings that the platform does not read, loaded when the first such file comes. */
import type { Convert } from '../decode/decode.ts';
import { encodingName, isConverted } from '../decode/labels.ts';
import { rareEncoding } from '../decode/rare.ts';

/** Names under which the library knows them. Its Big5 with the characters of Hong Kong holds all of Big5. */
const NAMES: Readonly<Record<string, string>> = { big5: 'big5hkscs' };

/** @param label the encoding asked for, or what the file declares; `null` where the bytes have to tell */
export async function converterFor(bytes: Uint8Array, label: string | null | undefined): Promise<Convert | undefined> {
  const name = label == null ? marked(bytes) ?? rareEncoding(bytes) : encodingName(label);
  if (name === null || !isConverted(name)) return undefined;
  const { default: iconv } = await import('iconv-lite');
  return (content, encoding) => iconv.decode(Buffer.from(content.buffer, content.byteOffset, content.byteLength), NAMES[encoding] ?? encoding, { stripBOM: false });
}

/** UTF-32 by its byte order mark. */
function marked([a, b, c, d]: Uint8Array): string | null {
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32le';
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32be' : null;
}
