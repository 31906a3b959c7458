/**
 * What may head a section: every number with the words behind it, and titles without number that stand alone. Nothing is
 * decided here but what cannot be a heading (a list that names the sections, a row of a table); the alignment chooses.
 */
import type { SectionId } from '../schema/report.ts';
import { isSqueezed, squeeze } from '../text/squeeze.ts';
import type { Cleaned } from './clean.ts';
import { readLostMarker, readMarker, type Marker } from './markers.ts';
import { isRowLabel, tableAnchor } from './tabular.ts';
import { endsFirmly, endsWithTail, isKnownTitle, isTitleLike, meaningOf, titleEnd } from './title.ts';

/** What stands before a candidate, the more telling the earlier. */
export type Boundary = 'line' | 'stop' | 'table' | 'gap' | 'title' | 'mark' | 'none';

/** Whether a candidate is a heading, and why it is none: cut out of the text, or left in it. */
export type Fate = 'heading' | 'dropped' | 'point';

export interface Candidate {
  rank: number;
  number: string | null;
  value: number | null;
  /** Indices in the squeezed text: of the number, of the title, behind the title, where the text goes on. */
  index: number;
  start: number;
  end: number;
  resume: number;
  /** The title folded and squeezed; empty where the number heads a paragraph. */
  key: string;
  /** What the title is about. */
  id: SectionId | null;
  boundary: Boundary;
  /** Its surroundings alone make it a heading; another is one only where its number is due. */
  firm: boolean;
  /** A title without a number. */
  bare: boolean;
  /** How many # Markdown marks its line with, where it is a heading below the document's own. */
  marked?: number;
  /** Nothing stands behind it in its paragraph. */
  whole: boolean;
  /** `null` until it is chosen, and where it is plain text. */
  fate: Fate | null;
}

/** A paragraph squeezed, with its way back. */
export interface Line {
  paragraph: Cleaned;
  text: string;
  /** Index in the paragraph of each character of `text`; `null` where they are the same. See {@link placeIn}. */
  at: Uint32Array | null;
  /** The paragraph came as one long line, in which blanks are all that is left of the layout. */
  oneLine: boolean;
  /** How many # Markdown marks it with, where it is a heading below the first level. */
  marked: number | null;
  /** Stretches of `text` that a table takes which nobody has claimed. */
  tables: readonly { start: number; end: number }[];
}

/** Index in the paragraph of an index in the squeezed text. */
export function placeIn({ at, paragraph }: Line, index: number): number {
  return at === null ? index : at[index] ?? paragraph.text.length;
}

const NO_TABLES: Line['tables'] = [];

/** Makes a paragraph ready to be searched. */
export function lineOf(paragraph: Cleaned, oneLine: boolean, marked: number | null = null): Line {
  const { text, at } = isSqueezed(paragraph.folded) ? { text: paragraph.folded, at: null } : squeeze(paragraph.folded);
  return { paragraph, text, at, oneLine, marked, tables: oneLine ? tablesIn(text) : NO_TABLES };
}

/** All candidates of a paragraph in order, none inside another. */
export function candidatesIn(line: Line): Candidate[] {
  const { text, oneLine, paragraph } = line;
  if (text === '' || isContents(text)) return [];
  const gap = (index: number): boolean => {
    if (!oneLine || index <= 0 || index >= text.length) return false;
    const place = placeIn(line, index);
    return paragraph.offsets[place]! - paragraph.offsets[place - 1]! > 1;
  };
  const heads = headsIn(line, gap);
  const found: Candidate[] = [];
  let reached = 0;
  let listed = false;
  heads.forEach(({ index, marker, boundary }, i) => {
    if (index < reached) return;
    const to = heads[i + 1]?.index ?? text.length;
    const start = index + marker.length;
    const end = titleEnd({ text, from: start, to, gap, oneLine, top: marker.rank <= 1 });
    const key = text.slice(start, end).replace(/[:,、。]+$/, '');
    listed = isListed(text, index, start, start + key.length, listed);
    if (FILE_NAME.test(text.slice(start, Math.min(to, start + 90)))) return;
    if (listed || isRowLabel(text.slice(index, end)) || isRowLabel(text.slice(index, start) + key)) return;
    const firm = isFirm(text, index, marker, key, boundary, found.length > 0 && index === reached);
    if (!firm && (marker.rank > 1 || (key === '' && (!oneLine || boundary === 'mark' || boundary === 'none')))) return;
    let resume = end;
    while (resume < to && /[:。.,]/.test(text.charAt(resume)) && end > start) resume++;
    found.push({
      rank: marker.rank, number: marker.number, value: marker.value, index, start, end: start + key.length, resume, key,
      id: key === '' ? null : meaningOf(key), boundary, firm, bare: false, whole: index === 0 && resume >= text.length, fate: null,
    });
    reached = resume;
  });
  if (found.length === 0) {
    const bare = bareTitle(text, line.marked);
    if (bare !== null) found.push(bare);
  }
  return found;
}

