import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gov } from '../helpers/cli.ts';
import { folderWith } from '../helpers/folder.ts';

const REPORT = '竹溪县体育局2021年政府信息公开工作年度报告\n一、总体情况\n公开信息20条。\n';

test.each([['out.csv', 'path'], ['out.xlsx', 'PK'], ['out.parquet', 'PAR1']])('-o %s takes the format of the extension', async (name, magic) => {
  const folder = folderWith({ 'a.txt': REPORT });
  expect((await gov(['parse', folder, '-o', `${folder}/${name}`, '-q'])).code).toBe(0);
  expect(readFileSync(`${folder}/${name}`, 'latin1').slice(0, magic.length)).toBe(magic);
});

test('--wide and --excel shape CSV', async () => {
  const folder = folderWith({ 'a.txt': REPORT });
  const { stdout } = await gov(['parse', folder, '--format', 'csv', '--wide', '--excel']);
  expect(stdout).toMatch(/^\uFEFFpath,title,/);
  expect(stdout.split('\r\n')).toHaveLength(3);
});

test.each([['xlsx'], ['parquet']])('%s is not poured over a terminal', async (format) => {
  const folder = folderWith({ 'a.txt': REPORT });
  const { code, stdout, stderr } = await gov(['parse', folder, '--format', format], { terminal: true });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('nothing for a terminal');
});
