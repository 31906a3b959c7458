/** DOCX by way of HTML: merged cells come as row and column spans, automatic numbers are written out first. */
import { ReadError, damaged } from '../error.ts';
import { renderHtml } from '../html/html.ts';
import type { ReadResult } from '../result.ts';
import { unzip } from '../zip.ts';
import { writeNumbers } from './numbering.ts';
import { showDocument } from './shown.ts';
import { storeZip } from './store.ts';

const DOCUMENT = 'word/document.xml';

/** @throws ReadError where the file is damaged or holds no text */
export async function readDocx(bytes: Uint8Array): Promise<ReadResult> {
  const html = await toHtml(prepared(await readParts(bytes)));
  const { rendered } = await renderHtml(html, true);
  if (rendered.text.trim() === '') throw new ReadError('read/empty', { format: 'DOCX' });
  return { text: rendered.text, source: rendered.text, format: 'docx', encoding: null, findings: rendered.findings, grids: rendered.grids, origins: null };
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

/** The document as its print shows it, without its looks, its automatic numbers written out. */
function prepared(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const main = mainPart(parts);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const text = (name: string): string => withPrefix(new TextDecoder().decode(parts.get(name) ?? new Uint8Array()));
  if (!parts.has(main)) return parts;
  const [numbering, styles] = [text(`${folder}numbering.xml`), text(`${folder}styles.xml`)];
  const others = { styles, footnotes: text(`${folder}footnotes.xml`), endnotes: text(`${folder}endnotes.xml`) };
  const document = showDocument(text(main).replace(LOOKS, ''), others);
  return new Map(parts).set(main, Buffer.from(numbering === '' ? document : writeNumbers(document, numbering, styles)));
}

/** The name of the part that holds the text, as the package's relations give it. */
function mainPart(parts: ReadonlyMap<string, Uint8Array>): string {
  const relations = new TextDecoder().decode(parts.get('_rels/.rels') ?? new Uint8Array());
  const relation = relations.match(/<Relationship\s[^<>]{0,2000}>/g)?.find((each) => /\sType="[^"]{0,200}\/officeDocument"/.test(each));
  const target = /\sTarget="\/?([^"]{1,300})"/.exec(relation ?? '')?.[1];
  return target !== undefined && parts.has(target) ? target : DOCUMENT;
}

/** A part with the prefix `w:`, which every word processor writes and libraries do not always. */
function withPrefix(part: string): string {
  const prefix = /\sxmlns:([\w.-]{1,40})="http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/wordprocessingml\/(?:2006\/)?main"/.exec(part)?.[1];
  if (prefix === undefined || prefix === 'w') return part;
  const name = prefix.replace(/[.]/g, '\\.');
  return part.replace(new RegExp(`(</?|\\s)${name}:`, 'g'), '$1w:').replace(new RegExp(`\\sxmlns:${name}=`), ' xmlns:w=');
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
