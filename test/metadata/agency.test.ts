import { describe, expect, test } from 'vitest';
import { makeHead } from './maker.ts';
import { page, read } from './read.ts';

const agency = (text: string): string | null => read(text).metadata.agency;

describe('agency from the title', () => {
  test.each([
    ['云岭县水务局2021年政府信息公开工作年度报告', '云岭县水务局'],
    ['2021年云岭县水务局政府信息公开工作年度报告', '云岭县水务局'],
    ['2021年云岭县人民政府政府信息公开工作年度报告', '云岭县人民政府'],
    ['2021年云岭县人民政府信息公开工作年度报告', '云岭县人民政府'],
    ['云岭镇政府信息公开2009年年度报告', '云岭镇'],
    ['云岭海关关区2021年政府信息公开工作年度报告', '云岭海关'],
    ['国家税务总局云岭县税务局2021年政府信息公开工作年度报告', '国家税务总局云岭县税务局'],
    ['云岭县水务局关于2012年政府信息公开工作情况的报告', '云岭县水务局'],
    ['云岭经济技术开发区管理委员会2019年政府信息公开年报', '云岭经济技术开发区管理委员会'],
    ['bet88平台网址云岭县审计局2019年政府信息公开工作年度报告', '云岭县审计局'],
    ['云岭县住房和城乡建设局（人防办）2019年政府信息公开工作年度报告', '云岭县住房和城乡建设局（人防办）'],
    ['【年报】云岭县审计局2019年政府信息公开工作年度报告', '云岭县审计局'],
    ['2021年政府信息公开工作年度报告（云岭县审计局）', '云岭县审计局'],
    ['云岭县审计局：2021年政府信息公开工作年度报告', '云岭县审计局'],
    ['贵州省云岭县统计局2021年政府信息公开工作年度报告', '贵州省云岭县统计局'],
    ['市南区统计局2021年政府信息公开工作年度报告', '市南区统计局'],
    ['中共云岭县委组织部2021年信息公开工作年度报告', '中共云岭县委组织部'],
    ['共青团云岭县委2015年信息公开工作年度报告', '共青团云岭县委'],
    ['云岭县公共资源交易中心2015年信息公开工作年度报告', '云岭县公共资源交易中心'],
  ])('%s', (line, name) => {
    expect(agency(page(line))).toBe(name);
  });
  test.each(['2021年政府信息公开工作年度报告', '我局2021年政府信息公开工作年度报告', '本级政府2021年信息公开工作年度报告', '2021年度部门信息公开工作年度报告'])(
    'none in %s',
    (line) => {
      expect(agency(page(line))).toBeNull();
    },
  );
});

describe('agency from the body', () => {
  test.each([
    ['依据《条例》，现公布云岭县水务局2021年度政府信息公开工作年度报告。', '云岭县水务局'],
    ['依据《条例》，发布《云岭县青石镇2021年政府信息公开工作年度报告》。', '云岭县青石镇'],
    ['根据《条例》，公布2017年度云岭县青石镇人民政府信息公开年度报告。', '云岭县青石镇人民政府'],
    ['根据通知要求，将县水务局2016年政府信息公开工作情况报告如下：', '县水务局'],
    ['本报告由云岭县水务局根据《条例》要求编制。', '云岭县水务局'],
    ['本报告依据《条例》，由云岭县公安局指挥中心办公室编制。', '云岭县公安局'],
    ['根据《条例》，云岭县水务局公布2021年度本机关信息公开工作报告。', '云岭县水务局'],
    ['编制本报告。如有疑问，请与云岭县水务局办公室联系（电话：0299-8123456）。', '云岭县水务局'],
    ['编制本报告（云岭县青石镇人民政府，邮编：712345，电话：0299-8123456）。', '云岭县青石镇人民政府'],
    ['根据《条例》，结合云岭县水务局2021年政府信息公开工作实际，编制本报告。', '云岭县水务局'],
    ['本年度报告是云岭县水务局按照《条例》要求编制。', '云岭县水务局'],
    ['云岭大学（以下简称“学校”）坚持公开为常态。', '云岭大学'],
    ['贯彻落实上级部署。2021年，云岭县水务局认真落实各项任务。', '云岭县水务局'],
    ['2021年，云岭县水务局各科室分工负责。', '云岭县水务局'],
  ])('%s', (sentence, name) => {
    expect(agency(page(sentence))).toBe(name);
  });
  test.each([
    '2021年，我局深入贯彻国务院办公厅部署。',
    '2021年，在县委、县政府的领导下，全县各部门认真落实。',
    '根据国务院办公厅政府信息与政务公开办公室通知要求，编制本报告。',
    '根据《云岭省人民政府办公厅关于做好2021年政府信息公开工作年度报告的通知》，编制本报告。',
    '由总体情况、主动公开政府信息情况、存在问题等六部分组成。',
    '联系信息公开办公室（电话：0299-8123456）。',
    '公布2018年度本级政府（本部门）信息公开工作年度报告。',
  ])('nobody in: %s', (sentence) => {
    expect(agency(page(sentence))).toBeNull();
  });
  test('a name under a title that has none', () => {
    expect(agency(page('2012年度政府信息公开工作总结', '云岭县水务局'))).toBe('云岭县水务局');
  });
  test('the signature and the page block speak last', () => {
    expect(agency(`${page('2021年，我局认真落实。')}\n云岭县水务局\n2022年1月20日\n`)).toBe('云岭县水务局');
    expect(agency(page('发布机构：云岭县水务局', '2021年，我局认真落实。'))).toBe('云岭县水务局');
  });
});

