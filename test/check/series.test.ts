import { describe, expect, test } from 'vitest';
import { checkSeries, evaluateSeries } from '../../src/check/series.ts';
import type { CheckedReport } from '../../src/check/check.ts';
import { checkFindings } from '../../src/findings/check.ts';
import type { MetricCode } from '../../src/lexicon/metric-codes.ts';
import { lawful, lineOf, reportOf, type Patch } from './reports.ts';

function on(year: number, patch: Patch = {}): CheckedReport {
  const era = year >= 2021 ? '2021' : '2019';
  const carried = Object.fromEntries(['naturalPerson', 'business', 'research', 'nonprofit', 'legalService', 'otherOrganization', 'total']
    .flatMap((column) => ['carriedOver', 'carriedForward'].map((row) => [`applications.${row}.${column}`, column === 'total' ? 12 : 2])));
  return reportOf(era, { ...lawful(era, () => 2), ...carried, 'disclosure.normativeDocuments.inForce': 2, 'disclosure.regulations.inForce': 2, 'disclosure.fees.amount': year }, {
    ...patch, metadata: { year, ...patch.metadata }, sha256: (patch.sha256 ?? String(year)).padEnd(64, '0'),
  });
}

const found = (...reports: CheckedReport[]): unknown[] => checkSeries(reports).map(({ report, finding }) => ({ report, ...finding }));
const outcomes = (code: string, ...reports: CheckedReport[]): string[] => evaluateSeries(reports)
  .filter(({ outcome }) => outcome.code === code).map(({ outcome }) => outcome.outcome);

describe('series/carried', () => {
  const cell = 'applications.carriedOver.naturalPerson';
  test('broken, whatever the order of the files', () => {
    const after = on(2022, { cells: { [cell]: 5 } });
    const expected = {
      code: 'series/carried', severity: 'warning', origin: 'report', cells: [cell], line: lineOf('2021', cell), column: 3,
      args: { scope: '自然人', from: 2021, year: 2022, left: 2, right: 5, difference: -3 },
    };
    expect(found(on(2021), after)).toEqual([{ report: 1, ...expected }]);
    expect(found(after, on(2021))).toEqual([{ report: 0, ...expected }]);
  });
  test('kept in all seven columns, across the change of form', () => {
    expect(found(on(2020), on(2021))).toEqual([]);
    expect(outcomes('series/carried', on(2020), on(2021))).toEqual(Array(7).fill('kept'));
  });
  test('undecided over a blank, and not asked over a gap or another agency', () => {
    expect(outcomes('series/carried', on(2021), on(2022, { cells: { [cell]: null } })).sort()).toEqual([...Array<string>(6).fill('kept'), 'undecided']);
    expect(outcomes('series/carried', on(2021), on(2023))).toEqual([]);
    expect(outcomes('series/carried', on(2021), on(2022, { metadata: { agency: '清河县教育局' } }))).toEqual([]);
  });
});

describe('series/in-force', () => {
  const cell = 'disclosure.normativeDocuments.inForce';
  test('broken', () => {
    expect(found(on(2021), on(2022, { cells: { [cell]: 9 } }))).toEqual([{
      report: 1, code: 'series/in-force', severity: 'info', origin: 'report', cells: [cell], line: lineOf('2021', cell), column: 3,
      args: { scope: '行政规范性文件 现行有效件数', leftSum: '2 + 2 − 2 = 2', left: 2, right: 9, difference: -7 },
    }]);
  });
  test('kept, undecided, and not asked of the form of 2019', () => {
    expect(outcomes('series/in-force', on(2021), on(2022))).toEqual(['kept', 'kept']);
    expect(outcomes('series/in-force', on(2021, { cells: { [cell]: null } }), on(2022))).toEqual(['kept', 'undecided']);
    expect(outcomes('series/in-force', on(2020), on(2021))).toEqual([]);
  });
});

test('series/missing-year', () => {
  expect(found(on(2019), on(2022))).toEqual([{
    report: 1, code: 'series/missing-year', severity: 'info', origin: 'report', cells: [], line: null, column: null, args: { agency: '清河县水务局', years: [2020, 2021] },
  }]);
  expect(outcomes('series/missing-year', on(2021), on(2022))).toEqual(['kept']);
  // A report without a year neither fills nor makes a gap.
  expect(found(on(2021), on(2022), on(2025, { metadata: { year: null } }))).toEqual([]);
});

