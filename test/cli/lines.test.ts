import { spawn } from 'node:child_process';
import { once } from 'node:events';
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

test('a line in, a line out, in order, whatever is wrong with one', async () => {
  const folder = folderWith({ 'a.txt': REPORT });
  const stdin = [json({ id: 'x-1', text: REPORT }), '\n', json({ path: `${folder}/a.txt` }), 'nonsense\n', json({ id: 7, text: REPORT }), json({ text: ' ' }), json({ path: `${folder}/no.txt` }), json([]), 'null'].join('');
  const { code, stdout, stderr } = await gov(LINES, { stdin });
  const found = stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as Partial<Report> & { id?: string; error?: string });
  expect(found.map((one) => one.source?.path ?? [one.id, one.error])).toEqual([
    'x-1', `${folder}/a.txt`, ['line 4', 'no JSON'], '7', ['line 6', 'the text is empty'], [`${folder}/no.txt`, 'no such file or folder'],
    ['line 8', 'neither "text" nor "path" is a string'], ['line 9', 'neither "text" nor "path" is a string'],
  ]);
  expect(code).toBe(3);
  expect(stderr.trimEnd().split('\n')).toHaveLength(5);
});

test('text and file give the same report', async () => {
  const folder = folderWith({ 'a.txt': REPORT });
  const { stdout } = await gov([...LINES, '--omit', 'source'], { stdin: json({ id: 'a', text: REPORT }) + json({ path: `${folder}/a.txt` }) });
  const [first, second] = stdout.trimEnd().split('\n');
  expect(first).toBe(second);
});

test.each([[['x.txt']], [['-o', 'out.ndjson']], [['--format', 'csv']], [['--pretty']], [['--files-from', 'list']]])('%j does not go with it', async (args) => {
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
