/** What single tools do to the form: w3m, lynx, pandoc and pdftotext over tables of made-up figures. */
import { describe, expect, test } from 'vitest';
import { parseReport } from '../../src/pipeline.ts';

const TITLE = '青溪县档案局2022年政府信息公开工作年度报告';

/** A form in tabs up to the table under test, so that the era is known. */
const BEFORE = [
  TITLE, '二、主动公开政府信息情况', '第二十条第（一）项', '信息内容\t本年制发件数\t本年废止件数\t现行有效件数', '规章\t0\t0\t0', '行政规范性文件\t1\t2\t3',
  '第二十条第（五）项', '信息内容\t本年处理决定数量', '行政许可\t5', '三、收到和处理政府信息公开申请情况',
].join('\n');

function read(text: string): Map<string, number | null> {
  return new Map(parseReport(`${BEFORE}\n${text}`).cells.map((cell) => [cell.cell, cell.value]));
}

const row = (cells: Map<string, number | null>, name: string): (number | null)[] =>
  ['naturalPerson', 'business', 'research', 'nonprofit', 'legalService', 'otherOrganization', 'total'].map((column) => cells.get(`applications.${name}.${column}`) ?? null);

describe('ruled tables of w3m', () => {
  const RULE = '│         │        ├─────────────────────┼───┼────┼────┼──────┼──────┼───┼────┤';
  const cells = read([
    '┌────────────────────────────────────────┬───┬────┬────┬──────┬──────┬───┬────┐',
    '│一、本年新收政府信息公开申请数量        │2  │9   │5   │12    │0     │8  │36  │',
    '├────────────────────────────────────────┼───┼────┼────┼──────┼──────┼───┼────┤',
    '│二、上年结转政府信息公开申请数量        │0  │0   │0   │0     │0     │0  │0   │',
    '├─────────┬────────┬─────────────────────┼───┼────┼────┼──────┼──────┼───┼────┤',
    '│         │        │8.属于行政查询事项   │   │6   │0   │3     │      │3  │12  │',
    '│三、本年 ├────────┼─────────────────────┼───┼────┼────┼──────┼──────┼───┼────┤',
    '│度办理结 │        │1.本机关不掌握相关政 │   │3   │4   │8     │/     │1  │16  │',
    '│果       │        │府信息               │   │    │    │      │      │   │    │', RULE,
    '│         │（四）无│2.没有现成信息需要另 │2  │0   │1   │1     │0     │4  │8   │',
    '│         │法提供  │行制作               │   │    │    │      │      │   │    │', RULE,
    '│         │        │3.补正后申请内容仍不 │   │    │    │      │      │   │    │',
    '│         │        │明确                 │   │    │    │      │      │   │    │',
    '└─────────┴────────┴─────────────────────┴───┴────┴────┴──────┴──────┴───┴────┘',
  ].join('\n'));

  test('the 无 of （四）无法提供 is no zero of the row above', () => {
    expect(row(cells, 'unavailable.notHeld')).toEqual([null, 3, 4, 8, null, 1, 16]);
    expect(row(cells, 'unavailable.needsCreation')).toEqual([2, 0, 1, 1, 0, 4, 8]);
  });
});

describe('grid tables of pandoc, label and group wrapped to two characters a line', () => {
  const RULE = '+-------+-------+-------+----+----+----+----+----+----+----+';
  const wrapped = (label: string, values: string[]): string[] => {
    const pieces = label.match(/.{1,2}/gu)!;
    return [RULE, ...pieces.map((piece, i) => `| ${piece}  |       |       |${i === 0 ? values.map((value) => ` ${value}  |`).join('') : '    |'.repeat(7)}`)];
  };
  test('values below the rule of a row are not its own', () => {
    const cells = read([
      ...wrapped('一、本年新收政府信息公开申请数量', ['1', '2', '3', '0', '0', '0', '6']),
      ...wrapped('二、上年结转政府信息公开申请数量', ['4', '0', '0', '0', '0', '1', '5']),
      ...wrapped('三、本年度办理结果（一）予以公开', ['5', '0', '0', '0', '0', '1', '6']), RULE,
    ].join('\n'));
    for (const name of ['received', 'carriedOver', 'granted']) {
      const own = { received: 6, carriedOver: 5, granted: 6 }[name]!;
      expect([null, own]).toContain(cells.get(`applications.${name}.total`) ?? null);
    }
    expect([null, 1]).toContain(cells.get('applications.received.naturalPerson') ?? null);
  });
});

