/** Rules on the document as a whole: its year, its sections, how much of its forms is filled in. */
import type { Section } from '../schema/report.ts';
import { fold } from '../text/fold.ts';
import { readChinese, readNumeral } from '../text/numerals.ts';
import { verdict, type RuleOutcome, type View } from './outcome.ts';

/** Fewer sections of the form than this, and the report has another plan of its own. */
const FORM_PLAN = 4;

/** A year, whether 年 follows, and whether it may be the head of a date or a serial number (2024-01-30, 2021-003). */
interface NamedYear {
  year: number;
  marked: boolean;
  headed: boolean;
}

const YEAR = /(?<!\d)20\d\d(?!\d)|二[〇○零]..(?=\s{0,3}年)/g;
const MARK = /\s{0,3}年/y;
const HEAD = /[-_.]?\d/y;

/** Years 2000–2099 in a short text: 2023年, 二〇二三年, and bare 2023 that no other digit touches. */
function yearsIn(text: string): NamedYear[] {
  const folded = fold(text);
  const years: NamedYear[] = [];
  for (const match of folded.matchAll(YEAR)) {
    const numeral = readNumeral(folded, match.index);
    if (numeral?.end !== match.index + 4) continue;
    MARK.lastIndex = HEAD.lastIndex = numeral.end;
    years.push({ year: numeral.value, marked: MARK.test(folded), headed: HEAD.test(folded) });
  }
  return years;
}

const baseName = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

function yearRules({ report: { metadata, source } }: View): RuleOutcome[] {
  const { year } = metadata;
  const outcomes: RuleOutcome[] = [];
  const hold = (code: 'document/title-year' | 'document/file-year', named: readonly NamedYear[], fits: (named: NamedYear) => boolean): void => {
    if (year === null || named.length === 0) outcomes.push(verdict(code, 'undecided'));
    else if (named.some(fits)) outcomes.push(verdict(code, 'kept'));
    else outcomes.push(verdict(code, 'broken', { years: [...new Set(named.map((name) => name.year))], year }));
  };
  hold('document/title-year', metadata.title === null ? [] : yearsIn(metadata.title), (name) => name.year === year);
  // A bare number in a file name may be the year it came out: 2024.html holds the report on 2023.
  hold('document/file-year', source.path === null ? [] : yearsIn(baseName(source.path)).filter((name) => !name.headed), (name) => (
    name.year === year || (!name.marked && name.year === year! + 1)
  ));
  const date = metadata.signedOn ?? metadata.publishedOn;
  if (year === null || date === null) outcomes.push(verdict('document/signature-year', 'undecided'));
  else {
    const kept = Number(date.slice(0, 4)) >= year;
    outcomes.push(verdict('document/signature-year', kept ? 'kept' : 'broken', kept ? {} : { date, year }));
  }
  return outcomes;
}

function eraYear(view: View): RuleOutcome {
  const { report } = view;
  const { era, inUse: [from, to], recognition } = view.form;
  const { year } = report.metadata;
  if (year === null) return verdict('document/era-year', 'undecided');
  if ((from === null || year >= from) && (to === null || year <= to)) return verdict('document/era-year', 'kept');
  // One table tells the form from its kin; without it they look alike.
  if (recognition.table !== null && !view.tables.has(recognition.table)) return verdict('document/era-year', 'undecided');
  const line = report.template.evidence.find((evidence) => evidence.line !== null)?.line ?? null;
  return verdict('document/era-year', 'broken', { year, era, used: `${String(from ?? '')}–${String(to ?? '')}` }, { line, column: line === null ? null : 1 });
}

const placeOfSection = (section: Section): { line: number; column: number } => ({ line: section.line, column: 1 });

function sectionMissing({ form }: View, top: readonly Section[]): RuleOutcome[] {
  const prescribed = form.sections;
  if (prescribed.length === 0) return [];
  const present = prescribed.filter(({ id, number }) => top.some((section) => section.id === id || (section.id === null && section.number === number)));
  if (present.length < FORM_PLAN) return [verdict('document/section-missing', 'undecided')];
  const missing = prescribed.filter((section) => !present.includes(section));
  if (missing.length === 0) return [verdict('document/section-missing', 'kept')];
  return missing.map(({ number, title }) => verdict('document/section-missing', 'broken', { number, scope: title }));
}

