/**
 * Text whose cells do not show, as words: what white space, bars and rules part. Which words are labels, and whose the values
 * are, is told later.
 */
import { isBar, isSeparator, isSpace } from '../text/chars.ts';
import type { Document } from '../text/document.ts';
import { isPageLine, LONGEST_PAGE_LINE } from '../text/page-line.ts';
import { contentOf, type Content } from '../text/reading.ts';
import type { Range } from './grid.ts';

/** A run of characters without white space. */
export interface Word extends Range {
  /** Folded. */
  text: string;
  /** Read as a cell's whole content. */
  content: Content;
  /** Line breaks between the word before and this one. */
  breaks: number;
  /** Blanks before it on its line. */
  blanks: number;
  /** A bar, or a tab on its line, parts it from the word before: cells that show. */
  parted: boolean;
  /** Lines with nothing but bars between the word before and this one: empty cells, and ends of rows. */
  bars: number;
  /** A number alone on its line beside a form feed: a page's, or a cell's. */
  page: boolean;
}

const BARE_NUMBER_LINE = /^\s*\d{1,3}\s*$/;
/** The title of a report, which heads its pages. */
const TITLE = /.{6}年度?(?:工作)?报告$/;
const LONGEST_TITLE = 80;
/** No line of bars alone is longer. */
const LONGEST_BARS = 40;
/** | --- | :---: |, ------ -----: lines that rule, three hyphens or equal signs at least. */
const RULE_LINE = /^(?=.*(?:---|===|:-))[\s|:+=-]+$/;
const LONGEST_RULE = 2000;
/** An entity that an extractor has left for an empty cell. */
const EMPTY_CELL = '&nbsp;';
const FORM_FEED = 12;
const TAB = 9;
/** Lines within which a form feed stands beside a number. */
const NEAR = 3;

/**
 * The words of the document outside the given ranges. Linear.
 *
 * @param covered disjoint, by rising start
 */
export function wordsOf(document: Document, covered: readonly Range[]): Word[] {
  const words: Word[] = [];
  let next = 0;
  let breaks = 0;
  let bars = 0;
  const title = titleOf(document);
  document.lines.forEach(({ start, end }, index) => {
    breaks++;
    let at = start;
    while (next < covered.length && covered[next]!.end <= at) next++;
    const page = isNumberLine(document, start, end) && isBesideFeed(document, index);
    const furniture = isPageLine(document.folded, start, end) || isHead(document, title, start, end);
    // What belongs to the page parts no cells.
    if (furniture) breaks--;
    const skip = furniture || isRule(document, start, end);
    while (at < end && !skip) {
      const range = covered[next];
      if (range !== undefined && range.start <= at) {
        at = Math.min(end, range.end);
        if (range.end <= end) next++;
        continue;
      }
      const stop = range === undefined ? end : Math.min(end, range.start);
      at = readWords(document, at, stop, words, { breaks, bars }, page);
      if (words.length > 0 && words.at(-1)!.start >= start) breaks = bars = 0;
    }
    if (breaks > 0 && !skip && isBars(document, start, end)) bars++;
  });
  return words;
}

interface Title {
  text: string;
  end: number;
}

/** Whether a line prints the title again. */
function isHead({ folded }: Document, title: Title, start: number, end: number): boolean {
  return title.text !== '' && start > title.end && end - start <= LONGEST_TITLE && folded.slice(start, end).trim() === title.text;
}

/** The first line of a report where it is its title: printed again over its pages. */
function titleOf({ folded, lines }: Document): Title {
  for (const { start, end } of lines) {
    const text = end - start > LONGEST_TITLE ? '' : folded.slice(start, end).trim();
    if (text === '' && end - start <= LONGEST_TITLE) continue;
    return { text: TITLE.test(text) ? text : '', end };
  }
  return { text: '', end: 0 };
}

function isBars({ folded }: Document, start: number, end: number): boolean {
  if (end - start > LONGEST_BARS) return false;
  let any = false;
  for (let at = start; at < end; at++) {
    const code = folded.charCodeAt(at);
    if (isBar(code)) any = true;
    else if (!isSpace(code)) return false;
  }
  return any;
}

/** Reads the words from `from` to `to`; the first of them stands so many lines below the word before. */
function readWords(
  { folded }: Document,
  from: number,
  to: number,
  words: Word[],
  above: { breaks: number; bars: number },
  page: boolean,
): number {
  let left = above.breaks;
  let at = from;
  while (at < to) {
    const blank = at;
    let parted = false;
    for (; at < to && isSeparator(folded.charCodeAt(at)); at++) parted ||= left === 0 && (isBar(folded.charCodeAt(at)) || folded.charCodeAt(at) === TAB);
    if (at >= to) break;
    const start = at;
    while (at < to && !isSeparator(folded.charCodeAt(at))) at++;
    const text = folded.slice(start, at);
    if (text.toLowerCase() === EMPTY_CELL) continue;
    const bars = left > 0 ? above.bars : 0;
    words.push({ start, end: at, text, content: contentOf(text), breaks: left, bars, blanks: start - blank, parted, page });
    left = 0;
  }
  return to;
}

function isRule({ text }: Document, start: number, end: number): boolean {
  if (end - start < 3 || end - start > LONGEST_RULE) return false;
  return RULE_LINE.test(text.slice(start, end));
}

function isNumberLine({ folded }: Document, start: number, end: number): boolean {
  return end > start && end - start <= LONGEST_PAGE_LINE && BARE_NUMBER_LINE.test(folded.slice(start, end));
}

/** A form feed before the line or behind it, with nothing but blanks between. */
function isBesideFeed({ text, folded, lines }: Document, index: number): boolean {
  if (text.slice(lines[index]!.start, lines[index]!.end).includes('\f')) return true;
  for (let line = index + 1; line < lines.length && line <= index + NEAR; line++) {
    if (text.charCodeAt(lines[line]!.start) === FORM_FEED) return true;
    if (folded.slice(lines[line]!.start, lines[line]!.end).trim() !== '') break;
  }
  return false;
}
