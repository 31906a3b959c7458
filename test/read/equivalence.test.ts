import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/read-report.ts';
import { readSource } from '../../src/read/read.ts';
import { LONG } from '../helpers/effort.ts';

/** The documents of test/read/documents: made by scripts/documents.mjs, which knows the values of their cells. */
const fixture = (path: string): Buffer => readFileSync(new URL(`./documents/${path}`, import.meta.url));

/** Each document is read once. */
const kept = new Map<string, unknown>();
function once<T>(key: string, read: () => Promise<T>): Promise<T> {
  if (!kept.has(key)) kept.set(key, read());
  return kept.get(key) as Promise<T>;
}
const reportOf = (path: string): ReturnType<typeof readReport> => once(`report ${path}`, () => readReport(fixture(path), { path: path.split('/')[1]! }));
const sourceOf = (path: string): ReturnType<typeof readSource> => once(`source ${path}`, () => readSource(fixture(path), { path: path.split('/')[1]! }));

describe.each(LONG ? ['narrative', 'statistics', '2019', '2021', '2021-blanks'] : ['narrative', 'statistics', '2021-blanks'])('%s', (name) => {
  const truth = JSON.parse(fixture(`${name}/cells.json`).toString()) as Record<string, number | null>;

  it.each(['txt', 'html', 'docx', 'doc', 'pdf'])('the same cells from .%s', async (extension) => {
    const report = await reportOf(`${name}/document.${extension}`);
    expect(report.template.era).toBe(name.slice(0, 4) === '2021' ? '2021' : name);
    const cells = Object.fromEntries(report.cells.map((cell) => [cell.cell, cell.value]));
    expect(Object.fromEntries(Object.keys(truth).map((cell) => [cell, cells[cell]]))).toEqual(truth);
  });

  it.each(['html', 'docx', 'doc', 'pdf'])('the same report from .%s', async (extension) => {
    const parse = async (file: string): Promise<unknown> => {
      const { metadata, sections, tables, facts } = await reportOf(`${name}/${file}`);
      return JSON.parse(JSON.stringify({ metadata, sections, tables, facts }, (key, value: unknown) => (key === 'line' || key === 'column' ? undefined : value)));
    };
    expect(await parse(`document.${extension}`)).toEqual(await parse('document.txt'));
  });

  it.each(['html', 'docx', 'doc', 'pdf'])('the same lines from .%s', async (extension) => {
    const lines = async (file: string): Promise<string[]> => (await sourceOf(`${name}/${file}`)).text.split('\n').filter((line) => line.trim() !== '');
    expect(await lines(`document.${extension}`)).toEqual(await lines('document.txt'));
  });

  it.each(['html', 'docx', 'doc', 'pdf'])('a grid for every table of .%s', async (extension) => {
    const { text, grids, findings } = await sourceOf(`${name}/document.${extension}`);
    expect(grids.length).toBe({ narrative: 0, statistics: 1 }[name] ?? 3);
    const lines = text.split('\n');
    for (const grid of grids) {
      grid.rows.forEach((row, index) => {
        const fields = lines[grid.line - 1 + index]!.split('\t');
        expect(fields.length).toBe(grid.columns);
        fields.forEach((field, column) => {
          if (field !== '') expect(row.some((cell) => cell.column === column)).toBe(true);
        });
      });
    }
    expect(findings).toEqual([]);
  });
});
