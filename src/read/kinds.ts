/** Files of other kinds that lie beside reports, by the name under which people know them. */

const SIGNATURES: readonly { kind: string; bytes: readonly number[] }[] = [
  { kind: 'RTF', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { kind: 'RAR', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { kind: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a] },
  { kind: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'GIF', bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: 'TIFF', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { kind: 'TIFF', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
];

/** What an XML file of a word processor or spreadsheet begins with. */
const XML: readonly [string, RegExp][] = [
  ['Word 2003 XML', /<\?mso-application\s+progid="word|<w:worddocument[\s>]/],
  ['Excel 2003 XML', /<\?mso-application\s+progid="excel/],
  ['Word XML (flat OPC)', /<pkg:package[\s>]/],
  ['flat OpenDocument', /<office:document[\s>]/],
];

/** Parts that a zip of each kind has. */
const PARTS: readonly [string, (name: string) => boolean][] = [
  ['XLSX', (name) => name.startsWith('xl/')],
  ['PPTX', (name) => name.startsWith('ppt/')],
  ['OFD', (name) => name === 'OFD.xml'],
  ['OpenDocument', (name) => name === 'mimetype' || name === 'META-INF/manifest.xml'],
  ['Office Open XML', (name) => name === '[Content_Types].xml'],
];

/** The kind of a file by its first bytes, `null` for none of these. @param head the same as ASCII, lower case */
export function kindOf(bytes: Uint8Array, head: string): string | null {
  const signature = SIGNATURES.find((each) => each.bytes.every((byte, index) => bytes[index] === byte));
  if (signature !== undefined) return signature.kind;
  const start = head.trimStart();
  return start.startsWith('<?xml') || start.startsWith('<') ? (XML.find(([, pattern]) => pattern.test(head))?.[0] ?? null) : null;
}

/** The kind of a zip by the names of its parts, `null` for a mere archive. */
export function kindOfZip(names: readonly string[]): string | null {
  return PARTS.find(([, has]) => names.some(has))?.[0] ?? null;
}
