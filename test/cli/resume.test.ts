/** Runs that are broken off, and gone on with. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gov } from '../helpers/cli.ts';
import { folderWith } from '../helpers/folder.ts';
import { contents, interrupted, linesOf, many, SHORT } from '../helpers/process.ts';

const unix = test.skipIf(process.platform === 'win32');

unix('killed and resumed, a folder is as after an undisturbed run', async () => {
  const folder = folderWith({ ...many(70, SHORT), 'in/empty.txt': '' });
  const undisturbed = await gov(['parse', `${folder}/in`, '-o', `${folder}/reference/`, '-j', '1']);
  expect(await interrupted(['-j', '1', `${folder}/in`, '-o', `${folder}/out/`], `${folder}/in/z-pipe`, () => linesOf(`${folder}/out/.gov-report.journal`) > 60, 'SIGKILL')).toEqual([null, 'SIGKILL']);
  const done = readdirSync(`${folder}/out/0`)[0]!;
  const before = statSync(`${folder}/out/0/${done}`).mtimeMs;
  const { code, stderr } = await gov(['parse', `${folder}/in`, '-o', `${folder}/out/`, '--resume', '-j', '1']);
  expect(code).toBe(3);
  expect(contents(`${folder}/out`)).toEqual(contents(`${folder}/reference`));
  expect(stderr).toMatch(/^gov-report: .*out\/: a run \(process \d+\) broke off without letting go of it; taking over\n/);
  expect(stderr.slice(stderr.indexOf('\n') + 1).replace(/[\d.]+ s$/m, '')).toBe(undisturbed.stderr.replace(/[\d.]+ s$/m, ''));
  expect(statSync(`${folder}/out/0/${done}`).mtimeMs).toBe(before);
});

unix('a run with --resume that is interrupted keeps what it has; the file is as after an undisturbed run', async () => {
  const folder = folderWith(many(60, SHORT));
  const out = `${folder}/out.ndjson`;
  expect(await interrupted(['-j', '2', `${folder}/in`, '-o', out, '--resume'], `${folder}/in/z-pipe`, () => linesOf(`${folder}/.out.ndjson.journal`) > 20, 'SIGINT')).toEqual([130, null]);
  expect(existsSync(out)).toBe(false);
  expect(existsSync(`${folder}/.out.ndjson.partial`)).toBe(true);
  expect((await gov(['parse', `${folder}/in`, '-o', out, '--resume', '-q', '-j', '1'])).code).toBe(0);
  expect(readFileSync(out, 'utf8') === (await gov(['parse', `${folder}/in`, '-q', '-j', '1'])).stdout).toBe(true);
});
