/** Where reports go: standard output, a file, or a folder with one JSON a report. Files appear whole or not at all. */
import { extname } from 'node:path';
import { statSync } from 'node:fs';
import { UsageError } from '../exit.ts';
import { OUTPUT_FORMATS, type FormatOptions, type OutputFormat } from './formats.ts';
import type { Unreadable } from '../input/inputs.ts';
import { write, type Io } from '../terminal/io.ts';
import type { Rendered, Task } from '../work/work.ts';
import { fileOutput } from './file.ts';
import { folderOutput } from './folder.ts';
import type { Settled } from './journal.ts';
import { lookAt } from './whole-file.ts';

/** The inputs in their order. */
export type Source = AsyncIterable<Task | Unreadable>;

export interface Output {
  /** What is to be made of a report, for whoever prepares the pieces. */
  format: string;
  formatOptions: FormatOptions;
  /**
   * Opens the output. What an earlier run has settled is told to `settle`.
   *
   * @returns the inputs that are left
   */
  begin: (source: Source, settle: (settled: Settled) => void) => Promise<Source>;
  /** Takes the outcome of the next input. One without a piece is only noted; says where a piece cannot be taken. */
  add: (outcome: Rendered) => Promise<Unreadable | null>;
  /** Completes the output. Without it nothing is left of a file. */
  close: () => Promise<void>;
}

export interface OutputOptions extends FormatOptions {
  /** `-o`: a file, or a folder (exists as one, or ends in a slash). */
  output?: string | undefined;
  format?: string | undefined;
  /** All paths that will be read, in their order, and the folders that some of them were found in. */
  paths: readonly string[];
  folders: readonly string[];
  /** Go on with what an earlier run has left. */
  resume?: boolean | undefined;
  /** Whatever else the output depends on: version, encoding, era. */
  asked?: unknown;
  /** Says something to the user. */
  tell: (message: string) => void;
}

/** @throws UsageError on a format nobody knows, options that it has not, or a place that cannot be written */
export async function openOutput(io: Io, options: OutputOptions): Promise<Output> {
  const { output, pretty, omit, wide, excel, csvEncoding, table } = options;
  const shape = { omit, wide, excel, csvEncoding, table };
  if (table !== undefined && wide === true) throw new UsageError('--wide is a table of its own: no --table');
  if (table !== undefined && omit !== undefined) throw new UsageError('--omit leaves members of reports out; a table has columns');
  if (output === undefined || output === '-') {
    if (options.resume) throw new UsageError('--resume goes on with a file or a folder: name it with -o');
    const format = chooseFormat(options.format ?? 'ndjson');
    refuseUseless(format.name, options);
    if (format.binary && io.stdout.isTTY) throw new UsageError(`${format.name} is nothing for a terminal: name a file with -o, or send standard output elsewhere`);
    return streamOutput(io, format, { ...shape, pretty: pretty ?? io.stdout.isTTY === true });
  }
  const asked = (format: string, formatOptions: FormatOptions): string => JSON.stringify({ format, formatOptions, asked: options.asked });
  if (/[\\/]$/.test(output) || isFolder(output)) {
    if (options.format !== undefined && options.format !== 'json') throw new UsageError(`-o ${output} is a folder: it takes one JSON a report, not ${options.format}`);
    if (table !== undefined) throw new UsageError(`-o ${output} is a folder: it takes one JSON a report; a table is one file`);
    refuseUseless('json', options);
    const formatOptions = { ...shape, pretty: pretty ?? true };
    const format = chooseFormat('ndjson');
    return folderOutput(output, await format.open(formatOptions), format.name, formatOptions, asked(format.name, formatOptions), options);
  }
  const format = options.format === undefined ? formatOf(output) : chooseFormat(options.format);
  refuseUseless(format.name, options);
  if (options.resume && format.binary) throw new UsageError(`--resume cannot go on with ${format.name}: resume into a folder, ndjson or csv`);
  if (options.resume && (table === 'series' || (table !== undefined && format.name === 'json'))) throw new UsageError(`--resume cannot go on with ${table === 'series' ? 'a series, which is written when all reports are read' : 'a table in json: take ndjson or csv'}`);
  const formatOptions = { ...shape, pretty };
  return fileOutput(output, format, formatOptions, asked(format.name, formatOptions), options);
}

async function streamOutput(io: Io, format: OutputFormat, formatOptions: FormatOptions): Promise<Output> {
  const writer = await format.open(formatOptions);
  return {
    format: format.name, formatOptions,
    begin: (source) => Promise.resolve(source),
    add: async (outcome) => {
      if ('piece' in outcome) await write(io.stdout, writer.write(outcome.piece));
      return null;
    },
    close: async () => { await write(io.stdout, writer.end()); },
  };
}

function chooseFormat(name: string): OutputFormat {
  const format = OUTPUT_FORMATS.find((one) => one.name === name);
  if (format === undefined) throw new UsageError(`unknown format '${name}': one of ${OUTPUT_FORMATS.map((one) => one.name).join(', ')}`);
  return format;
}

/** An option that does nothing for a format was meant for another one. */
function refuseUseless(format: string, { wide, excel, csvEncoding, pretty, omit }: OutputOptions): void {
  const json = format === 'ndjson' || format === 'json';
  const useless = [
    ...(wide === true && format !== 'csv' ? ['--wide'] : []), ...(excel === true && format !== 'csv' ? ['--excel'] : []),
    ...(csvEncoding !== undefined && format !== 'csv' ? ['--csv-encoding'] : []),
    ...(pretty !== undefined && !json ? [pretty ? '--pretty' : '--no-pretty'] : []), ...(omit !== undefined && !json ? ['--omit'] : []),
  ];
  if (useless.length > 0) throw new UsageError(`${useless.join(', ')}: does nothing for ${format}`);
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
  return lookAt(path, statSync)?.isDirectory() === true;
}
