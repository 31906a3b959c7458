/** Headings to a tree of sections with their prose. */
import { NEVER_BARE } from '../lexicon/sections.ts';
import { finding } from '../findings/catalogue.ts';
import type { Finding, Section } from '../schema/report.ts';
import { placeOf, type Document } from '../text/document.ts';
import type { Paragraph } from '../text/paragraph.ts';
import { squeezed as squeeze } from '../text/squeeze.ts';
import { withoutHeadings } from './claims.ts';
import { joinStretches, type Cleaned } from './clean.ts';
import { groupParagraphs } from './paragraphs.ts';
import { cutPieces } from './pieces.ts';
import { isChrome, isFooter, isSignature, isStatisticsTitle, isTableTitle, preambleProse, withoutSignature } from './region.ts';
import { isIndicatorLabel, weighLine } from './tabular.ts';
import { splitParagraph, type HeadingPart, type Part } from './split.ts';

/** A paragraph of prose and where it belongs. */
export interface ProseParagraph extends Paragraph {
  /** Headings above the paragraph, outermost first; empty in the preamble. */
  headings: readonly string[];
  /** Id of the nearest section above that has one. */
  sectionId: Section['id'];
}

export interface OutlineResult {
  sections: Section[];
  /** All prose in document order: preamble first, site chrome, table cells and headings left out. */
  prose: ProseParagraph[];
  /** Offset of the first top-level heading; the length of the text where there is none. */
  bodyStart: number;
  findings: Finding[];
}

/** A line this long holds a page, not a paragraph's line; its blanks may be all that is left of the layout. */
const ONE_LINE = 300;
/** Crumbs beside a table up to this length are the table's. */
const CRUMB = 30;

interface Block {
  parts: Part[];
  oneLine: boolean;
  squeezed: string;
  tableBefore: boolean;
  tableAfter: boolean;
}

/** Headings to a tree of sections with their prose. `tableSpans` are stretches (offsets) that tables have claimed. */
export function outline(document: Document, tableSpans: readonly { start: number; end: number }[]): OutlineResult {
  const blocks = readBlocks(document, tableSpans);
  const headings = believed(blocks);
  return assemble(document, blocks, headings);
}

function readBlocks(document: Document, tableSpans: readonly { start: number; end: number }[]): Block[] {
  const groups = groupParagraphs(document, cutPieces(document, withoutHeadings(document.folded, tableSpans)));
  return groups.map((group) => {
    const paragraph = joinStretches(document, group);
    const oneLine = group.some((piece) => piece.line >= ONE_LINE);
    const squeezed = squeeze(paragraph.folded);
    return {
      parts: splitParagraph(paragraph, oneLine), oneLine, squeezed, tableBefore: group[0]!.tableBefore, tableAfter: group[group.length - 1]!.tableAfter,
    };
  });
}

/** Headings that count: table titles, contents pages and doubtful titles without numbers are struck out. */
function believed(blocks: readonly Block[]): Set<HeadingPart> {
  const all: HeadingPart[] = [];
  const empty = new Map<HeadingPart, boolean>();
  let last: HeadingPart | null = null;
  let behindTable = false;
  for (const block of blocks) {
    if (isStatisticsTitle(block.squeezed)) behindTable = true;
    for (const part of block.parts) {
      if (part.kind === 'text') {
        if (last !== null) empty.set(last, false);
        continue;
      }
      if (isTableTitle(part.key) && part.rank <= 1) {
        behindTable = true;
        continue;
      }
      if (behindTable && (part.rank > 1 || isIndicatorLabel(`${part.number ?? ''}、${part.key}`))) continue;
      behindTable = false;
      all.push(part);
      empty.set(part, true);
      last = part;
    }
  }
  const kept = new Set(all);
  // A contents page: headings in a row without text, each of which comes again.
  const later = new Map<string, number>();
  all.forEach((part, index) => later.set(part.key, index));
  let run: HeadingPart[] = [];
  const strike = (): void => {
    if (run.length >= 3) for (const part of run) kept.delete(part);
    run = [];
  };
  all.forEach((part, index) => {
    if (empty.get(part) === true && part.key !== '' && later.get(part.key)! > index) run.push(part);
    else strike();
  });
  strike();
  for (const part of numberedParagraphs(all)) kept.delete(part);
  const numbered = new Set<string>();
  const top = all.filter((part) => kept.has(part) && part.rank <= 1);
  for (const part of top) if (!part.bare && part.key !== '') numbered.add(part.id ?? part.key);
  let above: string | null = null;
  let expected = 1;
  for (const part of top) {
    const id = part.id ?? part.key;
    if (part.bare && (NEVER_BARE.has(part.key) || numbered.has(id) || above === id)) {
      kept.delete(part);
      continue;
    }
    // A numbered paragraph opens a section only where its number is due.
    if (part.key === '' && part.value !== expected) {
      kept.delete(part);
      continue;
    }
    above = id;
    if (part.value !== null) expected = part.value + 1;
  }
  return kept;
}

