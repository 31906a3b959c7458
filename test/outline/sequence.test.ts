import { describe, expect, it } from 'vitest';
import { LAYOUTS, make } from './maker.ts';
import { read, shape } from './read.ts';
import { worked } from '../helpers/worked.ts';

const titles = (text: string): string[] => read(text).sections.map(({ title }) => title);

/** Seeds beyond those the rules were made with; glued pages have titles whose end nothing shows. */
const FLOOR: Readonly<Record<string, number>> = { 'glued line': 0.8, bare: 0.9 };

describe('made-up reports', () => {
  it.each(LAYOUTS)('%s', (layout) => {
    const seeds = Array.from({ length: 60 }, (_, index) => 5000 + index);
    const right = seeds.filter((seed) => {
      const made = make(seed, layout);
      return JSON.stringify(titles(made.text)) === JSON.stringify(made.titles);
    });
    expect(right.length / seeds.length).toBeGreaterThanOrEqual(FLOOR[layout] ?? 0.98);
  });
});

describe('a number that is due', () => {
  it.each([
    ['behind a colon', '现将工作汇报如下：一、工作开展情况。认真落实。二、工作中存在的不足。力量不足。三、今后工作打算。加强学习。', ['工作开展情况', '工作中存在的不足', '今后工作打算']],
    ['behind an e-mail', '邮箱：gk@example.org一、总体情况一年来，公开有序。二、主动公开政府信息情况公开20条。三、其他需要报告的事项无。', ['总体情况', '主动公开政府信息情况', '其他需要报告的事项']],
    ['behind words without a stop', '一、总体情况公开有序。（一）渠道。1.官网2.线下查阅点二、主动公开政府信息情况公开20条。三、其他需要报告的事项无。', ['总体情况', '主动公开政府信息情况', '其他需要报告的事项']],
    ['with a title no list knows', '一、概述 公开有序。 二、窗口服务及热线运行情况 接听315次。 三、经费投入及人员配备情况 兼职2人。', ['概述', '窗口服务及热线运行情况', '经费投入及人员配备情况']],
  ])('heads %s', (_, text, expected) => { expect(titles(text)).toEqual(expected); });

  it('leaves 统一、 and 第一、 in their sentences', () => {
    expect(titles('一、总体情况\n实行统一、规范的管理。第一、二季度各查一次。\n二、其他需要报告的事项\n无。')).toEqual(['总体情况', '其他需要报告的事项']);
  });

  it('keeps a misprinted number with a section’s title', () => {
    expect(titles('一、概述\n好。\n二、主动公开情况\n好。\n二、依申请公开情况\n好。\n四、存在的主要问题和改进措施\n好。')).toHaveLength(4);
  });

  it('takes a list inside a section for its points', () => {
    const text = '一、概述\n好。\n二、存在的主要问题和改进措施\n一、认识不足\n要加强。\n二、力量薄弱\n要充实。\n三、其他需要报告的事项\n无。';
    expect(shape(read(text).sections)).toEqual(['一 概述', '二 存在的主要问题和改进措施', '  一 认识不足', '  二 力量薄弱', '三 其他需要报告的事项']);
  });

  it('ends no report where its sections are named', () => {
    expect(titles('本报告由总体情况、存在的主要问题及改进情况、其他需要报告的事项共三个部分组成。一、总体情况好。二、存在的主要问题及改进情况无。三、其他需要报告的事项无。'))
      .toEqual(['总体情况', '存在的主要问题及改进情况', '其他需要报告的事项']);
    expect(titles('本报告由一、总体情况，二、存在的主要问题及改进情况，三、其他需要报告的事项三个部分组成。\n一、总体情况\n好。\n二、存在的主要问题及改进情况\n无。\n三、其他需要报告的事项\n无。'))
      .toHaveLength(3);
  });

  it('reads two reports in one file as two sequences', () => {
    const one = '一、总体情况\n好。\n二、主动公开政府信息情况\n好。\n三、其他需要报告的事项\n无。\n';
    expect(titles(one + one)).toHaveLength(6);
  });
});

describe('a heading in a stretch that a table claims', () => {
  it.each([
    ['a misprint run into the first cell', '四、政府信息公开行政法复议、行政诉讼情况行政复议行政诉讼结果维持0', '四 政府信息公开行政法复议、行政诉讼情况'],
    ['no number', '总体情况\n好。\n政府信息公开行政复议、行政诉讼情况\n行政复议\n0\n其他需要报告的事项\n无。', '- 政府信息公开行政复议、行政诉讼情况'],
  ])('is cut out of it: %s', (_, text, expected) => {
    const start = text.indexOf('政府信息公开行政');
    expect(shape(read(text, [{ start, end: text.indexOf('0') + 1 }]).sections)).toContain(expected);
  });

  it('leaves the end of the sentence before it to the prose', () => {
    const text = '一、总体情况累计阅读269.2万。二、主动公开政府信息情况信息内容本年制发件数规章0';
    expect(read(text, [{ start: text.indexOf('万。'), end: text.length }]).sections[0]!.text).toBe('累计阅读269.2万。');
  });
});

it('reads hostile text in linear time', () => {
  const time = (times: number): number => {
    const text = '一、总体情况统一、二、'.repeat(times);
    return Math.min(...[1, 2, 3].map(() => {
      const start = worked();
      read(text);
      return worked() - start;
    }));
  };
  time(200);
  expect(time(8000)).toBeLessThan(Math.max(400, 14 * time(1000)));
});
