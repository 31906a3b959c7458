/** A fault at every change that a run makes on the disk: told, or gone on with; never a wrong result, never a bug. */
import { existsSync, readFileSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { gov } from '../helpers/cli.ts';
import { cases, LONG } from '../helpers/effort.ts';
import { faultyDisk, type Fault } from '../helpers/faulty-disk.ts';
import { folderWith } from '../helpers/folder.ts';
import { contents, REPORT, SHORT } from '../helpers/process.ts';
import { makeZip } from '../read/zip-writer.ts';

afterEach(() => { vi.restoreAllMocks(); });

const INPUTS = {
  'in/a.txt': LONG ? REPORT : SHORT, 'in/b.txt': `${SHORT}又`, 'in/c.txt': '', 'in/d.zip': makeZip([{ name: 'x.txt', data: SHORT }, { name: 'y.txt', data: `${SHORT}二` }, { name: 'z.txt', data: '' }]),
  'in/e.txt': `${SHORT}再`, 'in/f.txt': `${SHORT}三`,
};
const PLACES = ['out.ndjson', 'out.csv', 'out/'] as const;

/** What a run leaves, whatever else stands in the folder. */
function result(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(contents(folder)).filter(([name]) => !name.startsWith('in/')));
}

async function run(folder: string, place: string, ...more: string[]): Promise<{ code: number; stderr: string }> {
  return gov(['parse', `${folder}/in`, '-o', `${folder}/${place}`, '-q', '-j', '1', ...more]);
}

/** What a run gives that nothing happens to, and how many changes it makes. */
async function undisturbed(place: string): Promise<{ files: Record<string, string>; changes: number }> {
  let known = references.get(place);
  if (known !== undefined) return known;
  const folder = folderWith(INPUTS);
  const disk = faultyDisk(Infinity, 'kill');
  expect((await run(folder, place)).code).toBe(3);
  references.set(place, known = { files: plain(folder), changes: disk.count });
  disk.restore();
  return known;
}
const references = new Map<string, { files: Record<string, string>; changes: number }>();

/** Digests without the paths of the inputs, which are in another folder each time. */
function plain(folder: string): Record<string, string> {
  return Object.fromEntries(Object.keys(result(folder)).map((name) => [name, readFileSync(`${folder}/${name}`, 'utf8').replaceAll(folder, '')]));
}

/** Which of the changes are tried: all of them in the long form. */
const tried = (changes: number, step: number): number[] => Array.from({ length: changes }, (_, index) => index + 1).filter((at) => LONG || at % step === 1 || at > changes - 3);

describe.each(PLACES)('%s', (place) => {
  test.each<[Fault]>([['kill'], ['torn'], ['zeroed']])('%s at any change, and --resume gives what an undisturbed run gives', async (fault) => {
    const reference = await undisturbed(place);
    for (const at of tried(reference.changes, cases(37, 1))) {
      const folder = folderWith(INPUTS);
      const disk = faultyDisk(at, fault);
      await run(folder, place, '--resume').catch(() => undefined);
      disk.restore();
      expect(disk.struck).toBe(true);
      expect(openBelow(folder)).toEqual([]);
      dropLock(folder, place);
      expect((await run(folder, place, '--resume')).code, `change ${at}`).toBe(3);
      expect(plain(folder), `change ${at}`).toEqual(reference.files);
    }
  });

  test.each<[Fault, string]>([['ENOSPC', 'no space left'], ['EIO', 'the device failed'], ['EXDEV', 'another file system'], ['EACCES', 'permission denied']])('%s at any change is one line and exit 2, and nothing half written stays', async (fault, message) => {
    const reference = await undisturbed(place);
    for (const at of tried(reference.changes, cases(41, 1))) {
      const folder = folderWith(INPUTS);
      const disk = faultyDisk(at, fault);
      const { code, stderr } = await run(folder, place);
      disk.restore();
      expect({ at, code }).toEqual({ at, code: 2 });
      expect(openBelow(folder)).toEqual([]);
      const lines = stderr.trimEnd().split('\n');
      expect(lines.filter((line) => !line.endsWith(': the file is empty')), `change ${at}`).toEqual([expect.stringContaining(message) as string]);
      expect(Object.keys(result(folder)).filter((name) => /partial|journal/.test(name)), `change ${at}`).toEqual([]);
      expect((await run(folder, place)).code).toBe(3);
    }
  });
});

/** Files below a folder that this process holds open, where the system tells. */
function openBelow(folder: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc/self/fd').map((name) => {
    try {
      return readlinkSync(`/proc/self/fd/${name}`);
    } catch {
      return '';
    }
  }).filter((path) => path.startsWith(folder));
}

/** The lock of a process that is gone: here it is this process, which lives on. */
function dropLock(folder: string, place: string): void {
  const lock = place === 'out/' ? `${folder}/out/.gov-report.lock` : `${folder}/.${place}.lock`;
  if (existsSync(lock)) writeFileSync(lock, '');
}

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['one byte altered', (bytes) => { bytes[100] = bytes[100]! ^ 1; return bytes; }], ['zeroed', (bytes) => bytes.fill(0)], ['its tail zeroed', (bytes) => bytes.fill(0, bytes.length >> 1)],
  ['cut', (bytes) => bytes.subarray(0, bytes.length / 3)], ['empty', () => Buffer.alloc(0)], ['noise', (bytes) => Buffer.from(bytes.map((_, index) => (index * 7919) & 255))],
])('what a broken-off run left counts only where it is as it was written: %s', async (_, spoil) => {
  const folder = folderWith(INPUTS);
  const reference = await undisturbed('out.ndjson');
  for (const name of ['.out.ndjson.partial', '.out.ndjson.journal']) {
    // Dies when all is written, before the file has its name.
    const disk = faultyDisk(reference.changes - 5, 'kill');
    await run(folder, 'out.ndjson', '--resume').catch(() => undefined);
    disk.restore();
    dropLock(folder, 'out.ndjson');
    expect(readdirSync(folder)).toContain(name);
    writeFileSync(`${folder}/${name}`, spoil(readFileSync(`${folder}/${name}`)));
    expect((await run(folder, 'out.ndjson', '--resume')).code).toBe(3);
    expect(plain(folder)).toEqual(reference.files);
  }
});

test('an archive is unpacked once, also where a run goes on', async () => {
  const entries = Array.from({ length: 60 }, (_, index) => ({ name: `${100 + index}.txt`, data: `${SHORT}第${index}号` }));
  const folder = folderWith({ 'in/a.zip': makeZip(entries), 'in/b.txt': SHORT });
  const zip = await import('../../src/read/zip.ts');
  const changes = faultyDisk(Infinity, 'kill');
  await run(folder, 'out/');
  changes.restore();
  const disk = faultyDisk(changes.count - 8, 'kill');
  await gov(['parse', `${folder}/in`, '-o', `${folder}/again/`, '-q', '-j', '1', '--resume']).catch(() => undefined);
  disk.restore();
  expect(disk.struck).toBe(true);
  writeFileSync(`${folder}/again/.gov-report.lock`, '');
  const unzip = vi.spyOn(zip, 'unzip');
  expect((await gov(['parse', `${folder}/in`, '-o', `${folder}/again/`, '-q', '-j', '1', '--resume'])).code).toBe(0);
  expect(unzip).toHaveBeenCalledTimes(1);
  expect(contents(`${folder}/again`)).toEqual(contents(`${folder}/out`));
});
