/** Zip archives among the inputs: what they hold is worked on like files, under paths such as `a.zip!/folder/b.html`. */
import { extname } from 'node:path';
import { READABLE } from './formats.ts';
import type { Unreadable } from './inputs.ts';
import { reason } from './io.ts';

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

/** The inputs in order, archives opened one entry at a time; entries no reader takes are passed over. */
export async function* openArchives(paths: Iterable<string>): AsyncGenerator<Found | Unreadable> {
  for (const path of paths) {
    if (isArchive(path)) yield* entries(path);
    else yield { path };
  }
}

async function* entries(archive: string): AsyncGenerator<Found | Unreadable> {
  let held = 0;
  try {
    const { unzip } = await import('../read/zip.ts');
    for await (const entry of unzip(archive, archive)) {
      if (!READABLE.has(extname(entry.path).toLowerCase())) continue;
      held++;
      yield 'error' in entry ? { path: entry.path, error: entry.error.message } : entry;
    }
  } catch (error) {
    yield { path: archive, error: error instanceof Error && error.name === 'ReadError' ? error.message : reason(error) };
    return;
  }
  if (held === 0) yield { path: archive, error: 'holds no readable file' };
}

/** The bytes of one entry by its path; `null` where the path is none of an archive, or the entry is gone. */
export async function readArchived(path: string): Promise<Uint8Array | null> {
  const archive = INSIDE.exec(path)?.[1];
  if (archive === undefined) return null;
  const { unzip } = await import('../read/zip.ts');
  for await (const entry of unzip(archive, archive)) {
    if (entry.path === path) return 'error' in entry ? null : entry.bytes;
  }
  return null;
}
