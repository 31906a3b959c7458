import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, lstatSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import * as reading from '../../src/read-report.ts';
import { parseReport } from '../../src/pipeline.ts';
import type { Finding, Report } from '../../src/schema/report.ts';
import { encodeTwoByte } from '../helpers/encode.ts';
import { gov } from '../helpers/cli.ts';
import { folderWith } from '../helpers/folder.ts';

const REPORT = '竹溪县体育局2021年政府信息公开工作年度报告\n一、总体情况\n公开信息20条。\n';
const read = (stdout: string): Report[] => stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Report);
const paths = (stdout: string): (string | null)[] => read(stdout).map((report) => report.source.path);

afterEach(() => { vi.restoreAllMocks(); });

test('a folder is walked, sorted by code units, with the readable extensions only', async () => {
  const folder = folderWith({ 'b.txt': REPORT, 'B.txt': REPORT, '乙/a.TXT': REPORT, 'a.md': REPORT, 'a-1.text': REPORT, 'x.json': '{}', '.hidden.txt': REPORT, 'node_modules/p.txt': REPORT });
  const { code, stdout } = await gov(['parse', folder]);
  expect(code).toBe(0);
  expect(paths(stdout)).toEqual(['B.txt', 'a-1.text', 'a.md', 'b.txt', '乙/a.TXT'].map((name) => `${folder}/${name}`));
});

test('a file named twice, by itself, by its folder and by a pattern, comes once', async () => {
  const folder = folderWith({ 'a.txt': REPORT, 'b.txt': REPORT });
  const { stdout } = await gov(['parse', `${folder}/b.txt`, folder, `${folder}/*.txt`, `${folder}/./a.txt`]);
  expect(paths(stdout)).toEqual([`${folder}/a.txt`, `${folder}/b.txt`]);
});

test('links are followed, a loop of links ends', async () => {
  const folder = folderWith({ 'sub/a.txt': REPORT });
  symlinkSync(folder, `${folder}/sub/loop`);
  symlinkSync(`${folder}/gone.txt`, `${folder}/dangling.txt`);
  const { code, stdout, stderr } = await gov(['parse', folder]);
  expect(paths(stdout)).toEqual([`${folder}/sub/a.txt`]);
  expect(code).toBe(3);
  expect(stderr).toContain(`${folder}/dangling.txt: no such file`);
});

test('what cannot be read is named on one line each, the rest goes on, the exit is 3', async () => {
  const folder = folderWith({
    'good.txt': REPORT, 'empty.txt': '', 'blank.txt': '\uFEFF \r\n', 'picture.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]), 'none/readme.rst': '',
  });
  const { code, stdout, stderr } = await gov(['parse', folder, `${folder}/no.txt`, `${folder}/*.csv`, `${folder}/none`, '-q']);
  expect(code).toBe(3);
  expect(paths(stdout)).toEqual([`${folder}/good.txt`]);
  expect(stderr.trimEnd().split('\n').sort()).toEqual([
    `gov-report: ${folder}/*.csv: matches no file`,
    `gov-report: ${folder}/blank.txt: the file is empty`,
    `gov-report: ${folder}/empty.txt: the file is empty`,
    `gov-report: ${folder}/no.txt: no such file or folder`,
    `gov-report: ${folder}/none: no readable file in this folder (.txt, .text, .md, .markdown, .html, .htm, .shtml, .mht, .mhtml, .docx, .doc, .wps, .pdf, .gz, .zip)`,
    `gov-report: ${folder}/picture.txt: The file is PNG, which is no format that can be read.`,
  ]);
});

test('a line break in a name stays on one line', async () => {
  const { stderr } = await gov(['parse', '/no\nsuch', '-q']);
  expect(stderr).toBe('gov-report: /no\\u000asuch: no such file or folder\n');
});

test.each([['\n'], ['\r\n'], ['\0']])('--files-from parts paths at %j', async (separator) => {
  const folder = folderWith({ 'a [1].txt': REPORT, 'b.txt': REPORT });
  const list = [`${folder}/b.txt`, `${folder}/a [1].txt`, ''].join(separator);
  const { code, stdout } = await gov(['parse', '--files-from', '-'], { stdin: list });
  expect(code).toBe(0);
  expect(paths(stdout)).toEqual([`${folder}/a [1].txt`, `${folder}/b.txt`]);
});

