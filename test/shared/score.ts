/**
 * What the `score.py` of the folders in `../shared` count, in TypeScript: the whole pipeline held against truths read by
 * hand, so that the test suite holds them where python is not there.
 */
import type { Report, Section, TableTree } from '../../src/schema/report.ts';

export interface ReportTruth {
  era: string;
  metadata: Record<string, unknown>;
  sections?: { id: string | null; number: string | null; title: string }[];
  headings?: string[];
  cells: Record<string, number | null>;
  /** Cells that may be `null` although their value is known: nothing in the text decides it. */
  undecided?: string[];
  indicators?: { label: string; column: string; value: number; undecided?: boolean }[];
}

/** Metadata that a truth may hold; one value or several that will do. */
const FIELDS = ['title', 'year', 'agency', 'documentNumber', 'publishedOn', 'signedOn', 'period'] as const;

/** Blanks and the width of punctuation are no matter. */
export function plain(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.replace(/\s+/gu, '').replace(/[():,;]/g, (mark) => '（）：，；'['():,;'.indexOf(mark)]!);
}

/** A heading without its number and the colon or stop behind it. */
function bare(title: string): string {
  return String(plain(title)).replace(/^(?:[一二三四五六七八九十]+[、.．]|附表：?)/, '').replace(/[：。]+$/, '');
}

/** Where a report departs from its truth, one line each. */
export function faults(report: Report, truth: ReportTruth): string[] {
  return [...metadataFaults(report, truth), ...sectionFaults(report.sections, truth), ...cellFaults(report, truth), ...indicatorFaults(report, truth)];
}

function metadataFaults(report: Report, truth: ReportTruth): string[] {
  const list = report.template.era === truth.era ? [] : [`era ${report.template.era}, not ${truth.era}`];
  for (const field of FIELDS) {
    if (!Object.hasOwn(truth.metadata, field)) continue;
    const wanted = truth.metadata[field];
    const found = JSON.stringify(plain(report.metadata[field]));
    const allowed = (Array.isArray(wanted) ? wanted : [wanted]).map((one) => JSON.stringify(plain(one)));
    if (!allowed.includes(found)) list.push(`${field} ${found}, not ${allowed.join(' or ')}`);
  }
  return list;
}

function sectionFaults(sections: readonly Section[], truth: ReportTruth): string[] {
  const list: string[] = [];
  const top = sections.filter(({ level }) => level === 1);
  const compare = (what: string, found: unknown, wanted: unknown): void => {
    if (JSON.stringify(found) !== JSON.stringify(wanted)) list.push(`${what} ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
  };
  const outline = (all: readonly { id: string | null; number: string | null; title: string }[]): unknown[] => all.map(({ id, number, title }) => [id, number, plain(title)]);
  if (truth.sections !== undefined) compare('sections', outline(top), outline(truth.sections));
  if (truth.headings !== undefined) {
    const wanted = truth.headings.filter((title) => !/统计表|附表/.test(title)).map(bare);
    compare('headings', top.map(({ title }) => bare(title)).filter((title) => !title.includes('统计表')), wanted);
  }
  return list;
}

function cellFaults(report: Report, truth: ReportTruth): string[] {
  const list: string[] = [];
  const found = values(report);
  const undecided = new Set(truth.undecided);
  for (const [cell, wanted] of Object.entries(truth.cells)) {
    const value = found.get(cell) ?? null;
    found.delete(cell);
    if (value !== wanted && !(value === null && undecided.has(cell))) list.push(`${cell} ${String(value)}, not ${String(wanted)}`);
  }
  for (const [cell, value] of found) {
    if (value !== null && !(truth.indicators !== undefined && cell.startsWith('statistics.'))) list.push(`${cell} ${value}, in no truth`);
  }
  return list;
}

function indicatorFaults({ tables: { indicators = [] } }: Report, truth: ReportTruth): string[] {
  return (truth.indicators ?? []).flatMap((wanted) => {
    const label = String(plain(wanted.label.replace(/^(?:其中[:：])?\s*(?:\d+[、.．]|[①-⑩])?\s*/, '')));
    const rows = indicators.filter((row) => String(plain(row.label)).includes(label) || String(plain(wanted.label)).includes(String(plain(row.label))));
    const found = rows.flatMap((row) => Object.entries(row.values).filter(([column], _, all) => plain(column) === plain(wanted.column) || all.length === 1).map(([, value]) => value));
    if (found.includes(wanted.value)) return [];
    if (wanted.undecided === true && found.every((value) => value === null)) return [];
    return [`${wanted.label} (${wanted.column}) ${JSON.stringify(found)}, not ${wanted.value}`];
  });
}

/** The cells of a report by their paths. */
export function values(report: Report): Map<string, number | null> {
  return new Map(leaves({ ...report.tables, indicators: {} } as TableTree));
}

function leaves(tree: TableTree, prefix = ''): [string, number | null][] {
  return Object.entries(tree).flatMap(([code, value]): [string, number | null][] => {
    if (code === 'amountUnit' || typeof value === 'string') return [];
    return value === null || typeof value === 'number' ? [[prefix + code, value]] : leaves(value, `${prefix}${code}.`);
  });
}

export interface Tally {
  /** Printed values that came out exactly. */
  right: number;
  /** Values that came out and should not have. */
  wrong: number;
  /** Printed values that did not come out. */
  missed: number;
}

/** Counts the cells of one report as `cases/score.py` does. */
export function tally(report: Report, wanted: Record<string, number | null>): Tally {
  const found = values(report);
  const count: Tally = { right: 0, wrong: 0, missed: 0 };
  for (const [cell, value] of Object.entries(wanted)) {
    const got = found.get(cell) ?? null;
    found.delete(cell);
    if (got === value) count.right += value === null ? 0 : 1;
    else {
      if (got !== null) count.wrong++;
      if (value !== null) count.missed++;
    }
  }
  for (const value of found.values()) if (value !== null) count.wrong++;
  return count;
}
