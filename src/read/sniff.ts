/** What a file is: by its content first, by its name only where the content leaves it open. */
import { kindOf, kindOfZip } from './kinds.ts';
import type { Format } from './result.ts';
import { hasZipEnd, zipNames } from './zip-directory.ts';

export type Sniffed = Format | 'gzip' | 'zip' | 'unsupported';

const HEAD = 4096;

/** Extensions of formats whose content shows itself: what does not is no file of theirs, and no text either. */
const CONTAINERS: Readonly<Record<string, Format>> = { docx: 'docx', docm: 'docx', dotx: 'docx', pdf: 'pdf' };

/**
 * Formats by signature. A zip is a DOCX where it has a folder `word` or is called one; a compound file (D0CF11E0) is taken for
 * a Word document, its reader says so where it is a spreadsheet. Text that is called PDF or DOCX is left for that reader to refuse.
 *
 * @param path only the extension is looked at
 */
export function sniff(bytes: Uint8Array, path?: string): Sniffed {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(path ?? '')?.[1]?.toLowerCase() ?? '';
  const container = CONTAINERS[extension];
  if (starts(bytes, [0x1f, 0x8b])) return 'gzip';
  if (isZip(bytes)) {
    const kind = sniffZip(bytes);
    return kind === 'zip' && container === 'docx' ? 'docx' : kind;
  }
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'doc';
  // Mailers and gateways put up to a kilobyte before the PDF header, which readers allow for.
  if (holds(bytes.subarray(0, 1024 + 5), '%PDF-')) return 'pdf';
  const head = asciiHead(bytes);
  if (kindOf(bytes, head) !== null) return 'unsupported';
  if (looksLikeMhtml(head)) return 'mhtml';
  if (looksLikeHtml(head)) return 'html';
  if ((extension === 'html' || extension === 'htm' || extension === 'xhtml' || extension === 'shtml') && head.includes('<')) return 'html';
  if (extension === 'md' || extension === 'markdown') return 'markdown';
  return container !== undefined && bytes.length > 0 ? container : 'text';
}

/** The name of the kind that `sniff` has called unsupported. */
export function unsupportedKind(bytes: Uint8Array): string {
  return (isZip(bytes) ? kindOfZip(zipNames(bytes)) : kindOf(bytes, asciiHead(bytes))) ?? 'a file of another kind';
}

function isZip(bytes: Uint8Array): boolean {
  return starts(bytes, [0x50, 0x4b, 3, 4]) || starts(bytes, [0x50, 0x4b, 5, 6]);
}

/** The header of a mail whose body is a page, alone or with its pictures. */
function looksLikeMhtml(head: string): boolean {
  if (!/^\s*[a-z][a-z-]{1,40}:/.test(head)) return false;
  return /(?:^|\n)mime-version:/.test(head) && /(?:^|\n)content-type:\s*(?:multipart\/(?:related|alternative|mixed)|text\/html)/.test(head);
}

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
  return kindOfZip(names) === null ? 'zip' : 'unsupported';
}

/** Whether the ASCII `needle` occurs in `bytes`. */
function holds(bytes: Uint8Array, needle: string): boolean {
  const first = needle.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let length = 1;
    while (length < needle.length && bytes[at + length] === needle.charCodeAt(length)) length++;
    if (length === needle.length) return true;
  }
  return false;
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
