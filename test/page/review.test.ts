import { expect, test } from 'vitest';
import { compareReports } from '../../src/cli/actions/compare.ts';
import { expectationName, expectationOf, typedValue, type Marks } from '../../src/page/review.ts';
import { parseReport } from '../../src/pipeline.ts';
import { reportText } from '../cli/check-report.ts';

const report = parseReport(reportText(2023));

test('an expectation holds what was judged and nothing else', () => {
  const marks: Marks = {
    'applications.received.total': { verdict: 'right' }, 'applications.denied.stateSecret.total': { verdict: 'wrong', value: 7 },
    'applications.granted.total': { verdict: 'wrong', value: null }, 'litigation.direct.total': { verdict: 'wrong', value: undefined },
    'metadata.year': { verdict: 'right' }, 'metadata.agency': { verdict: 'wrong', value: '白石县水务局' }, 'no.such.cell': { verdict: 'right' },
  };
  expect(expectationOf(report, marks)).toEqual({
    reviewed: true,
    metadata: { year: 2023, agency: '白石县水务局' },
    tables: { applications: { received: { total: 252 }, denied: { stateSecret: { total: 7 } }, granted: { total: null } } },
  });
  expect(expectationOf(report, {})).toBeNull();
  expect(expectationOf(report, { 'litigation.direct.total': { verdict: 'wrong', value: undefined } })).toBeNull();
});

test('where all is right, verify finds nothing different, the units of amounts included', () => {
  const marks = Object.fromEntries(report.cells.map(({ cell }) => [cell, { verdict: 'right' }])) as Marks;
  const expectation = expectationOf(report, marks)!;
  expect(compareReports(expectation, report)).toEqual([]);
  expect(expectation).toMatchObject({ tables: { disclosure: { fees: { amountUnit: '万元' } } } });
});

test.each([['reports/a.txt', 'a.expected.json'], ['x\\report.html', 'expected.json'], ['a.b.docx', 'a.b.expected.json'], [null, 'expected.json']])('%s is expected in %s', (path, name) => {
  expect(expectationName(path)).toBe(name);
});

test.each([['12', 12], [' １,２３４.5 ', 1234.5], ['-3', -3], ['', null], ['12件', undefined], ['1e5', undefined], ['３．５', 3.5]])('%j is typed for %s', (text, value) => {
  expect(typedValue(text)).toBe(value);
});
