/** Zip archives entry by entry, with a bound on size, ratio and number; what is wrong with one entry costs that entry alone. */
import { statSync } from 'node:fs';
import type { Entry, ZipFile } from 'yauzl';
import { damaged, ReadError } from './error.ts';
import { gunzip, tooLarge } from './gzip.ts';
import { LIMITS, mostBytes, type Limits } from './limits.ts';
import { sniff } from './sniff.ts';

/** One file of an archive, or what kept it from being unpacked. `path` is `archive.zip!/folder/name`. */
export type ArchiveEntry = { path: string; bytes: Uint8Array } | { path: string; error: ReadError };

interface Budget {
  bytes: number;
  entries: number;
  /** Paths of entries, and how many had each: two of one name are told apart. */
  names: Map<string, number>;
}

export interface UnzipOptions {
  limits?: Limits;
  /** Whether an entry is to be unpacked, by its path below the outermost archive. */
  isWanted?: (name: string) => boolean;
}

/** Bytes that any archive may unpack to, however small it is. */
const TOTAL_FROM = 256 * 2 ** 20;

/**
 * The files of a zip archive in the order of their names, archives within opened as well. What no reader takes (pictures, spreadsheets) comes
 * too: telling is the caller's.
 *
 * @param source the archive's bytes, or its path in the file system (not read into memory as a whole)
 * @param path how the archive is called in the paths of its entries
 * @throws ReadError where the archive itself cannot be read
 */
export async function* unzip(source: Uint8Array | string, path: string, { limits = LIMITS, isWanted = () => true }: UnzipOptions = {}): AsyncGenerator<ArchiveEntry> {
  const size = typeof source === 'string' ? statSync(source, { throwIfNoEntry: false })?.size ?? 0 : source.length;
  const bytes = Math.min(limits.totalBytes, Math.max(TOTAL_FROM, size * limits.ratio));
  yield* walk(source, path, '', { limits, isWanted }, { bytes, entries: limits.entries, names: new Map() }, 1);
}

/** @param inside path of this archive below the outermost one, `''` for that itself */
async function* walk(source: Uint8Array | string, path: string, inside: string, options: Required<UnzipOptions>, budget: Budget, depth: number): AsyncGenerator<ArchiveEntry> {
  const { limits, isWanted } = options;
  const zip = await openZip(source);
  try {
    const entries = await listEntries(zip, budget, limits);
    for (const { entry, name } of entries) {
      const below = oneOf(inside + name, budget.names);
      if (!isWanted(below)) continue;
      const at = `${path}!/${below}`;
      let bytes: Uint8Array;
      try {
        bytes = await readEntry(zip, entry, Math.min(mostBytes(entry.compressedSize, limits), budget.bytes), limits);
      } catch (error) {
        yield { path: at, error: damaged('zip', error) };
        continue;
      }
      budget.bytes -= bytes.length;
      if (sniff(bytes) !== 'zip') yield { path: at, bytes };
      else if (depth >= limits.depth) yield { path: at, error: new ReadError('read/unsupported', { what: 'an archive too deep within archives' }) };
      else {
        try {
          yield* walk(bytes, path, `${below}!/`, options, budget, depth + 1);
        } catch (error) {
          yield { path: at, error: damaged('zip', error) };
        }
      }
    }
  } finally {
    zip.close();
  }
}

async function openZip(source: Uint8Array | string): Promise<ZipFile> {
  const yauzl = (await import('yauzl')).default;
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true } as const;
  return new Promise((resolve, reject) => {
    const opened = (error: Error | null, zip?: ZipFile): void => {
      if (error !== null || zip === undefined) reject(damaged('zip', error));
      else resolve(zip);
    };
    if (typeof source === 'string') yauzl.open(source, options, opened);
    else yauzl.fromBuffer(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options, opened);
  });
}

function listEntries(zip: ZipFile, budget: Budget, limits: Limits): Promise<{ entry: Entry; name: string }[]> {
  const entries: { entry: Entry; name: string }[] = [];
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      const name = entryName(entry);
      if (name !== null) entries.push({ entry, name });
      if (--budget.entries < 0) reject(new ReadError('read/too-many-entries', { limit: limits.entries }));
      else zip.readEntry();
    });
    zip.on('end', () => {
      if (overlap(entries.map(({ entry }) => entry))) reject(new ReadError('read/damaged', { format: 'zip', detail: 'files overlap in it' }));
      else resolve(entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)));
    });
    zip.on('error', (error: Error) => {
      reject(damaged('zip', error));
    });
    zip.readEntry();
  });
}

/** Whether one stretch of the archive is unpacked for several entries: how a small archive comes to hold terabytes. */
function overlap(entries: readonly Entry[]): boolean {
  const ranges = entries.map((entry) => ({ from: entry.relativeOffsetOfLocalHeader, to: entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize }));
  ranges.sort((a, b) => a.from - b.from);
  return ranges.some(({ from }, index) => index > 0 && from < ranges[index - 1]!.to);
}

/** The name, or where that is given away, one with a number before its extension. */
function oneOf(name: string, given: Map<string, number>): string {
  const dot = name.lastIndexOf('.') > name.lastIndexOf('/') ? name.lastIndexOf('.') : name.length;
  let free = name;
  let uses = given.get(name) ?? 0;
  while (given.has(free)) free = `${name.slice(0, dot)}~${++uses}${name.slice(dot)}`;
  given.set(name, Math.max(uses, 1));
  given.set(free, 1);
  return free;
}

/**
 * The name of a file: UTF-8 where it is marked or can be nothing else, GB18030 as Chinese Windows writes it. `null` for folders and
 * what a Mac adds. Never absolute and never upwards, for it may name an output.
 */
function entryName(entry: Entry): string | null {
  const raw = entry.fileName as unknown as Buffer;
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    name = new TextDecoder('gb18030').decode(raw);
  }
  const parts = name.split(/[/\\]/);
  if (parts.at(-1) === '' || parts[0] === '__MACOSX' || parts.at(-1) === '.DS_Store') return null;
  return parts.filter((part) => part !== '' && part !== '.' && part !== '..').join('/');
}

function readEntry(zip: ZipFile, entry: Entry, most: number, limits: Limits): Promise<Uint8Array> {
  if ((entry.generalPurposeBitFlag & 1) !== 0) return Promise.reject(new ReadError('read/encrypted', { format: 'zip' }));
  if (entry.uncompressedSize > most) return Promise.reject(tooLarge('zip', entry.compressedSize, most, limits));
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) {
        reject(damaged('zip', error));
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > most) stream.destroy(tooLarge('zip', entry.compressedSize, most, limits));
      });
      stream.on('error', (failure: Error) => {
        reject(damaged('zip', failure));
      });
      stream.on('end', () => {
        resolve(Buffer.concat(chunks, size));
      });
    });
  });
}

/** What a gzip or zip file holds as one stream of entries; anything else is its own single entry. */
export async function* unpack(bytes: Uint8Array, path: string, limits: Limits = LIMITS): AsyncGenerator<ArchiveEntry> {
  const kind = sniff(bytes, path);
  if (kind === 'zip') yield* unzip(bytes, path, { limits });
  else if (kind === 'gzip') yield* unpack(gunzip(bytes, limits), path, limits);
  else yield { path, bytes };
}
