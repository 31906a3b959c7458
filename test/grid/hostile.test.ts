import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGrids } from '../../src/grid/grids.ts';
import { createDocument } from '../../src/text/document.ts';
import { worked } from '../helpers/worked.ts';
import { cases } from '../helpers/effort.ts';

/** What is not linear takes minutes of the larger, seconds of the smaller. */
const SIZE = cases(1 << 15, 1 << 18);
const MOST_MILLISECONDS = cases(1000, 6000);
const SEEDS = [
  '|', '| ', '|\n', ' |\n', '| a\n', 'a |\n', 'a | 1\n', '| - |\n', '|---|---|\n| 1 | 2 |\n', '\\|', '\t', '1\t', '\t\n', '\t1\n', '"\t', '"\n', '","', '",\n',
  '1,', '1,\n', 'a,1\n', ';1', '<td', '<td>', '<td ">', '<table>', '<table><td>', '<table><tr><td>1</td></tr>', '<tr>\n', '<!--', '<td><b><s>', '</td>', '<td hidden>',
  '&', '&#', '*a ', '**', '_a_', '~~a', '`', '^a', '[', '[\n', '[[', "['", "['\n", '[1,\n', '("a",\n', '{"a":', '{"a":{\n', '{"a":1}\n', '[[1],\n', 'array([', '\\begin{tabular}{c}',
  '\\begin{tabular}{c}\n1 & 2 \\\\\n', '\\\\', '&&', '{', '}{', '\\multirow{9}{*}{', '\\x{', '+-', '+-+\n', '+--+\n|  |\n', '| |\n+-+\n', '─', '│', '├', '┼─', '│\n', '┌─┐\n│1│\n', '─┼─\n1│2\n',
  '=', '== ===\n', '--- ---\n', '--- ---\n1   2\n', '---\n', '|===\n', '|===\n|1\n', '2+|', ' ', '1  ', 'a  1\n', '甲   3   5\n', '1  2\n3\n', '\f', '\u2028', '　', '\ud800', '"a', '[a, ', '|\n\n', '\t1\n\n',
];

describe('hostile texts', () => {
  it.each(SEEDS)('reads %j without end in time that its length explains', (seed) => {
    const document = createDocument(seed.repeat(SIZE / seed.length));
    const start = worked();
    readGrids(document);
    expect(worked() - start).toBeLessThan(MOST_MILLISECONDS);
  });

  it('yields disjoint grids in text order, whose cells lie within them', () => {
    const piece = fc.oneof(fc.constantFrom(...SEEDS), fc.constantFrom('规章', '3', '\n', '\n\n', '</table>', ']', '}', '\\end{tabular}', '\\\\\n', ' & ', '| 规章 | 3 |\n', '+---+---+\n', "'", '一、总体情况\n'));
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      let end = 0;
      for (const grid of readGrids(createDocument(text))) {
        expect(grid.start).toBeGreaterThanOrEqual(end);
        expect(grid.end).toBeGreaterThanOrEqual(grid.start);
        end = grid.end;
        expect(grid.rows.length).toBeGreaterThan(0);
        grid.rows.forEach((cells, row) => {
          let column = -1;
          for (const cell of cells) {
            expect(cell.row).toBe(row);
            expect(cell.column).toBeGreaterThan(column);
            column = cell.column;
            expect(cell.column + cell.columnSpan).toBeLessThanOrEqual(grid.columns);
            expect(cell.rowSpan).toBeGreaterThan(0);
            expect(cell.start).toBeLessThanOrEqual(cell.end);
            expect(cell.start).toBeGreaterThanOrEqual(grid.start);
            expect(cell.end).toBeLessThanOrEqual(grid.end);
            expect(cell.text).toBe(cell.text.trim());
          }
        });
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }), { numRuns: cases(300, 2000) });
  });
});
