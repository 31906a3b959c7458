import { writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { csvEmitter } from '../../src/emit/csv.ts';
import { csvLine } from '../../src/emit/csv-line.ts';
import { TIDY_COLUMNS } from '../../src/emit/tidy.ts';
import { wideColumns } from '../../src/emit/wide.ts';
import { ERAS } from '../../src/schema/report.ts';
import { cellsOfForm } from '../../src/forms/cells.ts';
import { formOf } from '../../src/forms/registry.ts';
import { emitted } from '../helpers/emit.ts';
import { folderWith } from '../helpers/folder.ts';
import { madeReport } from '../helpers/reports.ts';

const lines = (file: Buffer): string[] => file.toString('utf8').trimEnd().split('\n');

test('one row a cell: codes, labels, value, what was printed', () => {
  const report = madeReport({ regionCode: '530402', values: { 'applications.denied.stateSecret.total': 1234 } });
  const rows = lines(emitted(csvEmitter(), [report]));
  expect(rows[0]).toBe(TIDY_COLUMNS.map((column) => column.name).join(','));
  expect(rows).toHaveLength(1 + report.cells.length);
  expect(rows.find((row) => row.includes('1234'))).toMatch(
    /^reports\/青石县\.txt,青石县人民政府,530402,2023,2021,applications,denied\.stateSecret,total,三、本年度办理结果 \/ （三）不予公开,1\.属于国家秘密,总计,1234,件,1234,reported,label,\d+,青石县人民政府政府信息公开工作年度报告,,county,government,text,0{64},$/,
  );
});

test('a blank stays empty, a dash stays what it is', () => {
  const rows = lines(emitted(csvEmitter(), [madeReport({ values: { 'reconsideration.upheld': null, 'reconsideration.corrected': '—', 'reconsideration.other': '-' } })]));
  const row = (code: string): string => rows.find((line) => line.includes(`reconsideration,,${code},`))!;
  expect(row('upheld')).toMatch(/结果维持,,件,"",blank/);
  expect(row('corrected')).toMatch(/结果纠正,,件,—,notApplicable/);
  expect(row('other')).toMatch(/其他结果,,件,-,notApplicable/);
});

test('an amount has the unit printed beside it, or none', () => {
  const amount = (unit: string | null): string => lines(emitted(csvEmitter(), [madeReport({ amountUnit: unit, values: { 'disclosure.fees.amount': 12.5 } })])).find((row) => row.includes(',amount,'))!;
  expect(amount('元')).toContain(',12.5,元,');
  expect(amount(null)).toContain(',12.5,,');
});

test('rows of a local table follow under their own labels, one a column', () => {
  const indicators = [{ label: '网上申请数', group: '受理申请', unit: '条', values: { '2012年度': 3, '历年累计': null }, code: 'applications.received.online', line: 88 }];
  expect(lines(emitted(csvEmitter(), [madeReport({ era: 'statistics', indicators })])).slice(1)).toEqual([
    'reports/青石县.txt,青石县人民政府,,2023,statistics,indicators,applications.received.online,,受理申请,网上申请数,2012年度,3,条,,,,88,青石县人民政府政府信息公开工作年度报告,,county,government,text,' + '0'.repeat(64) + ',',
    'reports/青石县.txt,青石县人民政府,,2023,statistics,indicators,applications.received.online,,受理申请,网上申请数,历年累计,,条,,,,88,青石县人民政府政府信息公开工作年度报告,,county,government,text,' + '0'.repeat(64) + ',',
  ]);
});

test('no report, or one without tables, leaves the heading', () => {
  expect(lines(emitted(csvEmitter(), []))).toHaveLength(1);
  expect(lines(emitted(csvEmitter(), [madeReport({ era: 'narrative' })]))).toHaveLength(1);
  expect(lines(emitted(csvEmitter({ wide: true }), [madeReport({ era: 'narrative' })]))).toHaveLength(2);
});

test('wide: one row a report under the same columns, every cell of every era among them', () => {
  const columns = wideColumns();
  expect(new Set(columns).size).toBe(columns.length);
  for (const era of ERAS) for (const cell of cellsOfForm(formOf(era))) expect(columns).toContain(cell.path);
  const file = emitted(csvEmitter({ wide: true }), ERAS.map((era) => madeReport({ era, amountUnit: '万元', values: { 'disclosure.fees.amount': 7.25 } })));
  const rows = lines(file).map((line) => line.split(','));
  expect(rows.map((row) => row.length)).toEqual(rows.map(() => columns.length));
  const of2021 = rows[1 + ERAS.indexOf('2021')]!;
  expect(of2021[columns.indexOf('disclosure.fees.amount')]).toBe('7.25');
  expect(of2021[columns.indexOf('disclosure.fees.amountUnit')]).toBe('万元');
  expect(of2021[columns.indexOf('statistics.complaints')]).toBe('');
});

test('excel: byte order mark, CRLF', () => {
  const file = emitted(csvEmitter({ excel: true }), [madeReport()]);
  expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(file.toString('utf8').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test.each([
  [[1, -18, 0.5, null, ''], '1,-18,0.5,,""'],
  [['a,b', 'say "no"', 'two\nlines'], '"a,b","say ""no""","two\nlines"'],
  [['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '＝1'], "'=1+1,'+cmd|x,'-2+3,'@SUM(A1),'＝1"],
  [['-18', '+1', '-', '－', '-6,700', '+58.5%'], '-18,+1,-,－,"-6,700",+58.5%'],
])('%j is %j', (values, line) => {
  expect(csvLine(values)).toBe(line);
});

test('a reader of its own takes back what was written', async () => {
  const agency = '青石县 "开放" 办,\n第二行';
  const folder = folderWith({});
  writeFileSync(`${folder}/out.csv`, emitted(csvEmitter(), [madeReport({ agency, values: { 'disclosure.fees.amount': 12.5 } })]));
  const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
  const found = await duckdb.runAndReadAll(`SELECT agency, value, typeof(value) FROM read_csv('${folder}/out.csv') WHERE columnCode = 'amount'`);
  expect(found.getRowsJson()).toEqual([[agency, 12.5, 'DOUBLE']]);
});
