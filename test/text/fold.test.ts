import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../src/text/fold.ts';

test('the folded text has the length of the text, lone surrogates and all', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
    const text = String.fromCharCode(...units);
    expect(fold(text)).toHaveLength(text.length);
  }));
});

test('full width, traditional characters and markers are folded in place', () => {
  expect(fold('１２（總計）：[bookmark: _GoBack]件')).toBe('12(总计):' + ' '.repeat('[bookmark: _GoBack]'.length) + '件');
});
