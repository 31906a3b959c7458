/** Reads the blocks of the page. */
import { BLOCKS, type Context, type PageData, type ReportData } from './data.ts';

/** The JSON of a block: base64 over raw DEFLATE. @throws Error where the page has no such block */
async function readBlock(name: string): Promise<unknown> {
  const element = document.getElementById(name);
  if (element === null) throw new Error(`the page has no block ${name}`);
  const binary = atob(element.textContent.trim());
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return JSON.parse(await new Response(stream).text());
}

export async function readPage(): Promise<PageData> {
  return await readBlock(BLOCKS.page) as PageData;
}

export interface Loaded {
  data: ReportData;
  context: Context;
}

/** A report of this page. */
export async function readReport(id: number): Promise<Loaded> {
  const [data, context] = await Promise.all([readBlock(BLOCKS.report(id)), readBlock(BLOCKS.context(id))]);
  return { data: data as ReportData, context: context as Context };
}
