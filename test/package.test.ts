/** The package as a user gets it: packed, installed into a folder of its own, run, imported, type-checked. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LONG } from './helpers/effort.ts';

const root = join(import.meta.dirname, '..');
const project = mkdtempSync(join(tmpdir(), 'gov-report-package-'));
const installed = join(project, 'node_modules', 'gov-report');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown> & { version: string; exports: Record<string, unknown> };
let packed: string[] = [];

beforeAll(() => {
  const shell = process.platform === 'win32';
  const output = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], { cwd: root, encoding: 'utf8', shell, stdio: ['ignore', 'pipe', 'ignore'] });
  const [{ filename, files }] = JSON.parse(output) as [{ filename: string; files: { path: string }[] }];
  packed = files.map((file) => file.path);
  const tarball = join(project, filename);
  writeFileSync(join(project, 'package.json'), '{"private":true,"type":"module"}');
  // Installing by npm takes most of the time that this test has; the long form does.
  const { status } = LONG ? spawnSync('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', tarball], { cwd: project, shell, stdio: 'ignore' }) : { status: null };
  if (status === 0) return;
  // Unpack, and lend the dependencies of this checkout.
  if (LONG) console.warn('package test: npm install --offline found no cached dependencies; unpacked the tarball instead');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name));
  }
});

afterAll(() => { rmSync(project, { recursive: true, force: true }); });

test('holds what it needs and nothing else', () => {
  const top = new Set(packed.map((path) => path.split('/')[0]));
  expect(top).toEqual(new Set(['CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'README.zh-CN.md', 'bin', 'dist', 'docs', 'package.json', 'schemas']));
  expect(packed).toContain('dist/index.d.ts');
  expect(packed).toContain('schemas/report.schema.json');
  expect(packed.filter((path) => path.startsWith('dist/page/')).sort()).toEqual(['dist/page/page.css', 'dist/page/page.js', 'dist/page/workbench.js']);
  expect(packed).toContain('dist/gov-report.1');
  // Links of the pages lead to what is packed.
  for (const page of packed.filter((path) => path.endsWith('.md'))) {
    for (const [, target] of readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)) expect(packed, `${page} links to ${target!}`).toContain(join(page, '..', target!).replaceAll('\\', '/'));
  }
});

test('its command starts without loading what reads reports, and tells the licences of what it holds', () => {
  const command = readFileSync(join(installed, 'dist', 'bin', 'command.js'), 'utf8');
  expect([...command.matchAll(/^import .* from "(.*)";$/gm)].map((match) => match[1]).filter((module) => !module!.startsWith('node:'))).toEqual([]);
  expect(readFileSync(join(installed, 'dist', 'bin', 'core.js'), 'utf8')).not.toMatch(/^import .* from "\./m);
  const licences = readFileSync(join(installed, 'dist', 'bin', 'LICENSES.txt'), 'utf8');
  for (const name of ['@noble/hashes', '@preact/signals', 'chalk', 'commander', 'preact', 'uplot', 'zod']) expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
});

test('its manifest is fit to publish', () => {
  expect(manifest).toMatchObject({ name: 'gov-report', license: 'MIT', type: 'module', bin: { 'gov-report': 'bin/gov-report.js' }, engines: { node: '>=20.19' } });
  expect(Object.keys(manifest.exports['.'] as object)[0]).toBe('types');
  expect(manifest).not.toHaveProperty('private');
});

test('its command runs', () => {
  writeFileSync(join(project, 'report.txt'), '竹溪县体育局2021年政府信息公开工作年度报告\n一、总体情况\n公开信息20条。\n');
  const bin = join(installed, 'bin', 'gov-report.js');
  expect(execFileSync(process.execPath, [bin, '--version'], { encoding: 'utf8' })).toBe(`${manifest.version}\n`);
  expect(spawnSync(process.execPath, [bin, 'report', 'report.txt', '-o', 'page.html', '-q'], { cwd: project }).status).toBe(0);
  expect(readFileSync(join(project, 'page.html'), 'utf8')).toMatch(/^<!doctype html>/);
  const parsed = spawnSync(process.execPath, [bin, 'parse', 'report.txt'], { cwd: project, encoding: 'utf8' });
  expect(parsed.stderr).toMatch(/^1 report /);
  expect(JSON.parse(parsed.stdout)).toMatchObject({ source: { path: 'report.txt', encoding: 'utf-8' } });
});

test('its library is imported', () => {
  writeFileSync(join(project, 'use.mjs'), "import { parseReport } from 'gov-report'; console.log(parseReport('一、概述').metadata.year);");
  expect(execFileSync(process.execPath, ['use.mjs'], { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })).toBe('null\n');
});

test.runIf(LONG)('it is imported with types', () => {
  writeFileSync(join(project, 'use.ts'), `
    import { parseReport, reportSchema, sentence, type Report } from 'gov-report';
    import schema from 'gov-report/schema.json' with { type: 'json' };
    const report: Report = parseReport(new TextEncoder().encode('一、概述'), { path: 'a.txt' });
    const year: number | null = report.metadata.year;
    // @ts-expect-error the era is one of four
    report.template.era = '1999';
    console.log(JSON.stringify([year, reportSchema.safeParse(parseReport('一、概述')).success, report.findings.map((one) => sentence(one, 'en')), typeof schema]));
  `);
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const checked = spawnSync(process.execPath, [tsc, '--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext', '--target', 'es2023', '--lib', 'es2023,dom', '--resolveJsonModule', '--outDir', 'out', 'use.ts'], { cwd: project, encoding: 'utf8' });
  expect(checked.stdout).toBe('');
  expect(checked.status).toBe(0);
  expect(existsSync(join(project, 'out', 'use.js'))).toBe(true);
  expect(JSON.parse(execFileSync(process.execPath, ['out/use.js'], { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))).toEqual([null, true, expect.any(Array), 'object']);
});

test('the core imports nothing of Node', () => {
  const offenders = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !/^(cli|read)\//.test(name))
    .filter((name) => /from 'node:|import\('node:|\bprocess\.|\bBuffer\b/.test(readFileSync(join(root, 'src', name), 'utf8')));
  expect(offenders).toEqual([]);
});
