import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compact, compactLines, squeeze, withoutPinyin } from '../../src/metadata/compact.ts';
import { createDocument } from '../../src/text/document.ts';

const lines = (text: string): string => compactLines(createDocument(text), 0, text.length).text;

test('line feeds stay where a line clearly ends', () => {
  expect(lines('云岭县水务局\n（2021年）报告\n')).toBe('云岭县水务局\n(2021年)报告');
  expect(lines('本报告由云岭县水务局根据《中华人民共和国政府信息公\n开条例》编制。')).toBe('本报告由云岭县水务局根据《中华人民共和国政府信息公开条例》编制。');
  expect(lines('本报告由云岭县水务局根据《中华人民共和国政府信息公\r\n\r\n一')).toBe('本报告由云岭县水务局根据《中华人民共和国政府信息公\n一');
});
test('blanks and pinyin vanish, offsets hold', () => {
  const text = '雲 嶺縣(xiàn) 水務(wù)局(b)';
  expect(compact(createDocument(text), 0, text.length).text).toBe('云岭县水务局(b)');
  expect(withoutPinyin(createDocument(text).folded, text.length)).toBe('云 岭县       水务    局(b)');
});
test('every character is the folded one at its offset', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(' ', '\n', '\r', '局', '(', 'ā', 'a', ')', '2', '。', '<', '"') }), fc.boolean(), (text, kept) => {
      const document = createDocument(text);
      const { text: reduced, offsets } = (kept ? compactLines : compact)(document, 0, text.length);
      expect(offsets.length).toBe(reduced.length);
      for (let i = 0; i < reduced.length; i++) if (reduced[i] !== '\n') expect(document.folded[offsets[i]!]).toBe(reduced[i]);
    }),
  );
});
test('squeeze keeps one blank between Latin words', () => {
  expect(squeeze(' 云岭县 2021 年\nIM  sport 报告 ')).toBe('云岭县2021年IM sport报告');
});
