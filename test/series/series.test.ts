import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cellsOfForm } from '../../src/forms/cells.ts';
import { FORMS } from '../../src/forms/registry.ts';
import { METRICS } from '../../src/lexicon/metric-codes.ts';
import type { Report } from '../../src/schema/report.ts';
import { MEASURES, RATES } from '../../src/series/measures.ts';
import { pointOf, seriesRows, type SeriesRow } from '../../src/series/series.ts';
import { gov } from '../helpers/cli.ts';
import { madeReport, type MadeReport } from '../helpers/reports.ts';

const KEY = '530402:政府';
let digest = 0;

/** A report with a key and bytes of its own. */
function report(made: MadeReport, agencyKey: string | null = KEY): Report {
  const one = madeReport(made);
  return { ...one, source: { ...one.source, sha256: (++digest).toString(16).padStart(64, '0') }, metadata: { ...one.metadata, agencyKey } };
}

const fact = (metric: string, value: number, more: Partial<Report['facts'][number]> = {}): Report['facts'][number] =>
  ({ metric: metric as Report['facts'][number]['metric'], subject: '申请', value, unit: '件', qualifier: 'exact', text: `收到${String(value)}件`, line: 5, column: 1, ...more });

const rowsOf = (reports: readonly Report[], measure = 'applications.received'): SeriesRow[] => seriesRows(reports.map((one) => pointOf(one))).filter((row) => row.measure === measure);

describe('the measures', () => {
  test('name cells that a form has, each code once', () => {
    const known = new Set(FORMS.flatMap((form) => cellsOfForm(form).map(({ path }) => path)));
    const paths = MEASURES.flatMap(({ tables }) => tables.flatMap(({ cells }) => cells.flatMap((term) => (typeof term === 'string' ? [term] : term.oneOf.flat()))));
    expect(paths.filter((path) => !known.has(path))).toEqual([]);
    const codes = [...MEASURES, ...RATES].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { numerator, denominator } of RATES) for (const code of [...numerator, denominator]) expect(codes).toContain(code);
  });

  test('every indicator of the national table and every metric of a fact is one', () => {
    const cells = new Set(MEASURES.flatMap(({ tables }) => tables.flatMap((one) => one.cells)));
    for (const form of FORMS) for (const { path } of cellsOfForm(form)) if (path.startsWith('statistics.')) expect(cells, path).toContain(path);
    const metrics = new Set(MEASURES.map(({ metric }) => metric));
    expect(METRICS.filter(({ code }) => !metrics.has(code)).map(({ code }) => code)).toEqual([]);
  });
});

describe('where a number comes from', () => {
  test('the table comes first; what the text says else is told beside it', () => {
    const one = report({ values: { 'applications.received.total': 12 }, facts: [fact('applications.received.total', 15)] });
    expect(rowsOf([one])).toMatchObject([{ value: 12, source: 'table', cell: 'applications.received.total', unit: '件', others: 'prose 15' }]);
    expect(rowsOf([report({ values: { 'applications.received.total': 12 }, facts: [fact('applications.received.total', 12)] })])).toMatchObject([{ value: 12, others: null }]);
  });

  test('a blank of the table is no number: the text stands in, and is named as the source', () => {
    const one = report({ values: { 'applications.received.total': null }, facts: [fact('applications.received.total', 15)] });
    expect(rowsOf([one])).toMatchObject([{ value: 15, source: 'prose', qualifier: 'exact', others: 'table blank' }]);
  });

  test('sentences that differ, and figures of another year, are none', () => {
    expect(rowsOf([report({ era: 'narrative', facts: [fact('applications.received.total', 15), fact('applications.received.total', 16)] })])).toMatchObject([{ value: null, status: 'ambiguous' }]);
    expect(rowsOf([report({ era: 'narrative', facts: [fact('applications.received.total', 15, { year: 2020 })] })])).toMatchObject([{ value: null, source: null }]);
    expect(rowsOf([report({ era: 'narrative', facts: [fact('applications.received.total', 100, { qualifier: 'atLeast' }), fact('applications.received.total', 103)] })])).toMatchObject([{ value: 103 }]);
  });

  test('of a local table the column of the year, never the running total', () => {
    const indicator = (values: Record<string, number | null>): Report =>
      report({ era: 'statistics', year: 2012, indicators: [{ label: '受理申请总数', group: null, unit: '件', values, code: 'applications.received.total', line: 8 }] });
    expect(rowsOf([indicator({ '2012年度': 3, 历年累计: 40 })])).toMatchObject([{ value: 3, source: 'indicator', cell: '受理申请总数 / 2012年度' }]);
    expect(rowsOf([indicator({ 年末统计: 4 })])).toMatchObject([{ value: 4 }]);
    expect(rowsOf([indicator({ '2011年度': 3, 历年累计: 40 })])).toMatchObject([{ value: null, source: null }]);
    expect(rowsOf([indicator({ 上年: 3, 本年: 5 })])).toMatchObject([{ value: 5 }]);
  });

  test('parts are added where all of them are known', () => {
    const denied = { 'applications.denied.stateSecret.total': 1, 'applications.denied.processInformation.total': 2 };
    expect(rowsOf([report({ values: denied })], 'applications.refused')).toMatchObject([{ value: 3, cell: expect.stringMatching(/stateSecret\.total \+ .*prohibitedByLaw/) as string }]);
    expect(rowsOf([report({ values: { ...denied, 'applications.denied.internalAffairs.total': null } })], 'applications.refused')).toMatchObject([{ value: null, status: 'incomplete' }]);
    expect(rowsOf([report({ values: { 'litigation.direct.total': 2, 'litigation.afterReconsideration.total': 5 } })], 'litigation.total')).toMatchObject([{ value: 7 }]);
    expect(rowsOf([report({ era: '2019', values: { 'applications.other.total.total': 6 } })], 'applications.otherHandling')).toMatchObject([{ value: 6 }]);
  });

  test('an amount has the unit that is printed', () => {
    expect(rowsOf([report({ amountUnit: '元', values: { 'disclosure.fees.amount': 12.5 } })], 'disclosure.fees.amount')).toMatchObject([{ value: 12.5, unit: '元' }]);
  });
});

