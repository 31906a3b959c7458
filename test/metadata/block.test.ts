import { describe, expect, test } from 'vitest';
import { page, read } from './read.ts';

const TITLE = '云岭县水务局2021年政府信息公开工作年度报告';
const ALL = { indexNumber: '112233/2022-00018', publisher: '云岭县水务局', publishedOn: '2022-01-20', documentNumber: '云水发〔2022〕3号' };

describe('metadata block', () => {
  test.each([
    ['lines', ['索引号：112233/2022-00018', '发布机构：云岭县水务局', '发布日期：2022-01-20', '文号：云水发〔2022〕3号']],
    ['spaced labels', ['索 引 号：112233/2022-00018', '发布机构： 云岭县水务局', '发布日期 : 2022年01月20日', '文    号：云水发〔2022〕3 号']],
    ['several to a line', ['索引号: 112233/2022-00018 公开方式: 主动公开 发布机构: 云岭县水务局', '成文日期:  发布日期: 2022-01-20 16:53 文号: 云水发【2022】3号'], { documentNumber: '云水发【2022】3号' }],
    ['pipes', ['索 引 号 | 112233/2022-00018 | 分 类 | 报告 |', '发布机构 | 云岭县水务局 | 发文日期 | 2022-01-20 |', '文 号 | 云水发〔2022〕3号 | 主 题 词 | |']],
    ['pipes in front', ['| 索引号 | 112233/2022-00018 | 文 号 | 云水发〔2022〕3号 |', '| 发布机构 | 云岭县水务局 | 发布日期 | 2022-01-20 17:56:13 |']],
    ['labels without colons', ['名称 云岭县水务局2021年政府信息公开工作年度报告', '索引号 112233/2022-00018 分类 信息公开年报', '发布机构 云岭县水务局 发文日期 2022-01-20', '文号 云水发〔2022〕3号']],
    ['bullets', ['• 索 引 号：112233/2022-00018', '• 发布机构：云岭县水务局', '• 发文日期：2022-01-20 09:44', '• 文    号：云水发〔2022〕3号']],
    ['value on the next line', ['• 索引号', '  112233/2022-00018', '• 发布机构', '  云岭县水务局', '• 文号', '  云水发〔2022〕3号', '• 发布日期', '  2022-01-20']],
    ['a row of labels over a row of values', ['索引号 | 文号 | 发布机构 | 发布日期 |', '112233/2022-00018 | 云水发〔2022〕3号 | 云岭县水务局 | 2022-01-20 |']],
    ['traditional with pinyin', ['索引號: | 112233/2022-00018 | 文號: | 雲水發(fā)〔2022〕3號 |', '發(fā)布機構(gòu) | 雲嶺縣水務局 | 發(fā)布日期 | 2022-01-20 |']],
  ])('%s', (_, block, other: object = {}) => {
    expect(read(page(...block, TITLE)).metadata).toMatchObject({ ...ALL, ...other });
  });

  test('empty values stay empty', () => {
    const block = ['索引号 | 112233/2022-00018 | 效力属性 | |', '发布机构 | 文 号 | |', '成文日期 | 发布日期 | 2022-04-06 |'];
    expect(read(page(...block)).metadata).toMatchObject({ publisher: null, documentNumber: null, publishedOn: '2022-04-06', signedOn: null });
  });
  test('an empty value does not take the next label or the text', () => {
    const block = ['文号', '发布日期', '2022-04-06', '发布机构', TITLE];
    expect(read(page(...block)).metadata).toMatchObject({ documentNumber: null, publishedOn: '2022-04-06' });
  });
  test.each(['无', '无文号', '无〔〕号', '〔〕号', '', '—', '第3号'])('文号 %s is none', (value) => {
    expect(read(page(`文号：${value}`, TITLE)).metadata.documentNumber).toBeNull();
  });
  test('a number of its own line, a cited one never', () => {
    expect(read(page('云统〔2015〕1 号', '2014年，我局认真落实。')).metadata.documentNumber).toBe('云统〔2015〕1号');
    expect(read(page('根据通知（国办公开办函〔2021〕30号）要求，编制本报告。')).metadata.documentNumber).toBeNull();
    expect(read(page('根据通知', '国办公开办函〔2021〕30号要求')).metadata.documentNumber).toBeNull();
  });
  test('a number behind the title', () => {
    expect(read(page(`${TITLE}（云水发〔2022〕3号）`)).metadata.documentNumber).toBe('云水发〔2022〕3号');
  });
  test.each([
    ['发布时间：2022-01-20 12:06      来源：云岭县水务局', '2022-01-20'],
    ['信息来源: 县水务局 发布时间: 2022-01-20 09: 21 浏览次数:', '2022-01-20'],
    ['2022-01-20 19:36     来源:云岭县水务局办公室', '2022-01-20'],
    ['20.01.2022  09:54', '2022-01-20'],
    ['时间 : 2022年01月20日 来源 : 本网 【字体: 【打印】', '2022-01-20'],
    ['根据2022年1月20日会议要求', null],
  ])('byline %s', (line, expected) => {
    expect(read(page(TITLE, line)).metadata.publishedOn).toBe(expected);
  });
});

