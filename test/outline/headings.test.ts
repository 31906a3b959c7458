import { describe, expect, it } from 'vitest';
import { read, shape } from './read.ts';

const headings = (text: string): string[] => shape(read(text).sections);

describe('grammars', () => {
  it('nests 一、 （一） 1、 （1） ①', () => {
    const text = [
      '一、总体情况', '（一）主动公开', '1、网站公开', '（1）栏目建设', '①机构职能栏', '②政策文件栏', '2、公报公开', '（二）依申请公开', '二、存在的主要问题及改进情况',
    ].join('\n');
    expect(headings(text)).toEqual([
      '一 总体情况', '  一 主动公开', '    1 网站公开', '      1 栏目建设', '        ① 机构职能栏', '        ② 政策文件栏', '    2 公报公开', '  二 依申请公开',
      '二 存在的主要问题及改进情况',
    ]);
  });

  it('counts levels by the grammars the document uses', () => {
    const { sections } = read('一、概述\n1.组织领导\n2.制度建设\n二、主动公开情况');
    expect(sections.map(({ level }) => level)).toEqual([1, 1]);
    expect(sections[0]!.children.map(({ level, number }) => [level, number])).toEqual([[2, '1'], [2, '2']]);
  });

  it.each([
    ['full width', '一、总体情况\n（一）机构职能\n１．网站建设', ['一 总体情况', '  一 机构职能', '    １ 网站建设']],
    ['half width', '一、总体情况\n(一)机构职能\n1.网站建设', ['一 总体情况', '  一 机构职能', '    1 网站建设']],
    ['blanks before and after the mark', '一 、总体情况\n二、 主动公开政府信息情况', ['一 总体情况', '二 主动公开政府信息情况']],
    ['a blank for the mark, blanks in the title', '一 概 述\n二、主动公开政府信息情况', ['一 概述', '二 主动公开政府信息情况']],
    ['parts', '第一部分 概述\n第二部分 主动公开情况', ['一 概述', '二 主动公开情况']],
    ['bullets', '一、总体情况\n- （一）组织领导\n- （二）制度建设', ['一 总体情况', '  一 组织领导', '  二 制度建设']],
    ['Markdown', '## 一、总体情况\n### （一）组织领导\n**（二）制度建设**', ['一 总体情况', '  一 组织领导', '  二 制度建设']],
    ['traditional characters', '一、總體情況\n二、主動公開政府信息情況', ['一 總體情況', '二 主動公開政府信息情況']],
    ['injected pinyin', '一(yī)、總體(tǐ)情况\n內容(róng)。', ['一 總體(tǐ)情况']],
    ['a lost number', '、总体情况\n全镇做好公开。', ['- 总体情况']],
    ['question marks for indentation', '????一、总体情况\n????全镇做好公开。', ['一 总体情况']],
    ['a trailing colon', '一、主动公开政府信息的情况：\n公开了信息。', ['一 主动公开政府信息的情况']],
    ['a formatting note', '一、总体情况（黑体三号）\n公开了信息。', ['一 总体情况（黑体三号）']],
    ['a misprint', '四、政府信息公开行政法复议、行政诉讼情况\n无。', ['四 政府信息公开行政法复议、行政诉讼情况']],
  ])('reads %s', (_, text, expected) => {
    expect(headings(text)).toEqual(expected);
  });

  it('takes a known title that lost its number behind numbered ones', () => {
    const { sections, findings } = read('五、收费及减免情况\n未收费。\n六、存在的主要问题及改进情况\n仍有不足。\n其他需要报告的事项\n无。');
    expect(shape(sections)).toEqual(['五 收费及减免情况', '六 存在的主要问题及改进情况', '- 其他需要报告的事项']);
    expect(sections[2]).toMatchObject({ id: 'otherMatters', number: null, text: '无。', line: 5 });
    expect(findings.map(({ code }) => code)).toEqual(['outline/number-lost']);
  });

  it('keeps a title without number that its section repeats in that section', () => {
    expect(headings('五、主要问题和改进措施\n存在的主要问题及改进情况\n力量不足。')).toEqual(['五 主要问题和改进措施']);
  });
});