/** 相关附件: 1、某局2023年度报告.docx. */
const FILE_NAME = /^[^。;!?]{0,80}?\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|ceb|rar|zip|txt|jpe?g|png|html?)(?![A-Za-z.])/i;

const LONGEST_BARE = 40;
const LONGEST_MARKED = 24;
/** 无其他需要报告的事项。 is what a section says. */
const NOTHING = /^(?:无|未|没有|暂无|不存在)/;
/** What titles of documents, menus and fields have that no section's title has. */
const NO_SECTION = /(?:报告|年报|目录|指南|统计表|附件|附表)$|[>|《》[\]【】_]|\d{4}-/;

/** A title that stands alone without a number. Known ones are believed sooner than those a section merely could have. */
function bareTitle(text: string, marked: number | null): Candidate | null {
  if (text.length > LONGEST_BARE) return null;
  // 【总体情况】
  const framed = text.length > 4 && text.startsWith('【') && text.endsWith('】') ? 1 : 0;
  const key = text.slice(framed, text.length - framed).replace(/[:。]+$/, '');
  const known = isKnownTitle(key);
  const id = meaningOf(key);
  const own = marked !== null && key.length >= 2 && key.length <= LONGEST_MARKED && !/[。,;!?|]/.test(key);
  if (!known && (NOTHING.test(key) || NO_SECTION.test(key) || !(own || couldHead(key, id)))) return null;
  return {
    rank: 1, number: null, value: null, index: 0, start: framed, end: framed + key.length, resume: text.length, key, id, boundary: 'line', firm: known,
    bare: true, whole: true, fate: null, ...(own ? { marked } : {}),
  };
}

/** What a section merely could have for a title. */
function couldHead(key: string, id: SectionId | null): boolean {
  if (key.length < 4 || key.length > 30 || (id === null && !endsFirmly(key))) return false;
  return endsWithTail(key) && isTitleLike(key) && !/[;:]/.test(key);
}

interface Head {
  index: number;
  marker: Marker;
  boundary: Boundary;
}

const NUMBER_AHEAD = /第?[一二三四五六七八九十]{1,3}[、.,:部]|第\d{1,2}部|[壹贰叁肆伍陆柒捌玖拾甲乙丙丁戊己庚辛壬癸Ⅰ-Ⅻ][、.:]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[、.]|\(\d{1,2}\)|、(?=总体情况|其他需要)/g;
const SENTENCE_ENDS = '。!?…';

/** Numbers that may head something, and what stands before each. */
function headsIn(line: Line, gap: (index: number) => boolean): Head[] {
  const { text, oneLine, tables } = line;
  const heads: Head[] = [];
  const lead = readMarker(text, 0) ?? spacedMarker(text) ?? readLostMarker(text, 0);
  if (lead !== null) heads.push({ index: 0, marker: lead, boundary: 'line' });
  NUMBER_AHEAD.lastIndex = lead?.length ?? 0;
  let table = 0;
  for (let match = NUMBER_AHEAD.exec(text); match !== null; match = NUMBER_AHEAD.exec(text)) {
    const index = match.index;
    if (index === 0) continue;
    while (table < tables.length && tables[table]!.end <= index - 1) table++;
    if (table < tables.length && tables[table]!.start <= index && index < tables[table]!.end) continue;
    const boundary = tables.some(({ end }) => end === index) ? 'table' : boundaryAt(text, index, oneLine, gap);
    const marker = readMarker(text, index, boundary === 'gap' || boundary === 'stop') ?? (boundary === 'gap' || boundary === 'stop' || boundary === 'table' ? readLostMarker(text, index) : null);
    if (marker === null) continue;
    if ((boundary === 'mark' || boundary === 'none') && !standsOut(text, index, marker, boundary, gap)) continue;
    heads.push({ index, marker, boundary });
    NUMBER_AHEAD.lastIndex = index + marker.length;
  }
  return heads;
}

