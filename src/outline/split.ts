/** A paragraph cut into the headings it holds and the text between them. */
import type { SectionId } from '../schema/report.ts';
import { isSqueezed, squeeze } from '../text/squeeze.ts';
import { slicePart, type Cleaned } from './clean.ts';
import { readLostMarker, readMarker, type Marker } from './markers.ts';
import { isRowLabel, tableAnchor } from './tabular.ts';
import { endsWithTail, isKnownTitle, meaningOf, titleEnd } from './title.ts';

export interface HeadingPart {
  kind: 'heading';
  rank: number;
  number: string | null;
  value: number | null;
  /** Empty where the number heads a paragraph, not a title. */
  title: Cleaned;
  /** The title folded and squeezed, to be looked up. */
  key: string;
  /** What the title is about. */
  id: SectionId | null;
  /** Offset in the document. */
  offset: number;
  /** Stood at the start of a paragraph. */
  leads: boolean;
  /** A title without a number; believed only where the rest of the outline has room for it. */
  bare: boolean;
}

export interface TextPart {
  kind: 'text';
  paragraph: Cleaned;
  /** The text folded and squeezed. */
  key: string;
}

export type Part = HeadingPart | TextPart;

const NUMBER_AHEAD = /第?[一二三四五六七八九十]{1,3}[、.,部]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[、.]|\(\d{1,2}\)|、(?=总体情况|其他需要)/g;
const SENTENCE_ENDS = '。!?…';

