/** The command's core comes with the code that V8 made of it; without that, or with one that is broken, it runs as well. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith } from '../helpers/folder.ts';
import { SHORT } from '../helpers/process.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const BUNDLE = join(ROOT, 'dist', 'bin');
const [CACHE = ''] = readdirSync(BUNDLE).filter((name) => name.endsWith('.cache'));

/** Whether the V8 of this process refuses the cache beside the core; `undefined` where there is none. */
async function rejected(bundle: string): Promise<boolean | undefined> {
  const core = await import(pathToFileURL(join(bundle, 'core.js')).href) as { script: { cachedDataRejected?: boolean } };
  return core.script.cachedDataRejected;
}

/** A copy of the command, with its cache changed. */
function copy(change: (cache: string) => void): string {
  const folder = folderWith({ 'a.txt': SHORT });
  for (const part of ['bin', 'dist/bin', 'package.json']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules'))) if (!name.startsWith('.')) symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  change(join(folder, 'dist', 'bin', CACHE));
  return folder;
}

function parse(folder: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'bin', 'gov-report.js'), 'parse', 'a.txt', '-q'], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout;
}

test('there is one cache, and this Node takes it', async () => {
  expect(readdirSync(BUNDLE).filter((name) => name.endsWith('.cache'))).toEqual([CACHE]);
  expect(CACHE).toContain(process.versions.v8);
  expect(await rejected(BUNDLE)).toBe(false);
});

test.each([
  ['without a cache', (cache: string) => { rmSync(cache); }],
  ['with an empty cache', (cache: string) => { writeFileSync(cache, ''); }],
  ['with a cache that is none', (cache: string) => { writeFileSync(cache, Buffer.alloc(10_000, 1)); }],
])('%s the output is the same', async (_, change) => {
  const changed = copy(change);
  expect(await rejected(join(changed, 'dist', 'bin'))).not.toBe(false);
  expect(parse(changed)).toBe(parse(copy(() => { /* as it is */ })));
});
