/**
 * Every `fixtures/<era>/<case>/report.*` against the whole report in `expected.json`, and against `truth.json`, which holds
 * what its author put into the text. `npm run fixtures` writes the expectations anew, but none that its truth contradicts and
 * none that a person has read against its report (`"reviewed": true`); with `-- --force` those too.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parseReport } from '../src/pipeline.ts';
import type { Report, TableTree } from '../src/schema/report.ts';

interface Truth {
  era: string;
  title: string | null;
  year: number | null;
  academicYear?: string;
  agency: string | null;
  /** Every cell printed or left blank, by its path. */
  cells: Record<string, number | null>;
  /** Digits run together or blanks without a trace: a cell may be null that its author knows, but never another number. */
  nullAllowed?: boolean;
  indicators?: { label: string; unit: string; values: Record<string, number> }[];
  /** A text that is no report: nothing may be read from it but its prose. */
  notReport?: boolean;
}

/** The whole report, and whether a person has read it against the text. */
type Expectation = Report & { reviewed?: boolean };

const UPDATE = process.env['UPDATE_FIXTURES'] !== undefined;
const FORCE = process.env['UPDATE_FIXTURES'] === 'force';
const ROOT = fileURLToPath(new URL('../fixtures', import.meta.url));
const reports = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /^[^/]+\/[^/]+\/report\.[^/]+$/.test(path))
  .sort();

test('there are fixtures of every era', () => {
  expect(reports.length).toBeGreaterThanOrEqual(20);
  expect(new Set(reports.map((path) => path.split('/')[0]))).toEqual(new Set(['2019', '2021', 'narrative', 'statistics']));
});

describe.each(reports)('%s', (path) => {
  const folder = join(ROOT, dirname(path));
  const report = parseReport(readFileSync(join(ROOT, path)), { path });
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;

  test('says what its author put into it', () => {
    expect(departures(report, truth)).toEqual([]);
  });

  test('is the expected report', () => {
    const file = join(folder, 'expected.json');
    const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Expectation) : null;
    const writable = before?.reviewed !== true || FORCE;
    if (UPDATE && writable && departures(report, truth).length === 0) {
      writeFileSync(file, JSON.stringify(before?.reviewed === true ? { reviewed: true, ...report } : report, null, 2) + '\n');
    }
    expect(existsSync(file), `${file} is missing: npm run fixtures writes it`).toBe(true);
    const expected = JSON.parse(readFileSync(file, 'utf8')) as Expectation;
    delete expected.reviewed;
    expect(JSON.parse(JSON.stringify(report))).toEqual(expected);
  });
});

/** Where a report departs from its truth, one line each. */
function departures(report: Report, truth: Truth): string[] {
  const faults: string[] = [];
  const hold = (what: string, found: unknown, wanted: unknown): void => {
    if (found !== wanted) faults.push(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
  };
  hold('era', report.template.era, truth.era);
  if (truth.notReport !== true) {
    for (const field of ['title', 'year', 'agency'] as const) hold(field, report.metadata[field], truth[field]);
    hold('academicYear', report.metadata.academicYear, truth.academicYear ?? null);
  }
  const { indicators = [], ...tables } = report.tables;
  const values = new Map(leaves(tables));
  for (const [cell, wanted] of Object.entries(truth.cells)) {
    const found = values.get(cell) ?? null;
    values.delete(cell);
    if (found === null && truth.nullAllowed === true) continue;
    hold(cell, found, wanted);
  }
  for (const [cell, found] of values) hold(cell, found, null);
  hold('indicators', indicators.length, truth.indicators?.length ?? 0);
  for (const [index, wanted] of (truth.indicators ?? []).entries()) {
    const found = indicators[index];
    hold(`indicator ${index} unit`, found?.unit ?? null, wanted.unit);
    hold(`indicator ${index}`, found?.label.includes(wanted.label), true);
    for (const [column, value] of Object.entries(wanted.values)) hold(`${wanted.label} ${column}`, found?.values[column] ?? null, value);
  }
  return faults;
}

/** The numbers and blanks of a tree of tables by their path; `amountUnit` is none. */
function leaves(tree: TableTree, prefix = ''): [string, number | null][] {
  return Object.entries(tree).flatMap(([code, value]): [string, number | null][] => {
    if (typeof value === 'string') return [];
    if (value === null && code === 'amountUnit') return [];
    return typeof value === 'number' || value === null ? [[prefix + code, value]] : leaves(value, `${prefix}${code}.`);
  });
}
