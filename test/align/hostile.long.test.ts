/** Words of tables without end: read in a time that their length explains, and never thrown at. */
import { expect, test } from 'vitest';
import { readTables } from '../../src/tables/tables.ts';
import { createDocument } from '../../src/text/document.ts';
import { worked } from '../helpers/worked.ts';

/** What is linear takes a second or two, what is not eight and more. */
const SIZE = 1 << 18;
const MOST_MILLISECONDS = 5000;
const UNITS = [
  '1.规章 3 ', '1.属于国家秘密\n0\n', '00000002.其他 ', '规章 1 2 3\n行政规范性文件 4 5 6\n', '规章\n', '1.当面申请数 件 3\n', '未知指标数\n件\n5\n', '某某事项数 3 ', '总计 3 其他 4 ',
  '其他情形数 3 ', '采购总金额（万元） 3 行政处罚 4 ', '结果维持 结果纠正 总计 1 2 3 ', '行政复议 结果维持 1 结果纠正 2\n', '3 ', '3\n\n', '0000000', '规章\t1\n某标签\n', '规章\t1\t2\n行政规范性文件\t3\n',
  '规章 | 1 | 2\n', '规章 |\n3 |\n|\n', '| 数据1 |\n| --- |\n| 规章 |\n\n', '公开规章 3 件以外的，', '12 7\n\n规章 ', '一、本年新收政府信息公开申请数量1000001',
];

test.each(UNITS)('reads %j in a time that its length explains', (unit) => {
  const document = createDocument(unit.repeat(SIZE / unit.length));
  const start = worked();
  readTables(document, { era: '2021', confidence: 1, evidence: [] });
  expect(worked() - start).toBeLessThan(MOST_MILLISECONDS);
});
