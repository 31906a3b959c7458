/** What the head of a page says and its body does not: title, date and source, as lines a reader of metadata knows. */
import { fold } from '../../text/fold.ts';
import { attribute, isElement, isText, type Element, type Parent } from './tree.ts';

/**
 * Names of the meta elements that the national guideline for government sites (国办发〔2017〕47号, 附件) sets, and the labels under which
 * the same is printed in a page's body.
 */
const DATE = new Set(['pubdate', 'publishdate']);
const SOURCE = new Set(['contentsource']);
const TITLE = new Set(['articletitle']);

/** The title as it names a report: what pages add to it behind _, | or - is the site's. */
const REPORT = /年度?报告?|工作报告/;

/** Lines to stand before the text, for what its own lines lack. */
export function missingMetadata(root: Parent, text: string): string[] {
  const head = headOf(root);
  const body = squeeze(text);
  const lines: string[] = [];
  const title = head.title;
  if (title !== null && REPORT.test(fold(title)) && !body.includes(squeeze(title))) lines.push(title);
  const date = head.date === null ? null : /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(fold(head.date));
  if (date !== null) {
    const [, year, month, day] = date.map(Number) as [number, number, number, number];
    if (!new RegExp(`${year}[-/.年]0?${month}[-/.月]0?${day}(?!\\d)`).test(body)) {
      lines.push(`发布日期：${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
    }
  }
  if (head.source !== null && !body.includes(squeeze(head.source))) lines.push(`来源：${head.source}`);
  return lines;
}

interface Head {
  title: string | null;
  date: string | null;
  source: string | null;
}

function headOf(root: Parent): Head {
  const head: Head = { title: null, date: null, source: null };
  let pageTitle: string | null = null;
  for (const element of elementsOfHead(root)) {
    if (element.tagName === 'title') pageTitle ??= clean(element.childNodes.filter(isText).map((node) => node.value).join(''));
    if (element.tagName !== 'meta') continue;
    const name = (attribute(element, 'name') ?? '').toLowerCase();
    const value = clean(attribute(element, 'content') ?? '');
    if (value === null) continue;
    if (TITLE.has(name)) head.title ??= value;
    if (DATE.has(name)) head.date ??= value;
    if (SOURCE.has(name)) head.source ??= value;
  }
  head.title ??= pageTitle?.split(/[_|]|\s[-–—]\s/).map((part) => part.trim()).find((part) => REPORT.test(fold(part))) ?? null;
  return head;
}

function elementsOfHead(root: Parent): Element[] {
  const html = root.childNodes.filter(isElement).find((node) => node.tagName === 'html');
  const head = html?.childNodes.filter(isElement).find((node) => node.tagName === 'head');
  // Pages put meta elements into the body too, where an element before them has closed the head.
  const body = html?.childNodes.filter(isElement).find((node) => node.tagName === 'body');
  return [...(head?.childNodes ?? []), ...(body?.childNodes ?? [])].filter(isElement);
}

/** Trimmed, white space collapsed, `null` where nothing is left. */
function clean(value: string): string | null {
  const text = value.replace(/\s+/g, ' ').trim();
  return text === '' || text.length > 300 ? null : text;
}

function squeeze(text: string): string {
  return fold(text).replace(/\s+/g, '');
}
