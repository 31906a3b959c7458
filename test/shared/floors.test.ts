import { describe, expect, test } from 'vitest';
import { complaint, floorsTable, rewrite, type Floors } from './floors.ts';

const never = (): boolean => false;

describe('a file against its floor', () => {
  test('as many faults as the list says are no complaint', () => {
    expect(complaint('reports/a.txt', { missed: 3 }, { missed: 3 }, [])).toBeNull();
    expect(complaint('reports/a.txt', {}, {}, [])).toBeNull();
  });

  test('one more is, with every fault of the file', () => {
    expect(
      complaint('reports/a.txt', { missed: 3 }, { missed: 3, wrong: 1 }, ['a.b: 3 (reported), wanted 4, SILENT']),
    ).toBe('reports/a.txt has MORE faults than its floor: wrong 1, floor 0\n  a.b: 3 (reported), wanted 4, SILENT');
  });

  test('one fewer is too, and says which command lowers the list', () => {
    expect(complaint('reports/a.txt', { missed: 3, era: 1 }, { missed: 2 }, ['x'])).toBe(
      'reports/a.txt has fewer faults than its floor: era 0, floor 1; missed 2, floor 3; `npm run floors` lowers the list',
    );
  });
});

describe('the list written anew', () => {
  const before: Floors = { 'a.txt': { missed: 3, wrong: 1 }, 'b.txt': {}, 'gone.txt': { era: 1 } };

  test('numbers fall, files come and go', () => {
    expect(rewrite(before, { 'a.txt': { missed: 2 }, 'b.txt': {}, 'new.txt': { era: 1 } }, never)).toEqual({
      floors: { 'a.txt': { missed: 2 }, 'b.txt': {}, 'new.txt': { era: 1 } },
      added: ['new.txt'],
      gone: ['gone.txt'],
      lowered: ['a.txt'],
      refused: [],
      accepted: [],
    });
  });

  test('no number rises by itself, not even beside one that falls', () => {
    const { floors, refused, lowered } = rewrite(before, { 'a.txt': { missed: 5 }, 'b.txt': { wrong: 1 } }, never);
    expect({ floors, refused, lowered }).toEqual({
      floors: { 'a.txt': { missed: 3 }, 'b.txt': {} },
      refused: ['a.txt', 'b.txt'],
      lowered: ['a.txt'],
    });
  });

  test('a number rises in a file that is named', () => {
    const { floors, refused, accepted } = rewrite(
      before,
      { 'a.txt': { missed: 5 }, 'b.txt': { wrong: 1 } },
      (file) => file === 'b.txt',
    );
    expect({ floors, refused, accepted }).toEqual({
      floors: { 'a.txt': { missed: 3 }, 'b.txt': { wrong: 1 } },
      refused: ['a.txt'],
      accepted: ['b.txt'],
    });
  });
});

test('the list for people leaves out what is perfect', () => {
  expect(floorsTable('reports', { 'a.txt': { missed: 3 }, 'b.txt': {}, 'longer.txt': { era: 1, missed: 1 } })).toEqual([
    'reports: 2 of 3 files have faults: era 1  missed 4',
    '  a.txt       missed 3',
    '  longer.txt  era 1  missed 1',
  ]);
});