describe('signature', () => {
  test.each([
    ['under the report', `${page(TITLE)}\n云岭县水务局\n2022年1月18日\n\n附件下载\n`, '2022-01-18'],
    ['in Chinese numerals, blanks inside', `${page(TITLE)}\n    云岭县水务局\n  二○二二年一月十八日\n`, '2022-01-18'],
    ['on one line', `${page(TITLE)}\n云岭县水务局 2022年1月18日\n`, '2022-01-18'],
    ['a date alone', `${page(TITLE)}\n2022年1月18日\n`, '2022-01-18'],
    ['at the end of a page of one line', `${TITLE} 一、总体情况 略。 无其他事项。 云岭县水务局 2022年1月18日 附件下载`, '2022-01-18'],
    ['of a cover letter', page(TITLE, '县人民政府办公室：', '现将报告呈上。', '云岭县水务局', '2022年1月18日', '云岭县水务局2021年工作情况'), '2022-01-18'],
    ['none: a date in the last sentence', `${page(TITLE)}\n办法自2022年1月18日起施行。\n`, null],
    ['none: a month', `${page(TITLE)}\n云岭县水务局\n2022年1月\n`, null],
    ['the date of writing of the block', page('成文日期：2022-01-18', TITLE), '2022-01-18'],
  ])('%s', (_, text, expected) => {
    expect(read(text).metadata.signedOn).toBe(expected);
  });
});

describe('contact', () => {
  const contact = (sentence: string): unknown => read(page(TITLE, sentence)).metadata.contact;
  test('all of it, as printed without blanks', () => {
    expect(contact('请与云岭县水务局联系（地址：云岭县北大街 18\n号 ， 邮 编 ： 712345 ， 电 话 ： 0299-8123456 ，传真：0299—8123457， 电子邮箱 ： water@yunling.gov.cn）。')).toEqual({
      address: '云岭县北大街18号', postcode: '712345', phone: '0299-8123456', fax: '0299—8123457', email: 'water@yunling.gov.cn',
    });
  });
  test('one number for both', () => {
    expect(contact('邮编：712345；电话/传真：0299-8123456')).toEqual({ address: null, postcode: '712345', phone: '0299-8123456', fax: '0299-8123456', email: null });
  });
  test.each([
    ['电话:(0299)8123456', '(0299)8123456'],
    ['联系电话:3260025)', '3260025'],
    ['电话:0883--2122424', '0883--2122424'],
    ['电话:029981234567', '029981234567'],
    ['联系方式:0299-8123456转802', '0299-8123456转802'],
  ])('%s', (sentence, phone) => {
    expect(contact(sentence)).toMatchObject({ phone });
  });
  test('none', () => {
    expect(contact('通过电话、传真等方式受理申请。')).toBeNull();
    expect(read(`${page(TITLE)}全年接听咨询电话：120次。`).metadata.contact).toBeNull();
  });
});

describe('a document number', () => {
  test.each([
    ['before the title on the same line', page('云水发〔2017〕13号 云岭县水务局 2016年度政府信息公开工作年度报告 根据《条例》以及上级要求，现公布本报告，数据统计到年底为止。'), '云水发〔2017〕13号'],
    ['none that a sentence cites', page('国办发〔2019〕60号文件要求各机关编制本报告，云岭县水务局据此编制2019年政府信息公开工作年度报告并公布。'), null],
  ])('%s', (_, text, number) => { expect(read(text).metadata.documentNumber).toBe(number); });
});
