/** Inputs to reports, in input order. */
import { createHash } from 'node:crypto';
import type { Era, Report } from '../schema/report.ts';
import { openArchives } from './archives.ts';
import { readInput, STDIN, type Selection, type Unreadable } from './inputs.ts';
import type { Io } from './io.ts';

export interface RunOptions {
  encoding?: string | undefined;
  era?: Era | undefined;
}

/** What became of one input: a report with the text its places stand in, a reason why it cannot be read, or an exception that is a bug. */
export type Outcome = { path: string; report: Report; text: string } | Unreadable | { path: string; bug: unknown };

/** Parses what was selected. Inputs that could not be found come first, the rest in the order of its paths. */
export async function* parseAll(io: Io, selection: Selection, options: RunOptions): AsyncGenerator<Outcome> {
  yield* selection.errors;
  for await (const found of openArchives(selection.paths)) {
    const input = 'error' in found || found.bytes !== undefined ? found : await readInput(io, found.path);
    if ('error' in input) yield input;
    else yield await parseInput(input.path, input.bytes!, options);
  }
}

/** Parses one input, bytes of any format or text; never throws. */
export async function parseInput(path: string, input: Uint8Array | string, options: RunOptions): Promise<Outcome> {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  const { ReadError, readReportWithText } = await import('../read-report.ts');
  try {
    const { report, text } = await readReportWithText(bytes, {
      path: path === STDIN ? undefined : path,
      encoding: typeof input === 'string' ? 'utf-8' : options.encoding,
      format: typeof input === 'string' ? 'text' : undefined,
      era: options.era,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    const binary = report.findings.find((one) => one.code === 'decode/binary');
    return binary === undefined ? { path, report, text } : { path, error: `not a text file (${String(binary.args['kind'])})` };
  } catch (error) {
    return error instanceof ReadError ? { path, error: error.message } : { path, bug: error };
  }
}
