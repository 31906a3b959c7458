/** Where reports go: standard output, a file, or a folder with one JSON a report. Files appear whole or not at all. */
import { mkdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { open, rename, type FileHandle } from 'node:fs/promises';
import { basename, dirname, extname, join, posix, resolve } from 'node:path';
import type { JsonOptions } from '../emit/json.ts';
import type { Report } from '../schema/report.ts';
import { UsageError } from './exit.ts';
import { OUTPUT_FORMATS, type OutputFormat, type Writer } from './formats.ts';
import { STDIN } from './inputs.ts';
import { reason, write, type Io } from './io.ts';

export interface Output {
  add: (path: string, report: Report) => Promise<void>;
  /** Completes the output. Without it nothing is left of a file. */
  close: () => Promise<void>;
}

export interface OutputOptions extends JsonOptions {
  /** `-o`: a file, or a folder (exists as one, or ends in a slash). */
  output?: string | undefined;
  format?: string | undefined;
  /** All paths that will be read, for the names in a folder. */
  paths: readonly string[];
}

/** @throws UsageError on a format nobody knows or a place that cannot be written */
export async function openOutput(io: Io, options: OutputOptions): Promise<Output> {
  const { output } = options;
  if (output === undefined || output === '-') {
    const pretty = options.pretty ?? io.stdout.isTTY === true;
    const writer = await chooseFormat(options.format ?? 'ndjson').open({ ...options, pretty });
    return {
      add: async (_, report) => { await write(io.stdout, writer.write(writer.prepare(report))); },
      close: async () => { await write(io.stdout, writer.end()); },
    };
  }
  if (/[\\/]$/.test(output) || isFolder(output)) {
    if (options.format !== undefined && options.format !== 'json') throw new UsageError(`-o ${output} is a folder: it takes one JSON a report, not ${options.format}`);
    const json = await chooseFormat('ndjson').open({ ...options, pretty: options.pretty ?? true });
    return folderOutput(output, json, options.paths);
  }
  const format = options.format === undefined ? formatOf(output) : chooseFormat(options.format);
  const writer = await format.open(options);
  const file = await openWhole(output);
  return {
    add: async (_, report) => { await file.write(writer.write(writer.prepare(report))); },
    close: async () => {
      await file.write(writer.end());
      await file.commit();
    },
  };
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

function folderOutput(folder: string, json: Writer, paths: readonly string[]): Output {
  const names = outputNames(paths);
  makeFolder(folder);
  return {
    add: async (path, report) => {
      const target = join(folder, names.get(path)!);
      makeFolder(dirname(target));
      const file = await openWhole(target);
      await file.write(json.write(json.prepare(report)));
      await file.commit();
    },
    close: async () => { /* every file is complete already */ },
  };
}

function makeFolder(folder: string): void {
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

/** With its trailing slash. */
function commonFolder(paths: readonly string[]): string {
  const folder = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
  let common = folder(paths[0] ?? '/');
  for (const path of paths) while (!path.startsWith(common)) common = folder(common.slice(0, -1));
  return common;
}

interface WholeFile {
  write: (chunk: string | Uint8Array) => Promise<void>;
  commit: () => Promise<void>;
}

/** Temporary files that are not yet under their name; removed when the process is interrupted. */
const pending = new Set<string>();

/** Removes what is half written. Synchronous, for signal handlers. */
export function discardPending(): void {
  for (const path of pending) rmSync(path, { force: true });
  pending.clear();
}

/** Opens a file under a temporary name beside its own; `commit` gives it its name. */
async function openWhole(path: string): Promise<WholeFile> {
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw new UsageError(`cannot write ${path}: ${reason(error)}`);
    }
  };
  // A device or a pipe (/dev/null, >(gzip)) has to stay what it is; a link stays, and what it points to is replaced.
  const existing = statSync(path, { throwIfNoEntry: false });
  if (existing !== undefined && !existing.isFile()) {
    const stream = await attempt(() => open(path, 'w'));
    return {
      write: (chunk) => attempt(async () => { await stream.writeFile(chunk); }),
      commit: () => attempt(() => stream.close()),
    };
  }
  const target = existing === undefined ? path : realpathSync(path);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  pending.add(temporary);
  const handle: FileHandle = await attempt(() => open(temporary, 'w'));
  return {
    write: (chunk) => attempt(async () => { await handle.writeFile(chunk); }),
    commit: () => attempt(async () => {
      await handle.close();
      await rename(temporary, target);
      pending.delete(temporary);
    }),
  };
}
