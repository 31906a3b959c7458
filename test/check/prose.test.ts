import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { Fact } from '../../src/schema/report.ts';
import { lawful, reportOf, type Values } from './reports.ts';

/** On the lawful form of 2021 with 2 in every part: 新收 252, 上年结转 12, 总计 252, a row of results 12. */
function codes(facts: Partial<Fact>[], cells: Values = {}): string[] {
  return check(reportOf('2021', lawful('2021', () => 2), { facts, cells })).map((finding) => finding.code);
}
const received = (value: number, more: Partial<Fact> = {}): Partial<Fact> => ({ metric: 'applications.received.total', value, ...more });

describe('what a fact says', () => {
  test.each<[string, Partial<Fact>, string[]]>([
    ['another year is no contradiction', received(9, { year: 2022 }), []],
    ['at least fewer', received(200, { qualifier: 'atLeast' }), []],
    ['at least more', received(300, { qualifier: 'atLeast' }), ['prose/received']],
    ['at most more', received(300, { qualifier: 'atMost' }), []],
    ['at most fewer', received(200, { qualifier: 'atMost' }), ['prose/received']],
    ['about', received(260, { qualifier: 'approximate' }), []],
    ['a range around', received(250, { upper: 260 }), []],
    ['a range beside', received(100, { upper: 200 }), ['prose/received']],
    ['rounded to 万', received(12000, { text: '收到申请1.2万件' }), []],
    ['people, not applications', received(9, { unit: '人次' }), []],
    ['none in words', received(0, { unit: null }), ['prose/received']],
    ['no metric', { value: 9 }, []],
    ['no such cell in this form', { metric: 'training.sessions', value: 9 }, []],
    ['granted with partly granted', { metric: 'applications.replied.granted', value: 24 }, []],
    ['refused with what could not be provided', { metric: 'applications.replied.denied.total', value: 96 + 36 }, []],
    ['answered, without what was otherwise disposed of', { metric: 'applications.replied.total', value: 252 - 36 }, []],
    ['some of what was otherwise disposed of', { metric: 'applications.replied.otherHandling', value: 3 }, []],
    ['more than was otherwise disposed of', { metric: 'applications.replied.otherHandling', value: 37 }, ['prose/outcome']],
    ['organizations together', { metric: 'applications.received.organizations', value: 210 }, []],
  ])('%s', (_, fact, expected) => {
    expect(codes([fact])).toEqual(expected);
  });
});

describe('several facts on one metric', () => {
  test('one that agrees makes the others parts', () => {
    expect(codes([received(252), received(40)])).toEqual([]);
  });
  test('those that add up are parts', () => {
    expect(codes([received(200), received(52)])).toEqual([]);
  });
  test('a part of a fact of the same metric is no whole', () => {
    expect(codes([received(252, { qualifier: 'approximate' }), received(40, { partOf: 0 })])).toEqual([]);
  });
  test('one finding for the largest otherwise', () => {
    const found = check(reportOf('2021', lawful('2021', () => 2), { facts: [received(40), received(300)] }));
    expect(found.map(({ code, args }) => [code, args['left']])).toEqual([['prose/received', 300]]);
  });
});

test('what was public already counts as granted in a form that has no row for it', () => {
  const granted = { metric: 'applications.replied.granted' as const, value: 8 };
  expect(codes([granted])).toEqual(['prose/outcome']);
  expect(codes([granted, { metric: 'applications.replied.alreadyPublic', value: 4 }])).toEqual([]);
});

test('a blank leaves it open, unless the printed rows exceed what is said', () => {
  const denied = (value: number): Partial<Fact> => ({ metric: 'applications.replied.denied.total', value });
  const blank = { 'applications.denied.stateSecret.total': null };
  expect(codes([denied(96)], blank)).toEqual([]);
  expect(codes([denied(10)], blank)).toEqual(['prose/outcome']);
});

test('a reading that a blank leaves open is no contradiction', () => {
  expect(codes([{ metric: 'applications.replied.total', value: 200 }])).toEqual(['prose/replied']);
  expect(codes([{ metric: 'applications.replied.total', value: 200 }], { 'applications.other.rest.total': null })).toEqual([]);
});
