import { expect, test } from 'vitest';
import { detect } from '../../src/detect/detect.ts';
import type { Cell } from '../../src/schema/report.ts';
import { readTables } from '../../src/tables/tables.ts';
import { createDocument } from '../../src/text/document.ts';

function read(text: string): (prefix: string) => [string, Cell['value'], Cell['status']][] {
  const document = createDocument(text);
  const { cells } = readTables(document, detect(document, { era: '2021' }));
  return (prefix) => cells.filter(({ cell }) => cell.startsWith(prefix)).map(({ cell, value, status }) => [cell.slice(prefix.length), value, status]);
}

test('a blank heading names no column: its numbers are nobody’s, and shift nobody', () => {
  const cells = read([
    '\t\t自然人\t\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计',
    '一、本年新收政府信息公开申请数量\t\t4\t11\t0\t\t2\t\t17',
    '二、上年结转政府信息公开申请数量\t\t\t3\t0\t1\t\t\t4',
    '三、本年度办理结果\t（一）予以公开\t\t5\t8\t0\t2\t1\t16',
  ].join('\n'));
  expect(cells('applications.carriedOver.')).toEqual([
    ['naturalPerson', null, 'blank'], ['business', null, 'missing'], ['research', 0, 'reported'], ['nonprofit', 1, 'reported'],
    ['legalService', null, 'blank'], ['otherOrganization', null, 'blank'], ['total', 4, 'reported'],
  ]);
  expect(cells('applications.granted.').slice(0, 3)).toEqual([['naturalPerson', null, 'blank'], ['business', null, 'missing'], ['research', 8, 'reported']]);
});

test('as flattened headings without one of their names, where a row prints more values than headings', () => {
  const cells = read([
    '申请人情况', '自然人\t法人或其他组织\t总计', '\t科研机构\t社会公益组织\t法律服务机构\t其他',
    '一、本年新收政府信息公开申请数量\t4\t11\t0\t5\t2\t3\t25',
    '二、上年结转政府信息公开申请数量\t\t3\t0\t1\t\t2\t6',
    '（一）予以公开\t\t14\t0\t6\t2\t5\t27',
  ].join('\n'));
  for (const [, value] of cells('applications.carriedOver.').slice(0, 1)) expect(value).toBeNull();
});

test('bars of one width, then of another: two tables, each read by itself', () => {
  const cells = read([
    '四、政府信息公开行政复议、行政诉讼情况', '行政复议 |  |  |  | ', '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计', '8 | 0 | 3 | 0 | 11',
    '行政诉讼 |  |  |  |  |  |  |  |  | ', '未经复议直接起诉 |  |  |  |  | 复议后起诉 |  |  |  | ',
    '结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计', '0 | 1 | 0 | 9 | 10 | 2 | 0 | 0 | 47 | 49',
  ].join('\n'));
  expect(cells('reconsideration.').map(([, value]) => value)).toEqual([8, 0, 3, 0, 11]);
  expect(cells('litigation.direct.').map(([, value]) => value)).toEqual([0, 1, 0, 9, 10]);
  expect(cells('litigation.afterReconsideration.').map(([, value]) => value)).toEqual([2, 0, 0, 47, 49]);
});
