/** What only a process of its own shows: pipes, signals, start-up. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gov } from '../helpers/cli.ts';
import { folderWith } from '../helpers/folder.ts';

const BIN = join(import.meta.dirname, '..', '..', 'bin', 'gov-report.js');
const REPORT = '竹溪县体育局2021年政府信息公开工作年度报告\n一、总体情况\n公开信息20条。\n';
const many = (count: number): Record<string, string> => Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.txt`, REPORT]));

test('a closed pipe is no error', () => {
  const folder = folderWith(many(120));
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `{ "${process.execPath}" "${BIN}" parse "${folder}" -q; echo "exit $?" >&2; } | head -n 1`], { encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout.split('\n')).toHaveLength(2);
  expect(stderr).toBe('exit 0\n');
});

test.skipIf(process.platform !== 'linux')('a full disk is named, not a bug', () => {
  const folder = folderWith(many(3));
  const { status, stderr } = spawnSync('sh', ['-c', `exec "${process.execPath}" "${BIN}" parse "${folder}" -q > /dev/full`], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 2, stderr: 'gov-report: cannot write standard output: no space left on the device\n' });
});

test('an interruption exits with 130 and leaves no half-written file', async () => {
  const folder = folderWith(many(800));
  const child = spawn(process.execPath, [BIN, 'parse', folder, '-o', join(folder, 'out.json'), '-q']);
  const half = (): string[] => readdirSync(folder).filter((name) => !name.endsWith('.txt'));
  while (half().length === 0 && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGINT');
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(code).toBe(130);
  expect(half()).toEqual([]);
});

test('--version loads neither zod nor the pipeline', () => {
  const trace = `import { register } from 'node:module'; register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(
    'export async function resolve(specifier, context, next) { const found = await next(specifier, context); if (/node_modules\\/zod|pipeline\\.js|bin\\/core\\.js/.test(found.url)) throw new Error("loaded " + found.url); return found; }',
  )}));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'data:text/javascript,' + encodeURIComponent(trace), BIN, '--version'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toMatch(/^\d/);
});

test('the same bytes in give the same bytes out, in this process and in another', async () => {
  const folder = folderWith(many(20));
  const { stdout } = spawnSync(process.execPath, [BIN, 'parse', folder, '-q'], { encoding: 'utf8' });
  expect(stdout.split('\n')).toHaveLength(21);
  expect((await gov(['parse', folder, '-q'])).stdout).toBe(stdout);
});
