/**
 * The metadata block of a saved page, in all its forms: `label: value` lines, several to a line, bullets, pipes, a header
 * row over a value row, the value on the next line.
 */
import type { PageField } from '../lexicon/pageLabels.ts';
import { isoDate, readDate } from '../text/dates.ts';
import { compact, printedName } from './compact.ts';
import { headLines, type Head, type HeadLine } from './head.ts';
import { labelsIn, type Label } from './labels.ts';
import { isName } from './names.ts';

/** A value with its offsets in the document. */
export interface BlockValue {
  field: PageField;
  start: number;
  end: number;
  text: string;
}

export interface Block {
  values: BlockValue[];
  lines: HeadLine[];
}

/** No line of labels alone is as long. */
const PROSE = 40;

function labelsOf(text: string): Label[] {
  // A line of prose: behind a label stands a mark, a gap or the end of a short line.
  if (text.length > PROSE && !/[:|\s]/.test(text)) return [];
  return labelsIn(text).filter(({ start, end }) => {
    // 字号, 打印 and the like stand in prose too; a label without a colon or a pipe must open the line or follow a gap.
    const marked = /^[ \t]*[:|]/.test(text.slice(end, end + 16));
    const opens = /^[\s•·*|-]*$/.test(text.slice(Math.max(0, start - 8), start)) || /[ \t|]$/.test(text.slice(Math.max(0, start - 1), start));
    return marked || opens;
  });
}

const EMPTY = /^[\s:|•·*\-【[(/]*$/;

/** Reads the block out of the lines above the first section. */
export function readBlock(head: Head): Block {
  const lines = headLines(head);
  const values: BlockValue[] = [];
  const add = (field: PageField, start: number, end: number): boolean => {
    let from = start;
    let to = end;
    while (from < to && EMPTY.test(head.plain.charAt(from))) from++;
    while (to > from && EMPTY.test(head.plain.charAt(to - 1))) to--;
    if (to > from) values.push({ field, start: from, end: to, text: head.plain.slice(from, to) });
    return to > from;
  };
  let awaiting: PageField | null = null;
  let headers: Label[] | null = null;
  for (const line of lines) {
    const text = head.plain.slice(line.start, Math.min(line.end, line.start + 2000));
    const labels = labelsOf(text);
    if (labels.length === 0) {
      if (headers !== null && text.includes('|')) valueRow(text, line.start, headers, add);
      else if (awaiting !== null && text.length <= 80) add(awaiting, line.start, line.start + text.length);
      awaiting = null;
      headers = null;
      continue;
    }
    awaiting = null;
    for (const [index, label] of labels.entries()) {
      const next = labels[index + 1];
      const filled = add(label.field, line.start + label.end, line.start + (next?.start ?? text.length));
      if (!filled && next === undefined && !text.includes('|')) awaiting = label.field;
    }
    headers = labels.length > 1 && text.includes('|') && EMPTY.test(withoutLabels(text)) ? labels : null;
  }
  return { values, lines };
}

function withoutLabels(text: string): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of labelsIn(text)) {
    rest += text.slice(from, start);
    from = end;
  }
  return rest + text.slice(from);
}

/** A row of values under a row of labels: `索引号 | 公开方式 | 发布机构 |` over `1162… | 主动公开 | 某区某镇人民政府 |`. */
function valueRow(text: string, start: number, headers: readonly Label[], add: (field: PageField, start: number, end: number) => boolean): void {
  let at = text.startsWith('|') ? 1 : 0;
  for (const header of headers) {
    const bar = text.indexOf('|', at);
    const end = bar === -1 ? text.length : bar;
    if (at > text.length) return;
    add(header.field, start + at, start + end);
    at = end + 1;
  }
}

export const DOCUMENT_NUMBER = /[一-龥]{2,14}(?:〔|\[|【|\(|\{)(?:19|20)\d{2}(?:〕|\]|】|\)|\})(?:第)?\d{1,5}号/;

