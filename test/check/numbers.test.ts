import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { lawful, reportOf } from './reports.ts';

test('digits that could not be placed are no text in a cell', () => {
  const cell = 'applications.granted.total';
  const found = (raw: string): string[] => check(reportOf('2021', lawful('2021', () => 2), { cells: { [cell]: null }, status: { [cell]: 'unreadable' }, raw: { [cell]: raw } }))
    .map((finding) => finding.code);
  expect(found('3000003')).toEqual([]);
  expect(found('略')).toEqual(['numbers/text']);
});
