/** The terminal as the commands see it; tests put their own in its place. */
import type { Readable, Writable } from 'node:stream';
import { ClosedPipe, UsageError } from './exit.ts';

export interface Io {
  stdin: Readable & { isTTY?: boolean };
  stdout: Writable & { isTTY?: boolean; columns?: number };
  stderr: Writable & { isTTY?: boolean; columns?: number };
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

/** One line on standard error. */
export function say(io: Io, message: string): void {
  io.stderr.write(message + '\n');
}

/** A path or field on one line: control characters and line breaks as escapes. */
export function printable(text: string): string {
  return text.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
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
    default: return message;
  }
}