/** `oneLine`: the paragraph came as one long line, in which blanks are all that is left of the layout. */
export function splitParagraph(paragraph: Cleaned, oneLine: boolean): Part[] {
  const { text, at } = isSqueezed(paragraph.folded) ? { text: paragraph.folded, at: null } : squeeze(paragraph.folded);
  if (text === '' || isContents(text)) return [];
  const length = paragraph.text.length;
  const place = (index: number): number => (at === null ? index : at[index] ?? length);
  const cut = (from: number, to: number): Cleaned => slicePart(paragraph, place(from), place(to));
  const gap = (index: number): boolean => {
    if (!oneLine || index <= 0 || index >= text.length) return false;
    return paragraph.offsets[place(index)]! - paragraph.offsets[place(index) - 1]! > 1;
  };
  /** The number with the characters of the source; the marker's is folded. */
  const printed = (index: number, end: number, number: string): string => {
    const at = text.indexOf(number, index);
    return at < 0 || at >= end ? number : cut(at, at + number.length).text.replace(/\(.*$/, '');
  };
  const tables = oneLine ? tablesIn(text) : [];
  const heads = markersIn(text, oneLine, gap, tables);
  const parts: Part[] = [];
  const say = (from: number, to: number): void => {
    const table = tables.find(({ start, end }) => start < to && end > from);
    const end = Math.max(from, Math.min(to, table?.start ?? to));
    const part = cut(from, end);
    if (part.text !== '') parts.push({ kind: 'text', paragraph: part, key: text.slice(from, end) });
  };
  let from = 0;
  for (let i = 0; i < heads.length; i++) {
    const { index, marker } = heads[i]!;
    const next = heads[i + 1]?.index ?? text.length;
    const start = index + marker.length;
    const end = titleEnd({ text, from: start, to: next, gap, oneLine });
    const key = text.slice(start, end).replace(/[:,、。]+$/, '');
    if (!accepts(text, index, start, end, marker, key, parts.length > 0 && index === from)) continue;
    say(from, index);
    parts.push({
      kind: 'heading', rank: marker.rank, number: marker.number === null ? null : printed(index, start, marker.number), value: marker.value, title: cut(start, start + key.length), key,
      id: key === '' ? null : meaningOf(key),
      offset: paragraph.offsets[place(index)]!, leads: index === 0, bare: false,
    });
    from = end;
    while (from < next && /[:。.,]/.test(text.charAt(from)) && end > start) from++;
  }
  if (from === 0 && text.length <= 40) {
    const key = text.replace(/[:。]+$/, '');
    if (isKnownTitle(key)) {
      return [{ kind: 'heading', rank: 1, number: null, value: null, title: cut(0, key.length), key, id: meaningOf(key), offset: paragraph.offsets[0]!, leads: true, bare: true }];
    }
  }
  say(from, text.length);
  return parts;
}

interface Head {
  index: number;
  marker: Marker;
}

/** Numbers that may head something: at the start, behind a sentence, or behind a blank on a one-line page. */
function markersIn(
  text: string, oneLine: boolean, gap: (index: number) => boolean, tables: readonly { start: number; end: number }[],
): Head[] {
  const heads: Head[] = [];
  const lead = readMarker(text, 0) ?? spacedMarker(text) ?? readLostMarker(text, 0);
  if (lead !== null) heads.push({ index: 0, marker: lead });
  NUMBER_AHEAD.lastIndex = lead?.length ?? 0;
  let table = 0;
  for (let match = NUMBER_AHEAD.exec(text); match !== null; match = NUMBER_AHEAD.exec(text)) {
    const index = match.index;
    if (index === 0) continue;
    const before = text.charAt(index - 1);
    while (table < tables.length && tables[table]!.end <= index - 1) table++;
    if (table < tables.length && tables[table]!.start <= index && index < tables[table]!.end) continue;
    const behindTable = tables.some(({ end }) => end === index);
    if (!behindTable && !SENTENCE_ENDS.includes(before) && !gap(index) && !glued(text, index, oneLine)) continue;
    const marker = readMarker(text, index) ?? readLostMarker(text, index);
    if (marker === null) continue;
    heads.push({ index, marker });
    NUMBER_AHEAD.lastIndex = index + marker.length;
  }
  return heads;
}

/** The sections a table can be followed by, known so well that they are found behind its last digit. */
const BEHIND_TABLE = /[二三四五六七]、(?:主动公开|收到和处理|行政机关|政府信息公开行政复议|政府信息公开行政法?复议|因政府信息|政府信息公开工作存在|存在的?(?:主要)?问题|主要问题|其他需要|其它需要|需要报告)/g;

/** Tables of a one-line page: from a label no prose has to the next section. */
function tablesIn(text: string): { start: number; end: number }[] {
  const tables: { start: number; end: number }[] = [];
  let start = tableAnchor(text);
  while (start >= 0) {
    BEHIND_TABLE.lastIndex = start;
    const end = BEHIND_TABLE.exec(text)?.index ?? text.length;
    tables.push({ start, end });
    if (tables.length > 16) break;
    start = end < text.length ? tableAnchor(text, end) : -1;
  }
  return tables;
}

/** 一概述: a number whose mark is lost, before a known title. */
function spacedMarker(text: string): Marker | null {
  const match = /^[一二三四五六七八九]/.exec(text);
  if (match === null || !isKnownTitle(text.slice(1).replace(/[:。]+$/, ''))) return null;
  return { rank: 1, number: match[0], value: '一二三四五六七八九'.indexOf(match[0]) + 1, length: 1 };
}

/** …情况(一)主动公开…: a chapter glued to the title before it. */
function glued(text: string, index: number, oneLine: boolean): boolean {
  if (oneLine && text.charAt(index) !== '第') return endsWithTail(text.slice(Math.max(0, index - 6), index));
  return text.charAt(index) === '(' && /(?:情况|事项|概述|工作|措施)$/.test(text.slice(Math.max(0, index - 4), index));
}

/** A line of contents: 一、概述,(一)…,二、主动公开…,三、… */
function isContents(text: string): boolean {
  const second = text.search(/[,;]二、/);
  return second >= 0 && second < 300 && text.startsWith('一、') && /[,;]三、/.test(text.slice(second, second + 300));
}

/** Contents pages name sections in a list, forms number their rows; neither heads anything. */
function accepts(text: string, index: number, start: number, end: number, marker: Marker, key: string, behindHeading: boolean): boolean {
  if (marker.number === null) return isKnownTitle(key);
  const follows = text.charAt(end);
  if (end > start && (follows === ',' || follows === ';' || follows === '、') && /^[,;、]\(?[一二三四五六七八九十\d]{1,2}[、.)]/.test(text.slice(end, end + 4))) return false;
  if (isRowLabel(text.slice(index, end)) || isRowLabel(text.slice(index, start) + key)) return false;
  if (index === 0) return true;
  if (marker.rank <= 1) return key !== '' && (isKnownTitle(key) || meaningOf(key) !== null || key.endsWith('统计表'));
  if (marker.rank === 2) return key !== '' || behindHeading || SENTENCE_ENDS.includes(text.charAt(index - 1));
  return key !== '' && key.length <= 20;
}
