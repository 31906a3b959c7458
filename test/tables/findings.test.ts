import { expect, test } from 'vitest';
import { readTables } from '../../src/tables/tables.ts';
import { createDocument } from '../../src/text/document.ts';
import { detect } from '../../src/detect/detect.ts';

function codesOf(text: string): string[] {
  const document = createDocument(text);
  return readTables(document, detect(document, { era: '2021' })).findings.map(({ code }) => code);
}

test('tables that are all missing make one finding that names them', () => {
  const document = createDocument('一、总体情况\n本机关依法公开。\n');
  const { findings } = readTables(document, detect(document, { era: '2021' }));
  expect(findings.map(({ code, args }) => [code, args])).toEqual([
    ['tables/missing-table', { table: ['disclosure', 'applications', 'reconsideration', 'litigation'] }],
  ]);
});

const ROWS = [
  '一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '（一）予以公开', '1.信访举报投诉类申请', '2.重复申请',
  '（六）其他处理', '（七）总计', '四、结转下年度继续办理',
];

test('（六）其他处理 as one row is the older form and no row of it is missed', () => {
  const found = codesOf(ROWS.map((label) => `${label}\t0\t0\t0\t0\t0\t0\t0`).join('\n'));
  expect(found.filter((code) => code === 'tables/older-form')).toHaveLength(1);
  const without = codesOf(ROWS.filter((label) => !label.includes('其他处理')).map((label) => `${label}\t0\t0\t0\t0\t0\t0\t0`).join('\n'));
  expect(without).not.toContain('tables/older-form');
  expect(without.filter((code) => code === 'tables/missing-row')).toHaveLength(found.filter((code) => code === 'tables/missing-row').length + 3);
});

test('numbers without a place are pointed at, and so are their cells', () => {
  const text = ROWS.map((label, row) => `${label} ${row === 2 ? '1 1' : '0 0 0 0 0 0 0'}`).join('\n');
  const document = createDocument(text);
  const { findings, cells } = readTables(document, detect(document, { era: '2021' }));
  const found = findings.find(({ code }) => code === 'tables/unplaced-number')!;
  expect(found).toMatchObject({ args: { numbers: '1 1' }, line: 3, column: 9 });
  expect(cells.find(({ cell }) => cell === found.cells[0])).toMatchObject({ status: 'unreadable', raw: '1 1', line: 3, column: 9 });
});

test('the numbers of a local row are told, and stand in no row of the form', () => {
  const text = [
    '第二十条第（一）项', '信息内容\t本年制发件数\t本年废止件数\t现行有效件数', '规章\t1\t0\t4', '镇级公开目录条目\t31\t7\t265', '行政规范性文件\t2\t1\t9',
    '第二十条第（五）项', '信息内容\t本年处理决定数量', '行政许可\t18',
  ].join('\n');
  const document = createDocument(text);
  const { findings, cells } = readTables(document, detect(document, { era: '2021' }));
  expect(findings.filter(({ code }) => code === 'tables/unclaimed-number')).toMatchObject([
    { args: { text: '镇级公开目录条目', numbers: '31 7 265' }, line: 4, column: 10 },
  ]);
  expect(cells.slice(0, 6).map(({ value }) => value)).toEqual([1, 0, 4, 2, 1, 9]);
});