test('standard input is read where no path is named, and by -', async () => {
  for (const args of [['parse'], ['parse', '-']]) {
    const { code, stdout } = await gov(args, { stdin: encodeTwoByte(REPORT, 'gb18030') });
    expect(code).toBe(0);
    expect(read(stdout)[0]!.source).toMatchObject({ path: null, encoding: 'gb18030', bytes: encodeTwoByte(REPORT, 'gb18030').length });
  }
});

test('on a terminal it says that it waits', async () => {
  const { code, stderr } = await gov(['parse'], { terminal: true });
  expect(stderr).toMatch(/^waiting for a report on standard input, which is a terminal: Ctrl-D ends it; name a file/);
  expect(code).toBe(3);
});

test('a summary ends the run, and --quiet leaves it out', async () => {
  const folder = folderWith({ 'a.txt': REPORT, 'b.txt': REPORT.slice(0, 10) + '\uFFFD' });
  const { stderr } = await gov(['parse', folder, '--era', 'narrative']);
  expect(stderr).toMatch(/^1 report \(narrative: 1\); 1 document that is no report; findings: \d+ errors?, \d+ warnings?, \d+ notes?; \d+\.\d\d s\n$/);
  expect((await gov(['parse', folder, '-q'])).stderr).toBe('');
});

test('indented on a terminal, one line in a pipe, --pretty and --no-pretty either way', async () => {
  const folder = folderWith({ 'a.txt': REPORT });
  const lines = async (args: string[], terminal: boolean): Promise<number> => (await gov(['parse', folder, ...args], { terminal })).stdout.split('\n').length - 1;
  expect(await lines([], false)).toBe(1);
  expect(await lines(['--no-pretty'], true)).toBe(1);
  expect(await lines([], true)).toBeGreaterThan(20);
  expect(await lines(['--pretty'], false)).toBeGreaterThan(20);
});

test('--format json is one array', async () => {
  const folder = folderWith({ 'a.txt': REPORT, 'b.txt': REPORT });
  const { stdout } = await gov(['parse', folder, '--format', 'json', '--omit', 'sections,cells']);
  const reports = JSON.parse(stdout) as Report[];
  expect(reports).toHaveLength(2);
  expect(reports[0]).not.toHaveProperty('sections');
});

test('--fail-on exits 1 on a finding that bad, and not on a lesser one', async () => {
  const recipe = folderWith({ 'a.txt': '红烧肉\n五花肉切块，加糖炒色，小火炖一小时。\n' });
  expect((await gov(['parse', recipe, '--fail-on', 'warning'])).code).toBe(1);
  expect((await gov(['parse', recipe, '--fail-on', 'error'])).code).toBe(0);
});

test('--fail-on counts what the report gets wrong, --origin what could not be told', async () => {
  const text = REPORT + '\uFFFD';
  const folder = folderWith({ 'a.txt': text });
  const { origin } = readings(text).find(({ code }) => code.startsWith('decode/'))!;
  expect(origin).toBe('reading');
  const code = async (...more: string[]): Promise<number> => (await gov(['parse', folder, '--fail-on', 'warning', ...more])).code;
  vi.spyOn(reading, 'readReportWithText').mockResolvedValue({ report: { ...await reading.readReport(new TextEncoder().encode(text)), findings: readings(text) }, text });
  expect([await code(), await code('--origin', 'report'), await code('--origin', 'reading'), await code('--origin', 'all')]).toEqual([0, 0, 1, 1]);
  vi.spyOn(reading, 'readReportWithText').mockResolvedValue({ report: { ...await reading.readReport(new TextEncoder().encode(REPORT)), findings: [] }, text: '' });
  expect((await gov(['parse', folder, '--fail-on', 'info', '--origin', 'all'])).code).toBe(0);
});

/** What of a text's findings is the reading's. */
function readings(text: string): Finding[] {
  return parseReport(new TextEncoder().encode(text)).findings.filter(({ origin }) => origin === 'reading');
}

test('--era and --encoding overrule', async () => {
  const folder = folderWith({ 'a.txt': encodeTwoByte('政府信息公開工作年度報告', 'big5') });
  const [report] = read((await gov(['parse', folder, '--era', '2021', '--encoding', 'big5'])).stdout);
  expect(report).toMatchObject({ template: { era: '2021' }, source: { encoding: 'big5' } });
});

test.each([
  [['parse', '--era', '1999'], 'Allowed choices'],
  [['parse', '--encoding', 'klingon'], 'No encoding has that name'],
  [['parse', '--omit', 'cells,nonsense'], "no member 'nonsense'"],
  [['parse', '--format', 'yaml'], 'Allowed choices'],
  [['parse', '--files-from', '-', '-'], 'cannot be both'],
  [['parse', 'x', '-o', 'out.yaml'], "no format has the extension '.yaml'"],
  [['parse', '--nonsense'], 'unknown option'],
  [['nonsense'], 'unknown command'],
])('%j is a usage error', async (args, message) => {
  const { code, stderr, stdout } = await gov(args, { stdin: REPORT });
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(stdout).toBe('');
});

