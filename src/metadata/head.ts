/** What part of a document is searched for what: the head above the first section, the opening of the body. */
import { isSpace } from '../text/chars.ts';
import { lineIndexAt, type Document } from '../text/document.ts';
import { compact, compactLines, withoutPinyin, type Compact } from './compact.ts';

/** Characters above the first section that are read at most; the longest real heads (navigation, cover letter) have 3,000. */
const LONGEST_HEAD = 8000;
/** Characters of the body that are read for a preamble inside the first section. */
const OPENING = 1500;

export interface Head {
  document: Document;
  /** Offset where the first section starts, or where reading the head stops. */
  end: number;
  /** The folded head, injected pinyin blanked; offsets are the document's. */
  plain: string;
  /** Whether a first section was found at all. */
  hasBody: boolean;
  /** The head without blanks, line feeds where lines clearly end. */
  preamble: Compact;
  /** The first characters of the body, without blanks. */
  opening: Compact;
}

const FIRST_HEADING = /(?:^|[\s。):;?？#*])一[ \t]*[、.,]/g;

/** The first place that looks like a heading 一、, for a document whose outline has none. */
function firstHeading(folded: string): number {
  FIRST_HEADING.lastIndex = 0;
  const hit = FIRST_HEADING.exec(folded.slice(0, LONGEST_HEAD));
  return hit === null ? -1 : hit.index + hit[0].indexOf('一');
}

/** Cuts the parts. `bodyStart` is the outline's; the text's length where it found no section. */
export function readHead(document: Document, bodyStart: number): Head {
  const { length } = document.text;
  let end = bodyStart < length ? bodyStart : firstHeading(document.folded);
  const hasBody = end >= 0;
  if (!hasBody) end = length;
  end = Math.min(end, LONGEST_HEAD);
  return {
    document, end, hasBody,
    plain: withoutPinyin(document.folded, end),
    preamble: compactLines(document, 0, end),
    opening: compactLines(document, end, openingEnd(document.folded, end, Math.min(length, end + OPENING))),
  };
}

/** What a page names below its text: reports of other years, and of other bodies. */
const BELOW = /[\n\t ][[【]?(?:上一篇|下一篇|上一条|下一条|上一个|下一个|相关链接|相关文章|相关信息|相关稿件|相关新闻|相关阅读|推荐阅读|热门推荐|猜你喜欢)/;

function openingEnd(folded: string, from: number, to: number): number {
  const hit = BELOW.exec(folded.slice(from, to));
  return hit === null ? to : from + hit.index;
}

/** One line of the head that is not empty. */
export interface HeadLine {
  start: number;
  end: number;
  /** Folded, without blanks and pinyin. */
  compact: Compact;
}

const MOST_LINES = 120;

/** The lines above the first section that are not blank, from the top; a heading on the same line cuts the last one. */
export function headLines(head: Head): HeadLine[] {
  const { document, end } = head;
  const found: HeadLine[] = [];
  const last = lineIndexAt(document.lines, end);
  for (let index = 0; index <= last && found.length < MOST_LINES; index++) {
    const line = document.lines[index]!;
    const lineEnd = Math.min(line.end, end);
    let start = line.start;
    while (start < lineEnd && isSpace(document.folded.charCodeAt(start))) start++;
    if (start >= lineEnd) continue;
    const reduced = compact(document, start, lineEnd);
    if (reduced.text !== '') found.push({ start, end: lineEnd, compact: reduced });
  }
  return found;
}
