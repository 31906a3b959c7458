/** HTML pages, whole or cut from one. */
import type { Decoded } from '../../decode/decode.ts';
import { ReadError } from '../error.ts';
import type { ReadOptions, ReadResult } from '../result.ts';
import { decodeHtml } from './encoding.ts';
import { guard } from './guard.ts';
import { missingMetadata } from './metadata.ts';
import { render, type Rendered } from './render.ts';
import { unhide, type Parent } from './tree.ts';

/** A page of fewer characters is hardly a report. */
const SHORT = 300;

/** Reads a page. Columns and lines of the result are traced to the decoded source of the page. */
export async function readHtml(bytes: Uint8Array, options: ReadOptions): Promise<ReadResult> {
  return await readPage(await decodeHtml(bytes, options.encoding));
}

/** Reads a page that is decoded already. @throws ReadError where it holds no text */
export async function readPage(decoded: Decoded): Promise<ReadResult> {
  const { root, rendered: shown } = await renderHtml(decoded.text);
  const rendered = shown.text.length < SHORT ? withHidden(root, decoded.text, shown) : shown;
  if (rendered.text.trim() === '') throw new ReadError('read/empty', { format: 'HTML' });
  const head = missingMetadata(root, rendered.text);
  const prefix = head.map((line) => `${line}\n`).join('');
  const map = rendered.lines.origins.build(decoded.text);
  return {
    text: prefix + rendered.text,
    source: decoded.text,
    format: 'html',
    encoding: decoded.encoding,
    findings: [...decoded.findings, ...rendered.findings],
    grids: rendered.grids.map((grid) => ({ ...grid, line: grid.line + head.length })),
    origins: { place: (offset) => map.place(Math.max(0, offset - prefix.length)) },
  };
}

/** What is left of the page where its report is hidden until a script shows it, or was taken for navigation. */
function withHidden(root: Parent, source: string, shown: Rendered): Rendered {
  unhide(root);
  const all = render(root, source, true);
  return all.text.length > 3 * shown.text.length ? all : shown;
}

/** Parses and renders a page; also used for the HTML that other readers make. */
export async function renderHtml(source: string, whole = false): Promise<{ root: Parent; rendered: Rendered }> {
  const { defaultTreeAdapter, parse } = await import('parse5');
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    // Only texts are traced to their source; the places of two million elements would take a third of the memory.
    setNodeSourceCodeLocation(node, location) {
      if (node.nodeName === '#text') node.sourceCodeLocation = location;
    },
    updateNodeSourceCodeLocation() { /* an end is never asked for */ },
  };
  const root = parse(guard(source), { sourceCodeLocationInfo: true, scriptingEnabled: false, treeAdapter });
  return { root, rendered: render(root, source, whole) };
}
