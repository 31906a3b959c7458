/** Zip archives among the inputs: what they hold is worked on like files, under paths such as `a.zip!/folder/b.html`. */
import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { READABLE } from '../output/formats.ts';
import { fsPath } from './raw-names.ts';
import { isLeftBehind } from './walk.ts';
import { notBlank, type Unreadable } from './inputs.ts';
import { reason } from '../terminal/io.ts';

const ARCHIVE = '.zip';
const INSIDE = /^(.*?\.zip)!\//i;

/** An input that may have been read already. */
export interface Found {
  path: string;
  bytes?: Uint8Array;
}

export function isArchive(path: string): boolean {
  return extname(path).toLowerCase() === ARCHIVE;
}

/** The archive that a path leads into, `null` where it leads into none. */
export function archiveOf(path: string): string | null {
  const archive = INSIDE.exec(path)?.[1];
  return archive !== undefined && statSync(fsPath(archive), { throwIfNoEntry: false })?.isFile() === true ? archive : null;
}

/**
 * The inputs in order, archives opened one entry at a time.
 *
 * @param passOver called for a file in an archive that no reader takes
 */
export async function* openArchives(paths: Iterable<string>, passOver: () => void = () => undefined): AsyncGenerator<Found | Unreadable> {
  for (const path of paths) {
    if (isArchive(path)) yield* entries(path, passOver);
    else yield { path };
  }
}

async function* entries(archive: string, passOver: () => void): AsyncGenerator<Found | Unreadable> {
  let held = 0;
  const isWanted = (name: string): boolean => {
    if (isLeftBehind(name)) return false;
    if (READABLE.has(extname(name).toLowerCase())) return true;
    passOver();
    return false;
  };
  try {
    const { unzip } = await import('../../read/zip.ts');
    const source = fsPath(archive);
    for await (const entry of unzip(typeof source === 'string' ? source : readFileSync(source), archive, { isWanted })) {
      held++;
      yield 'error' in entry ? { path: entry.path, error: entry.error.message } : notBlank(entry.path, entry.bytes);
    }
  } catch (error) {
    yield { path: archive, error: error instanceof Error && error.name === 'ReadError' ? error.message : reason(error) };
    return;
  }
  if (held === 0) yield { path: archive, error: 'holds no readable file' };
}

/** The bytes of one entry by its path, without unpacking the others; `null` where the path is none of an archive, or the entry is gone. */
export async function readArchived(path: string): Promise<Uint8Array | null> {
  const archive = archiveOf(path);
  if (archive === null) return null;
  const { unzip } = await import('../../read/zip.ts');
  const inside = path.slice(archive.length + 2);
  const isWanted = (name: string): boolean => name === inside || inside.startsWith(`${name}!/`);
  const source = fsPath(archive);
  for await (const entry of unzip(typeof source === 'string' ? source : readFileSync(source), archive, { isWanted })) {
    if (entry.path === path) return 'error' in entry ? null : entry.bytes;
  }
  return null;
}
