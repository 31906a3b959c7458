/** From the paths of a command line to bytes: files, folders, patterns, standard input, lists of paths. */
import { readFileSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { normalize, resolve, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { archiveOf, readArchived } from './archives.ts';
import { UsageError } from '../exit.ts';
import { READABLE } from '../output/formats.ts';
import { reason, say, type Io } from '../terminal/io.ts';
import { isPattern, matching } from './pattern.ts';
import { fsPath, rememberPath, shownName } from './raw-names.ts';
import { walk } from './walk.ts';
import { readPipe } from './pipe.ts';

/** Stands for standard input among paths. */
export const STDIN = '-';

export interface Unreadable {
  path: string;
  /** Why it could not be read, for people. */
  error: string;
  /** Digest of its bytes where they could be read, `null` where they could not. */
  sha256?: string | null | undefined;
}

export type Input = { path: string; bytes: Uint8Array } | Unreadable;

export interface Selection {
  /** Sorted by code units, without duplicates. */
  paths: string[];
  /** Paths that name nothing to read. */
  errors: Unreadable[];
  /** Folders that were walked. */
  folders: string[];
  /** Files in them that no reader takes. */
  others: number;
}

/**
 * The files that paths and a list of paths name.
 *
 * @param paths files, folders, glob patterns or `-`; none at all is standard input
 * @param filesFrom a file (`-`: standard input) with one path a line or NUL-separated, taken literally
 * @throws UsageError where standard input would be read twice, or the list cannot be read
 */
export async function select(io: Io, paths: readonly string[], filesFrom?: string): Promise<Selection> {
  const selection: Selection = { paths: [], errors: [], folders: [], others: 0 };
  const found = new Map<string, string>();
  const add = (path: string): void => {
    if (path === STDIN) {
      found.set(STDIN, STDIN);
      return;
    }
    const bytes = fsPath(path);
    const shown = normalize(path).replaceAll(sep, '/');
    if (typeof bytes !== 'string') rememberPath(shown, bytes);
    const key = resolve(path);
    const known = found.get(key);
    if (known === undefined || shown < known) found.set(key, shown);
  };
  if (paths.length === 0 && filesFrom === undefined) {
    paths = [STDIN];
  }
  // Somebody who forgot to name a file would look at a cursor.
  if (io.stdin.isTTY === true && (paths.includes(STDIN) || filesFrom === STDIN)) say(io, 'waiting for a report on standard input, which is a terminal: Ctrl-D ends it; name a file, a folder or a pattern to read that');
  if (filesFrom === STDIN && paths.includes(STDIN)) throw new UsageError("standard input cannot be both the list of files and a report");
  for (const path of paths) {
    if (path === STDIN) add(path);
    else await expand(path, true, add, selection);
  }
  if (filesFrom !== undefined) {
    for (const path of await readList(io, filesFrom)) await expand(path, false, add, selection);
  }
  selection.paths = [...found.values()].sort(byCodeUnits);
  return selection;
}

/** The order of plain string comparison, the same on every machine. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Reads one selected path. */
export async function readInput(io: Io, path: string): Promise<Input> {
  if (path !== STDIN) return readPath(path);
  try {
    return notBlank(path, await readAll(io.stdin));
  } catch (error) {
    return { path, error: reason(error) };
  }
}

/** Reads a file; a named pipe too, where somebody writes into it. */
export async function readPath(path: string): Promise<Input> {
  try {
    // Small files: waiting for a thread of the pool takes longer than reading them.
    const info = statSync(fsPath(path));
    if (info.isDirectory()) return { path, error: 'is a folder' };
    if (info.isFIFO()) return notBlank(path, await readPipe(path));
    if (info.isCharacterDevice() || info.isBlockDevice()) return { path, error: 'is a device' };
    if (info.isSocket()) return { path, error: 'is a socket' };
    return notBlank(path, readFileSync(fsPath(path)));
  } catch (error) {
    const archived = await readArchived(path).catch(() => null);
    return archived === null ? { path, error: reason(error) } : notBlank(path, archived);
  }
}

/** Blank files and blank files of an archive are none. */
export function notBlank(path: string, bytes: Uint8Array): Input {
  return isBlank(bytes) ? { path, error: 'the file is empty' } : { path, bytes };
}

/** Nothing but a byte order mark and ASCII white space. */
function isBlank(bytes: Uint8Array): boolean {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let i = start; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte !== 0x20 && (byte < 9 || byte > 13)) return false;
  }
  return true;
}

/** The paths of a list; what is no UTF-8 in it is a name too. */
async function readList(io: Io, list: string): Promise<string[]> {
  let bytes: Buffer;
  try {
    bytes = Buffer.from(list === STDIN ? await readAll(io.stdin) : await readFile(fsPath(list)));
  } catch (error) {
    throw new UsageError(`--files-from ${list}: ${reason(error)}`);
  }
  const text = bytes.toString('latin1').replace(/^\xef\xbb\xbf/, '');
  return text.split(text.includes('\0') ? '\0' : /\r?\n/).filter((path) => path !== '').map((path) => {
    const name = Buffer.from(path, 'latin1');
    return rememberPath(shownName(name), name);
  });
}

async function expand(path: string, patterns: boolean, add: (path: string) => void, selection: Selection): Promise<void> {
  let info;
  try {
    info = await stat(fsPath(path));
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (gone && archiveOf(path) !== null) add(path);
    else if (gone && patterns && isPattern(path)) await glob(path, add, selection);
    else selection.errors.push({ path, error: reason(error) });
    return;
  }
  if (!info.isDirectory()) {
    add(path);
    return;
  }
  const { paths, errors, others } = await walk(path);
  selection.folders.push(path);
  selection.errors.push(...errors);
  selection.others += others;
  if (paths.length === 0 && errors.length === 0) selection.errors.push({ path, error: `no readable file in this folder (${[...READABLE].join(', ')})` });
  paths.forEach(add);
}

async function glob(pattern: string, add: (path: string) => void, selection: Selection): Promise<void> {
  const found = await matching(pattern);
  if (found.length === 0) selection.errors.push({ path: pattern, error: 'matches no file' });
  found.forEach(add);
}

async function readAll(stream: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : (chunk as Uint8Array));
  return Buffer.concat(chunks);
}