/** Behind so many sections a 一 begins the numbers of an annex. */
const ANNEX_AFTER = 4;

interface Numbered {
  section: Section;
  value: number;
}

function numberedSections(top: readonly Section[]): Numbered[] {
  return top.flatMap((section) => {
    const numeral = section.number === null ? null : readChinese(section.number, 0);
    return numeral === null || numeral.end !== section.number!.length ? [] : [{ section, value: numeral.value }];
  });
}

/** Numbers of the top level: each once, rising. */
function sectionNumbers(top: readonly Section[]): RuleOutcome[] {
  const numbered = numberedSections(top);
  if (numbered.length < 2) return [verdict('document/section-doubled', 'undecided'), verdict('document/section-order', 'undecided')];
  const seen = new Set<number>();
  const outcomes: RuleOutcome[] = [];
  let highest: Numbered | null = null;
  for (const entry of numbered) {
    const number = entry.section.number ?? '';
    // 附：相关指标统计表 counts its parts from 一 again.
    if (entry.value === 1 && highest !== null && highest.value >= ANNEX_AFTER) {
      seen.clear();
      highest = null;
    }
    if (seen.has(entry.value)) outcomes.push(verdict('document/section-doubled', 'broken', { number, scope: entry.section.title }, placeOfSection(entry.section)));
    else if (highest !== null && entry.value < highest.value) {
      outcomes.push(verdict('document/section-order', 'broken', { number, before: highest.section.number ?? '' }, placeOfSection(entry.section)));
    }
    seen.add(entry.value);
    if (highest === null || entry.value > highest.value) highest = entry;
  }
  for (const code of ['document/section-doubled', 'document/section-order'] as const) {
    if (!outcomes.some((outcome) => outcome.code === code)) outcomes.push(verdict(code, 'kept'));
  }
  return outcomes;
}

/** 无, 暂无, 没有 and the like, with nothing else. */
const NOTHING = /^[\s暂]*(?:无|没有|不存在)(?:此类|相关|其他|其它)?(?:情况|问题|事项|内容)?[\s。.;；!！]*$/;

/** Sections without a word, a sub-section or a table; 五 also where it says no more than 无. */
function sectionEmpty({ report, form }: View, top: readonly Section[]): RuleOutcome[] {
  if (top.length === 0) return [verdict('document/section-empty', 'undecided')];
  const holdsTable = (from: number, to: number): boolean => [...report.cells, ...report.tables.indicators ?? []]
    .some(({ line }) => line !== null && line >= from && line < to);
  const empty = top.filter((section, index) => {
    if (section.id === null || section.children.length > 0) return false;
    const text = section.text.trim();
    if (text !== '') return section.id === 'problems' && text.length < 20 && NOTHING.test(text);
    // Texts that were cut end in a heading; only the last section of a form is known to be the last.
    if (index === top.length - 1 && form.sections.at(-1)?.id !== section.id) return false;
    // The form's tables are the content of some, even where none of their cells could be placed.
    if (form.sections.some(({ id, tables }) => tables === true && id === section.id)) return false;
    return !holdsTable(section.line, top[index + 1]?.line ?? Infinity);
  });
  if (empty.length === 0) return [verdict('document/section-empty', 'kept')];
  return empty.map((section) => verdict('document/section-empty', 'broken', { scope: section.title, number: section.number }, placeOfSection(section)));
}

function mostlyBlank({ report }: View): RuleOutcome {
  let blank = 0;
  let filled = 0;
  let lost = 0;
  for (const { status } of report.cells) {
    if (status === 'blank' || status === 'notApplicable') blank++;
    else if (status === 'missing') lost++;
    else filled++;
  }
  const code = 'document/mostly-blank';
  if (blank + filled === 0) return verdict(code, 'notApplicable');
  if (blank > filled) return verdict(code, 'broken', { blank, filled });
  return verdict(code, blank + lost > filled ? 'undecided' : 'kept');
}

export function evaluateDocument(view: View): RuleOutcome[] {
  const top = view.report.sections.filter((section) => section.level === 1);
  return [
    ...yearRules(view), eraYear(view), ...sectionMissing(view, top), ...sectionNumbers(top), ...sectionEmpty(view, top),
    mostlyBlank(view),
  ];
}
