/**
 * Lines that white space alone lays out: what stands on each line, and at which columns of the terminal. Nothing is decided here;
 * which columns there are is told by headings and values together.
 */
import type { Document } from '../text/document.ts';
import { contentOf, type Content } from '../text/reading.ts';
import { isBlank } from './content.ts';
import type { Grid, Range } from './grid.ts';
import { without, wholeText, type SourceLine } from './source.ts';
import { MEASURES, widthOf, type Measure } from './width.ts';

/** Characters without a blank between them. */
export interface Atom extends Range {
  /** Folded. */
  text: string;
  content: Content;
  /** Blanks before it on its line, a wide one counted as two; for the first those at the line's beginning. */
  gap: number;
  /** Columns at which it begins and behind which it ends, by measure ({@link SPACED_MEASURES}). */
  from: readonly number[];
  to: readonly number[];
}

export interface SpacedLine extends Range {
  atoms: readonly Atom[];
  /** Number of form feeds before it. */
  page: number;
}

export interface Region extends Range {
  lines: readonly SpacedLine[];
}

export const SPACED_MEASURES: readonly Measure[] = MEASURES.filter((measure) => measure.box === 1);

/** Longer lines are no columns of spaces. */
const LONGEST = 600;
const MOST_LINES = 20_000;
/** Blank lines that a table may hold between two rows. */
const MOST_EMPTY = 6;
/** So many values are a row without a label; fewer are no line of columns. */
const ENOUGH_VALUES = 3;
const FORM_FEED = 12;
const NOTHING: ReadonlySet<string> = new Set(['nan', 'none', '<na>', 'nat']);
/** As many are what a script prints for blanks, not an error. */
const ENOUGH_NOTHING = 3;
/** A sentence, or a line whose bars show its cells. */
const PROSE = /[。；！|│]/;

/** @param covered grids whose cells show, by rising start */
export function spacedRegions(document: Document, covered: readonly Grid[]): Region[] {
  return without(wholeText(document), covered).flatMap((stretch) => regionsOf(document, stretch));
}

function regionsOf(document: Document, stretch: readonly SourceLine[]): Region[] {
  const regions: Region[] = [];
  let run: { line: SourceLine; page: number }[] = [];
  let wide = false;
  let empty = 0;
  let page = 0;
  const end = (): void => {
    // Without a wide gap nothing is laid out.
    if (wide) {
      const lines = withoutNothing(run.map(({ line, page: own }) => (
        { start: line.start, end: line.end, atoms: atomsOf(document, line), page: own }
      )));
      if (isLaidOut(lines)) regions.push({ start: lines[0]!.start, end: lines.at(-1)!.end, lines });
    }
    run = [];
    wide = false;
    empty = 0;
  };
  for (const line of stretch) {
    if (document.text.charCodeAt(line.start) === FORM_FEED) page++;
    if (line.end - line.start > LONGEST || PROSE.test(document.folded.slice(line.start, line.end))) {
      end();
      continue;
    }
    const gap = widestGap(document, line);
    if (gap < 0) {
      if (++empty > MOST_EMPTY) end();
      continue;
    }
    empty = 0;
    if (run.length >= MOST_LINES) end();
    run.push({ line, page });
    wide ||= gap >= 2;
  }
  end();
  return regions;
}

/** The widest gap between two atoms of a line, 0 where it holds one; -1 where it is blank. */
function widestGap({ text }: Document, line: SourceLine): number {
  let widest = -1;
  let gap = 0;
  for (let i = line.start; i < line.end; i++) {
    const code = text.charCodeAt(i);
    if (isBlank(code)) gap += blanksOf(code);
    else {
      if (widest < 0) widest = 0;
      else if (gap > widest) widest = gap;
      gap = 0;
    }
  }
  return widest;
}

/** A wide blank and a tab count as two. */
function blanksOf(code: number): number {
  return code === 0x3000 || code === 9 ? 2 : 1;
}

/** What scripts print for nothing, where they do so more than by accident: the place stays empty. */
function withoutNothing(lines: SpacedLine[]): SpacedLine[] {
  const nothing = lines.reduce((count, { atoms }) => count + atoms.filter(isNothing).length, 0);
  if (nothing < ENOUGH_NOTHING) return lines;
  return lines.map((line) => ({ ...line, atoms: line.atoms.filter((atom) => !isNothing(atom)) })).filter(({ atoms }) => atoms.length > 0);
}

function isNothing({ text }: Atom): boolean {
  return text.length <= 4 && NOTHING.has(text.toLowerCase());
}

function atomsOf({ text, folded }: Document, line: SourceLine): Atom[] {
  const atoms: Atom[] = [];
  const x = SPACED_MEASURES.map(() => 0);
  const step = (i: number): void => {
    const code = text.charCodeAt(i);
    if (code === FORM_FEED) return;
    for (let m = 0; m < x.length; m++) x[m]! += widthOf(code, SPACED_MEASURES[m]!);
  };
  let gap = 0;
  for (let i = line.start; i < line.end;) {
    if (isBlank(text.charCodeAt(i))) {
      gap += blanksOf(text.charCodeAt(i));
      step(i++);
      continue;
    }
    const start = i;
    const from = x.slice();
    while (i < line.end && !isBlank(text.charCodeAt(i))) step(i++);
    const own = folded.slice(start, i);
    atoms.push({ start, end: i, text: own, content: contentOf(own), gap, from, to: x.slice() });
    gap = 0;
  }
  return atoms;
}

/**
 * Whether wide gaps part labels and values on most lines that hold some: where single blanks do, empty cells leave no trace, and
 * where values stand on lines of their own, lines are cells.
 */
function isLaidOut(lines: readonly SpacedLine[]): boolean {
  let valued = 0;
  let spread = 0;
  let bare = 0;
  for (const { atoms } of lines) {
    const last = atoms.at(-1);
    if (last === undefined || last.content.status === 'unreadable') continue;
    if (atoms.every(isMarkOrValue) && atoms.length < ENOUGH_VALUES) bare++;
    else {
      valued++;
      if (atoms.some((atom, i) => i > 0 && atom.gap >= 2)) spread++;
    }
  }
  return valued > 0 && spread * 2 >= valued && bare <= valued;
}

function isMarkOrValue({ content }: Atom): boolean {
  return content.status !== 'unreadable';
}
