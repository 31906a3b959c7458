import { describe, expect, it } from 'vitest';
import { readGrids } from '../../src/grid/grids.ts';
import { readLocal, type LocalTables } from '../../src/local/local.ts';
import { createDocument } from '../../src/text/document.ts';

function read(text: string): LocalTables | null {
  const document = createDocument(text);
  return readLocal(document, readGrids(document));
}

/** `label: values` a row; `?` for null. */
function rows(text: string): string[] {
  return (read(text)?.indicators ?? []).map(({ label, values }) => `${label}: ${Object.values(values).map((value) => value ?? '?').join(' ')}`);
}

const ROWS = [
  ['主动公开信息数', '条', '96', '310'], ['其中：1、网站公开', '条', '95', '300'], ['2、政府公报公开', '条', '', '10'],
  ['收到申请数', '件', '4', '9'], ['其中：1、当面申请数', '件', '1', '3'], ['2、网上申请数', '件', '3', '6'], ['行政复议数', '件', '0', '1'],
] as const;
const RIGHT = ['主动公开信息数: 96 310', '网站公开: 95 300', '政府公报公开: ? 10', '收到申请数: 4 9', '当面申请数: 1 3', '网上申请数: 3 6', '行政复议数: 0 1'];
const HEAD = ['指标名称', '单位', '2012年度', '历年累计'];

