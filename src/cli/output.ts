/** Where reports go: standard output, a file, or a folder with one JSON a report. Files appear whole or not at all. */
import { mkdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { open, rename, stat, truncate, type FileHandle } from 'node:fs/promises';
import { basename, dirname, extname, join, posix, resolve } from 'node:path';
import { openPending } from './create.ts';
import { UsageError } from './exit.ts';
import { OUTPUT_FORMATS, type FormatOptions, type OutputFormat } from './formats.ts';
import { STDIN } from './inputs.ts';
import { reason, write, type Io } from './io.ts';
import { digest, Journal, unchanged, type Entry, type Settled } from './resume.ts';
import type { Rendered } from './work.ts';

export interface Output {
  /** What is to be made of a report, for whoever prepares the pieces. */
  format: string;
  formatOptions: FormatOptions;
  /** Inputs that an earlier run has settled; they are not to be added again. */
  settled: readonly Settled[];
  /** Takes the outcome of the next input. One without a piece is only noted. */
  add: (outcome: Rendered) => Promise<void>;
  /** Completes the output. Without it nothing is left of a file. */
  close: () => Promise<void>;
}

export interface OutputOptions extends FormatOptions {
  /** `-o`: a file, or a folder (exists as one, or ends in a slash). */
  output?: string | undefined;
  format?: string | undefined;
  /** All paths that will be read, in their order. */
  paths: readonly string[];
  /** Go on with what an earlier run has left. */
  resume?: boolean | undefined;
  /** Whatever else the output depends on: version, encoding, era. */
  asked?: unknown;
}

/** @throws UsageError on a format nobody knows or a place that cannot be written */
export async function openOutput(io: Io, options: OutputOptions): Promise<Output> {
  const { output, pretty, omit, wide, excel, csvEncoding } = options;
  const shape = { omit, wide, excel, csvEncoding };
  if (output === undefined || output === '-') {
    if (options.resume) throw new UsageError('--resume goes on with a file or a folder: name it with -o');
    const format = chooseFormat(options.format ?? 'ndjson');
    if (format.binary && io.stdout.isTTY) throw new UsageError(`${format.name} is nothing for a terminal: name a file with -o, or send standard output elsewhere`);
    const formatOptions = { ...shape, pretty: pretty ?? io.stdout.isTTY === true };
    const writer = await format.open(formatOptions);
    return {
      format: format.name, formatOptions, settled: [],
      add: async (outcome) => { if ('piece' in outcome) await write(io.stdout, writer.write(outcome.piece)); },
      close: async () => { await write(io.stdout, writer.end()); },
    };
  }
  if (/[\\/]$/.test(output) || isFolder(output)) {
    if (options.format !== undefined && options.format !== 'json') throw new UsageError(`-o ${output} is a folder: it takes one JSON a report, not ${options.format}`);
    return folderOutput(output, { ...shape, pretty: pretty ?? true }, options);
  }
  const format = options.format === undefined ? formatOf(output) : chooseFormat(options.format);
  if (options.resume && format.binary) throw new UsageError(`--resume cannot go on with ${format.name}: resume into a folder, ndjson or csv`);
  return fileOutput(output, format, { ...shape, pretty }, options);
}

function chooseFormat(name: string): OutputFormat {
  const format = OUTPUT_FORMATS.find((one) => one.name === name);
  if (format === undefined) throw new UsageError(`unknown format '${name}': one of ${OUTPUT_FORMATS.map((one) => one.name).join(', ')}`);
  return format;
}

function formatOf(file: string): OutputFormat {
  const extension = extname(file).toLowerCase();
  const format = OUTPUT_FORMATS.find((one) => one.extensions.includes(extension));
  if (format === undefined) {
    const known = OUTPUT_FORMATS.flatMap((one) => one.extensions).join(', ');
    throw new UsageError(`-o ${file}: no format has the extension '${extension}' (${known}); name one with --format, or end a folder with /`);
  }
  return format;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Beside the file or in the folder, while a run lasts. */
const JOURNAL = '.gov-report.journal';

function askedFor(format: string, formatOptions: FormatOptions, { asked }: OutputOptions): string {
  return JSON.stringify({ format, formatOptions, asked });
}

async function folderOutput(folder: string, formatOptions: FormatOptions, options: OutputOptions): Promise<Output> {
  const format = 'ndjson';
  const writer = await chooseFormat(format).open(formatOptions);
  const names = outputNames(options.paths);
  makeFolder(folder);
  const journalPath = join(folder, JOURNAL);
  const asked = askedFor(format, formatOptions, options);
  const kept: Entry[] = [];
  for (const entry of options.resume ? Journal.read(journalPath, asked) : []) {
    const name = nameOf(names, entry.settled.path);
    // Where a file of its own is lacking, another attempt costs nothing.
    if (name === undefined || !('gist' in entry.settled) || !(await unchanged(entry))) continue;
    if ((await stat(join(folder, name)).catch(() => null))?.size === entry.length) kept.push(entry);
  }
  if (!options.resume) pending.add(journalPath);
  const journal = await attempt(journalPath, () => Journal.begin(journalPath, asked, kept));
  return {
    format, formatOptions, settled: kept.map((entry) => entry.settled),
    add: async (outcome) => {
      let length = 0;
      if ('piece' in outcome) {
        const target = join(folder, nameOf(names, outcome.path)!);
        makeFolder(dirname(target));
        const file = await openWhole(target);
        length = await file.write(writer.write(outcome.piece));
        await file.commit();
      }
      if (journal.add(await entryOf(outcome, length))) await attempt(journalPath, () => journal.flush());
    },
    close: async () => {
      await attempt(journalPath, () => journal.remove());
      pending.delete(journalPath);
    },
  };
}

/** Output that is gathered before it is written to a file. */
const GATHER = 1 << 16;

async function fileOutput(path: string, format: OutputFormat, formatOptions: FormatOptions, options: OutputOptions): Promise<Output> {
  const writer = await format.open(formatOptions);
  const asked = askedFor(format.name, formatOptions, options);
  const journalPath = join(dirname(path), `.${basename(path)}.journal`);
  const kept = options.resume ? await keptOf(path, Journal.read(journalPath, asked), options.paths) : [];
  const file = await openWhole(path, kept.at(-1)?.length);
  // The opening (a CSV heading, the bracket of an array) stands in the file already.
  if (kept.some((entry) => 'gist' in entry.settled)) writer.write('');
  const resumable = format.binary !== true && !file.special;
  if (resumable && !options.resume) pending.add(journalPath);
  const journal = resumable ? await attempt(journalPath, () => Journal.begin(journalPath, asked, kept)) : null;
  if (options.resume) file.keep();
  let length = kept.at(-1)?.length ?? 0;
  let chunks: (string | Uint8Array)[] = [];
  let gathered = 0;
  const flush = async (): Promise<void> => {
    const taken = chunks;
    chunks = [];
    gathered = 0;
    if (taken.length > 0) await file.write(taken.length === 1 ? taken[0]! : Buffer.concat(taken.map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk))));
    if (journal !== null) await attempt(journalPath, () => journal.flush());
  };
  return {
    format: format.name, formatOptions, settled: kept.map((entry) => entry.settled),
    add: async (outcome) => {
      if ('piece' in outcome) {
        const chunk = writer.write(outcome.piece);
        chunks.push(chunk);
        gathered += chunk.length;
        length += Buffer.byteLength(chunk);
      }
      journal?.add(await entryOf(outcome, length));
      if (gathered >= GATHER || file.special) await flush();
    },
    close: async () => {
      chunks.push(writer.end());
      await flush();
      await file.commit();
      if (journal !== null) await attempt(journalPath, () => journal.remove());
      pending.delete(journalPath);
    },
  };
}

