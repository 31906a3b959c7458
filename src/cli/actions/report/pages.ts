/** The files of a page: one with everything in it, or an index with a page for each report. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { BLOCKS, pageName, type IndexEntry, type PageData } from '../../../page/data.ts';
import { documentOf, embeddable, type Asset, type Block } from '../../../page/html.ts';

export interface PackedReport {
  entry: IndexEntry;
  blocks: readonly Block[];
}

export interface PageFile {
  /** Below the folder; the page to open is `index.html`, whatever its file is called. */
  name: string;
  pieces: Iterable<string>;
}

/** A value as the page reads it: JSON, deflated, in base64. */
export function packed(value: unknown): string {
  return deflateRawSync(JSON.stringify(value)).toString('base64');
}

const TITLES = { zh: '政府信息公开年报核对', en: 'Report audit' } as const;

/** The files of a page of reports, or of the workbench. Linear; one page is in memory at a time. */
export function* pageFiles(page: PageData, reports: readonly PackedReport[]): Generator<PageFile> {
  const style = embedded('page.css');
  const script = embedded(page.kind === 'workbench' ? 'workbench.js' : 'page.js');
  const [only] = reports;
  const title = (reports.length === 1 ? only?.entry.title : null) ?? TITLES[page.language];
  const data: Block = { name: BLOCKS.page, data: packed(page) };
  const { language } = page;
  if (!page.pages) {
    yield { name: 'index.html', pieces: documentOf({ title, language, script, style }, [data, ...reports.flatMap(({ blocks }) => blocks)]) };
    return;
  }
  yield { name: 'pages/page.js', pieces: [script.text] };
  yield { name: 'pages/page.css', pieces: [style.text] };
  const beside: Record<'script' | 'style', Asset> = { script: { href: 'page.js' }, style: { href: 'page.css' } };
  for (const { entry, blocks } of reports) {
    const own: PageData = { ...page, kind: 'report', entries: [entry], unread: [] };
    yield {
      name: pageName(entry.id),
      pieces: documentOf({ title: entry.title ?? entry.agency ?? entry.path, language, ...beside }, [{ name: BLOCKS.page, data: packed(own) }, ...blocks]),
    };
  }
  yield { name: 'index.html', pieces: documentOf({ title, language, script, style }, [data]) };
}

/** An asset as it was built: beside this module's bundle, or where this module is run from its source, in `dist`. */
function embedded(name: string): { text: string; digest: string } {
  const beside = new URL(`../page/${name}`, import.meta.url);
  const file = existsSync(beside) ? beside : new URL(`../../../../dist/page/${name}`, import.meta.url);
  const content = readFileSync(file, 'utf8');
  const text = name.endsWith('.js') ? embeddable(content) : content;
  return { text, digest: createHash('sha256').update(text).digest('base64') };
}
