/** Every change that the command makes in the file system, in one place: what a test lets fail, or breaks off, it does here. */
import { closeSync, constants, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { open, rename, truncate, type FileHandle } from 'node:fs/promises';

export const disk = {
  /**
   * Creates an empty file, here and now: an asynchronous `open` that is still under way when a signal handler removes the
   * file would create it again behind the handler's back.
   */
  create(path: string): void {
    closeSync(openSync(path, 'w'));
  },

  /** Creates a file that must not be there yet, with what it holds. */
  createOnce(path: string, text: string): void {
    const file = openSync(path, 'wx');
    try {
      writeSync(file, text);
    } finally {
      closeSync(file);
    }
  },

  /** Opens a file to write at its end; a pipe or a device is opened as it is. */
  append: (path: string): Promise<FileHandle> => open(path, constants.O_WRONLY | constants.O_APPEND),

  write: (file: FileHandle, bytes: Uint8Array): Promise<void> => file.writeFile(bytes),

  /** Returns when what was written would survive a loss of power. */
  sync: (file: FileHandle): Promise<void> => file.sync(),

  close: (file: FileHandle): Promise<void> => file.close(),

  truncate: (path: string, length: number): Promise<void> => truncate(path, length),

  rename: (from: string, to: string): Promise<void> => rename(from, to),

  /** The names in a folder survive too. Windows knows no such thing, some network drives refuse it. */
  syncFolder(path: string): void {
    try {
      const folder = openSync(path, 'r');
      try {
        fsyncSync(folder);
      } finally {
        closeSync(folder);
      }
    } catch (error) {
      if (!['EISDIR', 'EPERM', 'EINVAL', 'EACCES', 'ENOTSUP', 'EBADF'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  },

  makeFolder(path: string): void {
    mkdirSync(path, { recursive: true });
  },

  /** Synchronous, for signal handlers. */
  remove(path: string): void {
    rmSync(path, { force: true });
  },
};
