import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formGrid, type SpannedCell } from '../../src/text/form-grid.ts';
import { worked } from '../helpers/worked.ts';

type Row = SpannedCell<string>[];
const cell = (content: string, columnSpan = 1, rowSpan = 1): SpannedCell<string> => ({ content, columnSpan, rowSpan });
const places = (groups: Row[][]): [string, number, number, number, number][][] =>
  formGrid(groups).rows.map((row) => row.map((placed) => [placed.content, placed.row, placed.column, placed.rowSpan, placed.columnSpan]));

describe('formGrid', () => {
  it('puts a cell into the first free column below cells that reach down', () => {
    expect(places([[[cell('a', 1, 2), cell('b')], [cell('c')]]])).toEqual([[['a', 0, 0, 2, 1], ['b', 0, 1, 1, 1]], [['c', 1, 1, 1, 1]]]);
  });

  it('lets a row span of 0 reach to the end of its group and no span out of it', () => {
    expect(places([[[cell('a', 1, 0), cell('b')], [cell('c')]], [[cell('d', 1, 9), cell('e')]]])).toEqual([
      [['a', 0, 0, 2, 1], ['b', 0, 1, 1, 1]], [['c', 1, 1, 1, 1]], [['d', 2, 0, 1, 1], ['e', 2, 1, 1, 1]],
    ]);
  });

  it('keeps both cells where a wide one overlaps one from above', () => {
    //  a | b      c starts in the first column and runs under b, which reaches down
    //  c   c
    expect(places([[[cell('a'), cell('b', 1, 2)], [cell('c', 2)], [cell('d'), cell('e')]]])[1]).toEqual([['c', 1, 0, 1, 2]]);
  });

  it('takes out columns and rows in which no cell begins', () => {
    expect(places([[[cell('a', 3), cell('b', 6)], [], [cell('c', 3), cell('d', 6)]]])).toEqual([
      [['a', 0, 0, 1, 1], ['b', 0, 1, 1, 1]], [['c', 1, 0, 1, 1], ['d', 1, 1, 1, 1]],
    ]);
  });

  it('reads spans that are no span as 1', () => {
    expect(places([[[cell('a', 0), cell('b', -3), cell('c', Number.NaN)]]])).toEqual([[['a', 0, 0, 1, 1], ['b', 0, 1, 1, 1], ['c', 0, 2, 1, 1]]]);
  });

  it('keeps the cells of a table beyond all measure without their columns', () => {
    const wide = Array.from({ length: 600 }, (_, row) => Array.from({ length: row + 1 }, () => cell('x', 1, 65534)));
    const grid = formGrid([wide]);
    expect(grid.formed).toBe(false);
    expect(grid.rows.flat()).toHaveLength(600 * 601 / 2);
  });

  it.each([
    ['cells that reach down', () => Array.from({ length: 100_000 }, () => [cell('x', 1, 65534)])],
    ['wide cells', () => Array.from({ length: 40_000 }, () => Array.from({ length: 5 }, () => cell('x', 1000, 1)))],
    ['narrow rows below wide cells', () => [Array.from({ length: 5 }, () => cell('x', 1000, 0)), ...Array.from({ length: 400_000 }, () => [cell('x')])]],
  ])('takes no longer than its cells are many: %s', (_, rows) => {
    const group = rows();
    const start = worked();
    formGrid([group]);
    // Quadratic, the first took minutes.
    expect(worked() - start).toBeLessThan(5000);
  });

  it('loses no cell and puts no two of them in one place', () => {
    const row = fc.array(fc.record({ content: fc.string(), columnSpan: fc.integer({ min: 0, max: 5 }), rowSpan: fc.integer({ min: 0, max: 5 }) }), { maxLength: 6 });
    fc.assert(fc.property(fc.array(fc.array(row, { maxLength: 6 }), { maxLength: 3 }), (groups) => {
      const grid = formGrid(groups);
      expect(grid.rows.flat().map((placed) => placed.content)).toEqual(groups.flat().flat().map((each) => each.content));
      const taken = grid.rows.flat().map((placed) => `${placed.row}:${placed.column}`);
      expect(new Set(taken).size).toBe(taken.length);
      for (const placed of grid.rows.flat()) expect(placed.column + placed.columnSpan).toBeLessThanOrEqual(grid.columns);
    }));
  });
});