describe('over years', () => {
  test('years in order; breaks of definition and of source are marked', () => {
    const rows = (measure: string): unknown[] => rowsOf([
      report({ path: 'c.txt', year: 2021, values: { 'applications.granted.total': 3 } }),
      report({ path: 'a.txt', era: 'statistics', year: 2018, values: { 'statistics.applications.replied.granted': 1, 'statistics.applications.received.total': 9 } }),
      report({ path: 'b.txt', era: '2019', year: 2019, values: { 'applications.granted.total': 2 } }),
      report({ path: 'd.txt', era: 'narrative', year: 2022, facts: [fact('applications.replied.granted', 5)] }),
    ], measure).map(({ year, value, break: mark }) => [year, value, mark]);
    expect(rows('applications.granted')).toEqual([[2018, 1, null], [2019, 2, 'definition'], [2021, 3, null], [2022, 5, 'source']]);
    expect(rows('applications.received')).toEqual([[2018, 9, null], [2019, 0, null], [2021, 0, null], [2022, null, null]]);
  });

  test('the same report in two files counts once; a copy that lost some numbers too', () => {
    const values = { 'applications.received.total': 12, 'applications.received.naturalPerson': 12 };
    const first = report({ path: 'a.txt', values });
    const copy = { ...report({ path: 'b.txt', values }), source: { ...first.source, path: 'b.txt' } };
    const lost = report({ path: 'c.txt', values: { ...values, 'applications.received.total': null } });
    const rows = rowsOf([first, copy, lost]);
    expect(rows.map(({ path, value, duplicateOf }) => [path, value, duplicateOf])).toEqual([['a.txt', 12, null], ['b.txt', null, 'a.txt'], ['c.txt', null, 'a.txt']]);
    // The number is there where any of the copies has it.
    expect(rowsOf([lost, first])[0]).toMatchObject({ value: 12, path: 'a.txt' });
  });

  test('two versions that contradict each other are one number, and both are told', () => {
    const rows = rowsOf([report({ path: 'a.txt', values: { 'applications.received.total': 12 } }), report({ path: 'b.txt', values: { 'applications.received.total': 13 } })]);
    expect(rows.map(({ path, value, others, versionOf }) => [path, value, others, versionOf])).toEqual([['a.txt', 12, 'b.txt table 13', null], ['b.txt', null, null, 'a.txt']]);
  });

  test('bodies without a key, and reports without a year', () => {
    expect(rowsOf([report({ path: 'a.txt' }, null), report({ path: 'b.txt', values: { 'applications.received.total': 4 } }, null)]).map(({ value, duplicateOf }) => [value, duplicateOf])).toEqual([[0, null], [4, null]]);
    expect(rowsOf([report({ year: null })])).toEqual([]);
  });
});

test('rates have numerator and denominator from one source', () => {
  const values = { 'applications.resultTotal.total': 8, 'applications.granted.total': 4, 'applications.partiallyGranted.total': 2 };
  expect(rowsOf([report({ values })], 'rates.grantedOrPartly')).toMatchObject([{ value: 0.75, numerator: 6, denominator: 8, source: 'table' }]);
  expect(rowsOf([report({ values: { ...values, 'applications.granted.total': null }, facts: [fact('applications.replied.granted', 4)] })], 'rates.granted')).toEqual([]);
  expect(rowsOf([report({})], 'rates.granted')).toEqual([]);
  expect(rowsOf([report({ era: 'statistics', values: { 'statistics.applications.closed.total': 5, 'statistics.applications.closed.extended': 1 } })], 'rates.overdue')).toMatchObject([{ value: 0.2 }]);
});

const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared', 'reports');

/** Reads `../shared/` where it lies. */
test.runIf(existsSync(SHARED))('over the samples: a row a year, each with its source, no number twice', async () => {
  const { stdout } = await gov(['series', SHARED, '--format', 'ndjson', '-q', '-j', '1']);
  const rows = stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as SeriesRow);
  const valued = rows.filter(({ value }) => value !== null);
  const keys = valued.map(({ agencyKey, path, year, academicYear, measure }) => [agencyKey ?? path, year ?? academicYear, measure].join(' '));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(valued.filter(({ source, cell, duplicateOf, versionOf }) => source === null || cell === null || duplicateOf !== null || versionOf !== null)).toEqual([]);
  const received = rows.filter(({ regionCode, year, measure }) => regionCode === '350128' && year !== null && year >= 2013 && year <= 2025 && measure === 'applications.received');
  const once = received.map(({ agencyKey, year }) => `${agencyKey ?? ''} ${String(year)}`);
  expect(new Set(once).size).toBe(once.length);
  const perBody = new Map(received.map(({ agencyKey, year, value, source }) => [`${agencyKey ?? ''} ${String(year)}`, [value, source]]));
  expect(perBody.get('350128:综合实验区管委会 2014')).toEqual([1, 'indicator']);
  expect(perBody.get('350128:综合实验区 2020')).toEqual([21, 'table']);
  expect(perBody.get('350128:综合实验区 2021')).toEqual([70, 'table']);
  expect(perBody.get('350128:综合实验区公安局 2014')).toEqual([0, 'prose']);
}, 120_000);
