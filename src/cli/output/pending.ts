/** What is half written, and what tells of it: closed and removed when the command fails or is interrupted. */
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../exit.ts';
import { reason } from '../terminal/io.ts';
import { disk } from './disk.ts';

export const pending = new Set<string>();

/** Files that are open to be written. */
const open = new Set<FileHandle>();

/** Notes that a file is open, until `closeOpen` or `closePending` closes it. */
export function noteOpen(file: FileHandle): FileHandle {
  open.add(file);
  return file;
}

export async function closeOpen(file: FileHandle): Promise<void> {
  open.delete(file);
  await disk.close(file);
}

/** Closes what a command that has failed left open: some systems remove no file that is. */
export async function closePending(): Promise<void> {
  for (const file of open) {
    // What is lost by that is about to be removed, or was noted as written before.
    await closeOpen(file).catch(() => undefined);
  }
}

/** Removes what is half written. Synchronous, for signal handlers. */
export function discardPending(): void {
  for (const path of pending) {
    try {
      disk.remove(path);
    } catch {
      // A disk that refuses even that is what the command is about to report.
    }
  }
  pending.clear();
}

/**
 * Does something to the file system.
 *
 * @throws UsageError where that is refused, naming the place
 */
export async function attempt<T>(path: string, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot write ${path}: ${reason(error)}`);
  }
}

/** Bytes that a name may have on every file system in use. */
export const NAME_BYTES = 255;

/** A hidden file beside another: its name with a suffix, shortened where that would be too long. */
export function beside(path: string, suffix: string): string {
  const name = basename(path);
  return join(dirname(path), `.${fitting(name, NAME_BYTES - suffix.length - 1)}${suffix}`);
}

/** A name of at most so many bytes: the start of a longer one, and a digest of the `whole`, so that two that start alike stay two. */
export function fitting(name: string, most: number, whole = name): string {
  return Buffer.byteLength(name) <= most ? name : marked(name, most, whole);
}

/** A name with a digest at its end that tells it from others, of at most so many bytes. */
export function marked(name: string, most: number, whole: string): string {
  const mark = `~${createHash('sha256').update(whole).digest('hex').slice(0, 12)}`;
  let kept = '';
  let bytes = mark.length;
  for (const char of name) {
    bytes += Buffer.byteLength(char);
    if (bytes > most) break;
    kept += char;
  }
  return kept + mark;
}
