import { expect, test } from 'vitest';
import { figuresTable, listReport } from './listing.ts';
import { reportOf, truthOf } from './made.ts';

const report = reportOf({
  upheld: { value: 4 },
  corrected: { value: 5 },
  other: { value: 6, told: true },
  pending: { value: null, status: 'blank' },
  total: { value: null, status: 'unreadable', told: true },
});
const { lines, figures } = listReport({
  report,
  truth: truthOf({ upheld: 4, corrected: 3, other: 3, pending: 1, total: 8 }, { era: '2021' }),
});

test('every cell that is not right is a line: what came out, what is printed, whether a finding names it', () => {
  expect(lines).toEqual([
    'wrong silent  reconsideration.corrected: 5 (reported), wanted 3, SILENT',
    'wrong told  reconsideration.other: 6 (reported), wanted 3, told',
    'null silent  reconsideration.pending: null (blank), wanted 1, SILENT',
    'null told  reconsideration.total: null (unreadable), wanted 8, told',
    'era  era narrative, wanted 2021',
  ]);
});

test('figures of documents are added up', () => {
  expect(figures).toMatchObject({
    documents: 1,
    right: 1,
    'null told': 1,
    'null silent': 1,
    'wrong told': 1,
    'wrong silent': 1,
    era: 1,
  });
  const rows = figuresTable(
    new Map([
      ['a', figures],
      ['b', figures],
    ]),
  );
  expect(rows.map((row) => row.split(/\s\s+/).slice(0, 4).join(' '))).toEqual([
    ' documents right null told',
    'a 1 1 1',
    'b 1 1 1',
    'ALL 2 2 2',
  ]);
});
