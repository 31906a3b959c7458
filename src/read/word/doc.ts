/** Word 97–2003 documents (.doc, .wps) as text: cells come parted by tabs, merged ones are not told. */
import { finding } from '../../findings/catalogue.ts';
import { damaged, ReadError } from '../error.ts';
import type { ReadResult } from '../result.ts';

/** @throws ReadError where the file is damaged, encrypted, no Word document or holds no text */
export async function readDoc(bytes: Uint8Array): Promise<ReadResult> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!buffer.includes(Buffer.from('WordDocument', 'utf16le'))) throw new ReadError('read/unsupported', { what: 'a compound file without a Word document' });
  if (isEncrypted(buffer)) throw new ReadError('read/encrypted', { format: 'DOC' });
  const { default: WordExtractor } = await import('word-extractor');
  let body: string;
  try {
    body = (await new WordExtractor().extract(buffer)).getBody();
  } catch (error) {
    throw damaged('DOC', error);
  }
  if (body.trim() === '') throw new ReadError('read/empty', { format: 'DOC' });
  return { text: body, format: 'doc', encoding: null, findings: [finding('read/doc-text-only')], grids: [], origins: null };
}

/** The flag fEncrypted of the file information block, which begins a sector with A5EC. */
function isEncrypted(buffer: Buffer): boolean {
  for (let at = 512; at + 12 <= buffer.length; at += 512) {
    if (buffer.readUInt16LE(at) === 0xa5ec) return (buffer.readUInt16LE(at + 10) & 0x0100) !== 0;
  }
  return false;
}
