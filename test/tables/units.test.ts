import { expect, test } from 'vitest';
import { parseReport } from '../../src/pipeline.ts';
import { make } from './lawful.ts';
import { LAYOUTS, reportOf } from './layouts.ts';

function unitOf(era: '2019' | '2021', edit: (text: string) => string): unknown {
  const made = make(era, 5, { dense: 1 });
  const tree = parseReport(edit(reportOf(made, LAYOUTS['tabs']!))).tables.disclosure as Record<string, Record<string, unknown>>;
  return tree[era === '2019' ? 'procurement' : 'fees']!['amountUnit'];
}

test('the heading of the form of 2021 prints 万元', () => {
  expect(unitOf('2021', (text) => text)).toBe('万元');
});

test('a heading that prints another unit', () => {
  expect(unitOf('2021', (text) => text.replace('（单位：万元）', '（元）'))).toBe('元');
  expect(unitOf('2019', (text) => text.replace('采购总金额', '采购总金额（万元）'))).toBe('万元');
});

test('a unit in the cell is nearer than one in the heading', () => {
  expect(unitOf('2021', (text) => text.replace(/(行政事业性收费\t\d+)/, '$1元'))).toBe('元');
});

test('no unit printed, no unit', () => {
  expect(unitOf('2019', (text) => text)).toBeNull();
  expect(unitOf('2021', (text) => text.replace('（单位：万元）', ''))).toBeNull();
});
