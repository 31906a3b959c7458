import { expect, test } from 'vitest';
import { parseReport } from '../../src/pipeline.ts';
import { formOf } from '../../src/forms/registry.ts';
import type { CellDraft } from '../../src/settle/assemble.ts';
import { takeOutTwice } from '../../src/settle/used-once.ts';
import { createDocument } from '../../src/text/document.ts';

const draft = (value: number, start: number, end: number, row: number): CellDraft => ({ reading: { value, status: 'reported', start, end, unit: null }, basis: 'label', row });
const RECEIVED = 'applications.received.total';
const UPHELD = 'reconsideration.upheld';

test('digits that two rows claim are neither’s, and both are named', () => {
  const drafts = new Map([[RECEIVED, draft(12, 2, 4, 0)], [UPHELD, draft(2, 3, 4, 1)], ['reconsideration.total', draft(7, 5, 6, 1)]]);
  const findings = takeOutTwice(createDocument('甲乙12 7'), formOf('2021'), drafts);
  expect(findings.map(({ code, cells, args }) => [code, cells, args['numbers']])).toEqual([['tables/unplaced-number', [RECEIVED, UPHELD], '12']]);
  expect([RECEIVED, UPHELD].map((path) => drafts.get(path)!.reading.value)).toEqual([null, null]);
  expect(drafts.get('reconsideration.total')!.reading.value).toBe(7);
});

test('a cell merged over the headings of a row says the same under each', () => {
  const cells = (tag: string): unknown[] => parseReport([
    '<table><tr><td>信息内容</td><td>上一年项目数量</td><td>本年增/减</td><td>处理决定数量</td></tr>',
    `<tr><td>行政许可</td>${tag}<td>5</td></tr><tr><td>其他对外管理服务事项</td><td>3</td><td>-1</td><td>7</td></tr></table>`,
  ].join('\n'), { era: '2019' }).cells.filter(({ cell }) => cell.startsWith('disclosure.licensing.')).map(({ value }) => value);
  expect(cells('<td colspan="2">4</td>')).toEqual([4, 4, 5]);
});
