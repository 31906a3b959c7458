import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import type { Report } from '../../src/schema/report.ts';
import { gov } from '../helpers/cli.ts';
import { folderWith } from '../helpers/folder.ts';

const BIN = join(import.meta.dirname, '..', '..', 'bin', 'gov-report.js');
const REPORT = '竹溪县体育局2021年政府信息公开工作年度报告\n一、总体情况\n公开信息20条。\n';
const LINES = ['parse', '--input-format', 'ndjson'];
const json = (value: unknown): string => JSON.stringify(value) + '\n';

type Answer = Partial<Report> & { id?: unknown; path?: string; error?: string };

async function answers(lines: string[], ...more: string[]): Promise<{ code: number; found: Answer[]; stderr: string }> {
  const { code, stdout, stderr } = await gov([...LINES, ...more], { stdin: lines.join('\n') });
  return { code, found: stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as Answer), stderr };
}

test('a line in, a line out, in order, whatever is wrong with one', async () => {
  const folder = folderWith({ 'a.txt': REPORT });
  const lines = [
    { id: 'x-1', text: REPORT }, '', { path: `${folder}/a.txt` }, 'nonsense', { id: 7, text: REPORT }, { text: ' ' }, { path: `${folder}/no.txt` }, [], null, '  ', { id: { of: 'mine' }, path: `${folder}/a.txt` },
    { id: 'x-2', path: `${folder}/no.txt` }, { id: 'x-3', text: '' }, { id: 0 }, '{"id":"cut',
  ].map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  for (const more of [[], ['-j', '2']]) {
    const { code, found, stderr } = await answers(lines, ...more);
    expect(found.map(({ id, source, path, error }) => (source === undefined ? [id, path, error] : [id, source.path]))).toEqual([
      ['x-1', 'x-1'], ['line 2', undefined, 'the line is blank'], [undefined, `${folder}/a.txt`], ['line 4', undefined, 'no JSON'], [7, '7'], ['line 6', undefined, 'the text is empty'],
      [`${folder}/no.txt`, `${folder}/no.txt`, 'no such file or folder'], ['line 8', undefined, 'neither "text" nor "path" is a string'], ['line 9', undefined, 'neither "text" nor "path" is a string'],
      ['line 10', undefined, 'the line is blank'], [{ of: 'mine' }, `${folder}/a.txt`], ['x-2', `${folder}/no.txt`, 'no such file or folder'], ['x-3', 'x-3', 'the text is empty'],
      [0, undefined, 'neither "text" nor "path" is a string'], ['line 15', undefined, 'no JSON'],
    ]);
    expect(code).toBe(3);
    expect(stderr.trimEnd().split('\n')).toHaveLength(11);
  }
});

test('text and file give the same report', async () => {
  const folder = folderWith({ 'a.txt': REPORT });
  const { found: [first, second] } = await answers([json({ id: 'a', text: REPORT }).trim(), json({ path: `${folder}/a.txt` }).trim()], '--omit', 'source');
  expect(first).toEqual({ id: 'a', ...second });
});

test('text that is the source of a page is read as a page', async () => {
  const page = readFileSync(new URL('../read/documents/2021/document.html', import.meta.url), 'utf8');
  const folder = folderWith({ 'a.html': page });
  const { found: [text, file] } = await answers([json({ id: 'a', text: page }).trim(), json({ path: `${folder}/a.html` }).trim()]);
  expect(text).toMatchObject({ source: { format: 'html' }, tables: file!.tables, cells: file!.cells });
});

test('--no-path reads no file', async () => {
  const folder = folderWith({ 'a.txt': REPORT });
  const { code, found } = await answers([json({ id: 'a', text: REPORT }).trim(), json({ id: 'b', path: `${folder}/a.txt` }).trim()], '--no-path');
  expect(code).toBe(3);
  expect(found.map(({ id, error }) => [id, error])).toEqual([['a', undefined], ['b', 'a path, which --no-path forbids']]);
  expect(await gov(['parse', `${folder}/a.txt`, '--no-path'])).toMatchObject({ code: 2, stdout: '' });
});

test.each([[['x.txt']], [['-o', 'out.ndjson']], [['--format', 'csv']], [['--pretty']], [['--files-from', 'list']], [['--wide']], [['--excel']]])('%j does not go with it', async (args) => {
  expect(await gov([...LINES, ...args], { stdin: json({ id: 'a', text: REPORT }) })).toMatchObject({ code: 2, stdout: '' });
});

test.each([[[]], [['-j', '2']]])('every report is out before the next line is in (%j)', async (args) => {
  const child = spawn(process.execPath, [BIN, ...LINES, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  for (const id of ['a', 'b', 'c']) {
    child.stdin.write(json({ id, text: REPORT }));
    expect((JSON.parse((await answers.next()).value as string) as Report).source.path).toBe(id);
  }
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('--fail-on is met by a line as by a file', async () => {
  const lines = [json({ id: 1, text: '红烧肉\n五花肉切块，加糖炒色，小火炖一小时。\n' }).trim()];
  expect((await answers(lines)).code).toBe(0);
  expect((await answers(lines, '--fail-on', 'warning')).code).toBe(1);
  expect((await answers(lines, '--fail-on', 'error')).code).toBe(0);
});
