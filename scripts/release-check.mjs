// Whether this checkout can be released: one line a step, all of them, exit 1 where one fails.
//   npm run release:check
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name) => readFileSync(join(root, name), 'utf8');
const { version, files } = JSON.parse(read('package.json'));

/** The output of a command that fails, `null` of one that does not. */
function failure(command, ...args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 1 << 26 });
  return status === 0 ? null : `${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(-20).join('\n');
}

/** What the package lacks, or has that nobody is to get. */
function contents() {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
  const packed = JSON.parse(stdout)[0].files.map(({ path }) => path);
  const needed = ['bin/gov-report.js', 'dist/index.js', 'dist/index.d.ts', 'dist/bin/main.js', 'dist/bin/worker.js', 'dist/bin/LICENSES.txt', 'dist/gov-report.1',
    'dist/page/page.js', 'schemas/report.schema.json', 'README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'docs/page.png', 'docs/page.zh-CN.png'];
  const missing = needed.filter((path) => !packed.includes(path));
  const strange = packed.filter((path) => path !== 'package.json' && !files.some((own) => path === own || path.startsWith(`${own}/`)));
  return missing.length + strange.length === 0 ? null : [...missing.map((path) => `lacks ${path}`), ...strange.map((path) => `has ${path}`)].join('\n');
}

function changelog() {
  const heading = new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d\\d-\\d\\d$`, 'm');
  const text = read('CHANGELOG.md');
  if (!heading.test(text)) return `CHANGELOG.md has no section for ${version}`;
  const unreleased = /^## \[Unreleased\]\n([\s\S]*?)^## /m.exec(text)?.[1]?.trim();
  return unreleased ? 'CHANGELOG.md has changes under Unreleased' : null;
}

/** The lock file says the same version; a clone in another state is no release. */
function state() {
  const lock = JSON.parse(read('package-lock.json'));
  if (lock.version !== version || lock.packages[''].version !== version) return 'package-lock.json has another version';
  if (!existsSync(join(root, '.git'))) return null;
  const { stdout } = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  return stdout.trim() === '' ? null : `not committed:\n${stdout.trimEnd()}`;
}

const STEPS = {
  // Strictly: a floor that could be lowered is one that has to be.
  lint: () => failure('npx', 'eslint', '.'),
  types: () => failure('npm', 'run', '--silent', 'types'),
  build: () => failure('npm', 'run', '--silent', 'build'),
  schemas: () => failure('npm', 'run', '--silent', 'schemas', '--', '--check'),
  pages: () => failure('npm', 'run', '--silent', 'readme', '--', '--check'),
  package: contents,
  changelog,
  state,
};

for (const [name, step] of Object.entries(STEPS)) {
  const failed = step();
  console.log(`${failed === null ? 'ok  ' : 'FAIL'} ${name}${failed === null ? '' : `\n${failed.replace(/^/gm, '     ')}`}`);
  if (failed !== null) process.exitCode = 1;
}
if (process.exitCode === undefined) console.log(`gov-report ${version} can be released`);
