/** Findings for people: grouped by file, worst first, each with its sentence, its line of the source and a caret. */
import { sentence } from '../../findings/catalogue.ts';
import { ERAS, type Era } from '../../forms/registry.ts';
import { CELL_STATUSES, SEVERITIES, type Origin } from '../../schema/names.ts';
import type { Cell, Finding, Severity } from '../../schema/report.ts';
import { printable } from '../terminal/escape.ts';
import { displayWidth } from '../terminal/display-width.ts';
import { excerptLines, wrap, type Excerpt } from './excerpt.ts';
import { tableLines } from './table.ts';
import { ORIGIN_WORDS, SEVERITY_WORDS, STATUS_WORDS, WORDS, type Language } from './words.ts';

export interface ShownFinding {
  finding: Finding;
  /** What stands at its place; `null` where it has none. */
  excerpt: Excerpt | null;
}

export interface CheckedFile {
  path: string;
  era: Era;
  year: number | null;
  agency: string | null;
  /** Worst first, then in the order of the text. */
  findings: readonly ShownFinding[];
}

export interface CodeCount {
  severity: Severity;
  origin: Origin;
  count: number;
}

export interface CheckSummary {
  eras: ReadonlyMap<Era, number>;
  statuses: ReadonlyMap<Cell['status'], number>;
  /** By code, those shown only. */
  codes: ReadonlyMap<string, CodeCount>;
  unread: number;
}

export interface Paint {
  severity: (severity: Severity, text: string) => string;
  strong: (text: string) => string;
  faint: (text: string) => string;
}

export const PLAIN: Paint = { severity: (_, text) => text, strong: (text) => text, faint: (text) => text };

export interface RenderOptions {
  language: Language;
  /** Places of a line. */
  width: number;
  paint: Paint;
}

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);

/** Worst first, then by place. */
export function worstFirst(a: Finding, b: Finding): number {
  return rank(a.severity) - rank(b.severity) || (a.line ?? Infinity) - (b.line ?? Infinity) || (a.column ?? 0) - (b.column ?? 0) || 0;
}

/** Files with errors before files with warnings, more of them first; else in the order given. */
export function worstFilesFirst(files: readonly CheckedFile[]): CheckedFile[] {
  const count = (file: CheckedFile, severity: Severity): number => file.findings.filter(({ finding }) => finding.severity === severity).length;
  return [...files].sort((a, b) => count(b, 'error') - count(a, 'error') || count(b, 'warning') - count(a, 'warning') || count(b, 'info') - count(a, 'info'));
}

/** One file with its findings. */
export function renderFile(file: CheckedFile, { language, width, paint }: RenderOptions): string {
  const about = printable([file.agency, file.year, file.era].filter((part) => part !== null).join(' · '));
  const lines = [`${paint.strong(printable(file.path))}  ${paint.faint(about)}`];
  for (const { finding, excerpt } of file.findings) {
    const word = SEVERITY_WORDS[language][finding.severity];
    const place = finding.line === null ? '' : `${String(finding.line)}:${String(finding.column ?? 1)}  `;
    lines.push(`  ${paint.severity(finding.severity, word)}  ${place}${paint.faint(`${finding.code}  ${ORIGIN_WORDS[language][finding.origin]}`)}`);
    for (const part of wrap(printable(sentence(finding, language)), width - 4)) lines.push(`    ${part}`);
    if (excerpt === null) continue;
    const gutter = `    ${String(finding.line).padStart(5)} | `;
    for (const line of excerptLines(excerpt, gutter, (text) => paint.severity(finding.severity, text))) lines.push(line);
  }
  return lines.join('\n') + '\n';
}

/** Places that the gutter of an excerpt takes. */
export const GUTTER = 12;

/** What was checked and found, in one table. */
export function renderSummary(summary: CheckSummary, { language, paint }: RenderOptions): string {
  const words = WORDS[language];
  const reports = [...summary.eras.values()].reduce((sum, count) => sum + count, 0);
  const rows: string[][] = [[words.reports, '', String(reports)]];
  for (const era of ERAS) if (summary.eras.has(era)) rows.push(['', era, String(summary.eras.get(era))]);
  if (summary.unread > 0) rows.push([words.unread, '', String(summary.unread)]);
  const cells = [...summary.statuses.values()].reduce((sum, count) => sum + count, 0);
  rows.push([words.cells, '', String(cells)]);
  for (const status of CELL_STATUSES) if (summary.statuses.has(status)) rows.push(['', STATUS_WORDS[language][status], String(summary.statuses.get(status))]);
  const found = [...summary.codes.values()].reduce((sum, { count }) => sum + count, 0);
  rows.push([words.findings, '', String(found)]);
  const codes = [...summary.codes].sort(([a, x], [b, y]) => rank(x.severity) - rank(y.severity) || y.count - x.count || (a < b ? -1 : 1));
  for (const [code, { severity, origin, count }] of codes) {
    rows.push([`  ${SEVERITY_WORDS[language][severity]}, ${ORIGIN_WORDS[language][origin]}`, code, String(count)]);
  }
  const lines = tableLines(rows, [2]);
  const rule = paint.faint('─'.repeat(Math.max(...lines.map(displayWidth))));
  return `${rule}\n${lines.join('\n')}\n`;
}
