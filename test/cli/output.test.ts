/** Where reports go: one file each, never elsewhere, never over an input, one run at a time. */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, symlinkSync, linkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBelow, OutputNames } from '../../src/cli/output/names.ts';
import type { Io } from '../../src/cli/terminal/io.ts';
import { openOutput } from '../../src/cli/output/output.ts';
import type { Report } from '../../src/schema/report.ts';
import { gov } from '../helpers/cli.ts';
import { folderWith } from '../helpers/folder.ts';
import { contents, holdPipe, interrupted, linesOf, SHORT } from '../helpers/process.ts';
import { makeZip } from '../read/zip-writer.ts';

const unix = test.skipIf(process.platform === 'win32');
const written = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')).sort();
const pathIn = (file: string): string | null => (JSON.parse(readFileSync(file, 'utf8')) as Report).source.path;

test.each([
  ['a.txt', 'a.md', 'a.txt.md'], ['a.txt', 'a.md', 'a.txt.md', 'a.md.md', 'a.txt.md.md'], ['b.txt', 'b.json/c.txt'], ['年报.txt', '年报.md', '年报.txt.txt'],
])('files %s give as many files', async (...names) => {
  const folder = folderWith(Object.fromEntries(names.map((name) => [`in/${name}`, SHORT])));
  expect((await gov(['parse', `${folder}/in`, '-o', `${folder}/out/`, '-q'])).code).toBe(0);
  const found = written(`${folder}/out`).filter((name) => lstatSync(`${folder}/out/${name}`).isFile());
  expect(found.map((name) => pathIn(`${folder}/out/${name}`)).sort()).toEqual(names.map((name) => `${folder}/in/${name}`).sort());
});

test('entries of one name, and an archive within beside a folder of its name, give as many files', async () => {
  const inner = makeZip([{ name: 'x.txt', data: SHORT }]);
  const zip = makeZip([{ name: 'a.txt', data: SHORT }, { name: 'a.txt', data: `${SHORT}又` }, { name: 'a~2.txt', data: SHORT }, { name: 'b.zip', data: inner }, { name: 'b.zip!/x.txt', data: SHORT }, { name: 'a', data: '' }, { name: 'A.TXT', data: SHORT }]);
  const folder = folderWith({ 'in/z.zip': zip, 'in/z.zip.d/q.txt': SHORT });
  const { code, stderr } = await gov(['parse', `${folder}/in`, '-o', `${folder}/out/`, '-j', '1']);
  expect(code).toBe(0);
  expect(stderr).toContain('7 reports');
  expect(new Set(written(`${folder}/out`).map((name) => pathIn(`${folder}/out/${name}`))).size).toBe(7);
});

test('names are one to one, whatever the inputs are called', () => {
  const part = fc.constantFrom('a', 'A', 'b', 'a.txt', 'a.md', 'a.zip', 'a.zip!', 'a.json', 'a.txt.json', '年', `${'长'.repeat(84)}.txt`, `${'长'.repeat(84)}.md`, `${'长'.repeat(83)}a.txt`);
  const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `/r/${parts.join('/')}`);
  fc.assert(fc.property(fc.uniqueArray(path, { minLength: 1, maxLength: 12 }), fc.uniqueArray(path, { maxLength: 8 }), fc.boolean(), (paths, inside, folds) => {
    const names = new OutputNames(paths, folds);
    const all = [...paths, ...paths.filter((one) => one.endsWith('.zip')).flatMap((archive) => inside.map((one) => `${archive}!/${one.slice(3)}`))];
    const given = [...new Set(all)].map((one) => names.of(one)!).map((name) => (folds ? name.toLowerCase() : name));
    expect(new Set(given).size).toBe(given.length);
    // None is a folder of another.
    for (const name of given) expect(given.some((other) => other.startsWith(`${name}/`))).toBe(false);
    for (const name of given) for (const one of name.split('/')) expect(Buffer.byteLength(`.${one}.partial`)).toBeLessThanOrEqual(255);
  }), { numRuns: 300 });
});

test.each(['..!/..!/pwn.txt', '../../pwn.txt', 'a/..!/..!/..!/pwn.txt', '..\\..!/..!/pwn.txt', '/pwn.txt', 'x.zip!/..!/../pwn.txt'])('an entry %s stays in the folder', async (name) => {
  const folder = folderWith({ 'in/evil.zip': makeZip([{ name, data: SHORT }, { name: 'good.txt', data: SHORT }]) });
  const { code } = await gov(['parse', `${folder}/in`, '-o', `${folder}/deep/out/`, '-q', '-j', '1']);
  expect(code).toBe(0);
  const files = Object.keys(contents(folder));
  expect(files.filter((file) => !file.startsWith('deep/out/evil.zip/'))).toEqual(['in/evil.zip']);
  expect(files).toHaveLength(3);
});