/**
 * Points below a heading of which none has a title and none has points of its own (1、调整了领导小组…。2、建立了…。): paragraphs that are numbered, no
 * headings. Beside a titled one they stay points, so that each keeps its place in the list.
 */
function numberedParagraphs(all: readonly HeadingPart[]): HeadingPart[] {
  const parents = new Set<HeadingPart>();
  const above: { rank: number; part: HeadingPart | null; lists: Map<number, HeadingPart[]> }[] = [{ rank: -1, part: null, lists: new Map() }];
  const lists: HeadingPart[][] = [];
  for (const part of all) {
    while (above[above.length - 1]!.rank >= part.rank) above.pop();
    const parent = above[above.length - 1]!;
    if (parent.part !== null) parents.add(parent.part);
    let list = parent.lists.get(part.rank);
    if (list === undefined) {
      parent.lists.set(part.rank, (list = []));
      lists.push(list);
    }
    list.push(part);
    above.push({ rank: part.rank, part, lists: new Map() });
  }
  return lists.filter((list) => list[0]!.rank > 1 && list.every((part) => part.key === '' && !parents.has(part))).flat();
}

type Spoken = ProseParagraph & Cleaned;

interface Open {
  rank: number;
  section: Section;
  paragraphs: string[];
}

function assemble(document: Document, blocks: readonly Block[], headings: ReadonlySet<HeadingPart>): OutlineResult {
  const ranks = [...new Set(Array.from(headings, (part) => part.rank))].sort((a, b) => a - b);
  const sections: Section[] = [];
  const prose: Spoken[] = [];
  const findings: Finding[] = [];
  const owners: (Open | null)[] = [];
  const open: Open[] = [];
  const all: Open[] = [];
  let bodyStart = document.text.length;
  let started = false;
  let footer = false;
  let afterTableTitle = false;
  /** Of the open sections. */
  let above: readonly string[] = [];
  let sectionId: Section['id'] = null;

  const say = (paragraph: Cleaned, key: string, block: Block, besideTable: boolean): void => {
    if (footer || !/[\p{L}\p{N}]/u.test(key)) return;
    if (isTableCrumb(key)) return;
    let text: Cleaned | null = paragraph;
    if (!started) text = preambleProse(paragraph, key, block.oneLine);
    else if (isTableTitle(key)) {
      afterTableTitle = true;
      return;
    } else if (afterTableTitle && !key.includes('。')) return;
    else if (besideTable && key.length <= CRUMB && !/[。;]/.test(key) && !/^(?:无|暂无)$/.test(key)) return;
    if (text === null || text.text === '') return;
    prose.push({ text: text.text, folded: text.folded, offsets: text.offsets, headings: above, sectionId });
    owners.push(open[open.length - 1] ?? null);
  };

  for (const block of blocks) {
    const real = block.parts.some((part) => part.kind === 'heading' && headings.has(part));
    if (!real && !block.oneLine) {
      if (started && isFooter(block.squeezed)) {
        footer = true;
        continue;
      }
      if (isChrome(block.squeezed)) continue;
    }
    let carried: { part: HeadingPart } | null = null;
    for (const [index, part] of block.parts.entries()) {
      const besideTable = (block.tableBefore && index === 0) || (block.tableAfter && index === block.parts.length - 1);
      if (part.kind === 'text') {
        // A number that heads no section stays in its paragraph.
        say(carried === null ? part.paragraph : withNumber(document, carried.part, part.paragraph), part.key, block, besideTable);
        carried = null;
        continue;
      }
      if (!headings.has(part)) {
        carried = part.key === '' ? { part } : null;
        // It belongs to what its number is counted in, not to the titled point before it.
        if (carried !== null && part.rank > 1) while (open.length > 0 && open[open.length - 1]!.rank >= part.rank) open.pop();
        if (isTableTitle(part.key)) afterTableTitle = true;
        else if (part.key !== '' && started && part.rank > 1) say(part.title, part.key, block, besideTable);
        continue;
      }
      carried = null;
      footer = false;
      afterTableTitle = false;
      const level = ranks.indexOf(part.rank) + 1;
      if (!started) {
        started = true;
        bodyStart = part.offset;
      }
      while (open.length > 0 && open[open.length - 1]!.rank >= part.rank) open.pop();
      const section: Section = {
        id: part.id, number: part.number, title: part.title.text, level, text: '',
        line: placeOf(document, part.offset).line, children: [],
      };
      (open[open.length - 1]?.section.children ?? sections).push(section);
      const entry: Open = { rank: part.rank, section, paragraphs: [] };
      open.push(entry);
      above = open.map((one) => one.section.title).filter((title) => title !== '');
      sectionId = null;
      for (const one of open) sectionId = one.section.id ?? sectionId;
      all.push(entry);
      if (part.number === null) findings.push(finding('outline/number-lost', { title: section.title }, placeOf(document, part.offset)));
    }
  }
  dropSignature(prose, owners);
  prose.forEach((paragraph, index) => owners[index]?.paragraphs.push(paragraph.text));
  for (const { section, paragraphs } of all) section.text = paragraphs.join('\n');
  if (!started && prose.length > 0) findings.push(finding('outline/no-sections'));
  return { sections, prose: prose.map(({ text, offsets, headings: over, sectionId: id }) => ({ text, offsets, headings: over, sectionId: id })), bodyStart, findings };
}

