/** Labels here, values there: runs of both, as a PDF prints them that is read without its layout. Made-up reports. */
import { expect, test } from 'vitest';
import { parseReport } from '../../src/index.ts';
import { chainOf } from '../../src/align/stream/serials.ts';
import { waysToCut, type Token } from '../../src/align/stream/runs.ts';
import type { Item } from '../../src/align/stream/items.ts';

const HEAD = '云渡区水务局2016年政府信息公开工作年度报告\n\n政府信息公开情况统计表\n\n统计指标\n\n单位\n\n统计数\n\n';

function read(blocks: readonly string[]): { value: (path: string) => number | null | undefined; named: (path: string) => boolean } {
  const report = parseReport(HEAD + blocks.join('\n\n'), { era: 'statistics' });
  return {
    value: (path) => report.cells.find(({ cell }) => cell === `statistics.${path}`)?.value,
    named: (path) => report.findings.some(({ cells }) => cells.includes(`statistics.${path}`)),
  };
}

/** Three labels and their values, two values and their labels, then label and value by turns. */
const BLOCKS = [
  '一、主动公开情况\n——\n（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）\n条\n其中：主动公开规范性文件数\n条\n制发规范性文件总数\n件', '——\n240\n6\n9',
  '（二）通过不同渠道和方式公开政府信息的情况', '——', '——', '11\n52', '1.政府公报公开政府信息数\n条\n2.政府网站公开政府信息数\n条',
  '3.政务微博公开政府信息数', '条', '16', '4.政务微信公开政府信息数', '条', '31', '5.其他方式公开政府信息数', '条', '7',
];
const CELLS: Record<string, number> = {
  'disclosure.total': 240, 'disclosure.normativeDocuments': 6, 'disclosure.normativeDocumentsIssued': 9, 'disclosure.channels.gazette': 11,
  'disclosure.channels.website': 52, 'disclosure.channels.weibo': 16, 'disclosure.channels.wechat': 31, 'disclosure.channels.other': 7,
};

test('values behind their labels and before them come out where the table can be cut in one way alone', () => {
  const { value } = read(BLOCKS);
  for (const [path, number] of Object.entries(CELLS)) expect([path, value(path)]).toEqual([path, number]);
});

test('a number that is lost leaves the labels of its run open, and no other', () => {
  const { value, named } = read(BLOCKS.map((block) => block.replace('240\n6\n9', '240\n9')));
  for (const path of ['disclosure.normativeDocuments', 'disclosure.normativeDocumentsIssued']) {
    expect([path, value(path)]).toEqual([path, null]);
    expect(named(path)).toBe(true);
  }
  for (const path of ['disclosure.channels.gazette', 'disclosure.channels.weibo', 'disclosure.channels.other']) expect(value(path)).toBe(CELLS[path]);
});

test('numbers that are lost here and there leave the whole table open', () => {
  const { value } = read(BLOCKS.map((block) => block.replace('240\n6\n9', '240\n9').replace(/^16$|^7$/, '—').replace('11\n52', '52')));
  for (const path of Object.keys(CELLS)) expect([path, [CELLS[path], null].includes(value(path) ?? null)]).toEqual([path, true]);
});

test('serials among the values are none', () => {
  let serial = 100;
  const blocks = BLOCKS.filter((_, i) => i !== 3).map((block) => block.replace('况\n——', '况').replace(/\n?(?:条|件)(?=\n|$)/g, () => `\n${++serial}`));
  const { value } = read(blocks);
  for (const [path, number] of Object.entries(CELLS)) expect([path, value(path)]).toEqual([path, number]);
});

test('a label that is wrapped around its first value has it, and those that stand behind', () => {
  const rows = [
    '一、本年新收政府信息公开申请数量', '5', '0', '1', '0', '0', '0', '6', '二、上年结转政府信息公开申请数量', '1', '0', '0', '0', '0', '0', '1',
    '（一）予\n3\n以公开\n（二）部分公开（区分处理的，\n1\n只计这一情形，不计其他情形）', '0', '1', '0', '0', '0', '4', '1', '0', '0', '0', '0', '2',
    '1.属于国\n2\n家秘密', '0', '0', '0', '0', '0', '2', '（七）总计', '6', '1', '1', '0', '0', '0', '8',
  ];
  const report = parseReport(['云渡区水务局2022年政府信息公开工作年度报告', '三、收到和处理政府信息公开申请情况', '申请人情况', '自然人', '法人或其他组织', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计', ...rows].join('\n\n'), { era: '2021' });
  const values = (row: string): (number | null | undefined)[] => ['naturalPerson', 'business', 'research', 'nonprofit', 'legalService', 'otherOrganization', 'total']
    .map((column) => report.cells.find(({ cell }) => cell === `applications.${row}.${column}`)?.value);
  expect(values('received')).toEqual([5, 0, 1, 0, 0, 0, 6]);
  expect(values('granted')).toEqual([3, 0, 1, 0, 0, 0, 4]);
  expect(values('partiallyGranted')).toEqual([1, 1, 0, 0, 0, 0, 2]);
  expect(values('denied.stateSecret')).toEqual([2, 0, 0, 0, 0, 0, 2]);
});

const item = (kind: Item['kind'], value: number | null = null, breaks = 2): Item => ({
  kind, start: 0, end: 0, text: String(value), key: '', ordinal: 0, targets: [], content: { value, status: value === null ? 'blank' : 'reported', unit: null },
  breaks, bars: 0, blanks: 0, parted: false, glued: false, page: false, loose: false, sentence: false, words: 1,
});

test('a value that is the next serial, too, is told from it by the label beside', () => {
  // A serial behind each label; the value of the second is 3.
  const items = [1, 2, 3, 4, 5, 6].flatMap((number) => [item('label'), item('value', number), ...(number === 2 ? [item('value', 3)] : [])]);
  const values = items.flatMap(({ kind }, at) => (kind === 'value' ? [at] : []));
  const chain = chainOf(items, values, 6, true);
  expect(chain).not.toBeNull();
  expect(chain!.has(items[4]!)).toBe(false);
  expect([...chain!].map(({ content }) => content.value)).toEqual([1, 2, 3, 4, 5, 6]);
});

const sequence = (text: string, width = 1): Token[] => {
  let row = 0;
  return Array.from(text, (letter): Token => (letter === 'L' ? { kind: 'label', row: row++, width, bare: 1 } : { kind: 'value', item: item('value', 1, letter === 'v' ? 1 : 2) }));
};

test('runs of labels and values are cut where nothing is left over', () => {
  const sizes = (tokens: Token[]): string[] => [...waysToCut(tokens).byRow.values()].map((runs) => [...new Set(runs.map((run) => (run === null ? '-' : `${run.labels.length}:${run.values.length}`)))].join('/'));
  expect(sizes(sequence('LLVvVvLLLV'))).toEqual(['2:2', '2:2', '2:2', '2:2', '1:1']);
  expect(waysToCut(sequence('LLVvVvLLLV')).best).toBe(0);
  expect(waysToCut(sequence('LVLVLVVLVLV')).best).toBe(1);
});

test('a sequence of any length is cut in time that goes with its length', () => {
  const long = (times: number): number => {
    const tokens = sequence('LLLVvvL'.repeat(40 * times) + 'V'.repeat(2000 * times));
    const start = performance.now();
    waysToCut(tokens);
    return performance.now() - start;
  };
  long(4);
  expect(long(32)).toBeLessThan(40 * Math.max(long(4), 5));
});

