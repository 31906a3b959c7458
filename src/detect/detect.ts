/** From a document to the era of its form: what it shows, never what its year suggests. */
import type { Era, Template } from '../schema/report.ts';
import { STATISTICS_ROWS } from '../templates/statistics.ts';
import { lineIndexAt, type Document } from '../text/document.ts';
import { squeeze, type Squeezed } from '../text/squeeze.ts';
import { headingsIn } from './headings.ts';
import {
  COLUMNS_2019, COLUMNS_2021, DISTINCT_SECTIONS, FORM_CHILDREN, FORM_ROWS, HINTS_2019, HINTS_2021, LOCAL_HEADERS, OLD_SECTIONS, SIX_SECTIONS,
  SIX_SECTIONS_SINCE, STATISTICS_TITLES, SURE_SECTION,
} from './signals.ts';

interface Hit {
  signal: string;
  /** Index into the squeezed text. */
  at: number;
}

interface Verdict {
  era: Era;
  confidence: number;
  hits: readonly Hit[];
}

/** Evidence worth listing; a whole table of labels tells no more than its first few. */
const MOST_EVIDENCE = 8;

/** Labels of the national table without number and explanation, and the unit that stands beside each. */
const INDICATORS = STATISTICS_ROWS.filter((row) => row.heading !== true).map((row) => ({
  label: row.label.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.|其中：)/, '').replace(/（.*$/, ''),
  unit: row.unit ?? '',
}));

/** Rows of the national table that make a table of it: prose names one or two (发布政策解读稿件 7 篇). */
const ENOUGH_INDICATORS = 8;
const INDICATORS_WITHOUT_TITLE = 12;

/**
 * Tells the era of a document: columns of the disclosure table first, then a 统计表, then the six sections, as headings.
 *
 * @param options.era overrules what the document shows
 */
export function detect(document: Document, options: { era?: Era | undefined } = {}): Template {
  const squeezed = squeeze(document.folded);
  const verdict = options.era === undefined ? decide(document, squeezed) : chosen(options.era);
  return {
    era: verdict.era,
    confidence: verdict.confidence,
    evidence: verdict.hits.slice(0, MOST_EVIDENCE).map(({ signal, at }) => {
      const offset = squeezed.at[at];
      return { signal, line: offset === undefined ? null : document.lines[lineIndexAt(document.lines, offset)]!.number };
    }),
  };
}

function chosen(era: Era): Verdict {
  return { era, confidence: 1, hits: [{ signal: 'chosen by the caller', at: -1 }] };
}

function decide(document: Document, squeezed: Squeezed): Verdict {
  if (squeezed.text === '') return { era: 'narrative', confidence: 0, hits: [] };
  return byColumns(squeezed.text) ?? byStatistics(squeezed.text) ?? bySections(document, squeezed);
}

function find(text: string, needles: readonly string[]): Hit[] {
  const hits: Hit[] = [];
  for (const signal of needles) {
    const at = text.indexOf(signal);
    if (at >= 0) hits.push({ signal, at });
  }
  return hits;
}

/** Where a report mixes forms, the columns of the disclosure table decide; the older form only where it has more of them. */
function byColumns(text: string): Verdict | null {
  const newer = find(text, COLUMNS_2021);
  const older = find(text, COLUMNS_2019);
  if (newer.length + older.length < 2) return null;
  const era = older.length > newer.length ? '2019' : '2021';
  const hits = era === '2019' ? older : newer;
  const share = hits.length / (newer.length + older.length);
  return { era, confidence: round(0.99 * share), hits };
}

function byStatistics(text: string): Verdict | null {
  const titles = find(text, STATISTICS_TITLES);
  const local = find(text, LOCAL_HEADERS);
  let set = 0;
  const labels: Hit[] = [];
  for (const { label, unit } of INDICATORS) {
    const at = text.indexOf(label);
    if (at < 0) continue;
    labels.push({ signal: label, at });
    if (besideUnit(text, at + label.length, unit)) set++;
  }
  if (titles.length > 0 && labels.length >= ENOUGH_INDICATORS) return { era: 'statistics', confidence: 0.99, hits: [...titles, ...labels] };
  if (set >= INDICATORS_WITHOUT_TITLE) return { era: 'statistics', confidence: 0.9, hits: labels };
  if (local.length > 0) return { era: 'statistics', confidence: titles.length > 0 ? 0.95 : 0.8, hits: [...titles, ...local] };
  return null;
}

