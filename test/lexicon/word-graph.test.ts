import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keywordGraphText, packWords } from '../../src/lexicon/pack-words.ts';
import { WordGraph } from '../../src/lexicon/word-graph.ts';

const word = fc.string({ unit: fc.constantFrom('申', '请', '公', '开', '数', 'a'), minLength: 1, maxLength: 5 });

test('the packed lexicon is what the words make', () => {
  expect(readFileSync(new URL('../../src/lexicon/keyword-graph.ts', import.meta.url), 'utf8')).toBe(keywordGraphText());
});

test('the longest word that ends in time is found, with the value it came with first', () => {
  fc.assert(fc.property(fc.array(fc.tuple(word, fc.integer({ min: 1, max: 4 })), { maxLength: 20 }), fc.string({ unit: fc.constantFrom('申', '请', '公', '开', '数', 'a', '她'), maxLength: 12 }), fc.nat(12), (words, text, end) => {
    const graph = new WordGraph(packWords(words), ['one', 'two', 'three', 'four']);
    const stop = Math.min(end, text.length);
    for (let at = 0; at < text.length; at++) {
      const fitting = words.filter(([one]) => text.startsWith(one, at) && at + one.length <= stop).sort(([a], [b]) => b.length - a.length);
      const longest = fitting[0];
      expect(graph.find(text, at, stop)).toBe(longest === undefined ? undefined : ['one', 'two', 'three', 'four'][longest[1] - 1]);
      if (longest !== undefined) expect(graph.length).toBe(longest[0].length);
    }
  }));
});
