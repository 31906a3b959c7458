/**
 * Where a second report begins in the same file (two pages saved as one, a year's reports of a county in a row): the report
 * whose title leads is read, and what follows is told, never mixed in.
 */
import { isHan } from './chars.ts';
import type { Document, Line } from './document.ts';
import { squeezed } from './squeeze.ts';

/** A title alone on its line: …2023年政府信息公开工作年度报告, …年报. */
const TITLE = /(?:信息公开|政务公开)[^。，；：:]{0,12}(?:年度报告|年报|报告)(?:\([^()]{0,20}\))?$/;
const LONGEST_TITLE = 60;
/** A top heading with its number. */
const HEADING = /^([一二三四五六七八九])、/;
const LONGEST_HEADING = 40;
/** The second report's own first heading stands no further below its title. */
const REACH = 60;

/** @returns offset of the second report's title, -1 where the file holds one report */
export function secondReport(document: Document): number {
  const { lines } = document;
  let highest = 0;
  for (let index = 0; index < lines.length; index++) {
    const text = shortLine(document, lines[index]!);
    if (text === '') continue;
    const heading = headingNumber(text);
    if (heading > 0) highest = Math.max(highest, heading);
    else if (highest >= 2 && isTitle(text) && restarts(document, index + 1)) return lines[index]!.start;
  }
  return -1;
}

/** A short line without its layout; empty where it can be neither a title nor a heading. */
function shortLine(document: Document, line: Line): string {
  if (line.end - line.start > 4 * LONGEST_TITLE || !mayTell(document.folded, line)) return '';
  return squeezed(document.folded.slice(line.start, line.end)).replace(/^#+/, '');
}

/** Neither a title (公开) nor a heading (一、) is without 开 or 、. */
function mayTell(folded: string, { start, end }: Line): boolean {
  for (let i = start; i < end; i++) {
    const code = folded.charCodeAt(i);
    if (code === 0x5f00 || code === 0x3001) return true;
  }
  return false;
}

function isTitle(text: string): boolean {
  return text.length <= LONGEST_TITLE && TITLE.test(text) && isHan(text.charCodeAt(text.length - 1) === 0x29 ? text.charCodeAt(0) : text.charCodeAt(text.length - 1));
}

function headingNumber(text: string): number {
  if (text.length > LONGEST_HEADING) return 0;
  const match = HEADING.exec(text);
  return match === null ? 0 : '一二三四五六七八九'.indexOf(match[1]!) + 1;
}

/** Does the numbering begin anew below: 一、 and then 二、? A table's own rows (一、主动公开情况) stand behind no title of a report. */
function restarts(document: Document, from: number): boolean {
  let first = -1;
  for (let index = from; index < document.lines.length && (first >= 0 || index < from + REACH); index++) {
    const heading = headingNumber(shortLine(document, document.lines[index]!));
    if (heading === 0) continue;
    if (first < 0) {
      if (heading !== 1) return false;
      first = index;
    } else if (heading === 2) return true;
  }
  return false;
}