/** A cell's label is followed by its unit (数|条|12), a label used in prose by its number (数12条). */
function besideUnit(text: string, at: number, unit: string): boolean {
  const from = text.charAt(at) === '(' ? text.indexOf(')', at) + 1 : at;
  return unit !== '' && from > 0 && text.startsWith(unit, from);
}

/** 2024年度政府信息公开工作的总体情况 */
const OVERVIEW = /^(?:\d{4}年度?|本年度)?(?:政府)?信息公开(?:工作)?的?总体情况/;

function bySections(document: Document, squeezed: Squeezed): Verdict {
  const found = headingsIn(document, squeezed);
  const six: Hit[] = [];
  const seen = new Set<number>();
  const old: Hit[] = [];
  const children: Hit[] = [];
  let sections = 0;
  for (const heading of found) {
    const { title, at, level } = heading;
    if (level === 1) {
      sections++;
      const known = SIX_SECTIONS.findIndex((names) => names.some((name) => title.startsWith(name)));
      const index = known < 0 && OVERVIEW.test(title) ? 0 : known;
      if (index >= 0 && !seen.has(index)) {
        seen.add(index);
        six.push({ signal: SIX_SECTIONS[index]![0]!, at });
      }
      const name = OLD_SECTIONS.find((needle) => title.startsWith(needle));
      if (name !== undefined && index < 0) old.push({ signal: name, at });
    } else {
      const name = FORM_CHILDREN.find((needle) => title.startsWith(needle) || title.startsWith('政府信息' + needle));
      if (name !== undefined) children.push({ signal: name, at });
    }
  }
  const rows = find(squeezed.text, FORM_ROWS);
  const table = rows.length >= 2;
  // 总体情况 heads old reports too; where it stands among sections of other names, they count for more.
  const announced = SIX_SECTIONS.filter((names, index) => index > 0 && names.some((name) => squeezed.text.includes(name))).length;
  const newer = find(squeezed.text, [...HINTS_2021, ...COLUMNS_2021]);
  const older = find(squeezed.text, [...HINTS_2019, ...COLUMNS_2019]);
  const alone = six.length === 1 && (sections >= 4 || old.length > 0);
  const distinct = table || (DISTINCT_SECTIONS.some((index) => seen.has(index)) && !alone) || six.length >= 3;
  // A heading or two that both generations of reports have (总体情况) say nothing where the report itself is older than the form.
  const before = !table && newer.length + older.length === 0 && !seen.has(SURE_SECTION) && (yearOf(squeezed.text) ?? SIX_SECTIONS_SINCE) < SIX_SECTIONS_SINCE;
  if (!distinct || before || (old.length > six.length && !table)) {
    return { era: 'narrative', confidence: old.length > 0 ? 0.9 : 0.6, hits: old };
  }
  // Only the form of 2021 splits （六）其他处理; a whole table of applications without that row is of 2019.
  if (rows.length === FORM_ROWS.length && !newer.some(({ signal }) => signal.startsWith('逾期'))) older.push(rows[0]!);
  const family = 0.35 + 0.1 * Math.min(5, Math.max(six.length - 1, announced)) + (children.length >= 2 ? 0.1 : 0);
  const era = older.length > newer.length ? '2019' : '2021';
  const sure = newer.length === older.length ? 0.6 : 0.85;
  return { era, confidence: round(Math.min(0.9, family) * sure), hits: [...six, ...rows, ...(era === '2019' ? older : newer), ...children] };
}

/** Characters in which a report names its year. */
const OPENING = 4000;
const PERIOD_YEAR = /(?:期限|时限|时间)[^。;]{0,12}?(20\d{2})年/;
const TITLE_YEAR = /(20\d{2})年度?[^。;,\d]{0,30}公开[^。;,\d]{0,8}(?:报告|年报)/;

/** The year a report says it is on: of its period, else of its title or its preamble. */
function yearOf(text: string): number | null {
  const opening = text.slice(0, OPENING);
  const hit = PERIOD_YEAR.exec(opening) ?? TITLE_YEAR.exec(opening);
  return hit === null ? null : Number(hit[1]);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
