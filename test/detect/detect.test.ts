import { describe, expect, it } from 'vitest';
import { detect } from '../../src/detect/detect.ts';
import { readGrids } from '../../src/grid/grids.ts';
import { readLocal } from '../../src/local/local.ts';
import { createDocument } from '../../src/text/document.ts';

const see = (text: string): ReturnType<typeof detect> => {
  const document = createDocument(text);
  return detect(document, { local: readLocal(document, readGrids(document))?.signal });
};

describe('era', () => {
  it.each([
    ['columns of 2021', '二、主动公开政府信息情况\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0', '2021'],
    ['columns of 2019 torn over lines', '信息内容\n本年新\n制作数量\n本年新 公开数量\n对外公开总数量\n规章', '2019'],
    ['columns in traditional characters between pipes', '| 本年製發 | 件數 | 本年廢止件數 | 現行有效件數 |', '2021'],
    ['the old columns in a report of 2023', '青石镇2023年度报告\n一、总体情况\n上一年项目数量 本年增/减 处理决定数量\n行政许可 1 0 2', '2019'],
    ['a local table', '一、概述\n青石镇政府信息公开情况统计表\n指标名称 计量单位 2010年度 历年累计\n主动公开文件数 条 3 9', 'statistics'],
    ['a local table in a grid, without a title', '一、概述\n好。\n附表\n项目\t数量\n主动公开信息数（条）\t3\n收到申请数（件）\t1\n答复数（件）\t1', 'statistics'],
    ['a budget in a narrative report', '一、概述\n好。\n项目\t预算数\t决算数\n办公费\t3\t2\n印刷费\t1\t1\n差旅费\t4\t3', 'narrative'],
    ['a list of staff in a narrative report', '一、概述\n好。\n序号\t姓名\t职务\t人数\n1\t张三\t主任\t1\n2\t李四\t干事\t1\n3\t王五\t干事\t1', 'narrative'],
    ['kinds of information in a narrative report', '一、概述\n好。\n项目\t数量\n机构职能类\t3\n规划计划类\t2\n行政许可类\t5', 'narrative'],
    ['a local table beside the form of 2021', '信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n附表\n项目\t数量\n主动公开信息数\t3\n收到申请数\t1\n答复数\t1', '2021'],
    ['old sections', '一、概述\n做好公开。\n二、主动公开政府信息情况\n公开3条。\n三、依申请公开情况\n无。', 'narrative'],
    ['old sections in a report of 2020', '青石镇2020年度报告\n一、概述\n做好公开。\n二、收费及减免情况\n无。', 'narrative'],
    ['a sentence that names the six sections', '由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况六部分组成。\n一、概述\n做好公开。\n二、收费及减免情况\n无。', 'narrative'],
    ['总体情况 among sections of other names', '一、总体情况\n好。\n二、强化领导\n好。\n三、拓宽渠道\n好。\n四、狠抓落实\n好。', 'narrative'],
    ['总体情况 before one section of the old names', '一、总体情况\n好。\n二、依申请公开\n无。\n三、问题和打算\n改进。', 'narrative'],
    ['six sections, tables lost, the later notice cited', '依国办公开办函〔2021〕30号编制。\n一、总体情况\n好。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况', '2021'],
    ['six sections, tables lost, the earlier notice cited', '依国办公开办函〔2019〕60号编制。\n一、总体情况\n好。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况', '2019'],
    ['nothing', '关于做好防汛工作的通知', 'narrative'],
  ])('%s', (_, text, era) => {
    expect(see(text).era).toBe(era);
  });

  it('knows the national table by its rows', () => {
    const rows = ['收到申请数 件 3', '当面申请数 件 1', '传真申请数 件 0', '网络申请数 件 2', '信函申请数 件 0', '申请办结数 件 3', '按时办结数 件 3', '延期办结数 件 0', '申请答复数 件 3'];
    expect(see(`一、概述\n好。\n政府信息公开情况统计表\n${rows.join('\n')}`).era).toBe('statistics');
    expect(see(`一、概述\n全年收到申请数3件，当面申请数1件，网络申请数2件。`).era).toBe('narrative');
  });

  it('gives the line of its evidence and a confidence', () => {
    const { confidence, evidence } = see('\n信息内容\n本年制发件数\n本年废止件数');
    expect(confidence).toBeGreaterThan(0.9);
    expect(evidence).toEqual([{ signal: '本年制发件数', line: 3 }, { signal: '本年废止件数', line: 4 }]);
  });

  it('is less sure of headings than of columns', () => {
    expect(see('一、总体情况\n做好公开。').confidence).toBeLessThan(0.5);
    expect(see('').confidence).toBe(0);
  });

  it('is overruled', () => {
    expect(detect(createDocument('本年制发件数 本年废止件数'), { era: '2019' })).toMatchObject({ era: '2019', confidence: 1 });
  });
});

it('takes 总体情况 alone for a heading of any generation: a report on a year before the form is prose', () => {
  const text = (year: number): string => `云岭县水务局${year}年政府信息公开工作年度报告\n统计期限为${year}年1月1日至12月31日。\n一、总体情况\n做好公开。`;
  expect([2015, 2018, 2019, 2022].map((year) => see(text(year)).era === 'narrative')).toEqual([true, true, false, false]);
});