describe('where a title ends', () => {
  it.each([
    ['a full stop', '（一）主动公开情况。主要通过网站公开。', '主动公开情况', '主要通过网站公开。'],
    ['a year', '（一）主动公开政府信息的情况2023年公布预算。', '主动公开政府信息的情况', '2023年公布预算。'],
    ['an agency speaking of itself', '（一）依申请公开情况我局未收到申请。', '依申请公开情况', '我局未收到申请。'],
    ['a colon', '（一）公开渠道：网站、公报和查阅点。', '公开渠道', '网站、公报和查阅点。'],
  ])('%s', (_, line, title, text) => {
    const child = read(`一、总体情况\n${line}`).sections[0]!.children[0]!;
    expect([child.title, child.text]).toEqual([title, text]);
  });

  it('leaves numbered sentences to the paragraphs of their section, numbers and all', () => {
    const [section] = read('一、总体情况\n（一）一年来，我镇坚持以公开为常态，稳步推进各项工作。\n（二）建立了公开台账，明确了专人负责。').sections;
    expect(section).toMatchObject({ text: '（一）一年来，我镇坚持以公开为常态，稳步推进各项工作。\n（二）建立了公开台账，明确了专人负责。', children: [] });
  });

  it('leaves a numbered sentence beside titled points a point without a title', () => {
    const { children } = read('一、总体情况\n（一）组织领导\n成立领导小组。\n（二）一年来，我镇坚持以公开为常态，稳步推进各项工作。').sections[0]!;
    expect(children[0]).toMatchObject({ title: '组织领导', text: '成立领导小组。' });
    expect(children[1]).toMatchObject({ number: '二', title: '', text: '一年来，我镇坚持以公开为常态，稳步推进各项工作。' });
  });

  it('gives a numbered sentence to the section its number is counted in', () => {
    const [section] = read('一、总体情况\n1、组织领导\n成立领导小组。\n（一）一年来，我镇坚持以公开为常态，稳步推进各项工作。').sections;
    expect(section).toMatchObject({ text: '（一）一年来，我镇坚持以公开为常态，稳步推进各项工作。', children: [{ title: '组织领导', text: '成立领导小组。' }] });
  });

  it('makes no title of a sentence that counts', () => {
    expect(read('一、总体情况\n（一）公开信息20条。其中公文5条。').sections[0]).toMatchObject({ text: '（一）公开信息20条。其中公文5条。', children: [] });
  });

  it('finds headings on a page that is one line', () => {
    const filler = '各科室按分工落实任务并做好登记答复和归档工作，'.repeat(14);
    const text = `根据条例编制本报告。一、总体情况2021年，${filler}成效明显。 二、主动公开政府信息情况 (一)公开的数量 2021年公开20条。 三、存在的主要问题及改进情况(一)存在问题。力量不足。`;
    expect(headings(text)).toEqual(['一 总体情况', '二 主动公开政府信息情况', '  一 公开的数量', '三 存在的主要问题及改进情况', '  一 存在问题']);
  });

  it('keeps a title of two clauses apart from the line under it', () => {
    expect(read('一、加大投入，夯实基础\n投入20万元。').sections[0]).toMatchObject({ title: '加大投入，夯实基础', text: '投入20万元。' });
  });

  it('joins a heading wrapped on two lines', () => {
    const line = '本镇坚持以公开为常态、不公开为例外，稳步推进各项政府信息公';
    const text = `一、概述\n${line}\n${line}\n开工作。\n二、因政府信息公开申请行政复议、提起行政诉讼以及举报投诉\n的情况\n无。`;
    expect(headings(text)).toEqual(['一 概述', '二 因政府信息公开申请行政复议、提起行政诉讼以及举报投诉的情况']);
  });
});

