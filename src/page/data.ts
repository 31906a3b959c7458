/** What a page carries: plain data, written by the command line and read in the browser. */
import type { Language } from '../messages/language.ts';
import type { Source } from '../series/answers.ts';
import type { CellStatus, Era, Finding, Report, Severity } from '../schema/report.ts';

export type { Language } from '../messages/language.ts';

/** A number of a measure and where it stands: in the form's table, in a local one, or in the prose. */
export interface Measured {
  value: number;
  source: Source;
}

/** What the index knows of a report. */
export interface IndexEntry {
  /** Its place in the index, and the name of its block or its page. */
  id: number;
  path: string;
  sha256: string;
  title: string | null;
  agency: string | null;
  /** One key for a body over its reports. */
  key: string;
  region: { code: string; name: string; path: readonly string[] } | null;
  year: number | null;
  era: Era;
  cells: Readonly<Record<CellStatus, number>>;
  facts: number;
  findings: Readonly<Record<Severity, number>>;
  /** Findings by code. */
  codes: Readonly<Record<string, number>>;
  /** Of the measures that the index draws (`DRAWN`), by their codes in the series. */
  measures: Readonly<Record<string, Measured>>;
  /** The first report of the same body and year. */
  duplicateOf: number | null;
}

/** The values of the same body's report on the year before. */
export interface Before {
  id: number;
  year: number;
  era: Era;
  values: Readonly<Record<string, number | null>>;
}

/** A report with what it was read from. */
export interface ReportData {
  report: Report;
  /** The text that its places count in. */
  text: string;
}

/** What other reports of the batch say about one. */
export interface Context {
  before: Before | null;
  /** Findings between reports. */
  series: readonly Finding[];
  duplicateOf: number | null;
}

export interface Unread {
  path: string;
  error: string;
}

/**
 * `index` holds reports in its own blocks or, where `pages` is set, leads to one page a report; `report` is such a page;
 * `workbench` begins empty and parses what is dropped on it.
 */
export interface PageData {
  kind: 'index' | 'report' | 'workbench';
  version: string;
  language: Language;
  pages: boolean;
  entries: readonly IndexEntry[];
  unread: readonly Unread[];
}

/** Names of the blocks of a page. A block is the base64 of raw DEFLATE over JSON in UTF-8: no text of a report stands in the markup. */
export const BLOCKS = {
  page: 'data-page',
  report: (id: number) => `data-report-${id}`,
  context: (id: number) => `data-context-${id}`,
} as const;

/** Where a report's page stands, from the folder of the index. */
export function pageName(id: number): string {
  return `pages/${String(id + 1).padStart(5, '0')}.html`;
}
