import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { placeFor } from '../../src/cli/actions/report/place.ts';
import type { PageData } from '../../src/page/data.ts';
import { reportText } from '../cli/check-report.ts';
import { gov } from '../helpers/cli.ts';
import { folderWith } from '../helpers/folder.ts';

function block(page: string, name: string): unknown {
  const [, data] = new RegExp(`id="${name}">([^<]*)<`).exec(page)!;
  return JSON.parse(inflateRawSync(Buffer.from(data!, 'base64')).toString());
}

test('one file, the same bytes each time, without the pages that stand among the reports', async () => {
  const folder = folderWith({ 'a.txt': reportText(2023), 'b.txt': reportText(2022) });
  const { code, stderr } = await gov(['report', folder, '-o', `${folder}/audit.html`]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: `gov-report: 2 reports; open ${folder}/audit.html in a browser\n` });
  const first = readFileSync(`${folder}/audit.html`, 'utf8');
  await gov(['report', folder, '-o', `${folder}/audit.html`, '-q']);
  expect(readFileSync(`${folder}/audit.html`, 'utf8')).toBe(first);
  expect((block(first, 'data-page') as PageData).entries.map(({ path }) => path)).toEqual([`${folder}/a.txt`, `${folder}/b.txt`]);
  expect(block(first, 'data-report-1')).toMatchObject({ text: reportText(2022), report: { metadata: { year: 2022 } } });
  expect(first).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
});

test('a folder where one is asked for: an index and a page a report that share their script', async () => {
  const folder = folderWith({ 'in/a.txt': reportText(2023), 'in/b.txt': reportText(2022) });
  expect(await gov(['report', `${folder}/in`, '-o', `${folder}/out/`, '-q'])).toMatchObject({ code: 0, stderr: '' });
  expect(readdirSync(join(folder, 'out'), { recursive: true }).map(String).map((name) => name.replaceAll('\\', '/')).sort()).toEqual(['index.html', 'pages', 'pages/00001.html', 'pages/00002.html', 'pages/page.css', 'pages/page.js']);
  const page = readFileSync(`${folder}/out/pages/00001.html`, 'utf8');
  expect(page).toContain('<script src="page.js">');
  expect(block(page, 'data-page')).toMatchObject({ kind: 'report', pages: true, entries: [{ year: 2023 }] });
  expect(block(page, 'data-context-0')).toMatchObject({ before: { year: 2022 } });
});

test('where the page goes: too many reports make a folder; no input is written over', () => {
  const folder = folderWith({ 'x.html': 'x', 'd/a.txt': 'x' });
  expect(placeFor(`${folder}/audit.html`, true, [])).toEqual({ asked: 'file', folder: `${folder}/audit`, open: join(`${folder}/audit`, 'index.html') });
  expect(placeFor(`${folder}/d`, false, [])).toMatchObject({ asked: 'folder', folder: `${folder}/d` });
  expect(() => placeFor(`${folder}/x.html`, false, [`${folder}/x.html`])).toThrow(/is an input/);
  expect(() => placeFor(`${folder}/d/`, false, [`${folder}/d/pages/a.txt`])).toThrow(/is an input/);
  expect(() => placeFor(`${folder}/audit`, true, [])).toThrow(/make a folder/);
});

test('an input that cannot be read is told, on the page too; without PATH a workbench', async () => {
  const folder = folderWith({ 'a.txt': reportText(2023) });
  writeFileSync(`${folder}/b.pdf`, '%PDF-1.4');
  mkdirSync(`${folder}/out`);
  const { code, stderr } = await gov(['report', folder, '-o', `${folder}/out/audit.html`]);
  expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining('1 report, 1 not read') as string });
  expect(await gov(['report', '-o', `${folder}/w.html`])).toMatchObject({ code: 0 });
  expect(block(readFileSync(`${folder}/w.html`, 'utf8'), 'data-page')).toMatchObject({ kind: 'workbench', entries: [] });
  expect(await gov(['report', `${folder}/a.txt`])).toMatchObject({ code: 2 });
  expect(existsSync(`${folder}/undefined`)).toBe(false);
});

test('it speaks and opens in the language of the user, by the locale where no option says otherwise', async () => {
  const folder = folderWith({ 'a.txt': reportText(2023), 'b.txt': '' });
  const opened = (name: string): string => (block(readFileSync(`${folder}/${name}`, 'utf8'), 'data-page') as PageData).language;
  expect((await gov(['report', `${folder}/a.txt`, '-o', `${folder}/en.html`, '--lang', 'en'])).stderr).toContain('1 report; open ');
  const zh = await gov(['report', folder, '-o', `${folder}/zh.html`, '--lang', 'zh']);
  expect(zh.stderr).toContain('b.txt：文件为空');
  expect(zh.stderr).toMatch(/1 份报告，1 份无法读取；请用浏览器打开 \S+zh\.html\n$/);
  expect((await gov(['--lang', 'zh', 'report', '-o', `${folder}/w.html`])).stderr).toContain('已生成工作台');
  vi.stubEnv('LC_ALL', 'zh_CN.UTF-8');
  await gov(['report', `${folder}/a.txt`, '-o', `${folder}/locale.html`]);
  vi.unstubAllEnvs();
  expect(['en.html', 'zh.html', 'w.html', 'locale.html'].map(opened)).toEqual(['en', 'zh', 'zh', 'zh']);
});
