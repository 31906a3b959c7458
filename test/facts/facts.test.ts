import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/facts/facts.ts';
import metricsKnown from './metrics.json' with { type: 'json' };
import { METRIC_RULES, ZERO_METRICS } from '../../src/lexicon/metrics.ts';
import { proseOf } from './prose.ts';
import { render } from './render.ts';
import { cases } from '../helpers/effort.ts';
import { expectNoHang } from '../helpers/hang.ts';
import { worked } from '../helpers/worked.ts';

/** One sentence of the suite, read as of a report on 2022 where it names no other year. */
interface Row {
  text: string;
  year?: number;
  under?: string;
  facts: string[];
}

const suite = new URL('./suite/', import.meta.url);

for (const file of readdirSync(suite).sort()) {
  const rows = JSON.parse(readFileSync(new URL(file, suite), 'utf8')) as Row[];
  describe(file.replace('.json', ''), () => {
    it.each(rows)('$text', ({ text, under, year, facts }) => {
      const input = proseOf(`${under === undefined ? '' : `一、${under}\n`}${text}`, year ?? 2022);
      expect(readFacts(input).facts.map(render)).toEqual(facts);
    });
  });
}

describe('a fact', () => {
  it('carries its clause, line and column', () => {
    const { facts } = readFacts(proseOf('一、总体情况\n第一段没有数字。\n　　经统计，全年收到政府信息公开申请 12 件；办结 11 件。', 2022));
    expect(facts.map(({ text, line, column }) => ({ text, line, column }))).toEqual([
      { text: '经统计，全年收到政府信息公开申请 12 件', line: 3, column: 20 },
      { text: '办结 11 件', line: 3, column: 28 },
    ]);
  });

  it('of a year is this year’s where the report’s year is not known', () => {
    const { facts } = readFacts(proseOf('2021年收到政府信息公开申请9件，上年收到政府信息公开申请7件。', null));
    expect(facts.map(render)).toEqual(['applications.received.total 9 件 | 政府信息公开申请', '- 7 件 | 政府信息公开申请']);
  });

  it('is reported when the prose says it with two values', () => {
    const { findings } = readFacts(proseOf('收到政府信息公开申请9件。\n全年收到政府信息公开申请8件。', 2022));
    expect(findings).toMatchObject([{ code: 'facts/two-values', severity: 'warning', args: { metric: 'applications.received.total', first: 9, second: 8 }, line: 2 }]);
  });

  it('is not made from a list of figures, and the list is reported', () => {
    for (const unit of ['12件', '其中3件、']) {
      const { facts, findings } = readFacts(proseOf(`一、总体情况\n公开信息${unit.repeat(1000)}。收到政府信息公开申请9件。`, 2022));
      expect(facts.map(render)).toEqual(['applications.received.total 9 件 | 政府信息公开申请']);
      expect(findings).toMatchObject([{ code: 'facts/list-of-figures', severity: 'warning', args: { count: 1000 }, line: 2 }]);
    }
  });

  it('is the same in a sentence too long to be read in one', () => {
    const filler = '我局认真贯彻落实条例的要求'.repeat(150);
    const { facts } = readFacts(proseOf(`${filler}，收到政府信息公开申请1,234件，${filler}3,456条信息${'1'.repeat(5)}件${filler}`, 2022));
    expect(facts.map(({ value, unit }) => `${value} ${unit}`)).toEqual(['1234 件', '3456 条', '11111 件']);
  });

  it('links a member to its whole across sentences and paragraphs before it', () => {
    const { facts } = readFacts(proseOf('举办展览2次。\n收到政府信息公开申请10件。其中网络申请6件、信函申请4件。', 2022));
    expect(facts.map((fact) => fact.partOf)).toEqual([undefined, undefined, 1, 1]);
  });
});

it('knows every metric it can name', () => {
  const known = new Set(metricsKnown);
  for (const metric of [...METRIC_RULES.map((rule) => rule.metric), ...Object.values(ZERO_METRICS)]) expect(known).toContain(metric);
});

describe('any text', () => {
  const words = fc.constantFrom('收到', '政府信息公开申请', '主动公开', '信息', '12', '3—5', '万', '件', '条', '，', '。', '；', '其中', '（', '）', '未', '无', '一百', '《', '》', '“', '2021年', '上年', '%', ' ', '\n', '、', '行政复议', '微信', '百分之');
  it('yields facts whose text and place are in it', () => {
    fc.assert(fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
      const input = proseOf(parts.join(''), 2022);
      const { facts } = readFacts(input);
      for (const [index, fact] of facts.entries()) {
        expect(input.prose.some((paragraph) => paragraph.text.includes(fact.text))).toBe(true);
        expect(fact.line).toBeLessThanOrEqual(input.document.lines.length);
        if (fact.partOf !== undefined) {
          expect(fact.partOf).toBeLessThan(index);
          expect(facts[fact.partOf]!.unit).toBe(fact.unit);
        }
      }
    }), { numRuns: 500 });
  });

  it.each(['1', '一', '百', '12件', '未', '无', '收到', '其中3件、', '（', '《', '2021年', '，', '公开信息3条；', '均为0', '零投诉', '1,234,', '收到申请3件，其中网络1件、信函2件。', '3至5件，', '1、', '万'])('reads a very long run of %s in linear time', (unit) => {
    const input = proseOf(unit.repeat(Math.ceil(cases(20_000, 120_000) / unit.length)), 2022);
    const start = worked();
    readFacts(input);
    expectNoHang(start, cases(1 / 3, 1));
  });
});
