/** What a file is: by its content first, by its name only where the content leaves it open. */
import type { Format } from './result.ts';
import { hasZipEnd, zipNames } from './zip-directory.ts';

export type Sniffed = Format | 'gzip' | 'zip' | 'unsupported';

const HEAD = 4096;

/**
 * Formats by signature. A zip is a DOCX where it has a folder `word`; a compound file (D0CF11E0) is taken for
 * a Word document, its reader says so where it is a spreadsheet.
 *
 * @param path only the extension is looked at
 */
export function sniff(bytes: Uint8Array, path?: string): Sniffed {
  if (starts(bytes, [0x1f, 0x8b])) return 'gzip';
  if (starts(bytes, [0x50, 0x4b, 3, 4]) || starts(bytes, [0x50, 0x4b, 5, 6])) return sniffZip(bytes);
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'doc';
  // Mailers and gateways put up to a kilobyte before the PDF header, which readers allow for.
  if (holds(bytes.subarray(0, 1024 + 5), '%PDF-')) return 'pdf';
  if (SIGNATURES.some((signature) => starts(bytes, signature))) return 'unsupported';
  const head = asciiHead(bytes);
  if (looksLikeHtml(head)) return 'html';
  const extension = /\.([a-z0-9]{1,8})$/i.exec(path ?? '')?.[1]?.toLowerCase();
  if ((extension === 'html' || extension === 'htm' || extension === 'xhtml' || extension === 'shtml') && head.includes('<')) return 'html';
  if (extension === 'md' || extension === 'markdown') return 'markdown';
  return 'text';
}

/** Files of other kinds that lie beside reports: RAR, 7z, PNG, JPEG, GIF, RTF, OFD is a zip. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a],
  [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38], [0x7b, 0x5c, 0x72, 0x74, 0x66],
];

function starts(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

const PACKAGE_PARTS = ['[Content_Types].xml', '_rels/.rels', 'docProps/app.xml', 'docProps/core.xml'];

/** A package names its kind in its parts; a zip of anything else is an archive. */
function sniffZip(bytes: Uint8Array): Sniffed {
  const names = zipNames(bytes);
  if (names.some((name) => name.startsWith('word/'))) return 'docx';
  // Cut short, before the part that names it.
  if (!hasZipEnd(bytes) && PACKAGE_PARTS.includes(names[0] ?? '')) return 'docx';
  // OFD, OpenDocument, spreadsheets and presentations.
  if (names.includes('OFD.xml') || names[0] === 'mimetype' || names.includes('[Content_Types].xml')) return 'unsupported';
  return 'zip';
}

/** Whether the ASCII `needle` occurs in `bytes`. */
function holds(bytes: Uint8Array, needle: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(needle, 0, 'latin1');
}

/** The head as ASCII: also of UTF-16, whose zero bytes are left out, and of any superset of ASCII. */
function asciiHead(bytes: Uint8Array): string {
  let head = '';
  for (const byte of bytes.subarray(0, HEAD)) if (byte !== 0 && byte < 0x80) head += String.fromCharCode(byte);
  return head.toLowerCase();
}

/**
 * A document type or a root element at the start, or tags of structure among the first characters: fragments cut from a page begin with
 * <p> or <div>. Text with a stray Word comment (<!--[if …) or a bare < is none.
 */
function looksLikeHtml(head: string): boolean {
  const start = head.trimStart().replace(/^<\?xml[^>]{0,200}\?>\s*/, '').replace(/^(?:<!--[^>]{0,2000}-->\s*)+/, '');
  if (/^<(?:!doctype html|html|head|body)[\s>]/.test(start)) return true;
  if (/^<(?:p|div|table|span|meta|title|article|section|center|h[1-6]|font|style|link|script|ul)[\s>]/.test(start)) return /<\/[a-z][a-z0-9]*\s*>/.test(head) || /<meta\s/.test(start) || (start.match(/<[a-z]+[\s>]/g)?.length ?? 0) >= 3;
  return /<html[\s>]/.test(head) && /<(?:head|body|meta)[\s>]/.test(head);
}
