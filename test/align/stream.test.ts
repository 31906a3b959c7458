/** Tables without visible cells, read as streams of labels and values. Made-up reports. */
import { expect, test } from 'vitest';
import { formOf } from '../../src/forms/registry.ts';
import { parseReport } from '../../src/index.ts';

const HEAD = '云渡区水务局2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n';
const DISCLOSURE = ['第二十条第（一）项', '信息内容', '本年制发件数', '本年废止件数', '现行有效件数', '规章', '1', '2', '3', '行政规范性文件', '4', '5', '6'];
const COLUMNS = ['申请人情况', '自然人', '法人或其他组织', '总计', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
const ROWS = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '三、本年度办理结果', '（一）予以公开', '（七）总计', '四、结转下年度继续办理'];

function read(text: string): { value: (path: string) => number | null | undefined; named: (path: string) => boolean } {
  const report = parseReport(HEAD + text, { era: '2021' });
  return {
    value: (path) => report.cells.find(({ cell }) => cell === path)?.value,
    named: (path) => report.findings.some(({ cells }) => cells.includes(path)),
  };
}

const disclosure = (change: (cells: string[]) => void, between = '\n'): ReturnType<typeof read> => {
  const cells = [...DISCLOSURE];
  change(cells);
  return read(cells.join(between));
};

test('a cell a line, and all on one line', () => {
  for (const between of ['\n', ' ', '\n\n']) {
    const { value } = disclosure(() => undefined, between);
    expect(value('disclosure.regulations.repealed')).toBe(2);
    expect(value('disclosure.normativeDocuments.inForce')).toBe(6);
  }
});

test('headings in another order bind the columns', () => {
  const { value } = disclosure((cells) => { [cells[2], cells[3]] = [cells[3]!, cells[2]!]; });
  expect(value('disclosure.regulations.issued')).toBe(2);
  expect(value('disclosure.regulations.repealed')).toBe(1);
});

test('a misprinted label and a wrapped one bind their rows', () => {
  const { value } = disclosure((cells) => {
    cells[9] = '行政规苑性\n文件';
    cells.push('第二十条第（六）项', '信息内容', '本年处理决定数量', '行政处罚', '8', '行政强制', '9');
  });
  expect(value('disclosure.normativeDocuments.issued')).toBe(4);
});

test('a cell is read whole, and shifts nobody', () => {
  const { value, named } = disclosure((cells) => { cells[7] = '见表2'; });
  expect(value('disclosure.regulations.issued')).toBe(1);
  expect(value('disclosure.regulations.repealed')).toBeNull();
  expect(named('disclosure.regulations.repealed')).toBe(true);
  expect(value('disclosure.regulations.inForce')).toBe(3);
});

test('a cell that is lost without a trace leaves its row open where no sum tells', () => {
  const { value, named } = disclosure((cells) => { cells.splice(7, 1); });
  for (const column of ['issued', 'repealed', 'inForce']) {
    expect(value(`disclosure.regulations.${column}`)).toBeNull();
    expect(named(`disclosure.regulations.${column}`)).toBe(true);
  }
  expect(value('disclosure.normativeDocuments.issued')).toBe(4);
});

test('a row of another name keeps its numbers', () => {
  const { value } = disclosure((cells) => { cells.splice(9, 0, '便民服务指南', '7', '8', '9'); });
  expect(value('disclosure.regulations.inForce')).toBe(3);
  expect(value('disclosure.normativeDocuments.issued')).toBe(4);
});

const applications = (rows: readonly string[], between: string): ReturnType<typeof read> => {
  const lines = [...COLUMNS, ROWS[0]!, rows[0]!, ROWS[1]!, rows[1]!, ROWS[2]!, ROWS[3]!, rows[2]!, ROWS[4]!, rows[3]!, ROWS[5]!, rows[4]!];
  return read(`三、收到和处理政府信息公开申请情况\n${lines.join(between)}\n`);
};

test('headings of the second line stand where the heading over them does', () => {
  const { value } = applications(['4 1 0 0 0 0 5', '0 0 0 0 0 0 0', '4 1 0 0 0 0 5', '4 1 0 0 0 0 5', '0 0 0 0 0 0 0'], '\n');
  expect(value('applications.received.business')).toBe(1);
  expect(value('applications.received.total')).toBe(5);
});

test('sums tell where values lie whose gaps left no trace', () => {
  const { value } = applications(['4 1 0 0 0 0 5', '0 0 0 0 0 0 0', '4 1 0 0 0 0 5', '4 1 0 0 0 0 5', '3 2'], '\n');
  expect(value('applications.received.naturalPerson')).toBe(4);
  expect(value('applications.carriedForward.naturalPerson')).toBeNull();
});

test('digits without anything between are cut by their sums', () => {
  const { value, named } = applications(['12030000123', '0000000', '12030000123', '12030000123', '0000000'], '');
  expect(value('applications.carriedOver.total')).toBe(0);
  for (const column of ['naturalPerson', 'business', 'total']) {
    const got = value(`applications.received.${column}`);
    expect(got === null ? named(`applications.received.${column}`) : [120, 3, 123].includes(got!)).toBe(true);
  }
});

test('a sentence that names rows is no table', () => {
  const report = parseReport('云渡区水务局2022年政府信息公开工作年度报告\n一、总体情况\n本年度行政许可 12 件，行政处罚 3 件，行政强制 1 件。\n', { era: '2021' });
  expect(report.cells.every(({ value }) => value === null)).toBe(true);
});

