import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { displayWidth } from '../../src/cli/terminal/display-width.ts';
import { reportJsonSchema } from '../../src/schema/json-schema.ts';
import { gov } from '../helpers/cli.ts';
import { folderWith } from '../helpers/folder.ts';
import { LONG } from '../helpers/effort.ts';

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

const page = (): Buffer => readFileSync(new URL('../read/documents/2021/document.html', import.meta.url));

test.each<[string, Uint8Array]>([['page.html', page()], ['page.html.gz', gzipSync(page())]])('explain shows the line of the source of %s', async (name, bytes) => {
  const folder = folderWith({ [name]: bytes });
  const { code, stdout } = await gov(['explain', `${folder}/${name}`, 'applications.received.total', '--lang', 'en']);
  expect(code).toBe(0);
  const [, value] = /^ +as printed +(\S+)$/m.exec(stdout)!;
  const [, line, column] = /^ +place +(\d+):(\d+)$/m.exec(stdout)!;
  expect(page().toString().split('\n')[Number(line) - 1]!.slice(Number(column) - 1)).toMatch(new RegExp(`^${value!}\\b`));
  expect(stdout).toMatch(new RegExp(`^ +${line!} \\| .*${value!}`, 'm'));
});

test('check and detect read every format', async () => {
  const extensions = ['doc', 'docx', 'html', 'pdf'];
  const folder = folderWith(Object.fromEntries(extensions.map((extension) => [`a.${extension}`, readFileSync(new URL(`../read/documents/2021/document.${extension}`, import.meta.url))])));
  const at = (extension: string): string => `${folder}/a.${extension}`;
  // They read by one function; loading what reads a format takes most of the time.
  const [checked, detected] = LONG ? [extensions, extensions] : [['doc', 'html'], ['docx', 'pdf']];
  expect((await gov(['check', ...checked.map(at), '--fail-on', 'never'])).code).toBe(0);
  const { stdout } = await gov(['detect', ...detected.map(at)]);
  expect(stdout.trimEnd().split('\n').map((line) => line.split('\t').slice(0, 2))).toEqual(detected.map((extension) => [at(extension), '2021']));
});

test('what cannot be read is named, each with its reason, and the others are done', async () => {
  const document = (path: string): Buffer => readFileSync(new URL(`../read/documents/${path}`, import.meta.url));
  const folder = folderWith({
    'bomb.docx.gz': gzipSync(Buffer.alloc(1 << 24)), 'cut.docx': document('2021/document.docx').subarray(0, 5000),
    'good.html': page(), 'nested.html': `<html>${'<div>'.repeat(LONG ? 100_000 : 20_000)}${page().toString()}`,
    'password.pdf': document('hostile/password.pdf'), 'scan.pdf': document('hostile/scan.pdf'),
    'xref.pdf': Buffer.from(document('2021/document.pdf').toString('latin1').replace(/startxref\s+\d+/, 'startxref\n99999999'), 'latin1'),
    'spans.html': `<table>${'<tr><td rowspan=65534 colspan=1000>文</td></tr>'.repeat(LONG ? 1000 : 100)}</table>`,
  });
  const { code, stdout, stderr } = await gov(['parse', folder, '-q', '-j', '1']);
  expect(code).toBe(3);
  const named = stderr.trimEnd().split('\n').map((line) => line.replace(`gov-report: ${folder}/`, '').split(': ')[0]);
  expect(named).toEqual(['bomb.docx.gz', 'cut.docx', 'password.pdf', 'scan.pdf']);
  expect(stdout.trimEnd().split('\n')).toHaveLength(4);
});