describe('fuller names', () => {
  test.each([
    ['应急管理局2021年政府信息公开工作年度报告', '联系云岭市应急管理局政务公开办公室，电话：0299-8123456。', '云岭市应急管理局'],
    ['2014年州统计局政府信息公开工作年度报告', '2014年，云岭州统计局认真落实。', '云岭州统计局'],
    ['市发改局2016年政府信息公开工作年度报告', '制定了云岭市发展和改革局政府信息公开工作制度。', '云岭市发展和改革局'],
    ['青石乡2019年政府信息公开工作年度报告', '由青石乡人民政府编制。', '青石乡人民政府'],
    ['云岭省2016年政府信息公开工作年度报告', '', '云岭省人民政府'],
    ['2021年市农业农村局政府信息公开工作年度报告', '登录云岭市人民政府门户网站查阅。', '云岭市农业农村局'],
    ['云岭县青石镇2010年政府信息公开工作年度报告', '联系云岭县青石镇党政综合办公室。', '云岭县青石镇'],
    ['云岭县人民政府2021年政府信息公开工作年度报告', '本报告由西川市云岭县人民政府办公室根据《条例》编制。', '云岭县人民政府'],
  ])('%s', (line, sentence, name) => {
    expect(agency(page(line, sentence))).toBe(name);
  });
  test('two places that fit leave the relative name', () => {
    const found = read(page('市农业农村局2021年政府信息公开工作年度报告', '登录云岭市人民政府门户网站、西川市人民政府门户网站查阅。'));
    expect(found.metadata.agency).toBe('市农业农村局');
    expect(found.findings.map((each) => each.code)).toContain('metadata/agency-relative');
  });
  test('a name is given as printed, in traditional characters too, injected pinyin left out', () => {
    expect(agency(page('雲嶺縣(xiàn)水務局2021年政府信息公開工作年度報告'))).toBe('雲嶺縣水務局');
  });
});

describe('findings about the agency', () => {
  test('another body in the block is reported with its place', () => {
    const { findings } = read(page('云岭县水务局2021年政府信息公开工作年度报告', '发布机构：西川县财政局'));
    expect(findings).toEqual([
      expect.objectContaining({ code: 'metadata/agency-disagrees', args: { agency: '云岭县水务局', other: '西川县财政局' }, line: 2, column: 6 }),
    ]);
  });
  test('a shorter spelling of the same body is none', () => {
    const { findings } = read(page('云岭县文化广电新闻出版局2017年政府信息公开工作年度报告', '发布机构：县文广新局', '来源：云岭县文广新局'));
    expect(findings).toEqual([]);
  });
  test('nobody named', () => {
    expect(read(page('2021年，我局认真落实。')).findings.map((each) => each.code)).toEqual(['metadata/agency-missing']);
  });
});

