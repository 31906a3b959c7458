import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareReports, namedMembers, type Expectation, type Json } from '../../src/cli/actions/compare.ts';
import type { Report } from '../../src/schema/report.ts';
import { gov } from '../helpers/cli.ts';
import { folderWith } from '../helpers/folder.ts';
import { madeReport } from '../helpers/reports.ts';
import { reportText } from './check-report.ts';

const FACT = { metric: 'applications.received.total', subject: '申请', value: 12, unit: '件', qualifier: 'exact', text: '收到申请12件', line: 4, column: 5 } as const;
const REPORT: Report = madeReport({
  values: { 'applications.received.total': 12 },
  facts: [FACT, { ...FACT, metric: null, subject: '会议', value: 3, unit: '次', line: 5 }],
});

/** A partial expectation, as a person writes it. */
const expecting = (members: unknown): string[] => compareReports(members as Expectation, REPORT).map(({ member }) => member);

test('only what is named is judged, at every depth', () => {
  expect(expecting({ tables: { applications: { received: { total: 12 } } } })).toEqual([]);
  expect(expecting({ tables: { applications: { received: { total: 13 } } } })).toEqual(['tables.applications.received.total']);
  expect(expecting({ metadata: { year: 2023, region: null } })).toEqual([]);
  expect(expecting({ metadata: { year: 2022 } })).toEqual(['metadata.year']);
  expect(expecting({ cells: [{ cell: 'applications.received.total', value: 12 }] })).toEqual([]);
  expect(expecting({ cells: [{ cell: 'applications.received.total', status: 'blank' }] })).toEqual(['cells[applications.received.total].status']);
  expect(expecting({ facts: [{ metric: 'applications.received.total', value: 12 }] })).toEqual([]);
  expect(expecting({ facts: [{ subject: '会议', value: 4 }] })).toEqual(['facts[0].value']);
  expect(expecting({ facts: [{ metric: 'fees', value: 4 }] })).toEqual(['facts[0]']);
});

test('a list of whole entries is judged as a whole, and an empty one', () => {
  expect(expecting({ facts: [FACT] })).toEqual(['facts[1]']);
  expect(expecting({ facts: [] })).toEqual(['facts[0]', 'facts[1]']);
  expect(expecting({ facts: [...REPORT.facts].reverse() })).toEqual(['facts (order)']);
  expect(expecting({ cells: REPORT.cells.slice(1) })).toEqual([`cells[${REPORT.cells[0]!.cell}]`]);
  expect(expecting({ findings: [] })).toEqual([]);
  expect(expecting(JSON.parse(JSON.stringify(REPORT)))).toEqual([]);
});

test('what the form does not have is a difference', () => {
  expect(expecting({ tables: { applications: { recieved: { total: 12 } } } })).toEqual(['tables.applications.recieved']);
});

test('an update writes the members that were named, at every depth', () => {
  const before = { reviewed: true, tables: { applications: { received: { total: 1 } } }, facts: [{ metric: 'applications.received.total', value: 1 }], findings: [] };
  expect(namedMembers(before, JSON.parse(JSON.stringify(REPORT)) as Json)).toEqual({
    tables: { applications: { received: { total: 12 } } }, facts: [{ metric: 'applications.received.total', value: 12 }], findings: [],
  });
});

test('the example of docs/ci.md holds', async () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'ci.md'), 'utf8');
  const example = /```json\n(\{ "reviewed"[^`]*)```/.exec(page)![1]!;
  const folder = folderWith({ 'a/report.txt': reportText(2023, { 'applications.received.total': 252 }) });
  writeFileSync(`${folder}/a/expected.json`, example);
  const right = await gov(['verify', folder, '--lang', 'en']);
  expect({ ...right, stderr: '' }).toEqual({ code: 0, stdout: '', stderr: '' });
  writeFileSync(`${folder}/a/report.txt`, reportText(2023, { 'applications.received.total': 253 }));
  expect((await gov(['verify', folder, '--lang', 'en'])).stdout).toContain('tables.applications.received.total\n');
});