describe('what heads nothing', () => {
  it('a sentence that names the sections', () => {
    expect(headings('本报告由总体情况、主动公开政府信息情况、存在的主要问题及改进情况三部分组成。\n一、总体情况\n做好公开。')).toEqual(['一 总体情况']);
  });

  it('a contents line', () => {
    expect(headings('一、概述,(一)组织领导,二、主动公开情况,(一)范围,三、存在问题,\n一、概述\n做好公开。\n二、主动公开情况\n公开20条。'))
      .toEqual(['一 概述', '二 主动公开情况']);
  });

  it('a contents page', () => {
    const titles = ['一、总体情况', '二、主动公开政府信息情况', '三、存在的主要问题及改进情况'];
    expect(headings([...titles, ...titles.flatMap((title) => [title, '做好公开。'])].join('\n')))
      .toEqual(['一 总体情况', '二 主动公开政府信息情况', '三 存在的主要问题及改进情况']);
  });

  it('rows of the application table, cut loose from it', () => {
    expect(headings('三、收到和处理政府信息公开申请情况\n三、本年度办理结果\n（一）予以公开\n1.属于国家秘密\n四、结转下年度继续办理\n五、存在的主要问题及改进情况'))
      .toEqual(['三 收到和处理政府信息公开申请情况', '五 存在的主要问题及改进情况']);
  });

  it('rows of the statistics table behind its title, though the same words head sections elsewhere', () => {
    const table = '政府信息公开情况统计表\n统计指标\t单位\t统计数\n一、主动公开情况\t——\n（一）收到申请数\t件\t3\n二、回应解读情况\t——\n';
    expect(headings(`一、概述\n做好公开。\n${table}`)).toEqual(['一 概述']);
    expect(headings('一、概述\n做好公开。\n二、回应解读情况\n发布解读2篇。')).toEqual(['一 概述', '二 回应解读情况']);
  });

  it('a numbered table title', () => {
    expect(headings('一、概述\n做好公开。\n二、青石镇政府信息公开情况统计表\n')).toEqual(['一 概述']);
  });

  it('一是…二是… and an article cited over two lines', () => {
    expect(headings('一、概述\n一是公开不够丰富；\n二是力量不足。\n按照第二十条第\n（一）项的规定公开。')).toEqual(['一 概述']);
  });

  it('stretches that tables claim', () => {
    const text = '三、收到和处理政府信息公开申请情况\n一、某项指标情况 4\n五、存在的主要问题及改进情况\n无。';
    const start = text.indexOf('一、某项');
    expect(shape(read(text, [{ start, end: text.indexOf('五、') - 1 }]).sections)).toEqual(['三 收到和处理政府信息公开申请情况', '五 存在的主要问题及改进情况']);
  });
});

it.each([
  ['概述', 'overview'], ['政府信息公开工作的基本概况', 'overview'], ['组织领导和制度建设情况', 'organization'], ['重点领域信息公开', 'keyAreas'],
  ['主动公开政府信息以及平台建设情况', 'proactiveDisclosure'], ['回应解读情况', 'response'], ['政府信息公开申请的办理情况', 'applications'],
  ['收费及减免情况', 'fees'], ['因政府信息公开申请提起行政复议的情况', 'disputes'], ['咨询处理情况', 'consultation'], ['保密审查及监督检查情况', 'supervision'],
  ['所属事业单位信息公开情况', 'subordinateUnits'], ['办理人大代表建议和政协委员提案情况', 'proposals'], ['存在的问题和下一步打算', 'problems'],
  ['下一步工作计划', 'plans'], ['其他需要报告的事项', 'otherMatters'], ['加大投入，夯实基础', null],
])('%s is about %s', (title, id) => {
  expect(read(`一、${title}\n做好工作。`).sections[0]!.id).toBe(id);
});
