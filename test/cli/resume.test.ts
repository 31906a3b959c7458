/** Runs that are broken off, and gone on with. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { folderWith } from '../helpers/folder.ts';
import { contents, interrupted, linesOf, many, parse, SHORT } from '../helpers/process.ts';

const unix = test.skipIf(process.platform === 'win32');

unix('killed and resumed, a folder is as after an undisturbed run', async () => {
  const folder = folderWith({ ...many(70, SHORT), 'in/empty.txt': '' });
  const undisturbed = parse([`${folder}/in`, '-o', `${folder}/reference/`]);
  expect(await interrupted([`${folder}/in`, '-o', `${folder}/out/`], `${folder}/in/z-pipe`, () => linesOf(`${folder}/out/.gov-report.journal`) > 60, 'SIGKILL')).toEqual([null, 'SIGKILL']);
  const done = readdirSync(`${folder}/out/0`)[0]!;
  const before = statSync(`${folder}/out/0/${done}`).mtimeMs;
  const { status, stderr } = parse([`${folder}/in`, '-o', `${folder}/out/`, '--resume']);
  expect(status).toBe(3);
  expect(contents(`${folder}/out`)).toEqual(contents(`${folder}/reference`));
  expect(stderr).toMatch(/^gov-report: .*out\/: a run \(process \d+\) broke off without letting go of it; taking over\n/);
  expect(stderr.slice(stderr.indexOf('\n') + 1).replace(/[\d.]+ s$/m, '')).toBe(undisturbed.stderr.replace(/[\d.]+ s$/m, ''));
  expect(statSync(`${folder}/out/0/${done}`).mtimeMs).toBe(before);
});

unix('a run with --resume that is interrupted keeps what it has; the file is as after an undisturbed run', async () => {
  const folder = folderWith(many(60, SHORT));
  const out = `${folder}/out.ndjson`;
  expect(await interrupted([`${folder}/in`, '-o', out, '--resume'], `${folder}/in/z-pipe`, () => linesOf(`${folder}/.out.ndjson.journal`) > 20, 'SIGINT')).toEqual([130, null]);
  expect(existsSync(out)).toBe(false);
  expect(existsSync(`${folder}/.out.ndjson.partial`)).toBe(true);
  expect(parse([`${folder}/in`, '-o', out, '--resume', '-q']).status).toBe(0);
  expect(readFileSync(out, 'utf8') === parse([`${folder}/in`, '-q']).stdout).toBe(true);
});