test('groups of outcomes side by side, and a group without values', () => {
  const outcomes = '结果维持 结果纠正 其他结果 尚未审结 总计';
  const side = read(`四、政府信息公开行政复议、行政诉讼情况\n行政复议 行政诉讼 ${outcomes} 未经复议直接起诉 复议后起诉 ${outcomes} ${outcomes}\n1 0 0 1 2 3 0 0 0 3 0 4 0 0 4\n`);
  expect(side.value('reconsideration.total')).toBe(2);
  expect(side.value('litigation.direct.upheld')).toBe(3);
  expect(side.value('litigation.afterReconsideration.corrected')).toBe(4);
  const turned = read(`四、政府信息公开行政复议、行政诉讼情况\n类别 ${outcomes}\n行政复议 1 0 0 1 2\n未经复议直接起诉 3 0 0 0 3\n复议后起诉 0 4 0 0 4\n`);
  expect(turned.value('reconsideration.pending')).toBe(1);
  expect(turned.value('litigation.afterReconsideration.total')).toBe(4);
});

const APPLICATIONS = formOf('2021').tables.find(({ name }) => name === 'applications')!.blocks[0]!.rows.filter((row) => row.optional !== true && row.heading !== true);
/** A lawful row of each: what was received is granted or carried forward. */
const valuesOf = (code: string): number[] => {
  const rows: Record<string, number[]> = {
    received: [5, 1, 0, 2, 0, 3, 11], carriedOver: [2, 0, 1, 0, 0, 0, 3], granted: [4, 1, 1, 2, 0, 1, 9], resultTotal: [4, 1, 1, 2, 0, 1, 9], carriedForward: [3, 0, 0, 0, 0, 2, 5],
  };
  return rows[code] ?? [0, 0, 0, 0, 0, 0, 0];
};

test('a whole table whose values stand apart from its labels, column by column, where every sum holds', () => {
  const labels = APPLICATIONS.map(({ label }) => label);
  const text = (change: (values: number[][]) => void): string => {
    const values = APPLICATIONS.map(({ code }) => [...valuesOf(code)]);
    change(values);
    const blocks = Array.from({ length: 7 }, (_, column) => values.slice(10).map((row) => row[column]).join('\n'));
    const whole = values.slice(0, 10).flatMap((row, index) => [labels[index]!, ...row.map((value) => `\n${String(value)}`), '']);
    return ['三、收到和处理政府信息公开申请情况', ...COLUMNS, ...whole, labels[10]!, '', blocks.join('\n\n'), '', ...labels.slice(11)].join('\n');
  };
  const { value } = read(text(() => undefined));
  expect(['received.total', 'granted.naturalPerson', 'carriedForward.otherOrganization', 'resultTotal.total'].map((path) => value(`applications.${path}`))).toEqual([11, 4, 2, 9]);
  const broken = read(text((values) => { values[12]![0] = 7; }));
  const path = `applications.${APPLICATIONS[12]!.code}.naturalPerson`;
  expect([value(path), broken.value(path), broken.named(path)]).toEqual([0, null, true]);
});

test('headings strewn over lines: as many values as the form has, behind all their characters', () => {
  const heads = ['行政复议 行政诉讼', '未经复议直接起诉 复议后起诉', '结果 结果 其他 尚未', '总计 总计 总计', '维持 纠正 结果 审结', '结果 结果 其他 尚未 结果 结果 其他 尚未', '维持 纠正 结果 审结 维持 纠正 结果 审结'];
  const text = (cells: string[]): string => ['四、政府信息公开行政复议、行政诉讼情况', ...heads, cells.join(' ')].join('\n');
  const cells = ['1', '0', '2', '0', '3', '0', '0', '0', '0', '0', '4', '0', '0', '1', '5'];
  const { value } = read(text(cells));
  expect([value('reconsideration.other'), value('litigation.afterReconsideration.upheld'), value('litigation.afterReconsideration.total')]).toEqual([2, 4, 5]);
  const lost = read(text(cells.slice(1)));
  expect(lost.value('litigation.afterReconsideration.upheld')).toBeNull();
  expect(lost.named('litigation.afterReconsideration.upheld')).toBe(true);
});

test('the value of a block’s one row may stand above its label', () => {
  const { value } = disclosure((cells) => { cells.push('第二十条第（五）项', '信息内容', '本年处理决定数量', '550', '行政许可', '第二十条第（六）项', '信息内容', '本年处理决定数量', '行政处罚', '8', '行政强制', '9'); });
  expect(value('disclosure.licensing.decisions')).toBe(550);
  expect(value('disclosure.normativeDocuments.inForce')).toBe(6);
  expect(value('disclosure.penalties.decisions')).toBe(8);
});

test('numbers of a sentence behind a table are none of its last row’s', () => {
  const { value } = disclosure((cells) => {
    cells.splice(12, 1);
    cells.push('本年度未新增规章 1 件以外的制度。');
  }, '\n');
  expect(value('disclosure.normativeDocuments.inForce')).not.toBe(1);
});

test('a stretch of characters that no label knows, longer than a function takes arguments, is read', () => {
  const { value } = read(`${DISCLOSURE.join(' ')} ${'某'.repeat(200_000)}`);
  expect(value('disclosure.regulations.repealed')).toBe(2);
});
