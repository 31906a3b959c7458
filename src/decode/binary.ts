/** Files that are no text, told by their first bytes. */

const SIGNATURES: readonly { kind: string; bytes: readonly number[] }[] = [
  { kind: 'PNG image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'JPEG image', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'GIF image', bytes: [0x47, 0x49, 0x46, 0x38] },
  { kind: 'TIFF image', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { kind: 'PDF document', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: 'ZIP archive, DOCX or XLSX', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'ZIP archive', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: 'DOC, XLS or other OLE file', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: 'gzip archive', bytes: [0x1f, 0x8b, 0x08] },
  { kind: '7z archive', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'RAR archive', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { kind: 'ELF program', bytes: [0x7f, 0x45, 0x4c, 0x46] },
];

/** Bytes looked at where no signature fits. */
const SAMPLE = 65_536;

/** Share of control bytes past which a file that reads like no text is none. Random bytes have a tenth. */
const CONTROL_SHARE = 0.02;

/** Name of the kind of file its first bytes tell, `null` for what may be text. */
export function binaryKind(bytes: Uint8Array): string | null {
  for (const { kind, bytes: signature } of SIGNATURES) {
    if (signature.every((byte, index) => bytes[index] === byte)) return kind;
  }
  return null;
}

/** Whether bytes that no encoding makes sense of hold more control bytes than any text would. */
export function hasControlBytes(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, SAMPLE);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x20 && (byte < 9 || byte > 13) && byte !== 0x1a && byte !== 0x1b) controls++;
  }
  return controls > CONTROL_SHARE * length;
}
