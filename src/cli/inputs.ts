/** From the paths of a command line to bytes: files, folders, patterns, standard input, lists of paths. */
import { readFileSync, statSync } from 'node:fs';
import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { extname, normalize, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { readArchived } from './archives.ts';
import { UsageError } from './exit.ts';
import { READABLE } from './formats.ts';
import { reason, type Io } from './io.ts';
import { readPipe } from './pipe.ts';

/** Stands for standard input among paths. */
export const STDIN = '-';

export interface Unreadable {
  path: string;
  /** Why it could not be read, for people. */
  error: string;
}

export type Input = { path: string; bytes: Uint8Array } | Unreadable;

export interface Selection {
  /** Sorted by code units, without duplicates. */
  paths: string[];
  /** Paths that name nothing to read. */
  errors: Unreadable[];
}

/**
 * The files that paths and a list of paths name.
 *
 * @param paths files, folders, glob patterns or `-`; none at all is standard input
 * @param filesFrom a file (`-`: standard input) with one path a line or NUL-separated, taken literally
 * @throws UsageError where standard input would be read from a terminal unasked, or twice
 */
export async function select(io: Io, paths: readonly string[], filesFrom?: string): Promise<Selection> {
  const errors: Unreadable[] = [];
  const found = new Map<string, string>();
  const add = (path: string): void => {
    if (path === STDIN) {
      found.set(STDIN, STDIN);
      return;
    }
    const shown = normalize(path).replaceAll('\\', '/');
    const key = resolve(path);
    const known = found.get(key);
    if (known === undefined || shown < known) found.set(key, shown);
  };
  if (paths.length === 0 && filesFrom === undefined) {
    if (io.stdin.isTTY) {
      throw new UsageError("no PATH given and standard input is a terminal: name a file, a folder or a pattern, or '-' to type a report");
    }
    paths = [STDIN];
  }
  if (filesFrom === STDIN && paths.includes(STDIN)) throw new UsageError("standard input cannot be both the list of files and a report");
  for (const path of paths) {
    if (path === STDIN) add(path);
    else await expand(path, true, add, errors);
  }
  if (filesFrom !== undefined) {
    for (const path of await readList(io, filesFrom, errors)) await expand(path, false, add, errors);
  }
  return { paths: [...found.values()].sort(byCodeUnits), errors };
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
    const info = statSync(path);
    if (info.isFIFO()) return notBlank(path, await readPipe(path));
    if (info.isCharacterDevice() || info.isBlockDevice()) return { path, error: 'is a device' };
    if (info.isSocket()) return { path, error: 'is a socket' };
    return notBlank(path, readFileSync(path));
  } catch (error) {
    const archived = await readArchived(path).catch(() => null);
    return archived === null ? { path, error: reason(error) } : notBlank(path, archived);
  }
}

function notBlank(path: string, bytes: Uint8Array): Input {
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

async function readList(io: Io, list: string, errors: Unreadable[]): Promise<string[]> {
  let text: string;
  try {
    text = new TextDecoder().decode(list === STDIN ? await readAll(io.stdin) : await readFile(list));
  } catch (error) {
    errors.push({ path: list, error: reason(error) });
    return [];
  }
  return text.split(text.includes('\0') ? '\0' : /\r?\n/).filter((path) => path !== '');
}

async function expand(path: string, patterns: boolean, add: (path: string) => void, errors: Unreadable[]): Promise<void> {
  let info;
  try {
    info = await stat(path);
  } catch (error) {
    if (patterns && (error as NodeJS.ErrnoException).code === 'ENOENT' && /[*?[\]{}()!]/.test(path)) return glob(path, add, errors);
    errors.push({ path, error: reason(error) });
    return;
  }
  if (!info.isDirectory()) {
    add(path);
    return;
  }
  const found = await walk(path, new Set(), errors);
  if (found.length === 0) errors.push({ path, error: `no readable file in this folder (${[...READABLE].join(', ')})` });
  found.forEach(add);
}

async function glob(pattern: string, add: (path: string) => void, errors: Unreadable[]): Promise<void> {
  const { default: fastGlob } = await import('fast-glob');
  const found = await fastGlob(pattern, { onlyFiles: true, suppressErrors: true });
  if (found.length === 0) errors.push({ path: pattern, error: 'matches no file' });
  found.forEach(add);
}

/** Every readable file below a folder; links are followed, a folder is entered once, names that start with a dot are passed over. */
async function walk(folder: string, entered: Set<string>, errors: Unreadable[]): Promise<string[]> {
  let names: string[];
  try {
    const real = await realpath(folder);
    if (entered.has(real)) return [];
    entered.add(real);
    names = await readdir(folder);
  } catch (error) {
    errors.push({ path: folder, error: reason(error) });
    return [];
  }
  const found: string[] = [];
  for (const name of names.sort(byCodeUnits)) {
    if (name.startsWith('.') || name === 'node_modules') continue;
    const path = `${folder.replace(/[\\/]+$/, '')}/${name}`;
    const info = await stat(path).catch(() => null);
    if (info?.isDirectory()) found.push(...(await walk(path, entered, errors)));
    // A dangling link is named later, a pipe or a device would be waited for for ever.
    else if ((info === null || info.isFile()) && READABLE.has(extname(name).toLowerCase())) found.push(path);
  }
  return found;
}

async function readAll(stream: Readable): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : (chunk as Uint8Array));
  return Buffer.concat(chunks);
}
