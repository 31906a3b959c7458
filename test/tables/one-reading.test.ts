/** What one of several readings alone would allow stays open: no number in silence that another reading gives another cell. Made-up reports. */
import { expect, test } from 'vitest';
import { formOf } from '../../src/forms/registry.ts';
import { parseReport } from '../../src/index.ts';
import { settle } from '../../src/settle/solve.ts';

const FORM = formOf('2021');
const HEAD = '云渡区水务局2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n';
const OUTCOMES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const APPLICANTS = ['申请人情况', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const RECEIVED = '一、本年新收政府信息公开申请数量';
const CARRIED = '二、上年结转政府信息公开申请数量';

interface Reading {
  /** The value, or what else a cell is, and whether a finding names it. */
  of: (path: string) => number | string;
}

function read(text: string): Reading {
  const report = parseReport(HEAD + text, { era: '2021' });
  return {
    of: (path) => {
      const cell = report.cells.find((each) => each.cell === path);
      if (cell === undefined) return 'none';
      if (cell.value !== null) return cell.value;
      return report.findings.some(({ cells }) => cells.includes(path)) ? 'told' : cell.status;
    },
  };
}

const row = (name: string, code: string, columns: readonly string[]) => (reading: Reading): (number | string)[] => columns.map((column) => reading.of(`${name}.${code}.${column}`));
const COLUMNS = FORM.tables.find(({ name }) => name === 'applications')!.blocks[0]!.columns.filter(({ optional }) => optional !== true).map(({ code }) => code);
const received = row('applications', 'received', COLUMNS);
const carriedOver = row('applications', 'carriedOver', COLUMNS);

test('the label of an unknown row behind as many places as there are columns is no cell', () => {
  const cells = ['第二十条第（一）项', '信息内容', '本年制发件数', '本年废止件数', '现行有效件数', '规章', '1', '', '3', '行政规范性文件', '', '12', '', '公开目录条目', '1978', '', ''];
  const more = ['第二十条第（五）项', '信息内容', '本年处理决定数量', '行政许可', '', '第二十条第（六）项', '信息内容', '本年处理决定数量', '行政处罚', '4', '行政强制', '5'];
  const reading = read([...cells, ...more].join('\n'));
  expect(row('disclosure', 'normativeDocuments', ['issued', 'repealed', 'inForce'])(reading)).toEqual(['blank', 12, 'blank']);
});

test('其中：… behind a row without values opens a row of its own', () => {
  const lines = [...APPLICANTS, RECEIVED, '4', '1', '5', CARRIED, '其中：乡镇办理数', '39', '9', '39', '18', '34', '28', '4', '三、本年度办理结果', '（一）予以公开', '4', '1', '5', '（七）总计', '4', '1', '5', '四、结转下年度继续办理', '1', '1'];
  expect(carriedOver(read(`三、收到和处理政府信息公开申请情况\n${lines.join('\n')}\n`)).every((cell) => typeof cell === 'string')).toBe(true);
});

test('digits are not cut so that a total that fails is a part, and the total lost', () => {
  const rows = [`${RECEIVED}00007`, `${CARRIED}0000010`, '三、本年度办理结果（一）予以公开00077', '（七）总计00077', '四、结转下年度继续办理0110'];
  const reading = read(`三、收到和处理政府信息公开申请情况\n${APPLICANTS.join('')}\n${rows.join('\n')}\n`);
  expect(carriedOver(reading)).toEqual(COLUMNS.map(() => 'told'));
});

test('a number below the heading of the last row leaves that row open', () => {
  const lines = ['第二十条第（六）项', '信息内容', '本年处理决定数量', '行政处罚', '3', '行政强制', '第二十条第（八）项', '信息内容', '行政事业性收费', '0', '本年收费金额（单位：万元）', '886.53'];
  const reading = read(`${lines.join('\n\n')}\n\n三、收到和处理政府信息公开申请情况\n\n`);
  expect(reading.of('disclosure.fees.amount')).not.toBe(0);
});

test('a row that is printed again with other numbers, of which no sum tells the places, leaves neither standing', () => {
  const rows = (again: string): string => [APPLICANTS.join(' '), `${RECEIVED} 4 1 0 0 0 0 5`, `${RECEIVED} ${again}`, `${CARRIED} 0 0 0 0 0 0 0`, '三、本年度办理结果 （一）予以公开 4 1 0 0 0 0 5', '（七）总计 4 1 0 0 0 0 5', '四、结转下年度继续办理 0 0 0 0 0 0 0'].join('\n');
  const section = '三、收到和处理政府信息公开申请情况\n';
  expect(received(read(section + rows('4 1 0 0 0 0 5')))).toEqual([4, 1, 0, 0, 0, 0, 5]);
  expect(received(read(section + rows('4 1 9')))).toEqual(COLUMNS.map(() => 'told'));
});

test('a bar closes a cell, and a row: the one before the first cell is no empty one', () => {
  const cells = [[...OUTCOMES, ...OUTCOMES], ['0', '0', '0', '0', '', '0', '', '0', '0', '']];
  const disclosure = [['第二十条第（一）项'], ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'], ['规章', '1', '', '3'], ['行政规范性文件', '4', '', '6'], ['第二十条第（五）项'], ['信息内容', '本年处理决定数量'], ['行政许可', '7']];
  const trail = (rows: string[][]): string => rows.map((own) => `${own.map((cell) => (cell === '' ? '|' : `${cell} |`)).join('\n')}\n|\n`).join('');
  const reading = read(`${trail(disclosure)}四、政府信息公开行政复议、行政诉讼情况\n${trail([['行政诉讼'], ['未经复议直接起诉', '复议后起诉'], ...cells])}五、存在的主要问题及改进情况\n`);
  const columns = ['upheld', 'corrected', 'other', 'pending', 'total'];
  expect(row('litigation', 'direct', columns)(reading)).toEqual([0, 0, 0, 0, 'blank']);
  expect(row('litigation', 'afterReconsideration', columns)(reading)).toEqual([0, 'blank', 0, 0, 'blank']);
});

test('an outcome that is printed twice opens its group and heads nothing', () => {
  const lines = (second: string): string => [['行政复议', ''], ['结果维持', '0'], [second, '0'], ['其他结果', '0'], ['尚未审结', '0'], ['总计', '—'], ['行政诉讼', ''], ['未经复议直接起诉', ''], ['结果维持', '—'], ['结果纠正', '0'], ['其他结果', '—'], ['尚未审结', '0'], ['总计', '0']]
    .map(([label, value]) => `['${label!}', '${value!}']`).join('\n');
  const reading = read(`四、政府信息公开行政复议、行政诉讼情况\n\n${lines('结果维持')}\n`);
  expect([reading.of('reconsideration.upheld'), reading.of('reconsideration.corrected')]).toEqual(['told', 'told']);
  expect([reading.of('litigation.direct.upheld'), reading.of('litigation.direct.corrected'), reading.of('litigation.direct.total')]).toEqual(['notApplicable', 0, 0]);
});

test('sums that hold drive no number into a column whose own sum fails', () => {
  const slot = (value: number | null) => ({ value, status: value === null ? 'blank' as const : 'reported' as const, start: 0, end: 0, unit: null });
  const place = (...values: (number | null)[]) => ({ slots: values.map(slot), basis: 'sum' as const, cost: 0 });
  const rows = (total: number) => [
    { code: 'received', placements: [place(9, 7)] },
    { code: 'total', placements: [place(total, 7)] },
    { code: 'carried', placements: [place(1, null), place(null, 1)] },
  ];
  const rules = [{ parts: ['received'], wholes: ['total', 'carried'] }];
  expect(settle(rows(8), rules, 2).rows[2]!.placements).toHaveLength(1);
  // 9 against 4: the first column is contradicted, and 1 stands there or in the second, whose total may be the wrong one.
  expect(settle(rows(4), rules, 2).rows[2]!.placements).toHaveLength(2);
});