test('an exception inside the pipeline is a bug: 70, with the file named', async () => {
  const folder = folderWith({ 'a.txt': REPORT, 'b.txt': REPORT });
  vi.spyOn(reading, 'readReportWithText').mockRejectedValue(new Error('cells out of order'));
  const { code, stderr } = await gov(['parse', folder]);
  expect(code).toBe(70);
  expect(stderr).toContain(`${folder}/b.txt: internal error, please report it: Error: cells out of order`);
});

test.each([['out.ndjson'], ['out.jsonl'], ['out.json']])('-o %s takes the format of the extension and leaves no temporary file', async (name) => {
  const folder = folderWith({ 'a.txt': REPORT });
  const { code, stdout } = await gov(['parse', `${folder}/a.txt`, '-o', `${folder}/${name}`]);
  expect(code).toBe(0);
  expect(stdout).toBe('');
  expect([JSON.parse(readFileSync(`${folder}/${name}`, 'utf8'))].flat()).toMatchObject([{ source: { path: `${folder}/a.txt` } }]);
  expect(readdirSync(folder).sort()).toEqual(['a.txt', name]);
});

test('-o DIR/ writes one JSON a report in a mirrored tree, both of two files of one name', async () => {
  const folder = folderWith({ 'in/2021/a.txt': REPORT, 'in/2022/a.txt': REPORT, 'in/2022/b.txt': REPORT, 'in/2022/b.md': REPORT });
  const { code } = await gov(['parse', `${folder}/in`, '-o', `${folder}/out/`]);
  expect(code).toBe(0);
  expect(readdirSync(`${folder}/out`, { recursive: true }).map(String).filter((name) => name.endsWith('json')).sort())
    .toEqual(['2021/a.json', '2022/a.json', '2022/b.md.json', '2022/b.txt.json']);
  expect(JSON.parse(readFileSync(`${folder}/out/2022/b.md.json`, 'utf8'))).toMatchObject({ source: { path: `${folder}/in/2022/b.md` } });
});

test('an output that cannot be written says so and leaves nothing', async () => {
  const folder = folderWith({ 'a.txt': REPORT });
  const { code, stderr } = await gov(['parse', folder, '-o', `${folder}/no/such/out.json`]);
  expect(code).toBe(2);
  expect(stderr).toContain('cannot write');
  expect(existsSync(`${folder}/no`)).toBe(false);
});

test('a run that breaks off leaves the file of the run before', async () => {
  const folder = folderWith({ 'a.txt': REPORT, 'out.json': 'before' });
  const { code } = await gov(['parse', '-', '--omit', 'cells', '-o', `${folder}/out.json`, '--files-from', '-'], { stdin: REPORT });
  expect(code).toBe(2);
  expect(readFileSync(`${folder}/out.json`, 'utf8')).toBe('before');
});

test.skipIf(process.platform === 'win32')('a pipe named by -o is written into, not replaced by a file', async () => {
  const folder = folderWith({ 'a.txt': REPORT });
  spawnSync('mkfifo', [`${folder}/pipe`]);
  const reader = spawn('cat', [`${folder}/pipe`]);
  let text = '';
  reader.stdout.on('data', (chunk: Buffer) => { text += chunk.toString('utf8'); });
  const closed = once(reader, 'close');
  const { code } = await gov(['parse', `${folder}/a.txt`, '-o', `${folder}/pipe`, '--format', 'ndjson']);
  await closed;
  expect(code).toBe(0);
  expect(lstatSync(`${folder}/pipe`).isFIFO()).toBe(true);
  expect(paths(text)).toEqual([`${folder}/a.txt`]);
});

test('a link named by -o stays a link, its file is replaced', async () => {
  const folder = folderWith({ 'in/a.txt': REPORT, 'real.json': 'before' });
  symlinkSync(`${folder}/real.json`, `${folder}/link.json`);
  const { code } = await gov(['parse', `${folder}/in`, '-o', `${folder}/link.json`]);
  expect(code).toBe(0);
  expect(lstatSync(`${folder}/link.json`).isSymbolicLink()).toBe(true);
  expect(JSON.parse(readFileSync(`${folder}/real.json`, 'utf8'))).toHaveLength(1);
});
