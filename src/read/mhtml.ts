/** Web archives (MHTML, .mht), also under the name .doc: Word's "single file web page" and what browsers save. */
import { damaged, ReadError } from './error.ts';
import { readPage } from './html/html.ts';
import type { ReadResult } from './result.ts';

/** Levels of parts within parts. */
const DEPTH = 16;

/** Reads the page that the archive holds; places are those of the page. @throws ReadError where it holds none */
export async function readMhtml(bytes: Uint8Array): Promise<ReadResult> {
  const { default: PostalMime } = await import('postal-mime');
  let html: string | undefined;
  try {
    ({ html } = await PostalMime.parse(bytes, { maxNestingDepth: DEPTH }));
  } catch (error) {
    throw damaged('MHTML', error);
  }
  if (html === undefined || html.trim() === '') throw new ReadError('read/empty', { format: 'MHTML' });
  return { ...await readPage({ text: html.replaceAll('\r\n', '\n'), encoding: 'utf-8', findings: [] }), encoding: null, format: 'mhtml' };
}
