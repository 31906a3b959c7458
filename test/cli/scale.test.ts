/** Many inputs, many hands, and a file system that does not do what it is told. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { threads } from '../../src/cli/work/dispatch.ts';
import { readPipe } from '../../src/cli/input/pipe.ts';
import { gov } from '../helpers/cli.ts';
import { cases } from '../helpers/effort.ts';
import { faultyDisk } from '../helpers/faulty-disk.ts';
import { folderWith } from '../helpers/folder.ts';
import { BIN, many, REPORT, SHORT } from '../helpers/process.ts';

test.each([
  [10, {}, 0], [2000, { jobs: 1 }, 0], [2000, { jobs: 1, timeout: 5 }, 1], [2, { jobs: 4 }, 2], [3, { timeout: 5 }, 3], [0, { jobs: 4 }, 0],
])('%i inputs with %j are for %i threads', (inputs, hands, expected) => {
  expect(threads(inputs, hands)).toBeLessThanOrEqual(expected);
  expect(threads(inputs, hands) === 0).toBe(expected === 0);
});

test('the number of workers does not show in the output', async () => {
  const folder = folderWith({ ...many(60, SHORT), 'in/2/broken.txt': '', 'in/z.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]) });
  const alone = await gov(['parse', `${folder}/in`, '-q', '-j', '1']);
  expect(alone.code).toBe(3);
  expect(alone.stdout.split('\n')).toHaveLength(61);
  for (const hands of [['-j', '3'], []]) expect(await gov(['parse', `${folder}/in`, '-q', ...hands])).toEqual(alone);
});

test.each([[['--resume']], [['--resume', '-o', 'x.xlsx']], [['-j', '0']], [['--timeout', '0']], [['-j', 'many']]])('%j is a usage error', async (args) => {
  expect(await gov(['parse', ...args, BIN])).toMatchObject({ code: 2, stdout: '' });
});

test('a slow reader is waited for in bounded memory', async () => {
  const folder = folderWith(many(cases(30, 200)));
  const child = spawn(process.execPath, [BIN, 'parse', `${folder}/in`, '-j', '2', '-q'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let bytes = 0;
  for await (const chunk of child.stdout) {
    bytes += (chunk as Buffer).length;
    if (bytes < 1 << 19) await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(bytes).toBe(Buffer.byteLength((await gov(['parse', `${folder}/in`, '-q', '-j', '1'])).stdout));
});

const unix = test.skipIf(process.platform === 'win32');
const root = process.getuid?.() === 0;

unix('names with spaces, quotes, Chinese and a line break are read and mirrored', async () => {
  const names = ['a b.txt', 'quote\'".txt', '年度 报告.txt', 'two\nlines.txt', '-dash.txt', '$HOME;x.txt'];
  const folder = folderWith(Object.fromEntries(names.map((name) => [`in/${name}`, SHORT])));
  expect(await gov(['parse', `${folder}/in`, '-o', `${folder}/out/`, '-q'])).toMatchObject({ code: 0, stderr: '' });
  expect(readdirSync(`${folder}/out`).sort()).toEqual(names.map((name) => name.replace('.txt', '.json')).sort());
});

unix('a pipe is read where somebody writes, and named where nobody does', async () => {
  const folder = folderWith({ 'a.txt': REPORT });
  spawnSync('mkfifo', [`${folder}/pipe`]);
  await expect(readPipe(`${folder}/pipe`, 120)).rejects.toThrow('nobody writes');
  const writer = spawn('sh', ['-c', `sleep 0.2; cat "${folder}/a.txt" > "${folder}/pipe"`]);
  const ended = once(writer, 'exit');
  const { code, stdout } = await gov(['parse', `${folder}/pipe`, '-q', '-j', '2']);
  expect(await ended).toEqual([0, null]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ source: { path: `${folder}/pipe`, bytes: Buffer.byteLength(REPORT) } });
});

unix('a device, a loop of links, a file that is not there: one line each, the others are done', async () => {
  const folder = folderWith({ 'a.txt': SHORT });
  symlinkSync('loop.txt', `${folder}/loop.txt`);
  const { code, stdout, stderr } = await gov(['parse', '/dev/zero', `${folder}/loop.txt`, `${folder}/gone.txt`, `${folder}/a.txt`, '-q']);
  expect(code).toBe(3);
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr.trimEnd().split('\n').sort()).toEqual([
    'gov-report: /dev/zero: is a device', `gov-report: ${folder}/gone.txt: no such file or folder`, `gov-report: ${folder}/loop.txt: too many links`,
  ].sort());
});

unix('a folder that takes no file is named', async () => {
  const folder = folderWith({ 'a.txt': SHORT });
  mkdirSync(`${folder}/locked`);
  chmodSync(`${folder}/locked`, 0o555);
  const results = [];
  for (const place of ['out.json', 'out/']) {
    // Nothing is locked for the superuser: there the disk is made to say so.
    if (root) faultyDisk(1, 'EACCES');
    results.push(await gov(['parse', `${folder}/a.txt`, '-o', `${folder}/locked/${place}`]));
  }
  vi.restoreAllMocks();
  for (const { code, stderr } of results) {
    expect(stderr).toContain('permission denied');
    expect(code).toBe(2);
  }
});
