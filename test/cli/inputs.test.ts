/** What is read: folders, patterns, archives, names of any bytes; what is passed over, and said to be. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { archiveOf } from '../../src/cli/input/archives.ts';
import { shownName } from '../../src/cli/input/raw-names.ts';
import type { Report } from '../../src/schema/report.ts';
import { gov } from '../helpers/cli.ts';
import { folderWith } from '../helpers/folder.ts';
import { BIN, SHORT } from '../helpers/process.ts';
import { makeZip } from '../read/zip-writer.ts';

const linux = test.skipIf(process.platform !== 'linux');
const pathsOf = (stdout: string, folder: string): string[] => stdout.split('\n').filter((line) => line !== '').map((line) => (JSON.parse(line) as Report).source.path!.replace(`${folder}/`, ''));

test.each(['a(1).txt', '[a].txt', '{a,b}.txt', '!a.txt', 'a*.txt', '年报（2）.txt', 'd (2)/[x]/a.txt'])('a path that exists, %s, is a path', async (name) => {
  const folder = folderWith({ [name]: SHORT, 'a.txt': SHORT, '1.txt': SHORT });
  const { code, stdout } = await gov(['parse', `${folder}/${name}`]);
  expect({ code, paths: pathsOf(stdout, folder) }).toEqual({ code: 0, paths: [name] });
});

test.each([
  ['d (2)/*.txt', ['d (2)/a.txt', 'd (2)/b.txt']], ['[d]/{x}/*.txt', ['[d]/{x}/a.txt']], ['!d/**/*.txt', ['!d/e/a.txt']], ['d (2)/{a,c}.txt', ['d (2)/a.txt']], ['*/a.txt', ['d (2)/a.txt']],
  ['d (2)/../d (2)/?.txt', ['d (2)/a.txt', 'd (2)/b.txt']], ['p/(1)*.txt', ['p/(1)x.txt']], ['p/[1]*', ['p/[1]y.txt']],
])('a pattern %s in such a folder matches', async (pattern, expected) => {
  const folder = folderWith({ 'd (2)/a.txt': SHORT, 'd (2)/b.txt': SHORT, '[d]/{x}/a.txt': SHORT, '!d/e/a.txt': SHORT, 'p/(1)x.txt': SHORT, 'p/[1]y.txt': SHORT });
  const { code, stdout } = await gov(['parse', `${folder}/${pattern}`]);
  expect({ code, paths: pathsOf(stdout, folder) }).toEqual({ code: 0, paths: expected });
});

linux('a backslash in a name is no separator where it is none', async () => {
  const folder = folderWith({ 'a\\b.txt': SHORT });
  const { code, stdout } = await gov(['parse', folder]);
  expect({ code, paths: pathsOf(stdout, folder) }).toEqual({ code: 0, paths: ['a\\b.txt'] });
});

linux('names that are not UTF-8 are read: in a folder, from a list, as an argument; with their reports in a folder', async () => {
  const folder = folderWith({});
  // 公开 in GBK.
  const name = Buffer.from([0xb9, 0xab, 0xbf, 0xaa]);
  const at = (...parts: (string | Buffer)[]): Buffer => Buffer.concat([Buffer.from(`${folder}/`), ...parts.map((part) => Buffer.from(part))]);
  mkdirSync(at('in'));
  mkdirSync(at('in/', name));
  writeFileSync(at('in/', name, '/', name, '.txt'), SHORT);
  writeFileSync(at('in/', name, '.zip'), makeZip([{ name: 'x.txt', data: SHORT }]));
  const shown = String.raw`\xB9\xAB\xBF\xAA`;
  expect(shownName(name)).toBe(shown);
  expect(shownName(Buffer.concat([Buffer.from('年'), name, Buffer.from('a')]))).toBe(`年${shown}a`);
  const expected = [`in/${shown}.zip!/x.txt`, `in/${shown}/${shown}.txt`];
  for (const more of [['-j', '1'], ['-j', '2']]) {
    const { code, stdout } = await gov(['parse', `${folder}/in`, ...more]);
    expect({ code, paths: pathsOf(stdout, folder) }).toEqual({ code: 0, paths: expected });
  }
  const listed = await gov(['parse', '--files-from', '-'], { stdin: Buffer.concat([at('in/', name, '/', name, '.txt'), Buffer.from('\n')]) });
  expect(pathsOf(listed.stdout, folder)).toEqual([expected[1]]);
  expect((await gov(['parse', `${folder}/in`, '-o', `${folder}/out/`, '-q', '-j', '1'])).code).toBe(0);
  expect(readdirSync(`${folder}/out`, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.json')).sort()).toEqual([`${shown}.zip/x.txt.json`, `${shown}/${shown}.json`].sort());
  const argued = execFileSync('sh', ['-c', `"${process.execPath}" "${BIN}" parse "${folder}"/in/*/*.txt -q`], { encoding: 'utf8' });
  expect(pathsOf(argued, folder)).toEqual([expected[1]]);
});

test('what programs leave behind is passed over silently, other files are counted', async () => {
  const files = { 'a.txt': SHORT, '~$年报.docx': 'x', '.DS_Store': 'x', '__MACOSX/a.txt': 'x', '._a.txt': 'x', 'Thumbs.db': 'x', 'b.xyz': 'x', 'sub/c.png': 'x' };
  const folder = folderWith({ ...Object.fromEntries(Object.entries(files).map(([name, content]) => [`in/${name}`, content])), 'in/z.zip': makeZip(Object.entries(files).map(([name, data]) => ({ name, data }))) });
  const { code, stdout, stderr } = await gov(['parse', `${folder}/in`, '-j', '1']);
  expect({ code, paths: pathsOf(stdout, folder) }).toEqual({ code: 0, paths: ['in/a.txt', 'in/z.zip!/a.txt'] });
  expect(stderr).toMatch(/^2 reports \(.*\); 4 other files passed over; findings: /);
});

test('a blank file is the same on the disk and in an archive: named, exit 3, no report', async () => {
  const blank = { 'empty.txt': '', 'blank.txt': ' \n', 'mark.txt': '\uFEFF' };
  const folder = folderWith({ ...blank, 'z.zip': makeZip(Object.entries(blank).map(([name, data]) => ({ name, data }))) });
  const { code, stdout, stderr } = await gov(['parse', folder, '-j', '1']);
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
  expect(stderr.match(/: the file is empty$/gm)).toHaveLength(6);
  expect(stderr).toMatch(/0 reports; 6 not read;/);
});

test('a path into an archive is read', async () => {
  const folder = folderWith({ 'a.zip': makeZip([{ name: 'b/x.txt', data: SHORT }, { name: 'in.zip', data: makeZip([{ name: 'y.txt', data: SHORT }]) }]) });
  expect(archiveOf(`${folder}/b.zip!/x.txt`)).toBeNull();
  for (const inside of ['b/x.txt', 'in.zip!/y.txt']) {
    const { code, stdout } = await gov(['detect', `${folder}/a.zip!/${inside}`]);
    expect({ code, path: stdout.split('\t')[0] }).toEqual({ code: 0, path: `${folder}/a.zip!/${inside}` });
  }
  expect(await gov(['detect', `${folder}/a.zip!/none.txt`])).toMatchObject({ code: 3, stdout: '' });
});

test.each([
  [['parse', 'X', '--wide'], '--wide: does nothing for ndjson'], [['parse', 'X', '--format', 'xlsx', '--excel'], '--excel: does nothing for xlsx'], [['parse', 'X', '-o', 'out.parquet', '--wide', '--excel'], '--wide, --excel: does nothing for parquet'],
  [['parse', 'X', '-o', 'out/', '--wide'], '--wide: does nothing for json'], [['parse', 'X', '--format', 'csv', '--pretty'], '--pretty: does nothing for csv'], [['parse', 'X', '--format', 'csv', '--omit', 'cells'], '--omit: does nothing for csv'],
  [['check', 'X', '--format', 'json', '--lang', 'zh'], null],
])('%j', async (args, message) => {
  const folder = folderWith({ 'a.txt': SHORT });
  const { code, stderr, stdout } = await gov(args.map((arg) => (arg === 'X' ? folder : arg.startsWith('out') ? `${folder}/${arg}` : arg)));
  if (message === null) expect(code).toBeLessThan(2);
  else expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `gov-report: ${message}\n` });
  expect(readdirSync(folder)).toEqual(['a.txt']);
});

