/** Which file of an output folder an input's report goes into: one to one, whatever the inputs are called. */
import { isAbsolute, posix, relative, resolve, sep } from 'node:path';
import { STDIN } from '../input/inputs.ts';
import { isArchive } from '../input/archives.ts';
import { fitting, marked, NAME_BYTES } from './pending.ts';

const EXTENSION = '.json';
/** Room for the name under which a file is written before it has its own. */
const MOST = NAME_BYTES - EXTENSION.length - '..partial'.length;

/**
 * Names below an output folder. A file has its path below the folder that all inputs share, its extension replaced; where
 * that leaves two of one name (a.txt, a.md; but also a.txt.md beside them), all of them keep their extension. What an archive holds
 * stands in a folder named like the archive, each file with its whole name: a.zip/folder/b.html.json.
 */
export class OutputNames {
  readonly #names = new Map<string, string>();
  readonly #archives = new Map<string, string>();
  /** Files that are given away, and for whom; folders that hold some. */
  readonly #taken = new Map<string, string>();
  readonly #folders = new Set<string>();
  readonly #fold: (name: string) => string;

  /**
   * @param paths all inputs
   * @param foldsCase whether the output folder takes `A` and `a` for one name
   */
  constructor(paths: readonly string[], foldsCase = false) {
    this.#fold = foldsCase ? (name) => name.normalize('NFC').toLowerCase() : (name) => name;
    const absolute = paths.map((path) => (path === STDIN ? '' : resolve(path).replaceAll(sep, '/')));
    const root = commonFolder(absolute.filter((path) => path !== ''));
    const below = absolute.map((path, index) => legal(path === '' ? 'stdin' : path.slice(root.length), paths[index]!));
    const short = below.map((path) => path.slice(0, path.length - posix.extname(path).length));
    const isShort = unambiguous(short.map(this.#fold), below.map(this.#fold));
    for (const [index, path] of paths.entries()) {
      this.#names.set(path, this.#take((isShort[index] ? short[index]! : below[index]!) + EXTENSION, path));
    }
    for (const [index, path] of paths.entries()) {
      if (isArchive(path)) this.#archives.set(path, below[index]!);
    }
  }

  /** The name for an input, `null` for one that was never named. */
  of(path: string): string | null {
    const known = this.#names.get(path);
    if (known !== undefined) return known;
    for (let inside = path.indexOf('!/'); inside >= 0; inside = path.indexOf('!/', inside + 1)) {
      const archive = this.#archives.get(path.slice(0, inside));
      if (archive === undefined) continue;
      const name = this.#take(`${archive}/${legal(path.slice(inside + 2), path)}${EXTENSION}`, path);
      this.#names.set(path, name);
      return name;
    }
    return null;
  }

  /** The name, or where it is another's, one that a digest of the path tells from it. */
  #take(name: string, path: string): string {
    let free = name;
    for (let round = 0; !this.#isFree(free, path); round++) {
      const folder = foldersOf(name).some((one) => this.#taken.has(this.#fold(one))) ? '' : name.slice(0, name.lastIndexOf('/') + 1);
      const last = name.slice(name.lastIndexOf('/') + 1, -EXTENSION.length);
      free = folder + marked(last, MOST, `${path} ${round}`) + EXTENSION;
    }
    this.#taken.set(this.#fold(free), path);
    for (const folder of foldersOf(free)) this.#folders.add(this.#fold(folder));
    return free;
  }

  #isFree(name: string, path: string): boolean {
    const folded = this.#fold(name);
    return (this.#taken.get(folded) ?? path) === path && !this.#folders.has(folded) && !foldersOf(name).some((folder) => this.#taken.has(this.#fold(folder)));
  }
}

function foldersOf(name: string): string[] {
  return Array.from(name.matchAll(/\//g), ({ index }) => name.slice(0, index));
}

/** Whether a target lies below a folder, and is not the folder itself. */
export function isBelow(folder: string, target: string): boolean {
  const way = relative(resolve(folder), resolve(target));
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Whether each may have its short name: nobody else has that, long or short. */
function unambiguous(short: readonly string[], long: readonly string[]): boolean[] {
  const isShort = short.map(() => true);
  for (let changed = true; changed;) {
    changed = false;
    const uses = new Map<string, number>();
    for (const [index, one] of isShort.entries()) {
      const name = one ? short[index]! : long[index]!;
      uses.set(name, (uses.get(name) ?? 0) + 1);
    }
    for (const [index, one] of isShort.entries()) {
      if (!one || uses.get(short[index]!) === 1) continue;
      isShort[index] = false;
      changed = true;
    }
  }
  return isShort;
}

/** Parts of a path that a file system takes: no NUL, none too long. `..` stays, to be refused by whoever writes. */
function legal(path: string, whole: string): string {
  return path.split('/').map((part) => fitting(part.replaceAll('\0', '_'), MOST, `${whole}/${part}`)).join('/');
}

/** With its trailing slash. */
function commonFolder(paths: readonly string[]): string {
  const folder = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
  let common = folder(paths[0] ?? '/');
  for (const path of paths) while (!path.startsWith(common)) common = folder(common.slice(0, -1));
  return common;
}
