/** Where the cells, facts and headings of a report stand in its text: segments of lines with what each belongs to. */
import type { Cell, Fact, Finding, Report, Section, Severity } from '../../schema/report.ts';
import { splitLines } from '../../text/document.ts';

/** Something of the report that has a place in its text; the same string names it on both sides of the page. */
export type Target = `cell:${string}` | `fact:${number}` | `section:${number}` | `finding:${number}` | `indicator:${number}`;

export interface Range {
  target: Target;
  /** Offsets in the line. */
  start: number;
  end: number;
}

/** A piece of a line that belongs to one target, or to none. */
export interface Segment {
  text: string;
  target: Target | null;
}

export interface MarkedLine {
  /** 1-based. */
  number: number;
  segments: readonly Segment[];
  /** Findings that point at the line: their places in `findings`. */
  findings: readonly number[];
}

/** The sections of a report, parents before their children. */
export function flatSections(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...flatSections(section.children)]);
}

/** Every line of a text with its marks. Linear in the text and the marks. */
export function markLines(report: Report, text: string, findings: readonly Finding[]): MarkedLine[] {
  const lines = splitLines(text).map(({ start, end }) => text.slice(start, end));
  const ranges = new Map<number, Range[]>();
  const add = (line: number, target: Target, start: number, end: number): void => {
    const length = lines[line - 1]?.length;
    if (length === undefined || start >= length) return;
    const known = ranges.get(line);
    const range = { target, start: Math.max(0, start), end: Math.min(end, length) };
    if (known === undefined) ranges.set(line, [range]);
    else known.push(range);
  };
  for (const cell of report.cells) markCell(cell, lines, add);
  report.facts.forEach((fact, index) => { add(fact.line, `fact:${index}`, fact.column - 1, fact.column - 1 + lengthOfFact(fact, lines[fact.line - 1] ?? '')); });
  flatSections(report.sections).forEach((section, index) => {
    const line = lines[section.line - 1] ?? '';
    const [start, end] = headingIn(line, section);
    add(section.line, `section:${index}`, start, end);
  });
  report.tables.indicators?.forEach((indicator, index) => {
    const at = (lines[indicator.line - 1] ?? '').indexOf(indicator.label);
    if (at >= 0) add(indicator.line, `indicator:${index}`, at, at + indicator.label.length);
  });
  const pointed = new Map<number, number[]>();
  findings.forEach(({ line }, index) => {
    if (line !== null) pointed.set(line, [...pointed.get(line) ?? [], index]);
  });
  return lines.map((line, index) => ({ number: index + 1, segments: cut(line, ranges.get(index + 1) ?? []), findings: pointed.get(index + 1) ?? [] }));
}

function markCell(cell: Cell, lines: readonly string[], add: (line: number, target: Target, start: number, end: number) => void): void {
  const { line, column, endColumn, endLine } = cell;
  if (line === null || column === null || cell.raw === null || cell.raw === '') return;
  const target: Target = `cell:${cell.cell}`;
  const last = endLine ?? line;
  for (let at = line; at <= last; at++) {
    add(at, target, at === line ? column - 1 : 0, at === last ? (endColumn ?? column) - 1 : (lines[at - 1] ?? '').length);
  }
}

const NUMERAL = /^[\d０-９,，.．〇零一二两三四五六七八九十百千万亿％%]+/;

/** A fact stands at its number; a zero in words at the words that say it, to the end of the clause. */
function lengthOfFact(fact: Fact, line: string): number {
  const rest = line.slice(fact.column - 1, fact.column - 1 + 200);
  const numeral = NUMERAL.exec(rest)?.[0] ?? '';
  if (numeral !== '') {
    const unit = fact.unit !== null && rest.slice(numeral.length).trimStart().startsWith(fact.unit) ? rest.indexOf(fact.unit, numeral.length) + fact.unit.length : numeral.length;
    return unit;
  }
  const clause = /^[^，。；、,;！!？?]+/.exec(rest)?.[0].length ?? 1;
  return Math.min(clause, Math.max(fact.text.length, 1));
}

/** The heading in its line: its title where it stands as such, else the line without the blanks around it. */
function headingIn(line: string, section: Section): [start: number, end: number] {
  const at = section.title === '' ? -1 : line.indexOf(section.title);
  const first = line.length - line.trimStart().length;
  if (at < 0) return [first, Math.min(line.trimEnd().length, first + 60)];
  const number = section.number === null ? -1 : line.lastIndexOf(section.number, at);
  // The number with its mark stands right before the title.
  return [number >= 0 && at - number <= section.number!.length + 2 ? Math.max(first, number - (/[（(]/.test(line[number - 1] ?? '') ? 1 : 0)) : at, at + section.title.length];
}

const RANK = { cell: 0, fact: 1, indicator: 2, section: 3, finding: 4 } as const;
const rankOf = (target: Target): number => RANK[target.slice(0, target.indexOf(':')) as keyof typeof RANK];

/** Cuts a line at the ends of its ranges. Where ranges overlap the narrower kind has the piece. */
function cut(line: string, ranges: readonly Range[]): Segment[] {
  if (ranges.length === 0) return [{ text: line, target: null }];
  const sorted = [...ranges].filter((range) => range.end > range.start).sort((a, b) => rankOf(a.target) - rankOf(b.target) || a.start - b.start);
  // One owner a character, the first to claim it.
  const owners = new Array<Target | null>(line.length).fill(null);
  for (const { target, start, end } of sorted) for (let at = start; at < end; at++) owners[at] ??= target;
  const segments: Segment[] = [];
  let start = 0;
  for (let at = 1; at <= line.length; at++) {
    if (at < line.length && owners[at] === owners[start]) continue;
    segments.push({ text: line.slice(start, at), target: owners[start] ?? null });
    start = at;
  }
  return segments;
}

/** The worse of severities; `null` for none. */
export function worstOf(severities: readonly Severity[]): Severity | null {
  return (['error', 'warning', 'info'] as const).find((severity) => severities.includes(severity)) ?? null;
}
