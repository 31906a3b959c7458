/**
 * An eye for table lines, for tables that no reader has claimed: lines made of template labels, values and rules. It
 * keeps 三、本年度办理结果 from heading a section and a column of numbers out of the prose.
 */
import { isDigit, isSeparator } from '../text/chars.ts';
import type { FormTable } from '../forms/form.ts';
import { FORMS } from '../forms/registry.ts';

/** What tables print besides the labels of their forms. */
const MORE_LABELS = ['指标名称', '计量单位', '行政复议行政诉讼', '单位:万元', '单位:件'];
const VALUE = /^(?:[-+]?[\d.,]+|[/\-—*]+|无|条|件|次|篇|个|人|人次|万元|元|家|项|[-+]?[\d.,]+(?:条|件|次|篇|个|人|人次|万元|元|项))$/;

/** What a value begins with. */
const BEGINS_VALUE = new Uint8Array(0x10000);
for (const char of '+-0123456789.,/—*无条件次篇个人万元家项') BEGINS_VALUE[char.charCodeAt(0)] = 1;

/** Characters of the longest label of a form, and some to spare. */
const LONGEST_LABEL = 64;

interface Labels {
  /** One text, and where in it each letter, and each pair of letters, stands. */
  all: string;
  letters: Uint8Array;
  pairs: ReadonlyMap<number, readonly number[]>;
  rows: ReadonlySet<string>;
  indicators: ReadonlySet<string>;
}

let cached: Labels | null = null;

/** Two letters as one number. */
const pairAt = (text: string, index: number): number => text.charCodeAt(index) * 0x10000 + text.charCodeAt(index + 1);

/** Labels of all forms as one text to look pieces up in, and as sets. Built on first use. */
function labels(): Labels {
  if (cached !== null) return cached;
  const list: string[] = [...MORE_LABELS];
  const rows = new Set<string>();
  const indicators = new Set<string>();
  const fold = (label: string): string => label.normalize('NFKC').replace(/[\s“”]/g, (char) => (char.trim() === '' ? '' : '"'));
  for (const table of FORMS.flatMap((form): readonly FormTable[] => form.tables)) {
    list.push(...table.spanning);
    for (const block of table.blocks) {
      if (block.title !== null) list.push(block.title);
      for (const row of block.rows) {
        list.push(row.label, ...(row.groups ?? []));
        if (table.shape === 'pairs') indicators.add(fold(row.label).replace(/\(.{5,}$/, ''));
        else if (table.shape === 'rows') for (const label of [row.label, ...(row.groups ?? [])]) rows.add(fold(label));
      }
      list.push(...block.columns.map((column) => column.label));
    }
  }
  const all = [...new Set(list.map(fold))].join('\n');
  const letters = new Uint8Array(0x10000);
  const pairs = new Map<number, number[]>();
  for (let i = 0; i < all.length; i++) {
    letters[all.charCodeAt(i)] = 1;
    if (i + 1 === all.length) break;
    const places = pairs.get(pairAt(all, i));
    if (places === undefined) pairs.set(pairAt(all, i), [i]);
    else places.push(i);
  }
  cached = { all, letters, pairs, rows, indicators };
  return cached;
}

/** A row label of the application table that looks like a heading, whole and alone. Folded, squeezed. */
export function isRowLabel(squeezed: string): boolean {
  return labels().rows.has(squeezed);
}

/** A row label of the national 统计表: behind that table's title it heads nothing, elsewhere it may (二、回应解读情况). */
export function isIndicatorLabel(squeezed: string): boolean {
  return labels().indicators.has(squeezed);
}

export interface TabularLine {
  labels: number;
  values: number;
  /** Pieces that are neither. */
  others: number;
  /** A long label, or many values: enough to tell a table by itself. */
  sure: boolean;
}

/** Weighs the pieces of a line of folded text between blanks and rules. */
export function weighLine(folded: string, start: number, end: number): TabularLine {
  const found: TabularLine = { labels: 0, values: 0, others: 0, sure: false };
  const known = labels();
  let from = -1;
  let digits = true;
  for (let i = start; i <= end; i++) {
    const code = i < end ? folded.charCodeAt(i) : 0x20;
    if (isSeparator(code)) {
      if (from >= 0) {
        if (digits || isValue(folded, from, i)) found.values++;
        else if (isPartOfLabel(folded, from, i, known)) {
          found.labels++;
          if (i - from >= 5) found.sure = true;
        } else found.others++;
        from = -1;
        digits = true;
      }
    } else {
      if (from < 0) from = i;
      digits &&= isDigit(code);
    }
  }
  if (found.values >= 4) found.sure = true;
  return found;
}

function isValue(folded: string, start: number, end: number): boolean {
  return BEGINS_VALUE[folded.charCodeAt(start)] === 1 && VALUE.test(folded.slice(start, end));
}

/** Whether a piece, without the digits that a crawler glued to it (规章000), stands in one of the labels. */
function isPartOfLabel(folded: string, start: number, end: number, { all, letters, pairs }: Labels): boolean {
  if (end - start > LONGEST_LABEL || letters[folded.charCodeAt(start)] === 0) return false;
  if (end - start === 1) return true;
  const places = pairs.get(pairAt(folded, start));
  if (places === undefined) return false;
  let last = end;
  while (last > start && isDigit(folded.charCodeAt(last - 1))) last--;
  const label = folded.slice(start, last === start ? end : last);
  return label.length === 1 || places.some((place) => all.startsWith(label, place));
}

/** Where a table begins inside a long line, squeezed. */
const ANCHORS = ['第二十条第(一)项', '第二十条第(五)项', '(本列数据的勾稽', '申请人情况自然人', '申请人情况法人', '行政复议行政诉讼结果', '行政复议行政诉讼未经', '指标名称计量单位', '统计指标单位', '信息内容本年', '一、本年新收政府信息公开申请'];

/** Index in squeezed text where a table begins, -1 where none does. */
export function tableAnchor(squeezed: string, from = 0): number {
  let first = -1;
  for (const anchor of ANCHORS) {
    const at = squeezed.indexOf(anchor, from);
    if (at >= 0 && (first < 0 || at < first)) first = at;
  }
  return first;
}
