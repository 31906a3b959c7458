import { expect, test } from 'vitest';
import { displayWidth } from '../../src/cli/terminal.ts';
import { reportJsonSchema } from '../../src/schema/json-schema.ts';
import { gov } from '../helpers/cli.ts';
import { folderWith } from '../helpers/folder.ts';

const REPORT = '竹溪县体育局2021年政府信息公开工作年度报告\n一、总体情况\n公开信息20条。\n';

test('schema prints the JSON Schema', async () => {
  expect(await gov(['schema'])).toEqual({ code: 0, stdout: reportJsonSchema(), stderr: '' });
});

test('--version and --help are no errors, no command at all is one', async () => {
  expect(await gov(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string });
  expect(await gov(['parse', '--help'])).toMatchObject({ code: 0, stderr: '' });
  expect((await gov([])).code).toBe(2);
});

test('detect is tab-separated in a pipe, a line a file', async () => {
  const folder = folderWith({ 'a.txt': REPORT, '甲.txt': REPORT });
  const { code, stdout } = await gov(['detect', folder, '--era', '2021', `${folder}/no.txt`]);
  expect(code).toBe(3);
  const rows = stdout.trimEnd().split('\n').map((line) => line.split('\t'));
  expect(rows.map((row) => [row[0], row[1], row[4]])).toEqual([[`${folder}/a.txt`, '2021', 'utf-8'], [`${folder}/甲.txt`, '2021', 'utf-8']]);
});

test('detect aligns its columns on a terminal', async () => {
  const folder = folderWith({ 'a.txt': REPORT, '很长的文件名.txt': REPORT });
  const { stdout } = await gov(['detect', folder, '--era', '2021'], { terminal: true });
  const lines = stdout.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^file +era +year +agency +encoding$/);
  const at = (line: string): number => displayWidth(line.slice(0, line.indexOf(' 2021 ')));
  expect(at(lines[1]!)).toBe(at(lines[2]!));
});

test('a Chinese character takes two places, a combining one none', () => {
  expect(displayWidth('年度a，')).toBe(7);
  expect(displayWidth('e\u0301')).toBe(1);
});
