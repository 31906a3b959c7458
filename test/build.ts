/** Builds `dist` before the tests where the source is newer: some of them run the command itself. Tells what will be skipped. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const SHARED = join(root, '..', 'shared');

export default function setup(): void {
  tellSkipped();
  execFileSync(process.execPath, [join('scripts', 'prepare.mjs')], { cwd: root, stdio: 'inherit' });
}

/** The reports of others that some tests are held against are no part of the repository. */
function tellSkipped(): void {
  if (existsSync(SHARED)) return;
  const users = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && /\.\.\/shared\//.test(readFileSync(join(root, 'test', name), 'utf8'))).sort();
  process.stderr.write(`SKIPPED: there is no folder ${SHARED} of sample reports; not held against them: ${users.join(', ')}\n`);
}
