/** 整改措施 by what it stands beside, and the lines that end a report. */
import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const OPENING = ['青川县水利局2022年政府信息公开工作年度报告', '一、总体情况', '主动公开政府信息126条。', '二、主动公开政府信息情况', '全年公开信息126条。', '三、收到和处理政府信息公开申请情况', '收到申请3件。'];

describe('整改措施 is problems or plans as its section says', () => {
  it.each([
    ['存在问题及整改措施', 'problems'], ['不足之处及整改措施', 'problems'], ['问题整改措施', 'problems'], ['整改情况', 'problems'], ['工作中的问题与整改措施', 'problems'],
    ['整改措施', 'plans'], ['下一步整改措施', 'plans'], ['2023年整改措施', 'plans'], ['整改措施及下步工作打算', 'plans'], ['今后整改措施', 'plans'], ['改进意见', 'plans'],
  ])('%s: %s', (title, id) => {
    const { sections } = read([...OPENING, `四、${title}`, '一是加强学习。二是完善制度。', '五、其他需要报告的事项', '无。', ''].join('\n'));
    expect(sections[3]).toMatchObject({ title, id });
  });
});

describe('a report ends before', () => {
  it.each([
    [['青川县水利局', '2023年1月12日', '附件下载']], [['青川县水利局2023年1月12日', '附件下载：附件1.xls']], [['青川县水利局2023年1月12日附件下载']], [['青川县水利局', '二〇二三年一月十二日']], [['青川县水利局', '2023/1/12', '【打印】【关闭】']],
    [['（此件主动公开）', '青川县水利局', '2023年1月12日']], [['单位：青川县水利局', '日期：2023年1月12日']], [['青川县水利局（盖章）', '2023年元月12日']], [['附件：青川县水利局2022年政府信息公开统计表.xls']], [['青川县水利局', '2023年1月12日', '上一篇：无', '下一篇：2021年年报']],
  ])('%s', (tail) => {
    const last = read([...OPENING, '四、其他需要报告的事项', '无其他需要报告的事项。', ...tail, ''].join('\n')).sections.at(-1);
    expect(last).toMatchObject({ title: '其他需要报告的事项', text: '无其他需要报告的事项。', children: [] });
  });
});
