/** The command comes with the code that V8 made of it; without that, or with one that is broken, it runs as well. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../helpers/folder.ts';
import { SHORT } from '../helpers/process.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const BUNDLE = join(ROOT, 'dist', 'bin');
const MODULES = ['command', 'core'];
const CACHES = readdirSync(BUNDLE).filter((name) => name.endsWith('.cache')).sort();

/** Whether the V8 that the command runs on refuses the caches; `undefined` (left out) where there are none. */
function rejected(folder: string): (boolean | undefined)[] {
  const code = `import('./bin/engine.js').then(() => Promise.all(${JSON.stringify(MODULES)}.map((name) => import(\`./dist/bin/\${name}.js\`))))
    .then((modules) => console.log(JSON.stringify(modules.map(({ script }) => ({ rejected: script.cachedDataRejected })))))`;
  const { stdout } = spawnSync(process.execPath, ['-e', code], { cwd: folder, encoding: 'utf8' });
  return (JSON.parse(stdout) as { rejected?: boolean }[]).map((one) => one.rejected);
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

test('there are caches of what a run on text loads, and this Node takes them', () => {
  expect(CACHES.map((name) => name.split('-')[0])).toEqual(MODULES);
  for (const name of CACHES) expect(name).toContain(`-${process.versions.v8}-${process.platform}-${process.arch}.cache`);
  expect(rejected(ROOT)).toEqual([false, false]);
});

test.each([
  ['without caches', (cache: string) => { rmSync(cache); }],
  ['with empty caches', (cache: string) => { writeFileSync(cache, ''); }],
  ['with caches that are none', (cache: string) => { writeFileSync(cache, Buffer.alloc(10_000, 1)); }],
])('%s the output is the same', (_, change) => {
  const changed = copy(change);
  expect(rejected(changed)).not.toContain(false);
  expect(parse(changed)).toBe(parse(copy(() => { /* as it is */ })));
});
