/** Builds `dist` before the tests where the source is newer: some of them run the command itself. Tells what will be skipped. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const SHARED = join(root, '..', 'shared');

export default function setup(): void {
  tellSkipped();
  const built = join(root, 'dist', 'bin', 'main.js');
  const newest = Math.max(...readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(root, 'src', name)).mtimeMs));
  if (existsSync(built) && statSync(built).mtimeMs > newest) return;
  for (const args of [[join('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'], [join('scripts', 'bundle.mjs')]]) {
    execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  }
}

/** The reports of others that some tests are held against are no part of the repository. */
function tellSkipped(): void {
  if (existsSync(SHARED)) return;
  const users = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && /\.\.\/shared\//.test(readFileSync(join(root, 'test', name), 'utf8'))).sort();
  process.stderr.write(`SKIPPED: there is no folder ${SHARED} of sample reports; not held against them: ${users.join(', ')}\n`);
}
