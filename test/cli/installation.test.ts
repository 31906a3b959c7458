/** A program of which a part is missing says so: it is no bug of it, and the other inputs are done. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { brokenInstallation } from '../../src/cli/installation.ts';
import { folderWith } from '../helpers/folder.ts';
import { SHORT } from '../helpers/process.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** The program as it is installed, without some files or packages. */
function installed(missing: string[]): string {
  const folder = folderWith({ 'in/a.txt': SHORT, 'in/b.html': `<html><body><p>${SHORT}` });
  for (const part of ['bin', 'dist/bin', 'package.json']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (!missing.includes(`node_modules/${name}`)) symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  }
  for (const name of missing) {
    if (name.startsWith('dist/')) expect(existsSync(join(folder, dirname(name)))).toBe(true);
    rmSync(join(folder, name), { force: true });
  }
  return folder;
}

function parse(folder: string, ...args: string[]): { status: number | null; stderr: string; reports: number } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'bin', 'gov-report.js'), 'parse', `${folder}/in`, '-q', ...args], { encoding: 'utf8' });
  return { status, stderr, reports: stdout.split('\n').length - 1 };
}

test('without a package, the inputs that need it are named', () => {
  const folder = installed(['node_modules/parse5']);
  const { status, stderr, reports } = parse(folder);
  expect(stderr).toBe(`gov-report: ${folder}/in/b.html: a part of the program cannot be loaded (Cannot find package 'parse5'): install it again\n`);
  expect({ status, reports }).toEqual({ status: 3, reports: 1 });
});

test.each([
  ['the writer of a format', 'dist/bin/xlsx.js', ['-o', 'x.xlsx']], ['the workers', 'dist/bin/worker.js', ['-j', '2']], ['all', 'dist/bin/main.js', []],
])('without %s nothing is done, in one line', (_, part, args) => {
  const { status, stderr, reports } = parse(installed([part]), ...args);
  expect(stderr).toMatch(/^gov-report: .* cannot be loaded \(Cannot find .*\): install it again.*\n$/);
  expect({ status, reports }).toEqual({ status: 2, reports: 0 });
});

test('files that may not be read are told from inputs that may not', () => {
  const denied = (path: string): Error => Object.assign(new Error('EACCES'), { code: 'EACCES', path });
  expect(brokenInstallation(denied(join(ROOT, 'node_modules', 'yauzl', 'index.js')))).toContain('permission denied');
  expect(brokenInstallation(denied(join(ROOT, 'dist', 'bin', 'core.js')))).toContain('core.js');
  expect(brokenInstallation(denied('/home/a/report.txt'))).toBeNull();
  expect(brokenInstallation(new TypeError('a bug'))).toBeNull();
});
