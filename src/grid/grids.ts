/** Text becomes grids: one scanner a syntax, recognised by its shape. */
import type { Document } from '../text/document.ts';
import { scanAsciidoc } from './asciidoc.ts';
import { scanBoxes } from './box.ts';
import { scanCsv } from './csv.ts';
import type { Grid, ReaderGrid } from './grid.ts';
import { scanHtml } from './html.ts';
import { scanLatex } from './latex.ts';
import { scanLists } from './list.ts';
import { scanPipes } from './pipe.ts';
import { fromReader } from './reader.ts';
import { scanRules } from './rest.ts';
import { wholeText, without, type Stretch } from './source.ts';
import { scanSpaces } from './spaces.ts';
import { scanTabs } from './tab.ts';
import { scanTrails } from './trail.ts';

/**
 * Finds the tables of one syntax in lines that follow each other.
 *
 * @param text the text as it is
 * @param folded the same, folded: for shapes that full width does not change
 * @returns grids by rising start, disjoint, within the stretch
 */
export type Scanner = (text: string, stretch: Stretch, folded: string) => Grid[];

/** In the order in which they are asked: what shows itself by more comes first, and what one takes the next never sees. */
const SCANNERS: readonly Scanner[] = [scanHtml, scanLatex, scanAsciidoc, scanLists, scanBoxes, scanTrails, scanPipes, scanTabs, scanCsv, scanRules, scanSpaces];

/**
 * Grids of the document in text order, disjoint. Never throws; linear in the text.
 *
 * @param known grids that a format reader gives directly (HTML, DOCX, DOC, PDF): lines of tab-parted fields
 */
export function readGrids(document: Document, known: readonly ReaderGrid[] = []): Grid[] {
  let found = known.flatMap((grid) => fromReader(document, grid) ?? []).sort(byStart);
  const grids = [...found];
  let stretches = without(wholeText(document), found);
  for (const scan of SCANNERS) {
    found = stretches.flatMap((stretch) => scan(document.text, stretch, document.folded));
    grids.push(...found);
    stretches = without(stretches, found);
  }
  return grids.sort(byStart);
}

function byStart(a: Grid, b: Grid): number {
  return a.start - b.start;
}
