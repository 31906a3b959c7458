/** The scorer itself, on a report whose faults are put in by hand. */
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/schema/report.ts';
import { cellFaults } from './cells.ts';
import { countFaults } from './fault.ts';
import { headFaults } from './heads.ts';
import { EMPTY, reportOf, truthOf } from './made.ts';
import { statisticsOf } from './oddities.ts';
import { reportFaults } from './score.ts';
import { sentenceFaults } from './sentences.ts';

describe('cells', () => {
  test.each([
    ['as printed', { value: 4 }, 4, {}],
    ['blank where nothing is printed', { value: null, status: 'blank' }, null, {}],
    ['another value in silence', { value: 5 }, 4, { missed: 1, untold: 1, wrong: 1, wrongSilent: 1 }],
    ['another value that a finding names', { value: 5, told: true }, 4, { missed: 1, wrong: 1 }],
    ['a value where nothing is printed', { value: 5, told: true }, null, { wrong: 1 }],
    ['null that a finding names', { value: null, status: 'unreadable', told: true }, 4, { missed: 1 }],
    ['null in silence', { value: null, status: 'unreadable' }, 4, { missed: 1, untold: 1 }],
    ['a printed cell called blank', { value: null, status: 'blank', told: true }, 4, { missed: 1, status: 1 }],
  ] as const)('%s', (_, got, wanted, counts) => {
    expect(countFaults(cellFaults(reportOf({ upheld: got }), truthOf({ upheld: wanted })))).toEqual(counts);
  });

  test('a value in a cell that no truth knows is wrong, rows of the national form beside a local table are not judged', () => {
    const report = reportOf({ upheld: { value: 3 } });
    expect(countFaults(cellFaults(report, truthOf({})))).toEqual({ untold: 1, wrong: 1, wrongSilent: 1 });
    const local = { ...report, tables: { statistics: { complaints: 3 } } } as unknown as Report;
    expect(
      countFaults(cellFaults(local, truthOf({}, { indicators: [{ label: '主动公开数', column: '数量', value: 1 }] }))),
    ).toEqual({});
  });

  test('what nothing decides may be null, if a finding names it, but never another value', () => {
    const open = truthOf({ upheld: 4 }, { undecided: ['reconsideration.upheld'] });
    expect(
      countFaults(cellFaults(reportOf({ upheld: { value: null, status: 'unreadable', told: true } }), open)),
    ).toEqual({});
    expect(countFaults(cellFaults(reportOf({ upheld: { value: null, status: 'unreadable' } }), open))).toEqual({
      untold: 1,
    });
    expect(countFaults(cellFaults(reportOf({ upheld: { value: 40, told: true } }), open))).toEqual({
      missed: 1,
      wrong: 1,
    });
  });

  test('what is no number is called unreadable, and a finding names it', () => {
    const odd = truthOf({ upheld: null }, { unreadable: ['reconsideration.upheld'] });
    expect(
      countFaults(cellFaults(reportOf({ upheld: { value: null, status: 'unreadable', told: true } }), odd)),
    ).toEqual({});
    expect(countFaults(cellFaults(reportOf({ upheld: { value: null, status: 'blank' } }), odd))).toEqual({
      status: 1,
      untold: 1,
    });
  });
});

test('era, fields, outline and facts are counted', () => {
  const faults = reportFaults(EMPTY, {
    era: '2021',
    metadata: { year: 2023, agency: ['水务局', '清溪县水务局'] },
    headings: ['一、总体情况', '二、主动公开'],
    cells: {},
    facts: [{ metric: 'disclosure.total', value: 3, near: '公开' }],
  });
  expect(countFaults(faults)).toEqual({ era: 1, factsMissed: 1, headings: 1, metadata: 1 });
});

describe('rows of a local table', () => {
  const report: Report = {
    ...EMPTY,
    template: { ...EMPTY.template, era: 'statistics' },
    tables: {
      indicators: [
        { label: '1.主动公开信息数', group: null, unit: '条', values: { 数量: 8, 累计: null }, code: null, line: 3 },
      ],
    },
  };
  test.each([
    ['the value', { label: '主动公开信息数', column: '数量', value: 8 }, {}],
    [
      'another value',
      { label: '主动公开信息数', column: '数量', value: 9 },
      { indicatorsMissed: 1, indicatorsWrong: 1 },
    ],
    ['no value', { label: '主动公开信息数', column: '累计', value: 9 }, { indicatorsMissed: 1 }],
    ['no value where nothing decides it', { label: '主动公开信息数', column: '累计', value: 9, undecided: true }, {}],
  ] as const)('%s', (_, wanted, counts) => {
    expect(countFaults(reportFaults(report, { metadata: {}, cells: {}, indicators: [wanted] }))).toEqual(counts);
  });
});

test('a head: any spelling of the agency will do, an invented one is a fault', () => {
  const head = { file: 'a.txt', year: 2022, headings: ['一、总体情况'], era: 'narrative' };
  expect(countFaults(headFaults(EMPTY, { ...head, org: ['县水务局', '清溪县水务局'] }))).toEqual({});
  expect(countFaults(headFaults(EMPTY, { ...head, org: null, headings: ['二、主动公开'], era: '2019' }))).toEqual({
    era: 1,
    headings: 1,
    metadata: 1,
  });
});

test('prose: a metric is strict in unit, qualifier and year; a zero in words has any unit', () => {
  const fact = {
    metric: 'applications.received.total',
    subject: '申请',
    value: 3,
    unit: '件',
    qualifier: 'exact',
    text: '',
    line: 1,
    column: 1,
  } as const;
  const none = { ...fact, metric: 'complaints', value: 0 } as const;
  const report = { ...EMPTY, facts: [fact, fact, none] };
  const zero = { metric: 'complaints', value: 0, unit: null, subject: '举报' };
  expect(sentenceFaults(report, { id: 'x1', text: '', reportYear: 2022, facts: [fact, zero] })).toEqual([]);
  expect(
    countFaults(
      sentenceFaults(report, {
        id: 'x1',
        text: '',
        reportYear: 2022,
        facts: [{ ...fact, qualifier: 'atLeast' }, zero, { ...fact, metric: null, value: 7 }],
      }),
    ),
  ).toEqual({ factsMissed: 1, factsRest: 1, factsWrong: 1 });
});

test('a national table with a column of serials is read by its last column', () => {
  const page =
    '<table><tr><td>序号</td><td>指标</td><td>单位</td><td>数</td></tr><tr><td>1</td><td>一、公开</td><td>——</td><td></td></tr>' +
    '<tr><td>2</td><td>总数</td><td>条</td><td>28</td></tr><tr><td>3</td><td>其中</td><td>条</td><td></td></tr></table>';
  expect(statisticsOf(page, ['statistics.a', 'statistics.b'])).toEqual({ 'statistics.a': 28, 'statistics.b': null });
  expect(() => statisticsOf(page, ['statistics.a'])).toThrow('2 rows');
});
