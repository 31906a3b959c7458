/** Opens files that an interruption may have to remove. */
import { closeSync, constants, openSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

/**
 * Opens a file to write it from its start, or to go on at its end. It is created here and now: an asynchronous `open` that
 * is still under way when a signal handler removes the file would create it again behind the handler's back.
 */
export async function openPending(path: string, goOn = false): Promise<FileHandle> {
  if (!goOn) closeSync(openSync(path, 'w'));
  return open(path, constants.O_WRONLY | constants.O_APPEND);
}
