import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PAGE_LABELS } from '../../src/lexicon/pageLabels.ts';
import { labelsIn } from '../../src/metadata/labels.ts';

const LABELS = Object.entries(PAGE_LABELS).flatMap(([field, labels]) => labels.map((label) => ({ field, label })));
const spelled = LABELS.map(({ label }) => label).sort((a, b) => b.length - a.length).map((label) => Array.from(label).join('[ \\t]{0,12}')).join('|');
/** What is a label, in one expression: slow, but plain. */
const LABEL = new RegExp(`(?<![一-龥])(?:${spelled})(?=[ \\t]*(?:[:|]|$)|[ \\t]+[^ \\t])`, 'g');

test('labels are spaced out, stand alone, and the longest of them counts', () => {
  expect(labelsIn('索 引 号:1162 | 信息发布机构：')).toEqual([{ field: 'indexNumber', start: 0, end: 5 }]);
  expect(labelsIn('发布机构 某局 发布日期:2023')).toEqual([{ field: 'publisher', start: 0, end: 4 }, { field: 'publishedOn', start: 8, end: 12 }]);
  expect(labelsIn('信息发布机构|发文字号')).toEqual([{ field: 'publisher', start: 0, end: 6 }, { field: 'documentNumber', start: 7, end: 11 }]);
  expect(labelsIn('其名称:')).toEqual([]);
  expect(labelsIn('名称是')).toEqual([]);
});

test('any line has the labels that the expression finds', () => {
  const piece = fc.oneof(fc.constantFrom(...LABELS.map(({ label }) => label)), fc.constantFrom(' ', '\t', ':', '|', '某', '局', 'a', '        ', '信', '息', '时间', '\n'));
  const spaced = fc.tuple(piece, fc.boolean()).map(([text, apart]) => (apart ? Array.from(text).join(' ') : text));
  fc.assert(fc.property(fc.array(spaced, { maxLength: 8 }).map((parts) => parts.join('')), (text) => {
    const wanted = Array.from(text.matchAll(LABEL), (hit) => ({ start: hit.index, end: hit.index + hit[0].length, label: hit[0].replace(/[ \t]/g, '') }));
    expect(labelsIn(text).map(({ start, end, field }) => ({ start, end, field }))).toEqual(wanted.map(({ start, end, label }) => ({ start, end, field: LABELS.find((one) => one.label === label)!.field })));
  }), { numRuns: 2000 });
});
