/** PDF files with a text layer: prose from the lines of print, tables from ruling lines. */
import type { PDFPageProxy, TextItem } from 'pdfjs-dist/types/src/display/api.d.ts';
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../schema/report.ts';
import { damaged, ReadError } from '../error.ts';
import { writeCell, writeGrid } from '../grid-lines.ts';
import { LineBuilder } from '../lines.ts';
import { toGrid } from '../placed-table.ts';
import type { Grid, ReadResult } from '../result.ts';
import { ruledTables } from './cells.ts';
import { withoutFurniture } from './furniture.ts';
import { openPdf, type OpenPdf } from './load.ts';
import { columnarRuns, continues, glue, laidOut, marginsOf, toProse, type Margins, type ProseLine } from './prose.ts';
import { findRulings } from './rulings.ts';
import { withoutStruck } from './shown.ts';
import { fillTable, goesOn, joinTables, type FilledTable } from './table.ts';
import { toLines, type TextLine } from './text-lines.ts';
import { dominantTurn, toWords } from './words.ts';

interface Page {
  height: number;
  lines: TextLine[];
  tables: { top: number; table: FilledTable }[];
  /** Number of places where a line is drawn through text. */
  struck: number;
  empty: boolean;
}

/** Reads a PDF. @throws ReadError where it is damaged, asks for a password or holds no text */
export async function readPdf(bytes: Uint8Array): Promise<ReadResult> {
  const open = await openPdf(bytes);
  try {
    const pages: Page[] = [];
    for (let number = 1; number <= open.document.numPages; number++) pages.push(await readPage(open, await open.document.getPage(number)));
    return assemble(pages);
  } catch (error) {
    throw damaged('PDF', error);
  } finally {
    await open.close();
  }
}

async function readPage({ lib }: OpenPdf, page: PDFPageProxy): Promise<Page> {
  const content = await page.getTextContent();
  const items = content.items.filter((item): item is TextItem => 'str' in item);
  // A page turned by its text, whatever it says of itself.
  const viewport = page.getViewport({ scale: 1, rotation: dominantTurn(items) });
  const matrix = viewport.transform as [number, number, number, number, number, number];
  const shown = withoutStruck(toWords(items, matrix), findRulings(await page.getOperatorList(), lib.OPS, matrix));
  let { words } = shown;
  page.cleanup();
  const tables: Page['tables'] = [];
  for (const ruled of ruledTables(shown.rulings)) {
    const { table, rest } = fillTable(ruled, words);
    if (table.cells.every((cell) => cell.text === '')) continue;
    tables.push({ top: ruled.top, table });
    words = rest;
  }
  return { height: viewport.height, lines: toLines(words), tables, struck: shown.struck, empty: words.length === 0 && tables.length === 0 };
}

type Block = { lines: TextLine[]; page: number; margins: Margins | null } | { table: FilledTable };

function assemble(pages: readonly Page[]): ReadResult {
  const empty = pages.flatMap((page, index) => (page.empty ? [index + 1] : []));
  if (empty.length === pages.length) throw new ReadError('read/image-only', { pages: pages.length });
  const findings: Finding[] = empty.length === 0 ? [] : [finding('read/pages-without-text', { pages: empty.join(', ') })];
  const struck = pages.reduce((sum, page) => sum + page.struck, 0);
  if (struck > 0) findings.push(finding('read/struck-text', { count: struck }));
  const blocks = toBlocks(pages);
  const lines = new LineBuilder();
  const grids: Grid[] = [];
  let previous: { prose: ProseLine; page: number } | null = null;
  let paragraph = '';
  const flush = (): void => {
    if (paragraph !== '') writeFields(lines, paragraph.split('\t'));
    paragraph = '';
    previous = null;
  };
  for (const block of blocks) {
    if ('table' in block) {
      flush();
      const grid = toGrid(block.table);
      if (!grid.formed) findings.push(finding('read/table-too-wide', { rows: grid.rows.length, columns: grid.columns }));
      grids.push(writeGrid(lines, grid, (text) => { writeCell(lines, text); }));
      continue;
    }
    const runs = columnarRuns(block.lines);
    for (let i = 0; i < block.lines.length; i++) {
      const run = runs.find(([from]) => from === i);
      if (run !== undefined) {
        flush();
        for (const line of laidOut(block.lines.slice(...run))) {
          lines.raw(line);
          lines.end();
        }
        findings.push(finding('read/borderless-table', { page: block.page + 1 }));
        i = run[1] - 1;
        continue;
      }
      const prose = toProse(block.lines[i]!, block.margins);
      if (previous !== null && continues(previous.prose, prose, previous.page === block.page)) paragraph = glue(paragraph, prose.text);
      else {
        flush();
        paragraph = prose.text;
      }
      previous = { prose, page: block.page };
    }
  }
  flush();
  const text = lines.text();
  return { text, source: text, format: 'pdf', encoding: null, findings, grids, origins: null };
}

function writeFields(lines: LineBuilder, fields: readonly string[]): void {
  fields.forEach((field, index) => {
    if (index > 0) lines.tab();
    lines.add(field);
  });
  lines.end();
}

/** Prose and tables in reading order; a table that a page break cuts is one. */
function toBlocks(pages: readonly Page[]): Block[] {
  const kept = withoutFurniture(pages);
  const common = marginsOf(kept.flat());
  const blocks: Block[] = [];
  pages.forEach((page, index) => {
    const lines = kept[index]!;
    const margins = lines.length >= 8 ? marginsOf(lines) : common;
    let next = 0;
    const upTo = (y: number): void => {
      const from = next;
      while (next < lines.length && lines[next]!.y < y) next++;
      if (next > from) blocks.push({ lines: lines.slice(from, next), page: index, margins });
    };
    page.tables.forEach(({ top, table }, position) => {
      upTo(top);
      const last = blocks.at(-1);
      const firstOfPage = position === 0 && next === 0 && index > 0;
      if (firstOfPage && last !== undefined && 'table' in last && goesOn(last.table, table)) last.table = joinTables(last.table, table);
      else blocks.push({ table });
    });
    upTo(Infinity);
  });
  return blocks;
}