/** …情况(一)主动公开…: a chapter glued to the title before it. */
const BEFORE_CHAPTER = /(?:情况|事项|概述|工作|措施)$/;

function boundaryAt(text: string, index: number, oneLine: boolean, gap: (index: number) => boolean): Boundary {
  const before = text.charAt(index - 1);
  if (SENTENCE_ENDS.includes(before)) return 'stop';
  if (gap(index)) return 'gap';
  if (oneLine && text.charAt(index) !== '第' ? endsWithTail(text.slice(Math.max(0, index - 6), index)) : text.charAt(index) === '(' && BEFORE_CHAPTER.test(text.slice(Math.max(0, index - 4), index))) return 'title';
  return /[^\u3400-\u9fff,、(《"'〔[-]/.test(before) ? 'mark' : 'none';
}

/** Words that end with a numeral, or that a numeral counts on (统一、之一、星期一、第一、). */
const NUMERAL_WORD = /[统唯之第单专划归同万任逐初期十百千零〇一二三四五六七八九两]$|(?:星期|[上下]周|初)$/;

/** Whether a section number that no stop parts from what is before it has a title so clear that it may head a section. */
function standsOut(text: string, index: number, marker: Marker, boundary: Boundary, gap: (index: number) => boolean): boolean {
  if (marker.rank > 1 || marker.value === null || (boundary === 'none' && NUMERAL_WORD.test(text.slice(Math.max(0, index - 2), index)))) return false;
  const start = index + marker.length;
  const end = titleEnd({ text, from: start, to: text.length, gap, oneLine: true, top: true });
  const key = text.slice(start, end);
  if (key.length < 2 || key.length > 40) return false;
  return isKnownTitle(key) || meaningOf(key) !== null || (boundary === 'mark' && endsFirmly(key));
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

/** A line of contents: 一、概述,(一)…,二、主动公开…,三、… */
function isContents(text: string): boolean {
  if (!text.startsWith('一、')) return false;
  const second = text.search(/[,;]二、/);
  return second >= 0 && second < 300 && /[,;]三、/.test(text.slice(second, second + 300));
}

const NEXT_IN_LIST = /^[,;、和及与]{1,2}\(?(?:第?[一二三四五六七八九十\d]{1,3}[、.)部])/;
const CONTENTS = /[一二三四五六七八九十\d]个?大?(?:部分|方面|章节|内容).{0,4}$|(?:组成|构成)$/;
const END_OF_LIST = /^[,。]?(?:等|共计?|这|以及)?(?:共)?[一二三四五六七八九十\d]{1,2}(?:个|大)?(?:部分|方面|章节|内容)|^(?:等|构成|组成)/;

/** Whether a title is named in a list of titles: another number follows behind a comma, or the list's count. */
function isListed(text: string, index: number, start: number, end: number, listed: boolean): boolean {
  const behind = text.slice(end, end + 12);
  if (end === start) return false;
  if (index > 0 && (END_OF_LIST.test(behind) || CONTENTS.test(text.slice(start, end)))) return true;
  if (NEXT_IN_LIST.test(behind)) return true;
  return listed && /[,;、和及与]/.test(text.charAt(index - 1));
}

/** What is a heading by its surroundings alone. */
function isFirm(text: string, index: number, marker: Marker, key: string, boundary: Boundary, behindHeading: boolean): boolean {
  if (marker.number === null) return isKnownTitle(key);
  if (index === 0) return true;
  if (boundary === 'mark' || boundary === 'none') return false;
  if (marker.rank <= 1) return key !== '' && (isKnownTitle(key) || meaningOf(key) !== null || key.endsWith('统计表'));
  if (marker.rank === 2) return key !== '' || behindHeading || SENTENCE_ENDS.includes(text.charAt(index - 1));
  return key !== '' && key.length <= 20;
}
