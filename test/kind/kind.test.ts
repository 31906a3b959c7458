import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/pipeline.ts';

const reasons = (text: string): unknown[] => parseReport(text).findings.filter(({ code }) => code === 'document/not-a-report').map(({ args, severity }) => [args['reason'], severity]);

describe('what is no report of this kind', () => {
  it.each([
    ['a recipe', '红烧肉的做法\n一、准备材料\n五花肉500克。\n二、制作步骤\n小火炒糖色，加水炖一小时。', '与政府信息公开无关'],
    ['a plan', '云岭县2023年政务公开工作要点\n一、加强主动公开\n做好重点领域信息公开。\n二、强化政策解读\n及时解读。', '标题为其他文种'],
    ['a notice', '关于做好2023年政府信息公开工作年度报告编制工作的通知\n各镇人民政府：\n请于1月20日前报送。', '标题为其他文种'],
    ['a README', '# 工具\n\n读取政府信息公开工作年度报告。\n\n```sh\nnpm install\n```\n', '数据或程序'],
    ['the tool’s own JSON', JSON.stringify(parseReport('云岭县水务局2021年政府信息公开工作年度报告\n一、总体情况\n公开20条。')), '数据或程序'],
    ['JSON over many lines', JSON.stringify({ schemaVersion: '1.0', metadata: { title: '云岭县2021年政府信息公开工作年度报告' } }, null, 2), '数据或程序'],
    ['an empty form', '政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\n行政规范性文件\n第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\n第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\n行政强制\n', '表格未填写'],
  ])('%s', (_, text, reason) => { expect(reasons(text)).toEqual([[reason, 'warning']]); });
});

describe('what is one', () => {
  it.each([
    ['a short report', '云岭县水务局2021年政府信息公开工作年度报告\n一、总体情况\n公开20条。'],
    ['a head that names nobody', '一、总体情况\n2019年，我局认真落实条例，推进政府信息公开。'],
    ['a report without headings', '2016年，我局主动公开政府信息20条。本报告统计期限自2016年1月1日起至12月31日止，由云岭县水务局编制。'],
    ['an academic year', '云岭学院2017-2018学年度信息公开工作年度报告\n一、概述\n公开校务20条。'],
    ['nothing', ''],
  ])('%s', (_, text) => { expect(reasons(text)).toEqual([]); });
});
