/** The queries of docs/tables.md, run over the fixtures: what they print is what the page shows. `UPDATE_DOCS=1` writes it. */
import { DuckDBInstance } from '@duckdb/node-api';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const PAGE = join(ROOT, 'docs', 'tables.md');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gov-report-queries-'));
  for (const name of ['reports.parquet', 'cells.csv']) {
    execFileSync(process.execPath, ['bin/gov-report.js', 'parse', 'fixtures', '-q', '-o', join(folder, name)], { cwd: ROOT });
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Code blocks of a language, each with the block or the table of results right behind it. */
function examples(language: string, result: RegExp): { code: string; shown: string; from: number; to: number }[] {
  const page = readFileSync(PAGE, 'utf8');
  return [...page.matchAll(new RegExp(`\`\`\`${language}\\n([^\`]*)\`\`\`\\n\\n`, 'g'))].map((match) => {
    const from = match.index + match[0].length;
    const shown = result.exec(page.slice(from))?.[0] ?? '';
    return { code: match[1]!, shown, from, to: from + shown.length };
  });
}

function compare(language: string, result: RegExp, printed: readonly string[]): void {
  const shown = examples(language, result);
  if (process.env['UPDATE_DOCS'] !== undefined) {
    let page = readFileSync(PAGE, 'utf8');
    for (const [i, { from, to }] of [...shown.entries()].reverse()) page = page.slice(0, from) + printed[i]! + page.slice(to);
    writeFileSync(PAGE, page);
    return;
  }
  // Versions differ in how many blanks they put between columns.
  const words = (text: string): string[] => text.split('\n').map((line) => line.trim().replace(/ +/g, ' '));
  shown.forEach((example, i) => { expect(words(example.shown), example.code).toEqual(words(printed[i]!)); });
}

const TABLE = /^(?:\|.*\n)+/;
const TEXT = /^```text\n[^`]*```\n/;

test('DuckDB', async () => {
  const connection = await (await DuckDBInstance.create()).connect();
  const queries = examples('sql', TABLE);
  expect(queries.length).toBeGreaterThanOrEqual(5);
  const printed: string[] = [];
  for (const { code } of queries) {
    const reader = await connection.runAndReadAll(code.replaceAll('reports.parquet', join(folder, 'reports.parquet')));
    const numeric = reader.columnTypes().map((type) => /INT|DOUBLE|DECIMAL/.test(String(type)));
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
    const rows = reader.getRowsJson().map((row) => line(row.map((value) => (value === null ? '' : String(value as string | number)))));
    printed.push([line(reader.columnNames()), `|${numeric.map((is) => (is ? '---:' : '---')).join('|')}|\n`, ...rows].join('').replaceAll('|  |', '| |').replaceAll('|  |', '| |'));
  }
  compare('sql', TABLE, printed);
});

/** What a program prints for a script over the files, `null` where it is not installed. */
function run(command: string, args: readonly string[], code: string): string | null {
  const script = join(folder, 'script');
  writeFileSync(script, code);
  const done = spawnSync(command, [...args, script], { cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  if (done.error !== undefined) return null;
  if (done.status !== 0) throw new Error(done.stderr);
  return `\`\`\`text\n${done.stdout.replace(/[ \t]+$/gm, '')}\`\`\`\n`;
}

/** The Python that has pandas: Debian's, or the one in the path. */
const python = ['/usr/bin/python3', 'python3'].find((command) => spawnSync(command, ['-c', 'import pandas']).status === 0);
const hasR = spawnSync('Rscript', ['--version']).status === 0;

test.each([
  { language: 'python', command: python },
  { language: 'r', command: hasR ? 'Rscript' : undefined },
])('$language', ({ language, command }) => {
  if (command === undefined) {
    console.warn(`docs/tables.md: the example in ${language} was not run: it is not installed here`);
    return;
  }
  const printed = examples(language, TEXT).map(({ code }) => run(command, [], code)!);
  expect(printed.length).toBeGreaterThan(0);
  compare(language, TEXT, printed);
});
