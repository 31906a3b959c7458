/** A file that appears whole or not at all: written under a temporary name beside its own, then renamed. */
import { lstatSync, realpathSync, statSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { UsageError } from '../exit.ts';
import { reason } from '../terminal/io.ts';
import { disk } from './disk.ts';
import { attempt, beside, closeOpen, noteOpen, pending } from './pending.ts';

/** What stands behind the name of an output. */
export interface Place {
  /** As it was named, for people. */
  path: string;
  /** The file that a link leads to, or the path itself. */
  target: string;
  /** A pipe or a device, which is written into as it is. */
  special: boolean;
  temporary: string;
}

/** @throws UsageError where it cannot be looked at, or is a link to nothing */
export function placeOf(path: string): Place {
  const info = lookAt(path, statSync);
  if (info === undefined) {
    if (lookAt(path, lstatSync)?.isSymbolicLink() === true) throw new UsageError(`cannot write ${path}: it is a link to nothing`);
    return { path, target: path, special: false, temporary: beside(path, '.partial') };
  }
  if (info.isDirectory()) throw new UsageError(`cannot write ${path}: is a folder`);
  // A device or a pipe (/dev/null, >(gzip)) has to stay what it is; a link stays, and what it points to is replaced.
  const special = !info.isFile();
  const target = special ? path : realpathSync(path);
  return { path, target, special, temporary: beside(target, '.partial') };
}

/** What is there, `undefined` for nothing. */
export function lookAt(path: string, look: typeof statSync): ReturnType<typeof statSync> {
  try {
    return look(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new UsageError(`cannot write ${path}: ${reason(error)}`);
  }
}

export interface WholeFile {
  write: (chunk: Uint8Array) => Promise<void>;
  /** Returns when what was written would survive a loss of power. */
  sync: () => Promise<void>;
  /** Gives the file its name; what it holds is to be safe by then. */
  commit: () => Promise<void>;
}

/**
 * Opens a file for writing.
 *
 * @param keep length of what an earlier run has written under the temporary name, to be gone on with
 * @param keeps whether an interruption leaves what is written, for a later run to go on with
 * @throws UsageError where that is refused; so do all its functions
 */
export async function openWhole({ path, target, special, temporary }: Place, keep = 0, keeps = false): Promise<WholeFile> {
  if (!special && !keeps) pending.add(temporary);
  const handle: FileHandle = await attempt(path, async () => {
    if (special) return noteOpen(await open(path, 'a'));
    if (keep > 0) await disk.truncate(temporary, keep);
    else disk.create(temporary);
    return noteOpen(await disk.append(temporary));
  });
  return {
    write: (chunk) => attempt(path, () => disk.write(handle, chunk)),
    sync: () => attempt(path, async () => { if (!special) await disk.sync(handle); }),
    commit: () => attempt(path, async () => {
      await closeOpen(handle);
      if (special) return;
      await disk.rename(temporary, target);
      pending.delete(temporary);
    }),
  };
}
