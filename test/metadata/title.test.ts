import { describe, expect, test } from 'vitest';
import { page, read } from './read.ts';

const title = (text: string): string | null => read(text).metadata.title;
const FULL = '云岭县水务局2021年政府信息公开工作年度报告';

describe('title', () => {
  test.each([
    ['one line', page(FULL)],
    ['two lines, body over subject', page('云岭县水务局', '2021年政府信息公开工作年度报告')],
    ['two lines with an empty line between', page('云岭县水务局', '', '2021年政府信息公开工作年度报告')],
    ['broken inside a word', page('云岭县水务局2021年政府信息公开工作年度报', '告')],
    ['three lines', page('云岭县水务局', '2021年政府信息公开', '工作年度报告')],
    ['blanks around digits', page('云岭县水务局 2021 年政府信息公开 工作年度报告')],
    ['a scanner’s scrap between the halves', page('云岭县水务局2021年政府信息公开工', 'ME', '作年度报告')],
    ['pipes behind', page(`${FULL} | ||||||`)],
    ['under the navigation', page('首页', '政务公开', '当前位置：首页 > 政府信息公开 > 政府信息公开年报', FULL)],
    ['labelled in the block', page(`标  题：${FULL}`, '发布日期：2022-01-20')],
    ['in a cell of the block', page(`名 称 | ${FULL} | ||`, '文 号 | |')],
    ['page title and title over two lines', page(FULL, '发布日期：2022-01-20', '云岭县水务局', '2021年政府信息公开工作年度报告')],
    ['first words of a page of one line', `${FULL} 根据《中华人民共和国政府信息公开条例》编制。 一、总体情况 略`],
    ['run into the text', `${FULL}根据《中华人民共和国政府信息公开条例》编制。一、总体情况`],
    ['behind a glued breadcrumb', `当前位置： 首页政务公开政府信息公开年报 ${FULL} 来源：云岭县水务局 时间：2022-01-20 一、总体情况`],
    ['a site’s name over it', page('云岭县人民政府', FULL)],
    ['number of the document behind', page(`${FULL}（云水发〔2022〕3号）`)],
    ['the site’s name behind', page(`${FULL}_云岭县人民政府门户网站`)],
    ['body and column behind', page(`${FULL} - 云岭县水务局 - 政府信息公开`)],
    ['a menu of other years', page('2019年政府信息公开年报', '2020年政府信息公开年报', FULL)],
  ])('%s', (_, text) => {
    expect(title(text)).toBe(FULL);
  });

  test.each([
    '2016年度云岭县信息公开工作总结',
    '云岭学院信息公开年报（2016-2017）',
    '云岭县卫生局关于2012年政府信息公开工作情况的报告',
    '云岭县水务局二○一三年度政府信息公开年报',
    '2018年政府信息公开工作年度报告',
    '云岭镇2010年政务公开工作情况',
    '云岭县水务局2021年年度报告',
    '云岭县水务局2021年政府信息公开工作年报（含统计表）',
    '云岭县水务局2021年政府信息公开工作年度报告及2022年工作计划',
    '云岭县水务局关于报送2012年度政府信息公开工作年度报告的函',
  ])('%s', (line) => {
    expect(title(page(line))).toBe(line);
  });

  test.each([
    ['menu entries', page('政府信息公开年报', '政府信息公开', '• 部门信息公开年度报告')],
    ['a breadcrumb', page('当前位置：首页 > 2021年 > 政府信息公开年度报告')],
    ['the sentence that announces it', page('根据《条例》要求，现公布云岭县水务局2021年政府信息公开工作年度报告。')],
    ['a sentence that quotes it', page('《云岭县水务局2021年政府信息公开工作年度报告》是2021年的年度报告。')],
    ['other reports', page('云岭县审计局2021年预算执行情况报告', '2021年度政府网站工作年度报表', '2021年年度报告')],
    ['none at all', page('2021年，我局认真履行职责。')],
    ['a heading inside the body', '一、总体情况\n云岭县水务局2021年政府信息公开工作年度报告\n'],
  ])('none in %s', (_, text) => {
    expect(title(text)).toBeNull();
  });

  test('keeps characters as printed, pinyin included', () => {
    expect(title(page('雲嶺縣(xiàn)水務局2021年政府信息公開工作年度報告'))).toBe('雲嶺縣(xiàn)水務局2021年政府信息公開工作年度報告');
  });
});

describe('a title in its wrapping', () => {
  const plain = '云岭县水务局2014年政府信息公开工作年度报告';
  test.each([
    ['of a share site', `【范文】${plain}(完整版)`], ['of buttons', `${plain} 二维码`], ['of an encyclopaedia', `《${plain}》是云岭县水务局2014年发布的文件。`],
    ['of itself', `${plain}${plain}`], ['of itself on a one-line page', `${plain}${plain}2014年，我局认真落实。`],
  ])('%s', (_, line) => { expect(title(page(line))).toBe(plain); });

  test('信息工作公开 is a slip of the same title', () => {
    expect(title(page('云岭县人防办2011年度政府信息工作公开年度报告'))).toBe('云岭县人防办2011年度政府信息工作公开年度报告');
  });
});
