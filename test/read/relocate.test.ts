import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/pipeline.ts';
import { readSource, relocate } from '../../src/read/read.ts';

describe('relocate', () => {
  it('moves lines with and without columns, and no arguments', () => {
    const origins = { place: (offset: number) => ({ line: 100 + offset, column: 200 + offset }) };
    const report = { cells: [{ line: 2, column: 2 }, { line: null, column: null }], sections: [{ line: 2, children: [{ line: 1 }] }], findings: [{ line: 1, column: null, args: { line: 1 } }] };
    expect(relocate(report, 'ab\ncd\n', origins)).toEqual({
      cells: [{ line: 104, column: 204 }, { line: null, column: null }], sections: [{ line: 103, children: [{ line: 100 }] }], findings: [{ line: 100, column: null, args: { line: 1 } }],
    });
  });

  it('puts an end behind the character before it', () => {
    const origins = { place: (offset: number) => ({ line: offset < 4 ? 10 : 20, column: 5 + offset }) };
    const cells = [{ line: 1, column: 1, endColumn: 3 }, { line: 2, column: 1, endColumn: 1 }, { line: 1, column: 2, endLine: 2, endColumn: 3 }, { line: 1, column: 1, endLine: 2, endColumn: 2 }];
    expect(relocate(cells, 'ab\ncd\n', origins)).toEqual([
      { line: 10, column: 5, endColumn: 7 }, { line: 10, column: 8, endColumn: 8 }, { line: 10, column: 6, endLine: 20, endColumn: 10 }, { line: 10, column: 5, endColumn: 9 },
    ]);
  });

  it('makes every cell of a page point to its digits in the page', async () => {
    const bytes = readFileSync(new URL('./documents/2021/document.html', import.meta.url));
    const source = await readSource(bytes);
    const report = relocate(parseReport(source.text), source.text, source.origins!);
    const lines = bytes.toString('utf8').split('\n');
    const reported = report.cells.filter((cell) => cell.raw !== null && cell.raw !== '' && cell.line !== null);
    expect(reported.length).toBeGreaterThan(150);
    for (const cell of reported) expect(lines[cell.line! - 1]!.slice(cell.column! - 1)).toMatch(new RegExp(`^${cell.raw!.replace('.', '\\.')}<`));
  });
});
