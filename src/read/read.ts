/** Bytes of any format to text with lines, positions and tables. Every library is loaded when its format first comes. */
import { decode } from '../decode/decode.ts';
import { converterFor } from './converter.ts';
import { damaged, ReadError } from './error.ts';
import { gunzip } from './gzip.ts';
import { readHtml } from './html/html.ts';
import type { Format, ReadOptions, ReadResult } from './result.ts';
import { sniff, unsupportedKind } from './sniff.ts';

export { ReadError } from './error.ts';
export { sniff, type Sniffed } from './sniff.ts';
export { unpack, unzip, type ArchiveEntry } from './zip.ts';
export type { Format, Grid, GridCell, ReadOptions, ReadResult } from './result.ts';
export { relocate } from './relocate.ts';
export type { SourceMap } from './origin.ts';

/** What a file is called under which gzip packed it. */
function withoutGz(path: string | undefined): string | undefined {
  return path?.replace(/\.gz$/i, '');
}

/**
 * Reads one document; gzip around it is taken off. A zip archive is no document: `unpack` yields what it holds.
 *
 * @throws ReadError where the input cannot be read, with a code that says why
 * @throws RangeError on an unknown encoding label
 */
export async function readSource(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  let content = bytes;
  let path = options.path;
  // Gzip within gzip is what a crawler leaves that stored a packed transfer.
  for (let layer = 0; layer < 2 && sniff(content) === 'gzip'; layer++) {
    content = gunzip(content);
    path = withoutGz(path);
  }
  const kind = options.format ?? sniff(content, path);
  if (kind === 'zip' || kind === 'gzip') throw new ReadError('read/unsupported', { what: 'an archive, not a document' });
  if (kind === 'unsupported') throw new ReadError('read/unsupported', { what: unsupportedKind(content) });
  try {
    return await READERS[kind](content, options);
  } catch (error) {
    // Misuse passes; whatever else a library throws on a file is the file's fault.
    if (error instanceof RangeError && options.encoding !== undefined) throw error;
    throw damaged(kind.toUpperCase(), error);
  }
}

const READERS: Readonly<Record<Format, (bytes: Uint8Array, options: ReadOptions) => Promise<ReadResult>>> = {
  text: readText('text'),
  markdown: readText('markdown'),
  html: readHtml,
  mhtml: async (bytes) => (await import('./mhtml.ts')).readMhtml(bytes),
  docx: async (bytes) => (await import('./word/docx.ts')).readDocx(bytes),
  doc: async (bytes) => (await import('./word/doc.ts')).readDoc(bytes),
  pdf: async (bytes) => (await import('./pdf/pdf.ts')).readPdf(bytes),
};

/** Text and Markdown stand as they are. */
function readText(format: 'text' | 'markdown'): (bytes: Uint8Array, options: ReadOptions) => Promise<ReadResult> {
  return async (bytes, options) => {
    const convert = await converterFor(bytes, options.encoding);
    const { text, encoding, findings } = decode(bytes, { encoding: options.encoding, convert });
    return { text, source: text, format, encoding, findings, grids: [], origins: null };
  };
}