/** The entries that go on to hold for a file: as long as the inputs are the same, in the same order, and what they gave is there. */
async function keptOf(path: string, entries: readonly Entry[], paths: readonly string[]): Promise<Entry[]> {
  const written = (await stat(partialOf(path)).catch(() => null))?.size ?? 0;
  const kept: Entry[] = [];
  for (const [index, entry] of entries.entries()) {
    if (entry.settled.path !== paths[index] || entry.length > written || !(await unchanged(entry))) break;
    kept.push(entry);
  }
  return kept;
}

async function entryOf(outcome: Rendered, length: number): Promise<Entry> {
  if (!('piece' in outcome)) return { settled: outcome, sha256: await digest(outcome.path), length };
  const { path, gist } = outcome;
  return { settled: { path, gist }, sha256: gist.sha256, length };
}

export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UsageError(`cannot make the folder ${folder}: ${reason(error)}`);
  }
}

/**
 * A name below the output folder for every input: its path below the folder that all share, the extension replaced. Two
 * inputs of one name (a.txt, a.md) both keep their extension before it.
 */
export function outputNames(paths: readonly string[]): Map<string, string> {
  const absolute = paths.map((path) => (path === STDIN ? '' : resolve(path).replaceAll('\\', '/')));
  const root = commonFolder(absolute.filter((path) => path !== ''));
  const below = absolute.map((path) => (path === '' ? 'stdin' : path.slice(root.length)));
  const short = below.map((path) => path.slice(0, path.length - posix.extname(path).length));
  const uses = new Map<string, number>();
  for (const name of short) uses.set(name, (uses.get(name) ?? 0) + 1);
  return new Map(paths.map((path, index) => [path, `${uses.get(short[index]!) === 1 ? short[index]! : below[index]!}.json`]));
}

