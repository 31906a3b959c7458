/** Runs that are broken off, gone on with, and held against undisturbed ones; and a disk that is full. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { folderWith } from '../helpers/folder.ts';
import { BIN, contents, many, parse as gov, REPORT } from '../helpers/process.ts';

const root = process.getuid?.() === 0;

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
  expect(stderr.replace(/^.* broke off .*\n/, '').replace(/[\d.]+ s$/m, '')).toBe(undisturbed.stderr.replace(/[\d.]+ s$/m, ''));
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
  expect(stderr.replace(/^.* broke off .*\n/, '').replace(/[\d.]+ s$/m, '')).toBe(undisturbed.stderr.replace(/[\d.]+ s$/m, ''));
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