describe('series/jump', () => {
  const cell = 'applications.received.total';
  test('broken', () => {
    expect(found(on(2021), on(2022, { cells: { [cell]: 1261 } }))).toEqual([{
      report: 1, code: 'series/jump', severity: 'info', origin: 'report', cells: [cell], line: lineOf('2021', cell), column: 3, args: { left: 252, right: 1261, from: 2021, year: 2022 },
    }]);
    expect(outcomes('series/jump', on(2021, { cells: { [cell]: 30 } }), on(2022, { cells: { [cell]: 5 } }))).toEqual(['broken']);
  });
  test('kept at five times and below thirty cases, undecided over a blank', () => {
    expect(outcomes('series/jump', on(2021), on(2022, { cells: { [cell]: 1260 } }))).toEqual(['kept']);
    expect(outcomes('series/jump', on(2021, { cells: { [cell]: 1 } }), on(2022, { cells: { [cell]: 29 } }))).toEqual(['kept']);
    expect(outcomes('series/jump', on(2021, { cells: { [cell]: null } }), on(2022))).toEqual(['undecided']);
  });
});

test('series/duplicate: two versions, not two copies', () => {
  expect(found(on(2021, { path: 'a.txt' }), on(2021, { path: 'b.txt', sha256: 'ff' }))).toEqual([{
    report: 1, code: 'series/duplicate', severity: 'warning', origin: 'report', cells: [], line: null, column: null, args: { agency: '清河县水务局', year: 2021, other: 'a.txt' },
  }]);
  expect(found(on(2021), on(2021))).toEqual([]);
  expect(found(on(2021, { sha256: 'aa', metadata: { agency: null } }), on(2021, { sha256: 'bb', metadata: { agency: null } }))).toEqual([]);
});

test.each([['区统计局', 0], ['市城市管理局', 0], ['县市场监督管理局', 0], ['我局', 0], ['市中区统计局', 7], ['本溪市财政局', 7]])('%s may or may not be one agency', (agency, asked) => {
  expect(outcomes('series/carried', on(2021, { metadata: { agency } }), on(2022, { metadata: { agency } }))).toHaveLength(asked);
});

test('one name in two districts is two agencies', () => {
  const inRegion = (year: number, code: string): CheckedReport => on(year, { metadata: { agency: '朝阳区教育局', region: { code, name: '朝阳区', path: [] } } });
  expect(outcomes('series/carried', inRegion(2021, '110105'), inRegion(2022, '110105'))).toHaveLength(7);
  expect(outcomes('series/carried', inRegion(2021, '110105'), inRegion(2022, '220104'))).toEqual([]);
});

test('one body is told by its key, whatever it is called', () => {
  const called = (year: number, agency: string, patch: Patch = {}): CheckedReport => on(year, { ...patch, metadata: { agency, agencyKey: '320813:水务局' } });
  expect(outcomes('series/carried', called(2021, '洪泽区水务局'), called(2022, '淮安市洪泽区水务局'))).toHaveLength(7);
  expect(outcomes('series/carried', called(2021, '区水务局'), called(2022, '洪泽县水务局'))).toHaveLength(7);
});

describe('series/carried in prose', () => {
  const said = (metric: MetricCode, value: number): Patch => ({ without: ['applications'], facts: [{ metric, value, line: 9, column: 4 }] });
  test('broken, kept, and not asked of one that says nothing', () => {
    const before = on(2021, said('applications.carriedForward', 3));
    expect(found(before, on(2022, said('applications.carriedOver', 2)))).toMatchObject([{
      report: 1, code: 'series/carried', line: 9, column: 4, args: { from: 2021, year: 2022, left: 3, right: 2, difference: 1 },
    }]);
    expect(outcomes('series/carried', before, on(2022, said('applications.carriedOver', 3)))).toEqual(['kept']);
    expect(outcomes('series/carried', before, on(2022, said('applications.received.total', 3)))).toEqual([]);
  });
});

test('series/same-figures: broken where all are the same and enough of them count something', () => {
  expect(outcomes('series/same-figures', on(2021), on(2022, { cells: { 'disclosure.fees.amount': 2021 } }))).toEqual(['broken']);
  expect(outcomes('series/same-figures', on(2021), on(2022))).toEqual(['kept']);
  const zeros = (year: number): CheckedReport => reportOf('2021', lawful('2021', () => 0), { path: `${String(year)}.txt`, metadata: { year, title: null, signedOn: null, period: null } });
  expect(outcomes('series/same-figures', zeros(2021), zeros(2022))).toEqual(['undecided']);
});

test('every rule of the series is tested here', () => {
  expect(Object.keys(checkFindings).filter((code) => code.startsWith('series/')).sort()).toEqual([
    'series/carried', 'series/duplicate', 'series/in-force', 'series/jump', 'series/missing-year', 'series/same-figures',
  ]);
});
