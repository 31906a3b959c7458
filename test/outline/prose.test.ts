import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read } from './read.ts';
import { cases } from '../helpers/effort.ts';
import { expectNoHang } from '../helpers/hang.ts';
import { worked } from '../helpers/worked.ts';

const text = (source: string): string => read(source).sections[0]!.text;

describe('section text', () => {
  it('undoes hard wraps and drops stray blanks', () => {
    const source = [
      '    一、总体情况', '    2018 年，我镇认真贯彻落实上级关于政府信息公开工作的各项部署和要', '求，坚持以公开为原则、不 公开为例外，妥善处理公开与保密的关系，合',
      '理界定公开范围，全年公开信息 58 条，其中机构职能信息 25 条。', '    下一步，继续做好各项工作。',
    ].join('\n');
    expect(text(source)).toBe([
      '2018年，我镇认真贯彻落实上级关于政府信息公开工作的各项部署和要求，坚持以公开为原则、不公开为例外，妥善处理公开与保密的关系，合理界定公开范围，全年公开信息58条，其中机构职能信息25条。',
      '下一步，继续做好各项工作。',
    ].join('\n'));
  });

  it('keeps a blank between Latin words', () => {
    expect(text('一、总体情况\n建成 Open Data 平台，接入 Web  Service 3 个。')).toBe('建成Open Data平台，接入Web Service 3个。');
  });

  it('joins across page numbers and empty lines in mid-sentence', () => {
    const line = '我镇进一步完善制度，细化目录，严格执行分级审核先审后发程序，未经审核的信息';
    expect(text(`一、总体情况\n${line}\n\n- 2 -\n\n一律不准发布。`)).toBe(`${line}一律不准发布。`);
    expect(text(`一、总体情况\n${line}\n\n一律不准发布。`)).toBe(`${line}一律不准发布。`);
  });

  it('takes running heads out and joins the sentence they stand in', () => {
    const line = '我镇进一步完善制度，细化目录，严格执行分级审核先审后发程序，未经审核的信息';
    const head = '青石镇政府信息公开年度报告';
    expect(text(`一、总体情况\n${line}\n- 1 -\n${head}\n${line}\n- 2 -\n${head}\n一律不准发布。`)).toBe(`${line}${line}一律不准发布。`);
    expect(text(`一、总体情况\n${line}\n\f${head}\n${line}\n\f${head}\n一律不准发布。`)).toBe(`${line}${line}一律不准发布。`);
  });

  it('puts lines together that a writer broke at each change of font', () => {
    const full = '贯彻落实上级关于政府信息公开工作的各项部署和要求不断完善公';
    expect(text(`一、总体情况\n${full}\n${full}\n开制度，始终将政务公开摆在重要位置，\n运用第三方检\n测平台做好监测。`))
      .toBe(`${full}${full}开制度，始终将政务公开摆在重要位置，运用第三方检测平台做好监测。`);
  });

  it('keeps paragraphs that end', () => {
    expect(text('一、总体情况\n公开信息3条。\n\n回应关切2次。')).toBe('公开信息3条。\n回应关切2次。');
  });

  it('leaves markers, bylines, footers, signatures and attachment labels out', () => {
    const source = '一、总体情况\n[bookmark: _GoBack]公开信息3条。<!--[if !supportLists]-->\n来源：办公室  时间：2019-01-02\n青石镇人民政府\n2019年1月2日\n\n扫一扫在手机打开当前页\n相关链接\n青石镇预算公开\n主办单位：信息中心';
    expect(text(source)).toBe('公开信息3条。');
  });

  it('changes no punctuation and no character', () => {
    expect(text('一、總體情況\n公開信息３條,回應２次;無。')).toBe('公開信息３條,回應２次;無。');
  });

  it('leaves table cells out', () => {
    const source = '二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n0\n0\n0\n行政规范性文件\n1\n0\n4\n三、存在的主要问题及改进情况\n无。';
    expect(text(source)).toBe('');
  });

  it('keeps 无 as an answer', () => {
    expect(text('六、其他需要报告的事项\n无')).toBe('无');
  });
});

describe('prose', () => {
  const page = [
    '首页', '政务公开', '当前位置：首页 > 年报', '索引号：123-2019', '青石镇2018年政府信息公开工作年度报告', '根据条例，编制本报告。', '一、总体情况',
    '（一）主动公开情况。公开信息3条。', '二、存在的主要问题及改进情况', '力量不足。',
  ].join('\n');

  it('holds the preamble first, without menu, metadata and title', () => {
    expect(read(page).prose.map(({ text: line, headings, sectionId }) => [line, headings, sectionId])).toEqual([
      ['根据条例，编制本报告。', [], null],
      ['公开信息3条。', ['总体情况', '主动公开情况'], 'proactiveDisclosure'],
      ['力量不足。', ['存在的主要问题及改进情况'], 'problems'],
    ]);
    expect(read(page).bodyStart).toBe(page.indexOf('一、'));
  });

  it('says so where no heading is found', () => {
    const { sections, prose, bodyStart, findings } = read('青石镇公开信息3条，回应2次。');
    expect(sections).toEqual([]);
    expect(prose).toHaveLength(1);
    expect(bodyStart).toBe(15);
    expect(findings.map(({ code }) => code)).toEqual(['outline/no-sections']);
  });

  const fragment = fc.constantFrom(
    '一、总体情况', '（一）主动公开', '1.', '公开信息 3 条', '，', '。', '\n', '\n\n', '  ', '　　', '\t', '规章', '0', '| ', 'Open Data', '《', '》', '扫一扫', '- 2 -', '\u200b', '？？',
    '[bookmark: x]', '2019年1月2日', '三、本年度办理结果', '政府信息公开情况统计表',
  );

  it('puts no blank where the number of a point touches its sentence', () => {
    const source = '1.Open Data平台开通，。';
    const offsets = Array.from({ length: source.length }, (_, index) => index);
    expect(read(source).prose).toMatchObject([{ text: source, offsets }]);
  });

  it('traces every character to its place, in order', () => {
    fc.assert(fc.property(fc.array(fragment, { maxLength: 60 }), (fragments) => {
      const source = fragments.join('');
      let last = -1;
      for (const paragraph of read(source).prose) {
        expect(paragraph.offsets).toHaveLength(paragraph.text.length);
        paragraph.offsets.forEach((offset, index) => {
          if (paragraph.text[index] !== ' ') expect(source[offset]).toBe(paragraph.text[index]);
          expect(offset).toBeGreaterThan(last);
          last = offset;
        });
      }
    }));
  });

  it('joining twice changes nothing', () => {
    const words = fc.constantFrom('公开', '信息', ' ', '3', '条', ',', '，', 'Open', 'Data', '  ', '年', ';', '(', ')', '\u200b');
    fc.assert(fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
      const once = read(`一、总体情况\n本镇做好${parts.join('')}工作。`).sections[0]!.text;
      expect(read(`一、总体情况\n${once}`).sections[0]!.text).toBe(once);
    }));
  });

  it.each(['0123456789', '（《', '一、本年新收政府信息公开申请数量 ', '总体情况', ' 一、', '。（一）加强领导', '\n'])('takes a long run of %j', (unit) => {
    const start = worked();
    read(unit.repeat(cases(1 << 17, 1 << 20) / unit.length));
    // As for a quarter of a megabyte.
    expectNoHang(start, cases(1 / 2, 1));
  });
});
