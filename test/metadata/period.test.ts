import { describe, expect, test } from 'vitest';
import { page, read } from './read.ts';

const period = (sentence: string): string | null => {
  const found = read(page(sentence)).metadata.period;
  return found === null ? null : `${found.from}..${found.to}`;
};
const YEAR_2021 = '2021-01-01..2021-12-31';

describe('statistical period', () => {
  test.each([
    ['本报告所列数据的统计期限自2021年1月1日起至2021年12月31日止。', YEAR_2021],
    ['本报告所列数据的统计期限自 2021 年 1 月 1 日\n起至 2021 年 12 月 31 日止。', YEAR_2021],
    ['统计时限为2021年1月1日至12月31日。', YEAR_2021],
    ['数据统计期限从2021年1月1日到12月31日止。', YEAR_2021],
    ['统计期限为：2021年1月1日—2021年12月31日。', YEAR_2021],
    ['统计期限自2021年1月1日起，至2021年12月31日止。', YEAR_2021],
    ['统计期限为2021年1月1日-2021年12月31。', YEAR_2021],
    ['数据自2021年1月1日至2021年12月31日。', YEAR_2021],
    ['内容涵盖2021年1月1日至12月31日期间的情况。', YEAR_2021],
    ['統計時限從2021年1月1日至2021年12月31日止', YEAR_2021],
    ['統計(jì)時限從2021年1月1日至2021年12月31日止', YEAR_2021],
    ['统计期限自二〇二一年一月一日起至二〇二一年十二月三十一日止。', YEAR_2021],
    ['统计时间为2018年9月1日至2019年8月31日。', '2018-09-01..2019-08-31'],
    ['统计期限为202111日至20211231日。', YEAR_2021],
    ['统计时间为201691日至2017831日。', '2016-09-01..2017-08-31'],
    ['统计期限自2021月1日起至2021年12月31日止。', YEAR_2021],
    ['统计期限自2021年1月日起至2021年12月31日止。', YEAR_2021],
    ['统计期限自20211月1日起至2021年12月31日止。', YEAR_2021],
    ['统计期限自2019年3月25日起至2019年12月31日止。', '2019-03-25..2019-12-31'],
  ])('%s', (sentence, expected) => {
    expect(period(sentence)).toBe(expected);
  });
  test.each([
    '统计期限自年1月1日起至年12月31日止。',
    '统计期限为1月1日至12月31日。',
    '按照通知要求，2022年1月31日前公布2021年度报告。',
    '我局于2021年3月1日至2021年3月20日公示。',
    '统计期限自2021年12月31日起至2021年1月1日止。',
    '统计期限自20211111日至2021年12月31日止。',
    '《条例》自2008年5月1日起施行。',
  ])('none: %s', (sentence) => {
    expect(period(sentence)).toBeNull();
  });
  test('a damaged one is reported as it stands', () => {
    const { findings } = read(page('云岭县水务局2021年政府信息公开工作年度报告', '统计期限自2021月1日起至2021年12月31日止。'));
    expect(findings).toEqual([
      expect.objectContaining({ code: 'metadata/period-damaged', args: { printed: '2021月1日起至2021年12月31日' }, line: 2, column: 6 }),
    ]);
  });
  test('a preamble inside the first section is read', () => {
    expect(read('一、总体情况\n根据《条例》编制，统计期限为2021年1月1日至12月31日。\n').metadata.period).toEqual({ from: '2021-01-01', to: '2021-12-31' });
  });
});
