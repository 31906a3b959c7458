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
