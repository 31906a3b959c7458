/** Headings to a tree of sections with their prose. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Section } from '../schema/report.ts';
import { placeOf, type Document } from '../text/document.ts';
import type { Paragraph } from '../text/paragraph.ts';
import { squeezed as squeeze } from '../text/squeeze.ts';
import { withoutHeadings } from './claims.ts';
import { lineOf } from './candidates.ts';
import { chooseHeadings } from './choose.ts';
import { joinStretches, type Cleaned } from './clean.ts';
import { groupParagraphs } from './paragraphs.ts';
import { cutPieces } from './pieces.ts';
import { isChrome, isFooter, isContactLine, isSignature, isTableTitle, preambleProse, withoutSignature } from './region.ts';
import { weighLine } from './tabular.ts';
import { splitLine, type Part } from './split.ts';

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

/** Numbers of sections that make a line a page. */
const SECTIONS = 3;
/** Characters that sections with their numbers take at least. */
const LEAST_PAGE = 24;

const NUMBERS = '一二三四五六七八九十';

function holdsSections(folded: string): boolean {
  if (folded.length < LEAST_PAGE) return false;
  const seen: string[] = [];
  for (let i = 1; i < folded.length; i++) {
    const code = folded.charCodeAt(i);
    if (code !== 0x3001 && code !== 0x2e) continue;
    const number = folded.charAt(i - 1);
    if (NUMBERS.includes(number) && !seen.includes(number)) seen.push(number);
  }
  return seen.length >= SECTIONS;
}

interface Block {
  parts: Part[];
  oneLine: boolean;
  squeezed: string;
  tableBefore: boolean;
  tableAfter: boolean;
}

/** Headings to a tree of sections with their prose. `tableSpans` are stretches (offsets) that tables have claimed. */
export function outline(document: Document, tableSpans: readonly { start: number; end: number }[]): OutlineResult {
  return assemble(document, readBlocks(document, tableSpans));
}

function readBlocks(document: Document, tableSpans: readonly { start: number; end: number }[]): Block[] {
  const groups = groupParagraphs(document, cutPieces(document, withoutHeadings(document.folded, tableSpans)));
  const lines = groups.map((group) => {
    const paragraph = joinStretches(document, group);
    const oneLine = group.some((piece) => piece.line >= ONE_LINE) || holdsSections(paragraph.folded);
    return lineOf(paragraph, oneLine, group.length === 1 ? group[0]!.marked : null);
  });
  const candidates = chooseHeadings(lines);
  return groups.map((group, i) => {
    const line = lines[i]!;
    return {
      parts: splitLine(line, candidates[i]!), oneLine: line.oneLine, squeezed: line.text,
      tableBefore: group[0]!.tableBefore, tableAfter: group[group.length - 1]!.tableAfter,
    };
  });
}

type Spoken = ProseParagraph & Cleaned;

interface Open {
  rank: number;
  section: Section;
}

function assemble(document: Document, blocks: readonly Block[]): OutlineResult {
  const used = new Set<number>();
  for (const { parts } of blocks) for (const part of parts) if (part.kind === 'heading') used.add(part.rank);
  const ranks = [...used].sort((a, b) => a - b);
  const sections: Section[] = [];
  const prose: Spoken[] = [];
  const findings: Finding[] = [];
  /** Headings without a number: one is lost where the others have one. */
  const lost: Finding[] = [];
  let numbered = false;
  const owners: (Open | null)[] = [];
  const open: Open[] = [];
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
    const real = block.parts.some(({ kind }) => kind === 'heading');
    if (!real && !block.oneLine) {
      if (started && isFooter(block.squeezed)) {
        footer = true;
        continue;
      }
      if (isChrome(block.squeezed)) continue;
    }
    for (let index = 0; index < block.parts.length; index++) {
      const part = block.parts[index]!;
      const besideTable = (block.tableBefore && index === 0) || (block.tableAfter && index === block.parts.length - 1);
      if (part.kind === 'text') {
        // A numbered paragraph belongs to what its number is counted in, not to the titled point before it.
        if (part.point !== null) while (open.length > 0 && open[open.length - 1]!.rank >= part.point) open.pop();
        say(part.paragraph, part.key, block, besideTable);
        continue;
      }
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
      open.push({ rank: part.rank, section });
      above = open.map((one) => one.section.title).filter((title) => title !== '');
      sectionId = null;
      for (const one of open) sectionId = one.section.id ?? sectionId;
      if (part.number !== null) numbered = true;
      else if (level === 1) {
        lost.push(finding('outline/number-lost', { title: section.title }, placeOf(document, part.offset)));
      }
    }
  }
  dropSignature(prose, owners);
  prose.forEach(({ text }, index) => {
    const section = owners[index]?.section;
    if (section !== undefined) section.text = section.text === '' ? text : `${section.text}\n${text}`;
  });
  if (numbered) findings.push(...lost);
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

/** Takes the signature off the end: lines of their own, or the tail of a one-line page. */
function dropSignature(prose: Spoken[], owners: unknown[]): void {
  const signs = (paragraph: Spoken | undefined, as: (key: string) => boolean): boolean => (
    paragraph !== undefined && as(squeeze(paragraph.folded))
  );
  // （联系人：张某，电话：…） under the signature.
  if (signs(prose[prose.length - 1], isContactLine) && signs(prose[prose.length - 2], isSignature)) {
    prose.pop();
    owners.pop();
  }
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
