/** DOCX by way of HTML: merged cells come as row and column spans. Automatic numbers of paragraphs are not in it. */
import { ReadError, damaged } from '../error.ts';
import { renderHtml } from '../html/html.ts';
import type { ReadResult } from '../result.ts';
import { unzip } from '../zip.ts';

/** @throws ReadError where the file is damaged or holds no text */
export async function readDocx(bytes: Uint8Array): Promise<ReadResult> {
  await checkParts(bytes);
  const html = await toHtml(bytes);
  const { rendered } = await renderHtml(html, true);
  if (rendered.text.trim() === '') throw new ReadError('read/empty', { format: 'DOCX' });
  return { text: rendered.text, format: 'docx', encoding: null, findings: rendered.findings, grids: rendered.grids, origins: null };
}

/** Unpacks every part once within the limits: the converter has none of its own. */
async function checkParts(bytes: Uint8Array): Promise<void> {
  for await (const entry of unzip(bytes, 'docx')) {
    if ('error' in entry && /\.(?:xml|rels)$/i.test(entry.path)) throw asDocx(entry.error);
  }
}

function asDocx(error: ReadError): ReadError {
  return new ReadError(error.code, { ...error.args, format: 'DOCX' }, { cause: error });
}

async function toHtml(bytes: Uint8Array): Promise<string> {
  const mammoth = (await import('mammoth')).default;
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
      // Pictures would come as data in the text.
      { ignoreEmptyParagraphs: false, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })), includeEmbeddedStyleMap: false },
    );
    return value;
  } catch (error) {
    throw damaged('DOCX', error);
  }
}
