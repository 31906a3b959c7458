/** The pages for people: what they have from commands is what the commands print today; what belongs together stays together. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createProgram } from '../../src/cli/commands/program.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (page: string): string => readFileSync(join(root, page), 'utf8');
const READMES = ['README.md', 'README.zh-CN.md'] as const;
const PAGES = [...READMES, 'CONTRIBUTING.md', 'CHANGELOG.md', ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];
/** Lines of the first page. */
const LONGEST = 200;
/** Bytes of a picture. */
const LARGEST = 150 * 1024;

test('examples, excerpts and summaries are what the commands print today', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'examples.mjs'), '--check'], { cwd: root, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('the two first pages are short and say the same', () => {
  const [en, zh] = READMES.map(read) as [string, string];
  for (const page of [en, zh]) expect(page.split('\n').length).toBeLessThanOrEqual(LONGEST);
  expect(en).toContain('](README.zh-CN.md)');
  expect(zh).toContain('](README.md)');
  const parts = (page: string): unknown => ({
    commands: [...page.matchAll(/^(?:\$ | {4}npm ).*/gm)].map(([line]) => line),
    links: [...page.matchAll(/\]\(([^)]*\.md)\)/g)].map(([, target]) => target!).filter((target) => !target.startsWith('README')).sort(),
    sections: page.match(/^## /gm)!.length,
    rows: page.match(/^\|/gm)!.length,
    items: page.match(/^- /gm)!.length,
  });
  expect(parts(zh)).toEqual(parts(en));
});

test('links and pictures lead to files', () => {
  for (const page of PAGES) {
    for (const [, target] of read(page).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)) {
      const file = join(root, dirname(page), target!);
      expect(existsSync(file), `${page} links to ${target!}`).toBe(true);
      if (target!.endsWith('.png')) expect(statSync(file).size).toBeLessThan(LARGEST);
    }
  }
});

test('every page of docs can be found from the first one', () => {
  const found = new Set<string>();
  const follow = (page: string): void => {
    if (found.has(page)) return;
    found.add(page);
    for (const [, target] of read(page).matchAll(/\]\(([^):#]*\.md)(?:#[^)]*)?\)/g)) follow(normalize(join(dirname(page), target!)).replaceAll('\\', '/'));
  };
  follow('README.md');
  expect(PAGES.filter((page) => !found.has(page))).toEqual([]);
});

test('places that the pages name are there', () => {
  for (const page of PAGES.filter((name) => name !== 'CHANGELOG.md')) {
    const named = [...read(page).matchAll(/`((?:src|test|scripts|schemas|fixtures)\/[\w./-]+)`/g)].map(([, path]) => path!);
    // NAME, ERA, ROOM stand for what the reader fills in.
    for (const path of named.filter((one) => !/\b[A-Z]{3,}\b/.test(one))) expect(existsSync(join(root, path)), `${page} names ${path}`).toBe(true);
  }
});

test('docs/commands.md has the help of every command', () => {
  const sink = new Writable({ write: (_, __, done) => { done(); } });
  const program = createProgram({ stdin: Readable.from([]), stdout: sink, stderr: sink }, '0', () => { /* nothing runs */ });
  const page = read('docs/commands.md');
  expect(program.commands.map((command) => command.name()).filter((name) => !page.includes(`$ gov-report ${name} --help\n`))).toEqual([]);
});

test('the changes of this version are told, and the version that docs pin is this one', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  expect(read('CHANGELOG.md')).toMatch(new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d\\d-\\d\\d$`, 'm'));
  for (const page of PAGES) for (const [, pinned] of read(page).matchAll(/gov-report@(\d[\w.-]*)/g)) expect(pinned).toBe(version);
});
