/** Builds `dist` before the tests where the source is newer: some of them run the command itself. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export default function setup(): void {
  const built = join(root, 'dist', 'bin', 'main.js');
  const newest = Math.max(...readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(root, 'src', name)).mtimeMs));
  if (existsSync(built) && statSync(built).mtimeMs > newest) return;
  for (const args of [[join('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'], [join('scripts', 'bundle.mjs')]]) {
    execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  }
}
