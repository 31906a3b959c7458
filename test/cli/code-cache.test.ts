/** The command comes with the code that V8 made of it; without that, or with one that is broken, it runs as well. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith } from '../helpers/folder.ts';
import { SHORT } from '../helpers/process.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const BUNDLE = join(ROOT, 'dist', 'bin');
const MODULES = ['command', 'core'];
const CACHES = readdirSync(BUNDLE).filter((name) => name.endsWith('.cache')).sort();

/** Whether the V8 of this process refuses the caches; `undefined` where there are none. */
async function rejected(bundle: string): Promise<(boolean | undefined)[]> {
  return Promise.all(MODULES.map(async (name) => {
    const { script } = await import(pathToFileURL(join(bundle, `${name}.js`)).href) as { script: { cachedDataRejected?: boolean } };
    return script.cachedDataRejected;
  }));
}

/** A copy of the command, with its caches changed. */
function copy(change: (cache: string) => void): string {
  const folder = folderWith({ 'a.txt': SHORT });
  for (const part of ['bin', 'dist/bin', 'package.json']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules'))) if (!name.startsWith('.')) symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  for (const cache of CACHES) change(join(folder, 'dist', 'bin', cache));
  return folder;
}

function parse(folder: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'bin', 'gov-report.js'), 'parse', 'a.txt', '-q'], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout;
}

test('there are caches of what a run on text loads, and this Node takes them', async () => {
  expect(CACHES.map((name) => name.split('-')[0])).toEqual(MODULES);
  for (const name of CACHES) expect(name).toContain(`-${process.versions.v8}-${process.platform}-${process.arch}.cache`);
  expect(await rejected(BUNDLE)).toEqual([false, false]);
});

test.each([
  ['without caches', (cache: string) => { rmSync(cache); }],
  ['with empty caches', (cache: string) => { writeFileSync(cache, ''); }],
  ['with caches that are none', (cache: string) => { writeFileSync(cache, Buffer.alloc(10_000, 1)); }],
])('%s the output is the same', async (_, change) => {
  const changed = copy(change);
  expect(await rejected(join(changed, 'dist', 'bin'))).not.toContain(false);
  expect(parse(changed)).toBe(parse(copy(() => { /* as it is */ })));
});
