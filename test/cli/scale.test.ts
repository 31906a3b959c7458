/** Many inputs, many hands, interruptions, and a file system that does not do what it is told. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { threads } from '../../src/cli/dispatch.ts';
import { readPipe } from '../../src/cli/pipe.ts';
import { folderWith } from '../helpers/folder.ts';

const BIN = join(import.meta.dirname, '..', '..', 'bin', 'gov-report.js');
const REPORT = readFileSync(join(import.meta.dirname, '..', '..', 'fixtures', '2021', 'tabs', 'report.txt'), 'utf8');
const many = (count: number): Record<string, string> => Object.fromEntries(Array.from({ length: count }, (_, i) => [`in/${i % 5}/${i}.txt`, `${REPORT}\n第${i}号\n`]));

function gov(args: string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'parse', ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { status, stdout, stderr };
}

/** Every file below a folder with the digest of what it holds. */
function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile()).sort();
  return Object.fromEntries(names.map((name) => [name, createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')]));
}

test.each([
  [10, {}, 0], [2000, { jobs: 1 }, 0], [2000, { jobs: 1, timeout: 5 }, 1], [2, { jobs: 4 }, 2], [3, { timeout: 5 }, 3], [0, { jobs: 4 }, 0],
])('%i inputs with %j are for %i threads', (inputs, hands, expected) => {
  expect(threads(inputs, hands)).toBeLessThanOrEqual(expected);
  expect(threads(inputs, hands) === 0).toBe(expected === 0);
});

test('the number of workers does not show in the output', () => {
  const folder = folderWith({ ...many(60), 'in/2/broken.txt': '', 'in/z.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]) });
  const [alone, ...others] = [['-j', '1'], ['-j', '3'], []].map((args) => gov([`${folder}/in`, '-q', ...args]));
  expect(alone!.status).toBe(3);
  expect(alone!.stdout.split('\n')).toHaveLength(61);
  for (const other of others) expect(other).toEqual(alone);
});

/** Starts a run and kills it without warning when it has written something, but not all. */
async function killed(args: string[], some: () => boolean): Promise<void> {
  const child = spawn(process.execPath, [BIN, 'parse', ...args], { stdio: 'ignore' });
  while (!some() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2));
  expect(child.exitCode, 'the run ended before it was killed').toBe(null);
  child.kill('SIGKILL');
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
}

test('killed and resumed, a folder is as after an undisturbed run', async () => {
  const folder = folderWith({ ...many(260), 'in/empty.txt': '' });
  const undisturbed = gov([`${folder}/in`, '-o', `${folder}/reference/`]);
  const journal = `${folder}/out/.gov-report.journal`;
  await killed([`${folder}/in`, '-o', `${folder}/out/`], () => existsSync(journal) && readFileSync(journal, 'utf8').split('\n').length > 60);
  const done = Object.entries(contents(`${folder}/out`)).filter(([name]) => name.endsWith('0.json'));
  const before = statSync(`${folder}/out/${done[0]![0]}`).mtimeMs;
  const { status, stderr } = gov([`${folder}/in`, '-o', `${folder}/out/`, '--resume']);
  expect(status).toBe(3);
  expect(contents(`${folder}/out`)).toEqual(contents(`${folder}/reference`));
  expect(stderr.replace(/[\d.]+ s$/m, '')).toBe(undisturbed.stderr.replace(/[\d.]+ s$/m, ''));
  expect(statSync(`${folder}/out/${done[0]![0]}`).mtimeMs).toBe(before);
});

test.each(['ndjson', 'json', 'csv'])('killed and resumed, a file of %s is as after an undisturbed run', async (format) => {
  const folder = folderWith({ ...many(200), 'in/1/empty.txt': '' });
  const undisturbed = gov([`${folder}/in`, '-o', `${folder}/reference.${format}`]);
  const journal = `${folder}/.out.${format}.journal`;
  await killed([`${folder}/in`, '-o', `${folder}/out.${format}`], () => existsSync(journal) && readFileSync(journal, 'utf8').split('\n').length > 60);
  expect(existsSync(`${folder}/out.${format}`)).toBe(false);
  const { status, stderr } = gov([`${folder}/in`, '-o', `${folder}/out.${format}`, '--resume']);
  expect(status).toBe(3);
  expect(readFileSync(`${folder}/out.${format}`, 'utf8') === readFileSync(`${folder}/reference.${format}`, 'utf8')).toBe(true);
  expect(stderr.replace(/[\d.]+ s$/m, '')).toBe(undisturbed.stderr.replace(/[\d.]+ s$/m, ''));
  expect(readdirSync(folder).sort()).toEqual(['in', `out.${format}`, `reference.${format}`]);
});

test('what has changed since, or was asked for otherwise, is done again', async () => {
  const folder = folderWith(many(200));
  const out = `${folder}/out.ndjson`;
  const journal = `${folder}/.out.ndjson.journal`;
  const some = (): boolean => existsSync(journal) && readFileSync(journal, 'utf8').split('\n').length > 60;
  await killed([`${folder}/in`, '-o', out], some);
  writeFileSync(`${folder}/in/0/10.txt`, REPORT);
  expect(gov([`${folder}/in`, '-o', out, '--resume', '-q']).status).toBe(0);
  expect(readFileSync(out, 'utf8') === gov([`${folder}/in`, '-q']).stdout).toBe(true);
  await killed([`${folder}/in`, '-o', out], some);
  expect(gov([`${folder}/in`, '-o', out, '--resume', '-q', '--omit', 'cells']).status).toBe(0);
  expect(readFileSync(out, 'utf8') === gov([`${folder}/in`, '-q', '--omit', 'cells']).stdout).toBe(true);
});

test('what an interrupted journal or output says last counts only where it is whole', async () => {
  const folder = folderWith(many(200));
  const out = `${folder}/out.ndjson`;
  const journal = `${folder}/.out.ndjson.journal`;
  await killed([`${folder}/in`, '-o', out], () => existsSync(journal) && readFileSync(journal, 'utf8').split('\n').length > 60);
  writeFileSync(journal, readFileSync(journal).subarray(0, -40));
  writeFileSync(`${folder}/.out.ndjson.partial`, readFileSync(`${folder}/.out.ndjson.partial`).subarray(0, -1000));
  expect(gov([`${folder}/in`, '-o', out, '--resume', '-q']).status).toBe(0);
  expect(readFileSync(out, 'utf8') === gov([`${folder}/in`, '-q']).stdout).toBe(true);
});

test('a run with --resume that is interrupted keeps what it has', async () => {
  const folder = folderWith(many(260));
  const child = spawn(process.execPath, [BIN, 'parse', `${folder}/in`, '-o', `${folder}/out.ndjson`, '--resume'], { stdio: 'ignore' });
  const journal = `${folder}/.out.ndjson.journal`;
  while (!(existsSync(journal) && readFileSync(journal, 'utf8').split('\n').length > 60)) await new Promise((resolve) => setTimeout(resolve, 2));
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([130, null]);
  expect(existsSync(`${folder}/.out.ndjson.partial`)).toBe(true);
  expect(gov([`${folder}/in`, '-o', `${folder}/out.ndjson`, '--resume', '-q']).status).toBe(0);
  expect(readFileSync(`${folder}/out.ndjson`, 'utf8') === gov([`${folder}/in`, '-q']).stdout).toBe(true);
});

test.each([[['--resume']], [['--resume', '-o', 'x.xlsx']], [['-j', '0']], [['--timeout', '0']], [['-j', 'many']]])('%j is a usage error', (args) => {
  expect(gov([...args, BIN])).toMatchObject({ status: 2, stdout: '' });
});

test('a slow reader is waited for in bounded memory', async () => {
  const folder = folderWith(many(200));
  const child = spawn(process.execPath, [BIN, 'parse', `${folder}/in`, '-j', '2', '-q'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let bytes = 0;
  for await (const chunk of child.stdout) {
    bytes += (chunk as Buffer).length;
    if (bytes < 1 << 20) await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(bytes).toBe(Buffer.byteLength(gov([`${folder}/in`, '-q']).stdout));
});

const unix = test.skipIf(process.platform === 'win32');
const root = process.getuid?.() === 0;

unix('names with spaces, quotes, Chinese and a line break are read and mirrored', () => {
  const names = ['a b.txt', 'quote\'".txt', '年度 报告.txt', 'two\nlines.txt', '-dash.txt', '$HOME;x.txt'];
  const folder = folderWith(Object.fromEntries(names.map((name) => [`in/${name}`, REPORT])));
  expect(gov([`${folder}/in`, '-j', '2', '-o', `${folder}/out/`, '-q'])).toMatchObject({ status: 0, stderr: '' });
  expect(readdirSync(`${folder}/out`).sort()).toEqual(names.map((name) => name.replace('.txt', '.json')).sort());
});

unix('a pipe is read where somebody writes, and named where nobody does', async () => {
  const folder = folderWith({ 'a.txt': REPORT });
  spawnSync('mkfifo', [`${folder}/pipe`]);
  await expect(readPipe(`${folder}/pipe`, 120)).rejects.toThrow('nobody writes');
  const writer = spawn('sh', ['-c', `sleep 0.2; cat "${folder}/a.txt" > "${folder}/pipe"`]);
  const { status, stdout } = await new Promise<{ status: number | null; stdout: string }>((resolve) => {
    const child = spawn(process.execPath, [BIN, 'parse', `${folder}/pipe`, '-q', '-j', '2']);
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => { text += chunk.toString('utf8'); });
    child.on('close', (code) => { resolve({ status: code, stdout: text }); });
  });
  expect(writer.exitCode).toBe(0);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ source: { path: `${folder}/pipe`, bytes: Buffer.byteLength(REPORT) } });
});

unix('a device, a loop of links, a file that is not there: one line each, the others are done', () => {
  const folder = folderWith({ 'a.txt': REPORT });
  symlinkSync('loop.txt', `${folder}/loop.txt`);
  const { status, stdout, stderr } = gov(['/dev/zero', `${folder}/loop.txt`, `${folder}/gone.txt`, `${folder}/a.txt`, '-q', '-j', '2']);
  expect(status).toBe(3);
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr.trimEnd().split('\n').sort()).toEqual([
    'gov-report: /dev/zero: is a device', `gov-report: ${folder}/gone.txt: no such file or folder`, `gov-report: ${folder}/loop.txt: too many links`,
  ].sort());
});

unix('a folder that takes no file is named', () => {
  const folder = folderWith({ 'a.txt': REPORT });
  mkdirSync(`${folder}/locked`);
  chmodSync(`${folder}/locked`, 0o555);
  chmodSync(folder, 0o755);
  for (const place of ['out.json', 'out/']) {
    // Nothing is locked for the superuser.
    const { status, stderr } = spawnSync(process.execPath, [BIN, 'parse', `${folder}/a.txt`, '-o', `${folder}/locked/${place}`], { encoding: 'utf8', ...(root ? { uid: 65_534 } : {}) });
    expect(stderr).toContain('permission denied');
    expect(status).toBe(2);
  }
});

const tmpfs = process.platform === 'linux' && root;

test.skipIf(!tmpfs)('a disk that fills up is named, and nothing half written stays', () => {
  const folder = folderWith(many(120));
  mkdirSync(`${folder}/disk`);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', `${folder}/disk`]).status !== 0) {
    console.warn('scale test: a tmpfs cannot be mounted here; the full disk is not tested');
    return;
  }
  try {
    for (const place of ['out.ndjson', 'out.csv', 'out.parquet', 'out/']) {
      const { status, stderr } = gov([`${folder}/in`, '-o', `${folder}/disk/${place}`, '-q']);
      if (place === 'out.parquet') continue;
      expect(stderr, place).toContain('no space left on the device');
      expect(status, place).toBe(2);
      const left = readdirSync(`${folder}/disk`, { recursive: true, encoding: 'utf8' }).filter((name) => /partial|journal|\.ndjson$|\.csv$/.test(name));
      expect(left, place).toEqual([]);
      spawnSync('sh', ['-c', `rm -rf "${folder}/disk/"*`]);
    }
  } finally {
    spawnSync('umount', [`${folder}/disk`]);
  }
});
