/**
 * What the `score.py` of the folders in `../shared` count, in TypeScript: a report against a truth read by hand. The
 * tests, the floors and the developer's listing all count with this.
 */
import type { Report, Section } from '../../src/schema/report.ts';
import { cellFaults, type CellTruth } from './cells.ts';
import type { Fault, FaultKind } from './fault.ts';

export interface FactTruth {
  metric: string | null;
  value: number;
  unit?: string | null;
  qualifier?: string;
  /** Words of the clause. */
  near?: string;
}

export interface ReportTruth extends CellTruth {
  /** Not judged where it is absent. */
  era?: string;
  /** A list: any of its members will do. */
  metadata: Record<string, unknown>;
  sections?: { id: string | null; number: string | null; title: string }[];
  headings?: string[];
  indicators?: { label: string; column: string; value: number; undecided?: boolean }[];
  facts?: FactTruth[];
}

/** Metadata that a truth may hold. */
const FIELDS = ['title', 'year', 'agency', 'documentNumber', 'publishedOn', 'signedOn', 'period'] as const;

/** Blanks and the width of punctuation are no matter. */
export function plain(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.replace(/\s+/gu, '').replace(/[():,;]/g, (mark) => '（）：，；'['():,;'.indexOf(mark)]!);
}

/** A heading without its number and the colon or stop behind it. */
function bare(title: string): string {
  return String(plain(title))
    .replace(/^(?:[一二三四五六七八九十]+[、.．]|附表：?)/, '')
    .replace(/[：。]+$/, '');
}

function fault(kind: FaultKind, text: string): Fault {
  return { kinds: [kind], text };
}

/** Where a report departs from its truth. */
export function reportFaults(report: Report, truth: ReportTruth): Fault[] {
  return [...faultsBesideCells(report, truth), ...cellFaults(report, truth)];
}

/** The faults that are none of a cell. */
export function faultsBesideCells(report: Report, truth: ReportTruth): Fault[] {
  return [
    ...eraFaults(report.template.era, truth),
    ...metadataFaults(report, truth),
    ...sectionFaults(report.sections, truth),
    ...indicatorFaults(report, truth),
    ...factFaults(report, truth),
  ];
}

export function eraFaults(era: string, truth: Pick<ReportTruth, 'era'>): Fault[] {
  return truth.era === undefined || era === truth.era ? [] : [fault('era', `era ${era}, wanted ${truth.era}`)];
}

function metadataFaults(report: Report, truth: ReportTruth): Fault[] {
  const list: Fault[] = [];
  for (const field of FIELDS) {
    if (!Object.hasOwn(truth.metadata, field)) continue;
    const wanted = truth.metadata[field];
    const found = JSON.stringify(plain(report.metadata[field]));
    const allowed = (Array.isArray(wanted) ? wanted : [wanted]).map((one) => JSON.stringify(plain(one)));
    if (!allowed.includes(found)) list.push(fault('metadata', `${field} ${found}, wanted ${allowed.join(' or ')}`));
  }
  return list;
}

export function sectionFaults(
  sections: readonly Section[],
  truth: Pick<ReportTruth, 'sections' | 'headings'>,
): Fault[] {
  const list: Fault[] = [];
  const top = sections.filter(({ level }) => level === 1);
  const compare = (what: string, found: unknown, wanted: unknown): void => {
    if (JSON.stringify(found) !== JSON.stringify(wanted))
      list.push(fault('headings', `${what} ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`));
  };
  const outline = (all: readonly { id: string | null; number: string | null; title: string }[]): unknown[] =>
    all.map(({ id, number, title }) => [id, number, plain(title)]);
  if (truth.sections !== undefined) compare('sections', outline(top), outline(truth.sections));
  if (truth.headings !== undefined && truth.headings.length > 0) {
    const wanted = truth.headings.filter((title) => !/统计表|附表/.test(title)).map(bare);
    compare(
      'headings',
      top.map(({ title }) => bare(title)).filter((title) => !title.includes('统计表')),
      wanted,
    );
  }
  return list;
}

function indicatorFaults({ tables: { indicators = [] } }: Report, truth: ReportTruth): Fault[] {
  return (truth.indicators ?? []).flatMap((wanted) => {
    const label = String(plain(wanted.label.replace(/^(?:其中[:：])?\s*(?:\d+[、.．]|[①-⑩])?\s*/, '')));
    const rows = indicators.filter(
      (row) =>
        String(plain(row.label)).includes(label) || String(plain(wanted.label)).includes(String(plain(row.label))),
    );
    const found = rows.flatMap((row) =>
      Object.entries(row.values)
        .filter(([column], _, all) => plain(column) === plain(wanted.column) || all.length === 1)
        .map(([, value]) => value),
    );
    if (found.includes(wanted.value)) return [];
    const text = `${wanted.label} (${wanted.column}): ${JSON.stringify(found)}, wanted ${wanted.value}`;
    if (found.every((value) => value === null))
      return wanted.undecided === true ? [] : [fault('indicatorsMissed', text)];
    return [{ kinds: ['indicatorsWrong', 'indicatorsMissed'], text } satisfies Fault];
  });
}

function factFaults(report: Report, truth: ReportTruth): Fault[] {
  if (truth.facts === undefined) return [];
  const list: Fault[] = [];
  const left = [...report.facts];
  for (const want of truth.facts) {
    const index = left.findIndex(
      (fact) =>
        fact.metric === want.metric &&
        fact.value === want.value &&
        (want.unit === undefined || fact.unit === want.unit) &&
        (want.qualifier === undefined || fact.qualifier === want.qualifier) &&
        String(plain(fact.text + fact.subject)).includes(String(plain(want.near ?? ''))),
    );
    if (index >= 0) left.splice(index, 1);
    else list.push(fault('factsMissed', `no fact ${JSON.stringify(want)}`));
  }
  for (const { metric, value, unit, year, text } of left) {
    if (metric !== null && year === undefined)
      list.push(fault('factsWrong', `fact in no truth: ${metric} ${value} ${unit ?? ''} | ${text}`));
  }
  return list;
}
