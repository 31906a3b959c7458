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

function read(text: string, era: '2021' | 'statistics' = '2021'): Reading {
  const report = parseReport(HEAD + text, { era });
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

/** Rows of 收到和处理…, glued: labels and digits. */
const RESULTS = FORM.tables.find(({ name }) => name === 'applications')!.blocks[0]!.rows.filter(({ optional, heading }) => optional !== true && heading !== true);
const VALUES: Readonly<Record<string, readonly number[]>> = {
  received: [120, 31, 4, 2, 10, 33, 200], carriedOver: [2, 0, 1, 0, 0, 0, 3], granted: [104, 31, 5, 2, 0, 31, 173], 'denied.stateSecret': [15, 0, 0, 0, 10, 0, 25],
  resultTotal: [119, 31, 5, 2, 10, 31, 198], carriedForward: [3, 0, 0, 0, 0, 2, 5],
};
const glued = (change: Readonly<Record<string, string>> = {}): Reading => {
  const lines = RESULTS.map(({ code, label }) => label + (change[code] ?? (VALUES[code] ?? [0, 0, 0, 0, 0, 0, 0]).join('')));
  return read(`三、收到和处理政府信息公开申请情况\n${APPLICANTS.join('')}\n${lines.join('\n')}\n`);
};

test('digits are cut where the sums down the columns bear the cut out, and a row too long to cut is what they spell', () => {
  const reading = glued();
  expect(received(reading)).toEqual(VALUES['received']);
  expect(row('applications', 'granted', COLUMNS)(reading)).toEqual(VALUES['granted']);
  expect(row('applications', 'resultTotal', COLUMNS)(reading)).toEqual(VALUES['resultTotal']);
});

test('a cut that keeps a total alone is no proof: the total may be what is printed wrong', () => {
  // 5 1 0 9 3 11 29, or 5 1 0 9 3 112 9 with a total that fails.
  const reading = glued({ 'notProcessed.confirmation': '510931129' });
  expect(['naturalPerson', 'otherOrganization', 'total'].map((column) => reading.of(`applications.notProcessed.confirmation.${column}`))).toEqual(['told', 'told', 'told']);
});

const line = (code: string, cells: readonly (string | number)[], between = '\n'): string => [RESULTS.find((each) => each.code === code)!.label, ...cells].join(between);

test('the number of a label printed with blanks is no value of the row above', () => {
  const rows = [line('received', [4, 1, 0, 0, 0, 0, 5]), line('carriedOver', [0, 0, 0, 0, 0, 0, 0]), line('other.feeOverdue', ['', '', '', 10, '', 4, 14]), ['3 . 其 他', 1, 0, 0, 0, 0, 0, 1].join('\n'), line('resultTotal', [4, '', '', '', '', 1, 5])];
  const reading = read(`三、收到和处理政府信息公开申请情况\n${APPLICANTS.join('\n')}\n${rows.join('\n')}\n`);
  expect(row('applications', 'other.feeOverdue', COLUMNS)(reading)).toEqual(['blank', 'blank', 'blank', 10, 'blank', 4, 14]);
  expect(row('applications', 'other.rest', COLUMNS)(reading)).toEqual([1, 0, 0, 0, 0, 0, 1]);
});

test('a value above its label counts where one heading stands over it', () => {
  const lines = ['第二十条第（五）项', '信息内容', '本年处理决定数量', '10', '本年处理决定数量', '4', '行政许可', '第二十条第（六）项', '信息内容', '行政处罚', '行政强制'];
  expect(read(`${lines.join('\n')}\n`).of('disclosure.licensing.decisions')).not.toBe(4);
});

const STATISTICS = formOf('statistics').tables[0]!.blocks[0]!.rows.filter(({ heading }) => heading !== true).slice(0, 20);

test('codes are no values, though most values are blank', () => {
  for (const [between, lost] of [['\n', -1], ['    ', -1], ['\n', 8], ['    ', 8]] as const) {
    const lines = STATISTICS.map(({ label }, i) => [i === lost ? '' : label.replace(/（[^（）]{3,}）/, ''), 101 + i + Math.floor(i / 4), '条', ...(i % 5 === 0 ? [i + 7] : [])].join(between));
    const reading = read(`政府信息公开情况统计表\n${['统计指标', '代码', '单位', '统计数'].join(between)}\n${lines.join('\n')}\n`, 'statistics');
    for (const { code } of STATISTICS) expect([7, 12, 17, 22, 'told', 'blank', 'missing']).toContain(reading.of(`statistics.${code}`));
  }
});

test('groups that codes count keep their values apart from them', () => {
  const table = (third: readonly string[]): Reading => read(`${[
    '四、政府信息公开行政复议、行政诉讼情况', '项目', '代码', ...OUTCOMES, '行政复议', '101', '0', '/', '-', '0', '0', '未经复议直接起诉', '102', '0', '0', '—', '0', '0', '复议后起诉', '103', ...third, '五、存在的主要问题及改进情况',
  ].join('\n\n')}\n`);
  expect(table(['128', '0', '0', '0', '128']).of('litigation.afterReconsideration.upheld')).toBe(128);
  expect(table(['128', '0', '0', '128']).of('litigation.afterReconsideration.upheld')).not.toBe(103);
});

test('headings in another order and a number too few: a sum that holds is no proof', () => {
  const moved = ['结果维持', '结果纠正', '其他结果', '总计', '尚未审结'];
  const reading = read(`四、政府信息公开行政复议、行政诉讼情况\n\n${['未经复议直接起诉', ...moved, '6', '0', '8', '14', '复议后起诉', ...OUTCOMES, '1', '0', '0', '0', '1'].join('\n\n')}\n\n五、存在的主要问题及改进情况\n`);
  expect(reading.of('litigation.direct.total')).not.toBe(14);
});

test('a text on the next line is the label of another row, and no cell', () => {
  const lines = ['第二十条第（一）项', '信息内容 本年制发件数 本年废止件数 现行有效件数', '规章 6 10', '公开目录条目', '第二十条第（五）项', '信息内容 本年处理决定数量', '行政许可 7', '第二十条第（六）项', '信息内容 本年处理决定数量', '行政处罚 6', '行政强制 2'];
  expect(row('disclosure', 'regulations', ['issued', 'repealed', 'inForce'])(read(`${lines.join('\n')}\n`))).toEqual(['told', 'told', 'told']);
});

test('two labels in a cell make it the row of neither', () => {
  const rows = STATISTICS.map(({ code, label }, i) => (code === 'disclosure.channels.weibo' ? null : code === 'disclosure.channels.website' ? `| ${label}（条） ${STATISTICS[i + 1]!.label}（条） | 2061 |` : `| ${label}（条） | ${String(i)} |`));
  const reading = read(`| 统计指标 | 统计数 |\n| --- | --- |\n${rows.filter((each) => each !== null).join('\n')}\n`, 'statistics');
  expect([reading.of('statistics.disclosure.channels.website'), reading.of('statistics.disclosure.channels.weibo')]).toEqual(['told', 'told']);
});

test('as many values as headings, but not below them', () => {
  const frame = ['                0             1             2    3', '0        信息内容  本年制发件数  本年废止件数  NaN', '1           规 章             5             /  NaN', '2  行政规范性文件           NaN            42   10'];
  const reading = read(`第二十条第（一）项\n${frame.join('\n')}\n\n第二十条第（五）项\n             0             1\n0     信息内容  本年处理决定数量\n1     行政许可             7\n`);
  expect(reading.of('disclosure.normativeDocuments.issued')).not.toBe(42);
  expect(reading.of('disclosure.normativeDocuments.repealed')).not.toBe(10);
});

test('the report’s title over a page parts no cells', () => {
  const rows = [line('received', [4, 1, 0, 0, 0, 0, 5]), line('denied.internalAffairs', [0, 10, 0, 2, 2, HEAD.split('\n')[0]!, 0, 14]), line('resultTotal', [0, 10, '', 2, '', 2, 14]), line('carriedForward', [0, 1, '', 2, '', '', 3])];
  const reading = read(`三、收到和处理政府信息公开申请情况\n${APPLICANTS.join('\n')}\n${rows.join('\n')}\n`);
  expect(row('applications', 'denied.internalAffairs', COLUMNS)(reading)).toEqual([0, 10, 0, 2, 2, 0, 14]);
});

test('a mark and a number below it are two', () => {
  const reading = read('| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| --- | --- | --- | --- |\n| 规章 | —<br>1 | 2 | 3 |\n| 行政规范性文件 | 4 | 5 | 6 |\n');
  expect(row('disclosure', 'regulations', ['issued', 'repealed', 'inForce'])(reading)).toEqual(['told', 2, 3]);
});

test('digits between a row and a misprinted label are a value and its number, and not to be told apart', () => {
  const rows = STATISTICS.map(({ code, label }, i) => `${code === 'disclosure.channels.weibo' ? '3.政务微搏公开攻府信息数' : label}条${String(i + 4)}`);
  const reading = read(`政府信息公开情况统计表统计指标单位统计数${rows.join('')}\n`, 'statistics');
  expect([8, 'told']).toContain(reading.of('statistics.disclosure.channels.website'));
});

test('a column of the year before, whose heading no form has: rows that hold no more than the form’s columns are not its own', () => {
  const heads = ['申请人情况', '上年总计', ...APPLICANTS.slice(1)];
  const rows = RESULTS.map(({ code, label }, i) => [label, String(60 + i * 7), ...(VALUES[code] ?? [0, 0, 0, 0, 0, 0, 0]).map((value) => (value === 0 ? '' : String(value)))].join('\n'));
  const reading = read(`三、收到和处理政府信息公开申请情况\n${[heads.join('\n'), ...rows].join('\n')}\n`);
  for (const { code } of RESULTS) COLUMNS.forEach((column, i) => { expect([VALUES[code]?.[i] ?? 0, 'told', 'blank']).toContain(reading.of(`applications.${code}.${column}`)); });
});

test('labels in another order than their values may be', () => {
  const codes = RESULTS.map(({ code }) => code);
  const swapped = [...codes];
  const at = codes.indexOf('granted');
  [swapped[at], swapped[at + 1]] = [swapped[at + 1]!, swapped[at]!];
  const columns = Array.from({ length: 7 }, (_, column) => swapped.map((code) => String((VALUES[code] ?? [0, 0, 0, 0, 0, 0, 0])[column])).join('\n'));
  const labels = swapped.map((code) => RESULTS.find((each) => each.code === code)!.label);
  const reading = read(`三、收到和处理政府信息公开申请情况\n${APPLICANTS.join('\n\n')}\n\n${labels.join('\n')}\n\n${columns.join('\n\n')}\n`);
  expect([VALUES['granted']![0], 'told']).toContain(reading.of('applications.granted.naturalPerson'));
});