test('whatever would leave the folder all the same is refused, named, and not written', async () => {
  const folder = folderWith({ 'in/a.zip': makeZip([{ name: 'a.txt', data: SHORT }]) });
  const output = await openOutput({} as Io, { output: `${folder}/out/`, paths: [`${folder}/in/a.zip`], folders: [], tell: () => undefined });
  await output.begin((async function* () { /* no inputs */ })(), () => undefined);
  const gist = { era: '2021' as const, report: true, findings: { report: { error: 0, warning: 0, info: 0 }, reading: { error: 0, warning: 0, info: 0 } }, sha256: '' };
  const path = `${folder}/in/a.zip!/../../pwn.txt`;
  expect(await output.add({ path, piece: '{}', gist })).toEqual({ path, error: 'its name leads out of the output folder' });
  await output.close();
  expect(Object.keys(contents(folder))).toEqual(['in/a.zip']);
});

test('what lies below a folder', () => {
  expect(['/o/a', '/o/a/b', '/o', '/oa', '/', '/o/../x', '/o/..a'].map((target) => isBelow('/o', target))).toEqual([true, true, false, false, false, false, true]);
});

test.each([
  ['itself', 'in/a.txt', 'in/a.txt'], ['a link to it', 'in/a.txt', 'link.txt'], ['a hard link to it', 'in/a.txt', 'hard.txt'], ['one of its folder', 'in', 'in/a.txt'], ['the folder', 'in', 'in/'],
  ['a folder inside it', 'in', 'in/sub/out/'], ['a link to the folder', 'in', 'folder/'], ['one that would be written over', 'in/b.json', 'in/'],
])('an input that is the output, %s, is refused before anything is opened', async (_, input, output) => {
  const folder = folderWith({ 'in/a.txt': SHORT, 'in/b.json': SHORT });
  symlinkSync(`${folder}/in/a.txt`, `${folder}/link.txt`);
  symlinkSync(`${folder}/in`, `${folder}/folder`);
  linkSync(`${folder}/in/a.txt`, `${folder}/hard.txt`);
  const before = contents(folder);
  const { code, stderr } = await gov(['parse', `${folder}/${input}`, '-o', `${folder}/${output}`, ...(output.endsWith('/') ? [] : ['--format', 'ndjson'])]);
  expect({ code, lines: stderr.split('\n').length }).toEqual({ code: 2, lines: 2 });
  expect(stderr).toMatch(/is an input|input folder/);
  expect(contents(folder)).toEqual(before);
});

unix('a link to nothing is not replaced', async () => {
  const folder = folderWith({ 'in/a.txt': SHORT });
  symlinkSync(`${folder}/nothing.json`, `${folder}/out.json`);
  expect(await gov(['parse', `${folder}/in`, '-o', `${folder}/out.json`])).toEqual({ code: 2, stdout: '', stderr: `gov-report: cannot write ${folder}/out.json: it is a link to nothing\n` });
  expect(readdirSync(folder).sort()).toEqual(['in', 'out.json']);
});

unix.each(['out.ndjson', 'out/'])('a second run into %s is refused while the first goes on', async (place) => {
  const folder = folderWith({ 'in/a.txt': SHORT });
  const lock = place === 'out/' ? `${folder}/out/.gov-report.lock` : `${folder}/.${place}.lock`;
  let second: ReturnType<typeof gov> | undefined;
  let refused = false;
  const ended = await interrupted([`${folder}/in`, '-o', `${folder}/${place}`], `${folder}/in/z-pipe`, () => {
    if (linesOf(lock) === 0 || readFileSync(lock, 'utf8') === '') return false;
    second ??= gov(['parse', `${folder}/in`, '-o', `${folder}/${place}`]).finally(() => { refused = true; });
    return refused;
  }, 'SIGTERM');
  expect(ended).toEqual([143, null]);
  expect(await second).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^gov-report: another run \(process \d+\) writes into .*: let it end, or choose another place \(its lock is .*\)\n$/) as string });
  expect(existsSync(lock)).toBe(false);
  expect((await gov(['parse', `${folder}/in`, '-o', `${folder}/${place}`])).code).toBe(0);
  expect(existsSync(lock)).toBe(false);
});

