import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grid, Syntax } from '../../src/grid/grid.ts';
import { readGrids } from '../../src/grid/grids.ts';
import { createDocument } from '../../src/text/document.ts';
import { box, database, multilinePandoc, simplePandoc, simpleRest, TERMINAL } from './draw.ts';
import { cellsOf, models, type Model, type Shape } from './model.ts';
import * as render from './render.ts';
import { cases } from '../helpers/effort.ts';

interface Case {
  name: string;
  syntax: Syntax;
  render: render.Renderer;
  shape: Shape;
  /** What the syntax makes of a model. */
  expected?: (model: Model) => Model;
}

const LENGTHS = { wide: 1, ambiguous: 1, ascii: false };
const DOUBLE = { wide: 2, ambiguous: 2, ascii: false };
const mapped = (change: (text: string) => string) => (model: Model): Model =>
  ({ ...model, rows: model.rows.map((row) => row.map((cell) => ({ ...cell, text: change(cell.text) }))) });
const none = mapped((text) => (text === '' ? 'None' : text));

const CASES: readonly Case[] = [
  { name: 'HTML', syntax: 'html', render: render.html, shape: { spans: true, lines: true } },
  { name: 'HTML without end tags', syntax: 'html', render: render.looseHtml, shape: { spans: true, lines: true } },
  { name: 'Markdown', syntax: 'pipe', render: render.markdown, shape: { lines: true } },
  { name: 'Markdown without outer bars', syntax: 'pipe', render: render.bareMarkdown, shape: { lines: true } },
  { name: 'bars alone', syntax: 'pipe', render: render.pipes, shape: { lines: true } },
  { name: 'bars with blank lines between rows', syntax: 'pipe', render: render.spreadPipes, shape: {} },
  { name: 'rows torn within their bars', syntax: 'pipe', render: render.tornPipes, shape: { lines: true } },
  { name: 'org', syntax: 'pipe', render: render.org, shape: {} },
  { name: 'psql', syntax: 'pipe', render: render.psql, shape: {} },
  { name: 'a cell a line, closed by a bar', syntax: 'pipe', render: render.trail, shape: {} },
  { name: 'AsciiDoc', syntax: 'pipe', render: render.asciidoc, shape: { spans: true } },
  { name: 'tabs', syntax: 'tab', render: render.tabs, shape: {} },
  { name: 'quoted tabs', syntax: 'tab', render: render.quotedTabs, shape: { lines: true } },
  { name: 'CSV in quotes', syntax: 'csv', render: render.quotedCsv, shape: { lines: true } },
  { name: 'CSV', syntax: 'csv', render: render.csv, shape: {} },
  { name: 'semicolons', syntax: 'csv', render: render.semicolons, shape: {} },
  { name: 'LaTeX', syntax: 'latex', render: render.latex, shape: { spans: true, lines: true } },
  { name: 'Python lists', syntax: 'list', render: render.pythonRows, shape: { lines: true }, expected: none },
  { name: 'Python tuples', syntax: 'list', render: render.pythonTuples, shape: { lines: true }, expected: none },
  { name: 'JSON', syntax: 'list', render: render.json, shape: { lines: true } },
  { name: 'numpy', syntax: 'list', render: render.numpy, shape: {} },
  { name: 'a box', syntax: 'box', render: box(TERMINAL), shape: { spans: true, lines: true } },
  { name: 'a box in ASCII', syntax: 'box', render: box({ ...TERMINAL, ascii: true }), shape: { spans: true, lines: true } },
  { name: 'a box measured in characters', syntax: 'box', render: box(LENGTHS), shape: { lines: true } },
  { name: 'a box with wide quotes', syntax: 'box', render: box(DOUBLE), shape: { lines: true } },
  { name: 'a database', syntax: 'box', render: database(TERMINAL), shape: { empties: false } },
  { name: 'a simple table of reST', syntax: 'rest', render: simpleRest(TERMINAL), shape: {} },
  { name: 'the same measured in characters', syntax: 'rest', render: simpleRest(LENGTHS), shape: {} },
  { name: 'a simple table of pandoc', syntax: 'rest', render: simplePandoc(TERMINAL), shape: {} },
  { name: 'a multiline table of pandoc', syntax: 'rest', render: multilinePandoc(TERMINAL), shape: { lines: true } },
];

const onlyGrid = (text: string): Grid | undefined => {
  const grids = readGrids(createDocument(text));
  return grids.length === 1 ? grids[0] : undefined;
};

describe.each(CASES)('$name', ({ syntax, render: draw, shape, expected }) => {
  const before = '甲县2022年年度报告\n\n一、总体情况\n本机关按要求推进公开。\n\n';
  const after = '\n\n五、存在的主要问题\n公开不够及时。';

  it('gives the cells it was printed from', () => {
    fc.assert(fc.property(models(shape), (model) => {
      const grid = onlyGrid(before + draw(model) + after);
      expect(grid?.syntax).toBe(syntax);
      expect(cellsOf(grid!)).toEqual((expected?.(model) ?? model).rows);
      expect(grid!.borders).toBe('shown');
    }), { numRuns: cases(12, 300) });
  });

  it('places each line of each cell where it is printed', () => {
    fc.assert(fc.property(models(shape), (model) => {
      const text = before + draw(model) + after;
      const grid = onlyGrid(text)!;
      expect(grid.start).toBeGreaterThanOrEqual(before.length);
      expect(grid.end).toBeLessThanOrEqual(text.length - after.length);
      for (const cell of grid.rows.flat()) {
        const lines = cell.text === '' ? [] : cell.text.split('\n');
        const pieces = cell.pieces ?? (lines.length === 0 ? [] : [{ start: cell.start, end: cell.end }]);
        expect(pieces.map((piece) => text.slice(piece.start, piece.end))).toEqual(lines);
        if (lines.length === 0) expect(cell.start).toBe(cell.end);
        else expect([cell.start, cell.end]).toEqual([pieces[0]!.start, pieces.at(-1)!.end]);
      }
    }), { numRuns: cases(12, 300) });
  });
});