/** A label of a template that stands alone, or what a scan makes of table rules: no prose. */
function isTableCrumb(key: string): boolean {
  if (key.length <= 60 && !/[。;]$/.test(key)) {
    const { labels, others } = weighLine(key, 0, key.length);
    if (labels > 0 && others === 0) return true;
  }
  return key.length <= 8 && !/[\u4e00-\u9fff]/.test(key);
}

/** Gives a paragraph the number back that was taken for a heading's. */
function withNumber(document: Document, part: HeadingPart, paragraph: Cleaned): Cleaned {
  return joinStretches(document, [{ start: part.offset, end: paragraph.offsets[0]! }, ...stretchesOf(paragraph)]);
}

function stretchesOf({ offsets }: Cleaned): { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  for (const offset of offsets) {
    const last = stretches[stretches.length - 1];
    if (last?.end === offset) last.end = offset + 1;
    else stretches.push({ start: offset, end: offset + 1 });
  }
  return stretches;
}

/** Takes the signature off the end: lines of their own, or the tail of a one-line page. */
function dropSignature(prose: Spoken[], owners: unknown[]): void {
  while (prose.length > 0 && isSignature(squeeze(prose[prose.length - 1]!.folded))) {
    prose.pop();
    owners.pop();
  }
  const last = prose[prose.length - 1];
  if (last === undefined) return;
  const cut = withoutSignature(last);
  if (cut === null || cut.text === '') {
    prose.pop();
    owners.pop();
  } else prose[prose.length - 1] = { ...last, ...cut };
}