describe('level and kind', () => {
  test.each([
    ['云岭省财政厅', 'provincial', 'department'],
    ['云岭自治区人民政府', 'provincial', 'government'],
    ['上海市财政局', 'provincial', 'department'],
    ['上海市青浦区统计局', 'county', 'department'],
    ['云岭市财政局', null, 'department'],
    ['云岭市西川区财政局', 'county', 'department'],
    ['云岭县人民医院', 'county', 'hospital'],
    ['云岭县青石镇人民政府', 'township', 'government'],
    ['青石街道办事处', 'township', 'government'],
    ['云岭大学', null, 'school'],
    ['云岭县融媒体中心', 'county', 'institution'],
    ['云岭供水集团有限公司', null, 'enterprise'],
    ['生态环境部', 'national', 'department'],
    ['国家税务总局云岭县税务局', 'county', 'department'],
    ['云岭高新区管理委员会', null, 'government'],
    ['云岭县市场监督管理局', 'county', 'department'],
    ['镇江市京口区教育局', 'county', 'department'],
    ['云岭县人民政府办公室（县外事办）', 'county', 'department'],
  ])('%s', (name, level, kind) => {
    const { metadata } = read(page(`${name}2021年政府信息公开工作年度报告`));
    expect([metadata.agency, metadata.agencyLevel, metadata.agencyKind]).toEqual([name, level, kind]);
  });
});

describe('who reports', () => {
  test.each([
    ['a name that ends in 街', page('青石街2022年政府信息公开工作年度报告'), '青石街'],
    ['the owner of the site, with 我局', page('依《条例》编制。见云岭县水务局网站“政府信息公开年报”栏目。请与我局联系。'), '云岭县水务局'],
    ['由…结合…编写', page('报告由云岭县水务局结合2019年工作实际编写。'), '云岭县水务局'],
    ['who acts on the rules and publishes', page('云岭县统计局依据《政府信息公开条例》规定，向社会公布本年度报告。'), '云岭县统计局'],
    ['the full name of an abbreviation', page('依《条例》，由云岭高新技术产业开发区管理委员会（以下简称高新区管委会）编制。', '联系高新区管委会办公室。'), '云岭高新技术产业开发区管理委员会'],
    ['the fuller name that the body gives itself', page('柳泉区教育局', '2018年政府信息公开工作年度报告', '我局编制了云岭市柳泉区教育局2018年政府信息公开工作年度报告。'), '云岭市柳泉区教育局'],
    ['no fuller name that only an office has', page('柳泉区人民政府2018年政府信息公开工作年度报告', '请与云岭市柳泉区人民政府办公室联系。'), '柳泉区人民政府'],
    ['the office behind a township', page('依《条例》编制。联系青禾县白云镇人民政府党政办（电话：0999-6612345，邮编：900100）。'), '青禾县白云镇人民政府'],
    ['a scope in brackets', page('红岭海关（本级机关）2021年政府信息公开工作年度报告'), '红岭海关'],
    ['the subject behind a date', page('截至2016年12月31日，岭东乡人民政府累计公开政府信息31条。'), '岭东乡人民政府'],
    ['the publisher’s place before an incomplete title', page('标题：公安局2009年度政府信息公开工作年度报告', '发布机构：云岭县公安局办公室'), '云岭县公安局'],
    ['a verb before a name', '2022年，市农业农村委认真贯彻《条例》。\n一、总体情况\n一是打造新版云岭市农业农村委员会政务网站。', '云岭市农业农村委员会'],
  ])('%s', (_, text, name) => { expect(agency(text)).toBe(name); });
});

test('made-up heads: the body and the year of 97 in 100', () => {
  const heads = Array.from({ length: 200 }, (_, index) => makeHead(20_000 + index));
  const right = heads.filter(({ text, agency: name, year }) => {
    const { metadata } = read(text);
    return metadata.agency === name && metadata.year === year;
  });
  expect(right.length / heads.length).toBeGreaterThanOrEqual(0.97);
});
