/** Tables recognised from an image: misread labels, debris, numbers that prove each other. Made-up reports. */
import { expect, test } from 'vitest';
import { parseReport } from '../../src/index.ts';

const HEAD = `云渡区水务局2022年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第（一）项
信息内容 本年制发件数 本年废止件数 现行有效件数
三、收到和处理政府信息公开申请情况
申请人情况 自然人 法人或其他组织 总计
商业企业 科研机构 社会公益组织 法律服务机构 其他
`;

function read(lines: readonly string[]): { value: (path: string) => number | null | undefined; named: (path: string) => boolean } {
  const report = parseReport(`${HEAD}${lines.join('\n')}\n五、存在的主要问题及改进情况\n无。\n`, { era: '2021' });
  return {
    value: (path) => report.cells.find(({ cell }) => cell === `applications.${path}`)?.value,
    named: (path) => report.findings.some(({ cells }) => cells.includes(`applications.${path}`)),
  };
}

const LINES = [
  '一、本年新收政府信息公开申请数量 BAg |', 'Fo', '1.属于国家秘密 | 12 | 7 7 | 26', '2.其他法律行政法', 'ae 王', '3.危及“三安全一稳', '3        3', 'Ci',
  '没有现成信息需要', '            7   4     11', '=', '2.重夏申请 17 | | 7 aa', '4无正当埋由大量反 |1290    4    1294', '复申请', 'PP', '（七)总汁 1 1 2',
];

test('the sum of a line comes out for the row that its label is likest to; its parts only where they fill the row', () => {
  const { value, named } = read([...LINES, '四、结转下年度继续力理 3 0 1 0 0 2 6']);
  expect(value('denied.stateSecret.total')).toBe(26);
  expect(value('unavailable.needsCreation.total')).toBe(11);
  expect(value('notProcessed.excessive.total')).toBe(1294);
  for (const path of ['denied.stateSecret.naturalPerson', 'notProcessed.excessive.business']) {
    expect(value(path)).toBeNull();
    expect(named(path)).toBe(true);
  }
  expect(value('carriedForward.naturalPerson')).toBe(3);
  expect(value('carriedForward.otherOrganization')).toBe(2);
});

test('nothing comes out of numbers that prove nothing, and of labels that are more rows\' than one', () => {
  const { value } = read([...LINES, '信息 5 6 11', '申请 40 2 42']);
  for (const path of ['denied.securityStability.total', 'notProcessed.duplicate.total', 'other.rest.total', 'carriedForward.total']) expect([path, value(path)]).toEqual([path, null]);
});

test('a line of another order is no row', () => {
  const { value } = read([...LINES, '1.本机关不掌握相关 20 1 21']);
  expect(value('unavailable.notHeld.total')).toBeNull();
});