/** What an archive holds stands in a folder named like the archive, each file with its whole name: a.zip/folder/b.html.json. */
export function nameOf(names: ReadonlyMap<string, string>, path: string): string | undefined {
  const own = names.get(path);
  if (own !== undefined) return own;
  const inside = path.indexOf('!/');
  const archive = names.get(path.slice(0, inside));
  return inside < 0 || archive === undefined ? undefined : `${archive.replace(/(?:\.zip)?\.json$/i, '')}.zip/${path.slice(inside + 2).replaceAll('!/', '/')}.json`;
}

/** With its trailing slash. */
function commonFolder(paths: readonly string[]): string {
  const folder = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
  let common = folder(paths[0] ?? '/');
  for (const path of paths) while (!path.startsWith(common)) common = folder(common.slice(0, -1));
  return common;
}

interface WholeFile {
  /** A pipe or a device, which is written into as it is. */
  special: boolean;
  /** Returns the bytes written. */
  write: (chunk: string | Uint8Array) => Promise<number>;
  /** From now on an interruption leaves what is written, for a later run to go on with. */
  keep: () => void;
  commit: () => Promise<void>;
}

/** What is half written, and what tells of it; removed when the process is interrupted. */
const pending = new Set<string>();

/** Removes what is half written. Synchronous, for signal handlers. */
export function discardPending(): void {
  for (const path of pending) rmSync(path, { force: true });
  pending.clear();
}

async function attempt<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new UsageError(`cannot write ${path}: ${reason(error)}`);
  }
}

/** The file behind a name that may be a link, and the name under which it is written. */
function partialOf(path: string): string {
  const target = statSync(path, { throwIfNoEntry: false }) === undefined ? path : realpathSync(path);
  return join(dirname(target), `.${basename(target)}.partial`);
}

/**
 * Opens a file under a temporary name beside its own; `commit` gives it its name.
 *
 * @param from length of what an earlier run has written under the temporary name, which is kept
 */
export async function openWhole(path: string, from = 0): Promise<WholeFile> {
  // A device or a pipe (/dev/null, >(gzip)) has to stay what it is; a link stays, and what it points to is replaced.
  const existing = statSync(path, { throwIfNoEntry: false });
  const special = existing !== undefined && !existing.isFile();
  const target = existing === undefined || special ? path : realpathSync(path);
  const temporary = partialOf(path);
  if (!special) {
    pending.add(temporary);
    if (from > 0) await attempt(path, () => truncate(temporary, from));
  }
  const handle: FileHandle = await attempt(path, () => (special ? open(path, from > 0 ? 'a' : 'w') : openPending(temporary, from > 0)));
  return {
    special,
    keep: () => { pending.delete(temporary); },
    write: async (chunk) => {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      await attempt(path, () => handle.writeFile(bytes));
      return bytes.length;
    },
    commit: () => attempt(path, async () => {
      await handle.close();
      if (special) return;
      await rename(temporary, target);
      pending.delete(temporary);
    }),
  };
}
