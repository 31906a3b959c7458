/** Encoders for tests: the platform decodes every encoding, but encodes UTF-8 alone. */
const tables = new Map<string, Map<string, number[]>>();

function twoByteTable(encoding: string): Map<string, number[]> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      try {
        const char = decoder.decode(new Uint8Array([lead, trail]));
        if (char.length === 1 && !table.has(char)) table.set(char, [lead, trail]);
      } catch {
        // No character has these two bytes.
      }
    }
  }
  tables.set(encoding, table);
  return table;
}

/** ASCII and the two-byte characters of `gb18030` or `big5`. */
export function encodeTwoByte(text: string, encoding: 'gb18030' | 'big5'): Uint8Array {
  const table = twoByteTable(encoding);
  return new Uint8Array(Array.from(text).flatMap((char) => {
    const code = char.charCodeAt(0);
    if (code < 0x80) return [code];
    const bytes = table.get(char);
    if (bytes === undefined) throw new Error(`${encoding} has no ${char} of two bytes`);
    return bytes;
  }));
}

export function encodeUtf16(text: string, order: 'le' | 'be', mark = false): Uint8Array {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return new Uint8Array(order === 'be' ? bytes.swap16() : bytes);
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