const dead = (): number => spawnSync(process.execPath, ['-e', '']).pid;
test.each([
  ['of a process that is gone', () => ({ pid: dead(), host: hostname(), began: null }), 0], ['that a crash left empty', () => null, 0],
  ['of another machine', () => ({ pid: 1, host: 'elsewhere', began: null }), 2], ['of this process', () => ({ pid: process.pid, host: hostname(), began: null }), 2],
])('a lock %s', async (_, holder, expected) => {
  const folder = folderWith({ 'in/a.txt': SHORT });
  const made = holder();
  writeFileSync(`${folder}/.out.json.lock`, made === null ? '' : JSON.stringify(made));
  const { code, stderr } = await gov(['parse', `${folder}/in`, '-o', `${folder}/out.json`, '-q']);
  expect(code).toBe(expected);
  expect(stderr).toMatch(expected === 0 ? /broke off without letting go of it; taking over\n$/ : /another run \(process \d+/);
  expect(existsSync(`${folder}/.out.json.lock`)).toBe(expected !== 0);
});

test.skipIf(process.platform !== 'linux')('a lock whose process number was given to another program is stale', async () => {
  const folder = folderWith({ 'in/a.txt': SHORT, '.out.json.lock': JSON.stringify({ pid: process.pid, host: hostname(), began: '1' }) });
  expect((await gov(['parse', `${folder}/in`, '-o', `${folder}/out.json`, '-q'])).code).toBe(0);
});

unix.each([['SIGINT', 130], ['SIGTERM', 143], ['SIGHUP', 129]] as const)('%s ends with %i and leaves nothing half written', async (signal, code) => {
  const folder = folderWith({ 'in/a.txt': SHORT });
  expect(await interrupted([`${folder}/in`, '-o', `${folder}/out.json`], `${folder}/in/z-pipe`, () => existsSync(`${folder}/.out.json.partial`), signal)).toEqual([code, null]);
  expect(readdirSync(folder)).toEqual(['in']);
  expect((await gov(['--help'])).stdout).toContain(String(code));
  expect(readFileSync(new URL('../../README.md', import.meta.url), 'utf8')).toMatch(new RegExp(`^\\| ${code} \\|`, 'm'));
});

unix('mistakes about the output are one line and exit 2', async () => {
  const folder = folderWith({ 'in/a.txt': SHORT, 'file': '' });
  symlinkSync('loop', `${folder}/loop`);
  mkdirSync(`${folder}/there`);
  for (const place of ['file/out.json', 'file/out/', 'loop', 'loop/out.json', 'loop/', 'no/such/out.json', `${'长'.repeat(90)}.json`, `${'长'.repeat(90)}/`]) {
    const { code, stderr, stdout } = await gov(['parse', `${folder}/in`, '-o', `${folder}/${place}`, ...(place === 'loop' ? ['--format', 'json'] : [])]);
    expect({ place, code, stdout, lines: stderr.split('\n').length }).toEqual({ place, code: 2, stdout: '', lines: 2 });
  }
  for (const args of [['--files-from', `${folder}/in`], ['--files-from', `${folder}/none`], [`${folder}/in`, '-o', `${folder}/there`, '--format', 'csv']]) {
    const { code, stderr } = await gov(['parse', ...args]);
    expect({ code, lines: stderr.split('\n').length }).toEqual({ code: 2, lines: 2 });
  }
});

unix('mistakes about an input are one line each and exit 3, the others are done', async () => {
  const folder = folderWith({ 'in/a.txt': SHORT, [`in/${'x'.repeat(247)}.txt`]: SHORT });
  symlinkSync('loop.txt', `${folder}/loop.txt`);
  const { code, stderr } = await gov(['parse', `${folder}/in`, `${folder}/in/a.txt/b.txt`, `${folder}/loop.txt`, `${folder}/${'长'.repeat(90)}.txt`, '-o', `${folder}/out/`, '-q']);
  expect(code).toBe(3);
  expect(stderr.trimEnd().split('\n').map((line) => line.split(': ').at(-1)).sort()).toEqual(['part of the path is not a folder', 'the name is too long', 'too many links']);
  expect(written(`${folder}/out`)).toHaveLength(2);
  expect((await gov(['explain', `${folder}/in/a.txt/b`])).code).toBe(3);
});

test('a pipe is held for a test', async () => {
  if (process.platform === 'win32') return;
  const folder = folderWith({});
  (await holdPipe(`${folder}/pipe`))();
  expect(lstatSync(`${folder}/pipe`).isFIFO()).toBe(true);
});
