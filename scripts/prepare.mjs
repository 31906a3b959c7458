// Builds `dist` where what it is made from is newer: `npm install` prepares a checkout, and the tests run what is built.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What the last step of the build writes. */
const LAST = join(root, 'dist', 'gov-report.1');
const MADE_FROM = ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/bundle.mjs', 'scripts/bundle-page.mjs', 'src'];

/** Whether anything that `dist` is made from has changed since. A folder is as new as what was last put into it or taken out. */
function isStale() {
  if (!existsSync(LAST)) return true;
  const built = statSync(LAST).mtimeMs;
  const paths = MADE_FROM.flatMap((name) => [name, ...(statSync(join(root, name)).isDirectory() ? readdirSync(join(root, name), { recursive: true, encoding: 'utf8' }).map((below) => join(name, below)) : [])]);
  return paths.some((path) => statSync(join(root, path)).mtimeMs > built);
}

if (isStale()) {
  for (const args of [[join('node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'], [join('scripts', 'bundle.mjs')]]) {
    execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  }
}
