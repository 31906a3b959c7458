/** Evidence of the sections that a form prescribes, for reports whose tables are lost. */
import type { Form } from '../forms/form.ts';
import type { Registry } from '../forms/registry.ts';
import { find, mostSigns, round, type Hit, type Signs, type Verdict } from './evidence.ts';
import type { SeenHeading } from './headings.ts';

/** 2024年度政府信息公开工作的总体情况 */
const OPENING = /^(?:\d{4}年度?|本年度)?(?:政府)?信息公开(?:工作)?的?/;

interface Candidate extends Signs {
  /** Sections of the form, each by its first heading. */
  sections: readonly Hit[];
  rows: readonly Hit[];
  children: readonly Hit[];
  /** How sure it is that the report has a form of this kind at all. */
  family: number;
}

/**
 * The form whose sections the report has; of kin with the same sections the one that more signs speak for.
 *
 * @param headings of the document
 * @returns the form without tables where the report has the sections of none
 */
export function bySections(text: string, headings: readonly SeenHeading[], forms: Registry): Verdict | null {
  const plain = plainVerdict(headings, forms);
  const candidates = forms.flatMap((form) => (form.sections.length === 0 ? [] : (candidateOf(text, headings, form, forms) ?? [])));
  const best = mostSigns(candidates);
  if (best === null) return plain;
  const sure = candidates.some((other) => other !== best && other.hits.length >= best.hits.length) ? 0.6 : 0.85;
  return {
    form: best.form, confidence: round(Math.min(0.9, best.family) * sure),
    hits: [...best.sections, ...best.rows, ...best.hits, ...best.children],
  };
}

/** Headings that only reports without a form have. */
function plainHeadings(forms: Registry): readonly string[] {
  return forms.flatMap(({ recognition }) => recognition.headings);
}

function plainVerdict(headings: readonly SeenHeading[], forms: Registry): Verdict | null {
  const form = forms.find(({ tables }) => tables.length === 0);
  if (form === undefined) return null;
  const hits = headings.filter(({ level }) => level === 1).flatMap(({ title, at }) => {
    const signal = form.recognition.headings.find((needle) => title.startsWith(needle));
    return signal === undefined || forms.some((other) => sectionIndex(other, title) >= 0) ? [] : [{ signal, at }];
  });
  return { form, confidence: hits.length > 0 ? 0.9 : 0.6, hits };
}

function sectionIndex({ sections }: Form, title: string): number {
  const known = sections.findIndex(({ heads }) => heads.some((head) => title.startsWith(head)));
  if (known >= 0) return known;
  const rest = title.replace(OPENING, '');
  return rest === title ? -1 : sections.findIndex(({ heads }) => heads.some((head) => rest.startsWith(head)));
}

/** A section that no report without the form has: its table is what it says. */
function isSure({ sections }: Form, signal: string): boolean {
  return sections.some((section) => section.distinct === true && section.tables === true && section.heads[0] === signal);
}

/** Characters in which a report names its year. */
const PREAMBLE = 4000;
const PERIOD_YEAR = /(?:期限|时限|时间)[^。;]{0,12}?(20\d{2})年/;
const TITLE_YEAR = /(20\d{2})年度?[^。;,\d]{0,30}公开[^。;,\d]{0,8}(?:报告|年报)/;

/**
 * Whether the report is on a year before any form with sections: a heading that both generations of reports have (总体情况)
 * says nothing there.
 */
function isBefore(text: string, forms: Registry): boolean {
  const preamble = text.slice(0, PREAMBLE);
  const hit = PERIOD_YEAR.exec(preamble) ?? TITLE_YEAR.exec(preamble);
  const since = Math.min(...forms.flatMap((form) => (form.sections.length > 0 && form.years[0] !== null ? [form.years[0]] : [])));
  return hit !== null && Number(hit[1]) < since;
}

/** What speaks for a form with sections; `null` where the report is of another plan. */
function candidateOf(text: string, headings: readonly SeenHeading[], form: Form, forms: Registry): Candidate | null {
  const { recognition } = form;
  const others = plainHeadings(forms);
  const sections: Hit[] = [];
  const children: Hit[] = [];
  const seen = new Set<number>();
  let count = 0;
  let plain = 0;
  for (const { title, at, level } of headings) {
    if (level === 2) {
      const signal = recognition.children.find((needle) => title.startsWith(needle) || title.startsWith('政府信息' + needle));
      if (signal !== undefined) children.push({ signal, at });
      continue;
    }
    count++;
    const index = sectionIndex(form, title);
    if (index < 0 && others.some((needle) => title.startsWith(needle))) plain++;
    if (index < 0 || seen.has(index)) continue;
    seen.add(index);
    sections.push({ signal: form.sections[index]!.heads[0]!, at });
  }
  const rows = find(text, recognition.rows);
  const table = rows.length >= 2;
  // 总体情况 heads plain reports too; where it stands among sections of other names, they count for more.
  const alone = sections.length === 1 && (count >= 4 || plain > 0);
  const distinct = table || (form.sections.some((section, index) => section.distinct === true && seen.has(index)) && !alone) || sections.length >= 3;
  if (!distinct || (plain > sections.length && !table)) return null;
  if (!table && sections.every(({ signal }) => !isSure(form, signal)) && find(text, [...recognition.hints, ...recognition.columns]).length === 0 && isBefore(text, forms)) return null;
  const announced = form.sections.filter(({ heads }, index) => index > 0 && heads.some((head) => text.includes(head))).length;
  const hits = find(text, [...recognition.hints, ...recognition.columns]);
  const lacks = recognition.without.length > 0 && !recognition.without.some((word) => text.includes(word));
  // The table is whole, and what its kin print in it is not there.
  if (lacks && rows.length === recognition.rows.length) hits.push(rows[0]!);
  return {
    form, sections, rows, children, hits, known: recognition.hints.length + recognition.columns.length,
    family: 0.35 + 0.1 * Math.min(5, Math.max(sections.length - 1, announced)) + (children.length >= 2 ? 0.1 : 0),
  };
}