/** The document number in a stretch of folded text, as printed without blanks; 无, 无〔〕号 and damaged ones are none. */
export function documentNumberIn(head: Head, start: number, end: number): string | null {
  const reduced = compact(head.document, start, end);
  const hit = DOCUMENT_NUMBER.exec(reduced.text);
  if (hit === null || hit.index > 0) return null;
  // 青水〔2023〕10号 青川县水利局: who issued or signed it may stand on its line.
  const behind = reduced.text.slice(hit[0].length);
  if (behind !== '' && !/^签发人[:：]?/.test(behind) && !isName(behind)) return null;
  return printedName(head.document, reduced, hit.index, hit.index + hit[0].length);
}

/** A body that the block names, and its offset in the document. */
export interface PageName {
  name: string;
  at: number;
}

export interface PageFields {
  documentNumber: string | null;
  indexNumber: string | null;
  publisher: PageName | null;
  source: PageName | null;
  publishedOn: string | null;
  signedOn: string | null;
}

/** 20230130 */
const EIGHT_DIGITS = /^((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/;
const INDEX_NUMBER = /^[A-Za-z0-9][A-Za-z0-9/_.\-]{3,60}/;
/** A line of its own that starts with date and time, as sites print it over an article. */
const DATE_LINE = /^(?:[\d./-]{8,10}|\d{4}年\d{1,2}月\d{1,2}日)[ \t]+\d{1,2}:\d{2}/;

/** What the block says, each field from its first value that is one. */
export function pageFields(head: Head, block: Block): PageFields {
  const { document } = head;
  const fields: PageFields = { documentNumber: null, indexNumber: null, publisher: null, source: null, publishedOn: null, signedOn: null };
  for (const value of block.values) {
    switch (value.field) {
      case 'documentNumber':
        fields.documentNumber ??= documentNumberIn(head, value.start, value.end);
        break;
      case 'indexNumber':
        fields.indexNumber ??= INDEX_NUMBER.exec(value.text.replace(/[ \t]*([/-])[ \t]*/g, '$1'))?.[0] ?? null;
        break;
      case 'publisher':
      case 'source': {
        const reduced = compact(document, value.start, value.end);
        if (/^[一-龥()·、]{2,40}$/.test(reduced.text)) {
          fields[value.field] ??= { name: printedName(document, reduced, 0, reduced.text.length), at: value.start };
        }
        break;
      }
      case 'publishedOn':
      case 'signedOn': {
        const date = readDate(document.folded, value.start);
        const digits = EIGHT_DIGITS.exec(document.folded.slice(value.start, value.start + 9));
        if (date !== null) fields[value.field] ??= isoDate(date);
        else if (digits !== null) fields[value.field] ??= digits.slice(1).join('-');
        break;
      }
      default:
    }
  }
  if (fields.publishedOn === null) {
    const line = block.lines.find((candidate) => DATE_LINE.test(document.folded.slice(candidate.start, candidate.start + 40)));
    const date = line === undefined ? null : readDate(document.folded, line.start);
    if (date !== null) fields.publishedOn = isoDate(date);
  }
  if (fields.documentNumber === null) {
    for (const line of block.lines) {
      if (line.compact.text.length > 40) {
        fields.documentNumber ??= numberAhead(document, line);
        continue;
      }
      fields.documentNumber ??= documentNumberIn(head, line.start, line.end);
    }
  }
  return fields;
}

/** A number that opens a long line, before the title; one that a sentence goes on from is cited. */
function numberAhead(document: Head['document'], { compact: reduced }: HeadLine): string | null {
  const hit = DOCUMENT_NUMBER.exec(reduced.text.slice(0, 40));
  if (hit === null || hit.index > 0 || !/^[一-龥]{2,40}?(?:19|20)\d{2}|^(?:19|20)\d{2}年|^关于/.test(reduced.text.slice(hit[0].length, hit[0].length + 46))) return null;
  return printedName(document, reduced, 0, hit[0].length);
}
