import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../src/findings/catalogue.ts';
import { finding as findingSchema, metadata as metadataSchema } from '../../src/schema/members.ts';
import { page, read } from './read.ts';
import { expectNoHang } from '../helpers/hang.ts';
import { worked } from '../helpers/worked.ts';

const PIECES = [
  '云岭县水务局', '2021年', '政府信息公开', '工作年度报告', '公布', '由', '编制', '（', '）', '《', '》', '〔2021〕3号', '\n', '\n\n', ' ', '|', '：', '，', '。', '发布机构', '索引号',
  '文号', '发布日期', '2022-01-20', '统计期限自', '1月1日', '至', '12月31日', '二○二一年', '我局', '市', '区', '一、', '联系', '电话', '0299-8123456', '〇', 'a', '(xiàn)', '学年', '-', '\t', '\r\n', '\u0000', '\ud800',
];

describe('readMetadata', () => {
  test('any text gives metadata of the schema and findings of the catalogue', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), fc.nat(), (pieces, at) => {
        const text = pieces.join('');
        const { metadata, findings } = read(text, at % (text.length + 1));
        metadataSchema.parse(metadata);
        for (const each of findings) {
          findingSchema.parse(each);
          expect(CATALOGUE).toHaveProperty([each.code]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('an empty text says nothing', () => {
    const { metadata } = read('');
    expect(Object.values(metadata).every((value) => value === null)).toBe(true);
  });

  test.each(['2021', '（《', '发布日期: ', '云岭县水务局2021年政府信息公开工作', '由云岭县水务局', '公布', '2021年1月1日至', '| ', '\n', '局(ā)', '索 引 号 '])(
    'half a megabyte of %j is read in no time',
    (piece) => {
      const text = piece.repeat(Math.ceil(500_000 / piece.length));
      const start = worked();
      read(text, text.length);
      expectNoHang(start);
    },
  );

  test('all fields of a saved page at once', () => {
    const { metadata, findings } = read(
      page(
        '首页 > 政府信息公开 > 政府信息公开年报', '索引号：112233/2022-00018', '发布机构：云岭县水务局', '发布日期：2022-01-20', '文号：云水发〔2022〕3号',
        '云岭县水务局2021年政府信息公开工作年度报告', '根据《条例》编制。统计期限自2021年1月1日起至2021年12月31日止。联系云岭县水务局办公室（邮编：712345）。',
      ),
    );
    expect(metadata).toEqual({
      title: '云岭县水务局2021年政府信息公开工作年度报告', year: 2021, academicYear: null, agency: '云岭县水务局', agencyKey: '云岭县水务局', agencyLevel: 'county',
      agencyKind: 'department', region: null, documentNumber: '云水发〔2022〕3号', indexNumber: '112233/2022-00018', publisher: '云岭县水务局', publishedOn: '2022-01-20', signedOn: null,
      period: { from: '2021-01-01', to: '2021-12-31' }, contact: { address: null, postcode: '712345', phone: null, fax: null, email: null },
    });
    expect(findings).toEqual([]);
  });
});

describe('the date under a report', () => {
  const signed = (...lines: string[]): string | null =>
    read(['云岭县水务局2015年政府信息公开工作年度报告', '一、总体情况', '做好公开。', ...lines].join('\n')).metadata.signedOn;

  test.each([
    '2016.1.30', '2016/1/30', '2016-01-30', '2016年元月30日', '二○一六年一月三十日', '二〇一六年元月卅日', '2016 年 1 月 30 日 10:20', '2016年1月30号',
  ])('%s under the name', (date) => { expect(signed('云岭县水务局', date)).toBe('2016-01-30'); });

  test.each([
    ['behind the name', ['云岭县水务局 2016.1.30']], ['in brackets', ['（云岭县水务局 2016年1月30日）']], ['before an attachment', ['云岭县水务局', '2016年1月30日', '附件：统计表.xls']],
  ])('%s', (_, lines) => { expect(signed(...lines)).toBe('2016-01-30'); });

  test('is none where digits alone may be the page’s', () => { expect(signed('2016-01-30')).toBeNull(); });

  test('tells the year of a cover letter that names none', () => {
    const text = '关于报送政府信息公开工作年度报告的函\n县政府办：\n现将云岭县水务局政府信息公开年度报告报送如下。\n一、概述\n好。\n云岭县水务局\n2016年1月12日';
    expect(read(text).metadata.year).toBe(2015);
  });
});
