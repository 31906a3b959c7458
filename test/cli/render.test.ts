import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt, excerptLines, markedLength, wrap } from '../../src/cli/render/excerpt.ts';
import { tableLines } from '../../src/cli/render/table.ts';
import { languageOf } from '../../src/cli/render/words.ts';
import { displayWidth } from '../../src/cli/terminal/display-width.ts';
import { worked } from '../helpers/worked.ts';

const lines = (line: string, column: number, width: number): string[] => excerptLines(excerpt(line, column, width), '7 | ');

describe('the caret', () => {
  test('stands under the number, Chinese characters taking two places', () => {
    expect(lines('（七）总计 20 0 21', 7, 60)).toEqual(['7 | （七）总计 20 0 21', '  |            ^^']);
  });
  test('a tab is one place', () => {
    expect(lines('总计\t1,234\t5', 4, 60)).toEqual(['7 | 总计 1,234 5', '  |      ^^^^^']);
  });
  test('a line longer than the terminal is cut around the place', () => {
    const [source, carets] = lines(`${'数'.repeat(300)}42${'字'.repeat(300)}`, 301, 40);
    expect(source).toMatch(/^7 \| …数+42字+…$/);
    expect(displayWidth(source!)).toBeLessThanOrEqual(44);
    expect(displayWidth(source!.slice(0, source!.indexOf('42')))).toBe(carets!.indexOf('^'));
  });
  test('always stands under what it marks, within the width', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('总', '计', ' ', '\t', '1', '，', 'a', '　', '🀄', '\u0007'), { minLength: 1, maxLength: 300 }), fc.nat(), fc.integer({ min: 20, max: 140 }), (chars, pick, width) => {
      const line = chars.join('');
      const column = 1 + chars.slice(0, pick % chars.length).join('').length;
      const found = excerpt(line, column, width);
      const [source, carets] = excerptLines(found, '| ');
      expect(displayWidth(found.before + found.marked + found.after)).toBeLessThanOrEqual(width);
      expect(source).not.toMatch(/[\t\u0007]/);
      expect(carets.trimEnd().endsWith('^')).toBe(true);
    }));
  });
  test('a megabyte on one line costs nothing', () => {
    const line = '总计 0 '.repeat(200_000);
    const started = worked();
    for (let i = 0; i < 200; i++) excerpt(line, 500_001, 80);
    expect(worked() - started).toBeLessThan(500);
  });
});

test('what is marked: a number with sign and separators, else one character', () => {
  expect(['-18 5', '1,234 5', '２１件', '三十五件', '无', '🀄x'].map((line) => markedLength(line, 1))).toEqual([3, 5, 2, 3, 1, 2]);
});

test('sentences break between Chinese characters, at blanks in English, never before a comma', () => {
  expect(wrap('各项办理结果之和，不等于总计', 16)).toEqual(['各项办理结果之', '和，不等于总计']);
  expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four']);
});

test('columns of a table are aligned as shown', () => {
  expect(tableLines([['报告', '3'], ['cells', '12']], [1])).toEqual(['报告    3', 'cells  12']);
});

test('the language is that of the locale', () => {
  expect(languageOf({ LANG: 'zh_CN.UTF-8' })).toBe('zh');
  expect(languageOf({ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' })).toBe('en');
  expect(languageOf({})).toBe('en');
});
