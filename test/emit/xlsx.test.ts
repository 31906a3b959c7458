import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { TIDY_COLUMNS, tidyRows } from '../../src/emit/tidy.ts';
import { xlsxEmitter } from '../../src/emit/xlsx.ts';
import type { Report } from '../../src/schema/report.ts';
import { emitted } from '../helpers/emit.ts';
import { madeReport } from '../helpers/reports.ts';

const NASTY = '=HYPERLINK("x") <b>&\' _x0041_ \u0001';
const REPORTS: Report[] = [
  madeReport({
    path: 'a.txt', amountUnit: '万元', values: { 'disclosure.fees.amount': 12.5, 'applications.received.research': '/', 'applications.carriedOver.business': null, 'litigation.afterReconsideration.total': 4 },
    facts: [{ metric: null, subject: '信息', value: 3, unit: '条', qualifier: 'exact', text: NASTY, line: 3, column: 1 }],
    findings: [{ code: 'tables/unplaced-number', severity: 'error', origin: 'reading', cells: ['litigation.direct.total'], args: {}, line: 3, column: null }],
  }),
  madeReport({ path: 'b.txt', era: '2019', year: 2020, values: { 'disclosure.normativeDocuments.made': 6 } }),
  madeReport({ path: 'c.txt', era: 'statistics', year: 2016, values: { 'statistics.complaints': 9 } }),
  madeReport({ path: 'd.txt', era: 'narrative' }),
  madeReport({ path: 'e.txt', era: 'statistics', indicators: [{ label: '网上申请数', group: null, unit: '条', values: { '2012年度': 3 }, code: null, line: 8 }] }),
];

const SHEETS = ['报告', '主动公开', '申请', '复议诉讼', '统计表', '地方统计表', '单元格', '事实', '问题'];

async function sheets(file: Buffer): Promise<Map<string, unknown[][]>> {
  return new Map((await readWorkbook(file)).map(({ sheet, data }) => [sheet, data]));
}

test('sheets in their order, the reports one row each', async () => {
  const found = await sheets(emitted(xlsxEmitter(), REPORTS));
  expect([...found.keys()]).toEqual(SHEETS);
  expect(found.get('报告')!.map((row) => row[0])).toEqual(['文件', 'a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt']);
});

test('forms are stacked by report, in the layout of the official form', async () => {
  const found = await sheets(emitted(xlsxEmitter(), REPORTS));
  const disclosure = found.get('主动公开')!;
  expect(disclosure).toContainEqual(['a.txt', 2023, '青石县人民政府', '第二十条第（八）项', '行政事业性收费', 12.5, null, null, '万元']);
  expect(disclosure).toContainEqual(['b.txt', 2020, '青石县人民政府', '第二十条第（一）项', '规范性文件', 6, 0, 0, null]);
  const applications = found.get('申请')!;
  expect(applications[2]!.slice(6)).toEqual([null, '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '小计', null]);
  expect(applications[3]!.slice(5)).toEqual(['一、本年新收政府信息公开申请数量', 0, 0, '/', 0, 0, 0, null, 0]);
  expect(applications[4]!.slice(5)).toEqual(['二、上年结转政府信息公开申请数量', 0, null, 0, 0, 0, 0, null, 0]);
  expect(found.get('复议诉讼')!.slice(3)).toEqual([
    ['a.txt', 2023, '青石县人民政府', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4],
    ['b.txt', 2020, '青石县人民政府', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  ]);
  expect(found.get('统计表')).toContainEqual(['c.txt', 2016, '青石县人民政府', '六、举报投诉数量', '件', 9]);
  expect(found.get('地方统计表')![1]!.slice(3)).toEqual([null, '网上申请数', '条', '2012年度', 3, null, 8]);
});

test('the tidy rows, facts and findings are there, whatever stands in them', async () => {
  const found = await sheets(emitted(xlsxEmitter(), REPORTS));
  // What a reader cannot tell from an empty cell.
  const blank = (row: readonly unknown[]): unknown[] => row.map((value) => (value === '' ? null : value));
  expect(found.get('单元格')!.slice(1).map(blank)).toEqual(REPORTS.flatMap((report) => tidyRows(report).map(blank)));
  expect(found.get('事实')![1]!.slice(3)).toEqual([null, '信息', 3, null, '条', '确数', null, NASTY.replace('\u0001', '\uFFFD'), 3]);
  expect(found.get('问题')![1]!.slice(3)).toEqual(['错误', 'tables/unplaced-number', expect.any(String), 'litigation.direct.total', 3]);
});

test('headers are frozen and filtered', () => {
  const parts = unzipSync(emitted(xlsxEmitter(), REPORTS));
  const worksheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/'));
  expect(worksheets).toHaveLength(SHEETS.length);
  for (const name of worksheets) {
    const xml = strFromU8(parts[name]!);
    expect(xml).toMatch(/<pane ySplit="[13]" topLeftCell="A[24]"[^>]*state="frozen"\/>/);
    expect(xml).toMatch(/<autoFilter ref="A[13]:[A-Z]+\d+"\/>/);
  }
});

test('the same reports give the same bytes, in any time zone', () => {
  const zone = process.env['TZ'];
  const [first, second] = ['Asia/Shanghai', 'America/Lima'].map((name) => {
    process.env['TZ'] = name;
    return emitted(xlsxEmitter(), REPORTS);
  });
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  expect(first!.equals(second!)).toBe(true);
});

test('a full sheet goes on in a further one', async () => {
  const found = await sheets(emitted(xlsxEmitter(101), REPORTS.slice(0, 1)));
  const cells = REPORTS[0]!.cells.length;
  expect([...found.keys()].filter((name) => name.startsWith('单元格'))).toEqual(['单元格', '单元格 (2)', '单元格 (3)'].slice(0, Math.ceil(cells / 100)));
  expect(found.get('单元格 (2)')![0]).toEqual(TIDY_COLUMNS.map((column) => column.label));
  expect([...found].filter(([name]) => name.startsWith('单元格')).reduce((sum, [, rows]) => sum + rows.length - 1, 0)).toBe(cells);
});