describe('layouts of one table', () => {
  it.each<[string, (table: readonly (readonly string[])[]) => string]>([
    ['tabs', (table) => table.map((row) => row.join('\t')).join('\n')],
    ['pipes', (table) => table.map((row) => `|${row.join('|')}|`).join('\n')],
    ['quoted CSV', (table) => table.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')],
    ['HTML in text', (table) => `<table>${table.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`],
    ['a cell a line', (table) => table.flat().join('\n')],
    ['columns of spaces', (table) => table.map((row) => row.map((cell, index) => cell.padEnd(index === 0 ? 30 - Array.from(cell).filter((char) => char > '\u2e80').length : 12 - Array.from(cell).filter((char) => char > '\u2e80').length)).join('')).join('\n')],
  ])('%s', (_, print) => {
    expect(rows(`一、概述\n做好公开。\n\n${print([HEAD, ...ROWS])}\n`)).toEqual(RIGHT);
  });

  it('all on one line, where one number of two leaves its place open', () => {
    const text = [HEAD, ...ROWS].flat().filter((cell) => cell !== '').join(' ');
    expect(rows(`一、概述 做好公开。 ${text} 附件下载`)).toEqual(RIGHT.map((row) => row.replace('? 10', '? ?')));
    expect(read(`一、概述 做好公开。 ${text} 附件下载`)!.findings.map(({ args }) => args)).toEqual([{ label: '政府公报公开', numbers: '10' }]);
  });
});

describe('glued tables', () => {
  const one = (values: readonly string[]): string => `附表：指标名称计量单位年末统计${['主动公开信息数条', '其中：1、网站公开条', '2、政府公报公开条', '收到申请数件', '行政复议数件'].map((label, at) => label + values[at]!).join('')}`;

  it('cuts the number of the next part off', () => {
    expect(rows(one(['96', '12', '1', '4', '0']))).toEqual(['主动公开信息数: 96', '网站公开: 12', '政府公报公开: 1', '收到申请数: 4', '行政复议数: 0']);
  });

  it('takes a blank for none of its neighbours', () => {
    expect(rows(one(['96', '', '1', '4', '0']))).toEqual(['主动公开信息数: 96', '网站公开: ?', '政府公报公开: 1', '收到申请数: 4', '行政复议数: 0']);
    expect(rows(one(['96', '95', '', '4', '0'])).slice(0, 2)).toEqual(['主动公开信息数: 96', '网站公开: 95']);
    expect(rows(one(['96', '95', '', '4', '0'])).at(-1)).toBe('行政复议数: 0');
  });

  it('cuts two numbers only where a zero leads', () => {
    expect(rows('指标名称单位2012年度历年累计主动公开文件数条1320收到申请数件03行政复议数件00')).toEqual(['主动公开文件数: ? ?', '收到申请数: 0 3', '行政复议数: 0 0']);
  });
});

describe('columns', () => {
  it('are bound by headings, serials and codes being none', () => {
    expect(rows('序号\t项目\t代码\t单位\t数量\n1\t主动公开信息数\t101\t条\t5\n2\t收到申请数\t102\t件\t3\n3\t行政复议数\t103\t件\t0')).toEqual(['主动公开信息数: 5', '收到申请数: 3', '行政复议数: 0']);
    expect(rows('项目 | 历年累计 | 本年度\n主动公开信息数 | 50 | 5\n收到申请数 | 30 | 3\n行政复议数 | 2 | 0')).toEqual(['主动公开信息数: 50 5', '收到申请数: 30 3', '行政复议数: 2 0']);
  });

  it('have headings of two lines', () => {
    expect(rows('<table><tr><td rowspan=2>指 标 名 称</td><td rowspan=2>计量<br>单位</td><td colspan=2>数量</td></tr><tr><td>本年度</td><td>历年累计</td></tr><tr><td>主动公开信息数</td><td>条</td><td>5</td><td>50</td></tr><tr><td>收到申请数</td><td>件</td><td>3</td><td>30</td></tr><tr><td>行政复议数</td><td>件</td><td>0</td><td>2</td></tr></table>'))
      .toEqual(['主动公开信息数: 5 50', '收到申请数: 3 30', '行政复议数: 0 2']);
    expect(rows(' 指标名称      单位   2011 历年\n                年度  累计\n 主动公开信息   条     0   116\n 数\n 其中：1．政   条     0    0\n 府网站公开数\n 2．政府公报   条     0   116\n 公开数\n 收到申请数    件     3    4\n 行政复议数    件     0    0'))
      .toEqual(['主动公开信息数: 0 116', '政府网站公开数: 0 0', '政府公报公开数: 0 116', '收到申请数: 3 4', '行政复议数: 0 0']);
  });

  it('that are not understood give no rows', () => {
    expect(read('事由\t一\t二\n主动公开信息数\t3\t4\n收到申请数\t3\t4\n行政复议数\t3\t4')).toBeNull();
  });
});

describe('values', () => {
  const table = (value: string): string => `项目\t单位\t数量\n主动公开信息数\t条\t5\n收到申请数\t件\t${value}\n行政复议数\t件\t0`;

  it.each(['#REF!', '33%', '见表2', '36 12', '3月3日'])('%s is no number, and a finding names its row', (value) => {
    const { indicators, findings } = read(table(value))!;
    expect(indicators.map(({ values }) => values['数量'])).toEqual([5, null, 0]);
    expect(findings.map(({ args }) => JSON.stringify(args))).toEqual([expect.stringContaining('收到申请数')]);
  });

  it('a blank and a dash are told by nothing', () => {
    for (const value of ['', '—', '/']) expect(read(table(value))!.findings).toEqual([]);
  });

  it('a row with a cell too few is open', () => {
    const { indicators, findings } = read('<table><tr><td>项目</td><td>单位</td><td>数量</td></tr><tr><td>主动公开信息数</td><td>条</td><td>5</td></tr><tr><td>收到申请数</td><td>3</td></tr><tr><td>行政复议数</td><td>件</td><td>0</td></tr></table>')!;
    expect(indicators.map(({ values }) => values['数量'])).toEqual([5, null, 0]);
    expect(findings.map(({ args }) => args['label'])).toEqual(['收到申请数']);
  });

  it('a table printed twice counts once, and what differs is open', () => {
    const text = `${table('3')}\n\n续\n\n${table('4')}`;
    const { indicators, findings } = read(text)!;
    expect(indicators.map(({ values }) => values['数量'])).toEqual([5, null, 0]);
    expect(findings.map(({ code }) => code)).toEqual(['tables/printed-twice']);
  });
});

describe('units, groups and codes', () => {
  it('the unit stands in its column, behind the label or in the heading', () => {
    const unit = (text: string): (string | null)[] => read(text)!.indicators.map((row) => row.unit);
    expect(unit('项目\t单位\t数量\n主动公开信息数\t条\t5\n收到申请数\t件\t3\n行政复议数\t件\t0')).toEqual(['条', '件', '件']);
    expect(unit('项目\t数量\n主动公开信息数（条）\t5\n收到申请数（件）\t3\n行政复议数（件）\t0')).toEqual(['条', '件', '件']);
    expect(unit('项目\t数量（件）\n主动公开信息数\t5\n收到申请数\t3\n行政复议数\t0')).toEqual(['件', '件', '件']);
  });

  it('the group is the row of which it is a part, a merged label, a heading or the caption', () => {
    const groups = (text: string): (string | null)[] => read(text)!.indicators.map((row) => row.group);
    expect(groups('项目\t数量\n主动公开信息数\t5\n其中：1、网站公开\t3\n2、公报公开\t2\n收到申请数\t3\n其中：1．办结\t3\n其中：1．同意公开\t1\n2．不予公开\t2\n行政复议数\t0'))
      .toEqual([null, '主动公开信息数', '主动公开信息数', null, '收到申请数', '办结', '办结', null]);
    expect(groups('<table><tr><td colspan=2>项目</td><td>数量</td></tr><tr><td rowspan=2>主动公开</td><td>网站公开数</td><td>5</td></tr><tr><td>公报公开数</td><td>1</td></tr><tr><td>依申请公开</td><td>收到申请数</td><td>3</td></tr></table>'))
      .toEqual(['主动公开', '主动公开', '依申请公开']);
    expect(groups('项目\t数量\n一、主动公开情况\t\n网站公开数\t5\n二、依申请公开情况\t\n收到申请数\t3\n答复数\t2')).toEqual(['主动公开情况', '依申请公开情况', '依申请公开情况']);
    expect(groups('附表一 主动公开\n项目\t数量\n网站公开数\t5\n公报公开数\t5\n\n附表二 依申请公开\n项目\t数量\n收到申请数\t3\n答复数\t2')).toEqual(['附表一 主动公开', '附表一 主动公开', '附表二 依申请公开', '附表二 依申请公开']);
  });

  it('a bar between cells is no label', () => {
    const labels = read('指标名称 | 统计数\n主动公开信息数（条） | 5\n其中：1.网站公开（条） | 3 3\n2.公报公开（条） | 2\n收到申请数（件） | 4')!.indicators.map(({ label }) => label);
    expect(labels).toEqual(['主动公开信息数', '网站公开', '公报公开', '收到申请数']);
  });

  it('the code is that of the national row it means, where only one does', () => {
    const codes = read('项目\t数量\n主动公开信息数\t5\n当面申请数\t1\n信函、传真申请数\t1\n行政复议数\t1\n其中：1、维持具体行政行为数\t1\n2、被依法纠错数\t0\n其他情形数\t0')!.indicators.map(({ code }) => code);
    expect(codes).toEqual(['disclosure.total', 'applications.received.inPerson', null, 'reconsideration.total', 'reconsideration.upheld', 'reconsideration.corrected', null]);
  });
});
