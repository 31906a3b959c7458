import { describe, expect, test } from 'vitest';
import { page, read } from './read.ts';

const years = (...head: string[]): [number | null, string | null] => {
  const { metadata } = read(page(...head));
  return [metadata.year, metadata.academicYear];
};

describe('year reported on', () => {
  test.each([
    [2021, ['云岭县水务局2021年政府信息公开工作年度报告', '发布日期：2022-01-20']],
    [2014, ['云岭县水务局关于报送2014年政府信息公开工作情况及2015年工作计划的报告']],
    [2013, ['云岭县水务局二○一三年度政府信息公开年报']],
    [2021, ['发布日期：2022-01-20', '统计期限自2021年1月1日起至2021年12月31日止。']],
    [2009, ['发布日期：2022-01-20', '根据《条例》，公布2009年度本机关信息公开年度报告。']],
    [2020, ['《条例》（2007年4月5日国务院令第492号公布，2019年4月3日修订）', '现公布2020年度云岭县税务局政府信息公开工作报告。']],
    [2022, ['根据（国办公开办函〔2019〕60号）要求，2022年，我局认真落实。']],
    [2016, ['根据《2015年政务公开工作要点》，将我局2016年政府信息公开工作情况报告如下：']],
  ])('%i', (year, head) => {
    expect(years(...head)).toEqual([year, null]);
  });
  test.each([
    ['2016-2017', ['云岭大学信息公开年报（2016-2017）']],
    ['2018-2019', ['编制2018-2019学年云岭大学信息公开工作年度报告。']],
    ['2016-2017', ['编制2016至2017学年云岭大学信息公开工作年度报告。']],
    ['2014-2015', ['云岭大学2014—2015学年度信息公开工作年度报告']],
    ['2018-2019', ['公布云岭大学信息公开工作年度报告，统计时间为2018年9月1日至2019年8月31日。']],
  ])('school year %s', (academicYear, head) => {
    expect(years(...head)).toEqual([null, academicYear]);
  });
  test.each([
    [['云岭县水务局政府信息公开工作年度报告', '发布日期：2022-01-20']],
    [['索引号：000014349/2022-00036', '文号：云水发〔2022〕3号']],
    [['2023年水务局信息公开工作年度报告.docx', '时间：2023-04-14', '统计期限是年1月1日至年12月31日。']],
  ])('none', (head) => {
    expect(years(...head)).toEqual([null, null]);
  });
  test('a school may report on a calendar year', () => {
    expect(years('云岭学校2020年信息公开工作年度报告', '2019-2020学年，学校认真落实。')).toEqual([2020, null]);
  });

  const codes = (...head: string[]): string[] => read(page(...head)).findings.map((each) => each.code);
  test('last year’s period, preamble and body are reported', () => {
    const title = '云岭县水务局2021年政府信息公开工作年度报告';
    expect(codes(title, '统计期限自2020年1月1日起至2020年12月31日止。')).toEqual(['metadata/period-year']);
    expect(codes(title, '现将我局2020年度政府信息公开工作情况报告如下：')).toEqual(['metadata/preamble-year']);
    expect(codes(title)).toEqual([]);
    const stale = `${title}\n一、总体情况\n2020年，我局公开信息。2020年，我局收到申请。\n`;
    expect(read(stale).findings.map((each) => each.code)).toEqual(['metadata/body-year']);
  });
});
