/** The terminal as the commands see it; tests put their own in its place. */
import type { Readable, Writable } from 'node:stream';
import type { Language } from '../../messages/language.ts';
import { translate } from '../../messages/said.ts';
import { printable, printableLines } from './escape.ts';
import { ClosedPipe, UsageError } from '../exit.ts';

export interface Io {
  stdin: Readable & { isTTY?: boolean };
  stdout: Writable & { isTTY?: boolean; columns?: number };
  stderr: Writable & { isTTY?: boolean; columns?: number };
  /** What the user is spoken to in; English where nothing says otherwise. */
  language?: Language;
}

export function languageOfUser(io: Io): Language {
  return io.language ?? 'en';
}

/**
 * Writes and waits until the stream can take more, so that a slow reader slows us down instead of filling memory.
 *
 * @throws ClosedPipe where the reader has gone
 * @throws UsageError where the stream takes nothing (a full disk)
 */
export async function write(stream: Writable, chunk: string | Uint8Array): Promise<void> {
  if (chunk.length === 0) return;
  await new Promise<void>((resolve, reject) => {
    stream.write(chunk, (error) => {
      if (!error) resolve();
      else reject((error as NodeJS.ErrnoException).code === 'EPIPE' ? new ClosedPipe() : new UsageError(`cannot write standard output: ${reason(error)}`));
    });
  });
}

/** One line on standard error, whatever stands in it, in the user's language where it is known. */
export function say(io: Io, message: string): void {
  io.stderr.write(printable(translate(message, languageOfUser(io))) + '\n');
}

/** Lines on standard error: a message with the stack of a bug. */
export function sayLines(io: Io, message: string): void {
  io.stderr.write(printableLines(message) + '\n');
}

/** A short sentence for an error of the file system. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT': return 'no such file or folder';
    case 'EACCES': case 'EPERM': return 'permission denied';
    case 'EISDIR': return 'is a folder';
    case 'ENOTDIR': return 'part of the path is not a folder';
    case 'ELOOP': return 'too many links';
    case 'ENAMETOOLONG': return 'the name is too long';
    case 'ENOSPC': return 'no space left on the device';
    case 'ERR_FS_FILE_TOO_LARGE': return 'the file is too large';
    case 'EROFS': return 'the file system takes no changes';
    case 'EXDEV': return 'it is on another file system';
    case 'EIO': return 'the device failed';
    default: return message;
  }
}
