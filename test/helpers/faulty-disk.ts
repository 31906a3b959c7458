/**
 * A file system that fails, as those of SQLite's tests do: at the n-th change it refuses with an error code, or the process
 * dies there, perhaps in the middle of a write; what was never made safe may be zeros afterwards, as after a loss of power.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { vi } from 'vitest';
import { disk } from '../../src/cli/output/disk.ts';

export type Fault = 'ENOSPC' | 'EIO' | 'EXDEV' | 'EACCES' | 'kill' | 'torn' | 'zeroed';

/** Stands for the end of the process: nothing is changed on the disk after it, whatever the program still tries. */
export class Killed extends Error {}

export interface FaultyDisk {
  /** Changes so far. */
  count: number;
  /** Whether the fault has come. */
  struck: boolean;
  /** No more faults. */
  restore: () => void;
}

/** Lets the n-th change (from 1) fail, none where `at` is `Infinity`; until `restore`, or the end of the test by `vi.restoreAllMocks`. */
export function faultyDisk(at: number, fault: Fault): FaultyDisk {
  vi.restoreAllMocks();
  const real = { ...disk };
  /** Length of each file that is safe. */
  const safe = new Map<string, number>();
  const paths = new Map<object, string>();
  const state: FaultyDisk = { count: 0, struck: false, restore: () => { faultyDisk(Infinity, 'kill'); } };
  let dead = false;
  const powerLoss = (): void => {
    for (const [path, length] of safe) {
      if (!existsSync(path)) continue;
      const bytes = readFileSync(path);
      if (bytes.length > length) writeFileSync(path, bytes.fill(0, length));
    }
  };
  /** Whether this change goes through; throws where it does not. */
  const strike = (torn?: () => void): void => {
    if (dead) throw new Killed();
    if (++state.count !== at) return;
    state.struck = true;
    if (fault === 'kill' || fault === 'torn' || fault === 'zeroed') {
      dead = true;
      if (fault !== 'kill') torn?.();
      if (fault === 'zeroed') powerLoss();
      throw new Killed();
    }
    throw Object.assign(new Error(fault), { code: fault });
  };
  vi.spyOn(disk, 'create').mockImplementation((path) => {
    strike();
    real.create(path);
    safe.set(path, 0);
  });
  vi.spyOn(disk, 'createOnce').mockImplementation((path, text) => {
    strike(() => { if (!existsSync(path)) writeFileSync(path, text.slice(0, text.length / 2)); });
    real.createOnce(path, text);
  });
  vi.spyOn(disk, 'append').mockImplementation(async (path) => {
    strike();
    const file = await real.append(path);
    paths.set(file, path);
    return file;
  });
  vi.spyOn(disk, 'write').mockImplementation(async (file, bytes) => {
    const path = paths.get(file)!;
    strike(() => { writeFileSync(path, bytes.subarray(0, bytes.length / 2), { flag: 'a' }); });
    await real.write(file, bytes);
  });
  // What is safe is kept account of here; waiting for the real disk would take most of the time of a test.
  vi.spyOn(disk, 'sync').mockImplementation((file) => {
    strike();
    safe.set(paths.get(file)!, statSync(paths.get(file)!).size);
    return Promise.resolve();
  });
  vi.spyOn(disk, 'close').mockImplementation(async (file) => {
    // A process that dies closes its files too.
    await real.close(file);
    strike();
  });
  vi.spyOn(disk, 'truncate').mockImplementation(async (path, length) => {
    strike();
    await real.truncate(path, length);
  });
  vi.spyOn(disk, 'rename').mockImplementation(async (from, to) => {
    strike();
    await real.rename(from, to);
    safe.set(to, safe.get(from) ?? 0);
    safe.delete(from);
    for (const [file, path] of paths) if (path === from) paths.set(file, to);
  });
  vi.spyOn(disk, 'syncFolder').mockImplementation(() => { strike(); });
  vi.spyOn(disk, 'makeFolder').mockImplementation((path) => {
    strike();
    real.makeFolder(path);
  });
  vi.spyOn(disk, 'remove').mockImplementation((path) => {
    strike();
    real.remove(path);
    safe.delete(path);
  });
  return state;
}
