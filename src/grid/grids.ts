/**
 * Text becomes grids: one scanner a syntax, recognised by its shape. Columns of spaces are no grid without the
 * words of a form (`src/align/spaced`).
 */
import type { Document } from '../text/document.ts';
import { scanAsciidoc } from './asciidoc.ts';
import { scanBoxes } from './box.ts';
import { scanCsv } from './csv.ts';
import type { Grid, ReaderGrid } from './grid.ts';
import { scanHtml } from './html.ts';
import { scanLatex } from './latex.ts';
import { scanLists } from './list.ts';
import { scanMediaWiki } from './mediawiki.ts';
import { scanPipes } from './pipe.ts';
import { fromReader } from './reader.ts';
import { scanRules } from './rest.ts';
import { wholeText, without, type Stretch } from './source.ts';
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

interface MarkedScanner {
  scan: Scanner;
  /** What a stretch must hold to be looked at. */
  mark: RegExp;
}

/** In the order in which they are asked: what shows itself by more comes first, and what one takes the next never sees. */
const SCANNERS: readonly MarkedScanner[] = [
  { scan: scanHtml, mark: /<\/?t[drhba]/i },
  { scan: scanLatex, mark: /\\begin/ },
  { scan: scanAsciidoc, mark: /\|={3}/ },
  { scan: scanMediaWiki, mark: /\{\|/ },
  { scan: scanLists, mark: /[[({]/ },
  { scan: scanBoxes, mark: /[\u2500-\u257f]|\+[-=:]/ },
  { scan: scanTrails, mark: /[|│┃║￨∣｜]/ },
  { scan: scanPipes, mark: /[|│┃║￨∣｜]/ },
  { scan: scanTabs, mark: /\t/ },
  { scan: scanCsv, mark: /[,;]/ },
  { scan: scanRules, mark: /--|==/ },
];

/**
 * Grids of the document in text order, disjoint. Never throws; linear in the text.
 *
 * @param known grids that a format reader gives directly (HTML, DOCX, DOC, PDF): lines of tab-parted fields
 * @param loose tabs stand for gaps of unknown width (text runs of a PDF without rules), not for borders
 */
export function readGrids(document: Document, known: readonly ReaderGrid[] = [], loose = false): Grid[] {
  return gridsOf(document, known).map((grid) => (loose && grid.syntax === 'tab' ? { ...grid, borders: 'guessed' } : grid));
}

function gridsOf(document: Document, known: readonly ReaderGrid[]): Grid[] {
  let found = known.flatMap((grid) => fromReader(document, grid) ?? []).sort(byStart);
  const grids = [...found];
  let stretches = without(wholeText(document), found);
  for (const { scan, mark } of SCANNERS) {
    found = stretches.flatMap((stretch) => {
      const marked = mark.test(document.text.slice(stretch[0]!.start, stretch.at(-1)!.end));
      return marked ? scan(document.text, stretch, document.folded) : [];
    });
    grids.push(...found);
    stretches = without(stretches, found);
  }
  return grids.sort(byStart);
}

function byStart(a: Grid, b: Grid): number {
  return a.start - b.start;
}
