import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDate, readDate } from '../../src/text/dates.ts';
import { fold } from '../../src/text/fold.ts';

const iso = (text: string): string | null => {
  const date = readDate(fold(text), 0);
  return date === null ? null : (isoDate(date) ?? `${date.year}-${date.month}`);
};

describe('readDate', () => {
  test.each([
    ['2014年12月1日', '2014-12-01'],
    ['2014 年 1 月 30 日', '2014-01-30'],
    ['２０１４年１２月１日', '2014-12-01'],
    ['2017年\n\n1月1日', '2017-01-01'],
    ['2014-12-05 19:36', '2014-12-05'],
    ['2014/2/5', '2014-02-05'],
    ['2014.01.29', '2014-01-29'],
    ['01.04.2019  09:54', '2019-04-01'],
    ['二○一四年一月十日', '2014-01-10'],
    ['二O一四年十二月三十一日', '2014-12-31'],
    ['二〇二〇年二月二十九日', '2020-02-29'],
    ['二零一九年三月', '2019-3'],
    ['2014年12月', '2014-12'],
    ['2014年12月，共30件', '2014-12'],
  ])('%s', (text, expected) => {
    expect(iso(text)).toBe(expected);
  });
  test.each(['2014年', '2014年13月1日', '2014年2月30日', '2019年2月29日', '20141205', '12345-01-02', '1-2-3', '2014-12/05', '3.14', '一二三年一月', '年1月1日', ''])(
    'none: %s',
    (text) => {
      expect(iso(text)).toBeNull();
    },
  );
  test('does not start inside a number', () => {
    expect(readDate('12014年1月1日', 1)).toBeNull();
  });
  test('every calendar day reads back in each notation', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }), fc.constantFrom('cn', '-', '/', '.'), (day, notation) => {
        const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
        const text = notation === 'cn' ? `${year}年${month}月${date}日` : [year, month, date].join(notation);
        const read = readDate(text, 0);
        expect(read).toEqual({ year, month, day: date, start: 0, end: text.length });
      }),
    );
  });
});