test('check of inputs none of which could be read finds nothing, and does not say that there is nothing', async () => {
  const folder = folderWith({ 'a.txt': '', 'b.txt': ' ' });
  const { code, stderr } = await gov(['check', folder, '--lang', 'en']);
  expect(code).toBe(3);
  expect(stderr).not.toContain('no findings');
  expect(stderr).toMatch(/no report was checked\n$/);
  expect((await gov(['check', folder, '--lang', 'zh', '--format', 'ndjson'])).stderr).toMatch(/没有检查任何报告\n$/);
});

const HOSTILE = 'a\u001b[2J\u0007\u202egpj.\u2066x\u009b31m';
test.skipIf(process.platform === 'win32')('bytes that a terminal acts on never come out of a name or a text', async () => {
  const report = `青\u001b[31m溪县\u202e档案局2021年政府信息公开工作年度报告\n一、总体情况\n公开信息20条，收到申请\u001b]0;x\u0007 3 件。\n二、主动公开政府信息情况\n`;
  const folder = folderWith({ [`${HOSTILE}.txt`]: report, [`${HOSTILE}.md`]: '', [`${HOSTILE}.zip`]: makeZip([{ name: `${HOSTILE}.txt`, data: '' }, { name: `${HOSTILE}2.txt`, data: report }]) });
  // Without an archive there is no need of workers, whose start takes most of the time.
  const plain = folderWith({ [`${HOSTILE}.txt`]: report, [`${HOSTILE}.md`]: '' });
  const bad = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
  for (const args of [
    ...['text', 'csv', 'github'].map((format) => ['check', format === 'text' ? folder : plain, '--format', format, '-j', '1']), ['detect', folder], ['explain', `${folder}/${HOSTILE}.txt`], ['explain', `${folder}/${HOSTILE}.none`], ['verify', plain], ['verify', `${folder}/${HOSTILE}`],
    ['parse', plain, '--format', 'xlsx', '-o', `${folder}/${HOSTILE}/o.xlsx`], ['parse', `--${HOSTILE}`], [HOSTILE], ['parse', '-o', `x.${HOSTILE}`, plain], ['parse', '--files-from', `${folder}/${HOSTILE}`], ['parse', '--omit', HOSTILE], ['explain', `${folder}/${HOSTILE}.txt`, HOSTILE], ['check', plain, '--rule', HOSTILE],
  ]) {
    const { stdout, stderr } = await gov(args);
    expect({ args, stdout: bad.exec(stdout.replaceAll('\r\n', '\n'))?.[0], stderr: bad.exec(stderr)?.[0] }).toEqual({ args, stdout: undefined, stderr: undefined });
  }
  const { stderr } = spawnSync(process.execPath, [BIN, 'parse', `${folder}/${HOSTILE}.md`], { encoding: 'utf8' });
  expect(bad.test(stderr)).toBe(false);
});
