/** DOCX by way of HTML: merged cells come as row and column spans, automatic numbers are written out first. */
import { ReadError, damaged } from '../error.ts';
import { renderHtml } from '../html/html.ts';
import type { ReadResult } from '../result.ts';
import { unzip } from '../zip.ts';
import { writeNumbers } from './numbering.ts';
import { storeZip } from './store.ts';

const DOCUMENT = 'word/document.xml';
const NUMBERING = 'word/numbering.xml';
const STYLES = 'word/styles.xml';

/** @throws ReadError where the file is damaged or holds no text */
export async function readDocx(bytes: Uint8Array): Promise<ReadResult> {
  const html = await toHtml(prepared(await readParts(bytes)));
  const { rendered } = await renderHtml(html, true);
  if (rendered.text.trim() === '') throw new ReadError('read/empty', { format: 'DOCX' });
  return { text: rendered.text, format: 'docx', encoding: null, findings: rendered.findings, grids: rendered.grids, origins: null };
}

/** The parts that hold text, unpacked within the limits, which the converter does not know. Pictures are left behind. */
async function readParts(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  try {
    for await (const entry of unzip(bytes, '')) {
      const name = entry.path.slice('!/'.length);
      if (!/\.(?:xml|rels)$/i.test(name)) continue;
      if ('error' in entry) throw entry.error;
      parts.set(name, entry.bytes);
    }
  } catch (error) {
    const cause = damaged('DOCX', error);
    throw new ReadError(cause.code, { ...cause.args, format: 'DOCX' }, { cause });
  }
  return parts;
}

/** Properties of runs, paragraphs and cells that say how they look: most of a document, and what its parsing costs. */
const LOOKS = new RegExp(`<w:(?:${[
  'b', 'bCs', 'bottom', 'color', 'end', 'i', 'iCs', 'ind', 'insideH', 'insideV', 'jc', 'kern', 'lang', 'left', 'noWrap', 'rFonts', 'right', 'shd', 'snapToGrid',
  'spacing', 'start', 'sz', 'szCs', 'tcW', 'top', 'u', 'vAlign', 'widowControl',
].join('|')})(?:\\s[^<>]*)?/>`, 'g');

/** The document without its looks, its automatic numbers written out. */
function prepared(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const text = (name: string): string => new TextDecoder().decode(parts.get(name) ?? new Uint8Array());
  if (!parts.has(DOCUMENT)) return parts;
  const document = text(DOCUMENT).replace(LOOKS, '');
  return new Map(parts).set(DOCUMENT, Buffer.from(parts.has(NUMBERING) ? writeNumbers(document, text(NUMBERING), text(STYLES)) : document));
}

async function toHtml(parts: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const mammoth = (await import('mammoth')).default;
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: storeZip(parts) },
      { ignoreEmptyParagraphs: false, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })), includeEmbeddedStyleMap: false },
    );
    return value;
  } catch (error) {
    throw damaged('DOCX', error);
  }
}
