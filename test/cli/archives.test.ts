import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zipSync } from 'fflate';
import { openArchives, readArchived } from '../../src/cli/input/archives.ts';

const folder = mkdtempSync(join(tmpdir(), 'gov-report-archives-'));
const archive = join(folder, 'pack.zip');
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

beforeAll(() => {
  writeFileSync(archive, zipSync({ 'b/二.txt': text('二'), 'a.txt': text('一'), 'picture.png': text('x') }));
  writeFileSync(join(folder, 'empty.zip'), zipSync({ 'picture.png': text('x') }));
  writeFileSync(join(folder, 'broken.zip'), text('PK\u0003\u0004 and no more'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function all(paths: string[]): Promise<{ path: string; text?: string; error?: string }[]> {
  const found = [];
  for await (const one of openArchives(paths)) {
    found.push('error' in one ? one : { path: one.path, ...(one.bytes === undefined ? {} : { text: new TextDecoder().decode(one.bytes) }) });
  }
  return found;
}

test('an archive is opened in its place, in the order of its names, without what no reader takes', async () => {
  expect(readdirSync(folder)).toContain('pack.zip');
  expect(await all(['first.txt', archive, 'last.txt'])).toEqual([
    { path: 'first.txt' },
    { path: `${archive}!/a.txt`, text: '一' },
    { path: `${archive}!/b/二.txt`, text: '二' },
    { path: 'last.txt' },
  ]);
});

test('an archive without reports, and a broken one, are named', async () => {
  expect(await all([join(folder, 'empty.zip')])).toEqual([{ path: join(folder, 'empty.zip'), error: 'holds no readable file' }]);
  const [broken] = await all([join(folder, 'broken.zip')]);
  expect(broken?.error).toMatch(/zip/i);
});

test('an entry is found again by its path', async () => {
  expect(new TextDecoder().decode((await readArchived(`${archive}!/b/二.txt`))!)).toBe('二');
  expect(await readArchived(`${archive}!/c.txt`)).toBeNull();
  expect(await readArchived('a.txt')).toBeNull();
});