describe('行政复议、行政诉讼 on one line of spaces', () => {
  const GROUPS = ['reconsideration', 'litigation.direct', 'litigation.afterReconsideration'];
  const COLUMNS = ['upheld', 'corrected', 'other', 'pending', 'total'];
  const disputes = (lines: string[]): (number | null)[] => {
    const cells = read(['四、政府信息公开行政复议、行政诉讼情况', '', ...lines, '', '五、存在的主要问题及改进情况'].join('\n'));
    return GROUPS.flatMap((group) => COLUMNS.map((column) => cells.get(`${group}.${column}`) ?? null));
  };
  const LYNX = [
    '   行政复议                   行政诉讼',
    '   结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉                复议后起诉',
    '                          结果维持 结果纠正 其他结果 尚未审结 总计  结果维持 结果纠正 其他结果 尚未审结 总计',
  ];
  const PDF = ['行政复议                 行政诉讼', '                 未经复议直接起诉       复议后起诉', '结果 结果 其他 尚未', '            总计 结果 结果 其他 尚未    结果 结果 其他 尚未', '维持 纠正 结果 审结                总计             总计'];

  test('each value below the start of its heading', () => {
    const starts = [3, 8, 13, 18, 23, 26, 31, 36, 41, 46, 50, 55, 60, 65, 70];
    const values = [0, null, 2, null, 2, 6, null, null, 31, 37, null, 4, null, null, 4];
    const line = values.reduce<string>((text, value, c) => (value === null ? text : text.padEnd(starts[c]!) + String(value)), '');
    expect(disputes([...LYNX, line])).toEqual(values);
  });
  test('steps below headings that are broken decide nothing', () => {
    const printed = [11, null, 21, 3, 35, 5, 62, null, 8, 75, null, null, 6, 1, 7];
    disputes([...PDF, '11    21 3  35 5  62    8  75       6  1  7']).forEach((value, i) => { expect([null, printed[i]]).toContain(value); });
  });
  test('steps of uneven width decide nothing', () => {
    const values = disputes([...PDF, '11    21   3     35  5      62  8    75  6   1   7']);
    expect(values.filter((value) => value !== null && value !== 35 && value !== 75 && value !== 7)).toEqual([]);
  });
});

describe('text recognised from an image', () => {
  const form = (lines: string[]): Map<string, number | null> =>
    new Map(parseReport([TITLE, '二、主动公开政府信息情况', '第二十条第（一）项', '信息内容 本年制发件数 本年废止件数 现行有效件数', ...lines, '三、收到和处理政府信息公开申请情况'].join('\n')).cells.map((cell) => [cell.cell, cell.value]));

  test('a misread label among lost ones: its digits, which no sum holds, are not taken', () => {
    const cells = form(['Mz', '行政规范性文作 4 3 8', '第二十条第（六）项', '信息内容 本年处理决定数量', '行政处罚 6']);
    expect(['issued', 'repealed', 'inForce'].map((code) => cells.get(`disclosure.normativeDocuments.${code}`))).toEqual([null, null, null]);
    expect(cells.get('disclosure.penalties.decisions')).toBe(6);
  });
  test('a misprint in a table that shows its rows', () => {
    const cells = form([
      '规章 1 0 2', '行政规范性文作 4 3 8', '第二十条第（五）项', '信息内容 本年处理决定数量', '行政许可 5', '第二十条第（六）项', '信息内容 本年处理决定数量', '行政处罚 6', '行政强制 7',
      '第二十条第（八）项', '信息内容 本年收费金额（单位：万元）', '行政事业性收费 0',
    ]);
    expect(['issued', 'repealed', 'inForce'].map((code) => cells.get(`disclosure.normativeDocuments.${code}`))).toEqual([4, 3, 8]);
  });
});
