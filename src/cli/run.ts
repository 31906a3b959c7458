/** Inputs to reports, in input order. */
import { createHash } from 'node:crypto';
import type { parseReport as ParseReport } from '../pipeline.ts';
import type { Era, Report } from '../schema/report.ts';
import { readInput, STDIN, type Selection, type Unreadable } from './inputs.ts';
import type { Io } from './io.ts';

export interface RunOptions {
  encoding?: string | undefined;
  era?: Era | undefined;
}

/** What became of one input: a report, a reason why it cannot be read, or an exception that is a bug. */
export type Outcome = { path: string; report: Report; bytes: Uint8Array } | Unreadable | { path: string; bug: unknown };

/** Parses what was selected. Inputs that could not be found come first, the rest in the order of its paths. */
export async function* parseAll(io: Io, selection: Selection, options: RunOptions): AsyncGenerator<Outcome> {
  yield* selection.errors;
  const { parseReport } = await import('../pipeline.ts');
  for (const path of selection.paths) {
    const input = await readInput(io, path);
    if ('error' in input) {
      yield input;
      continue;
    }
    yield parseInput(parseReport, path, input.bytes, options);
  }
}

/** Parses one input, bytes or text; never throws. */
export function parseInput(parseReport: typeof ParseReport, path: string, input: Uint8Array | string, options: RunOptions): Outcome {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  try {
    const report = parseReport(input, {
      path: path === STDIN ? undefined : path,
      encoding: options.encoding,
      era: options.era,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    const binary = report.findings.find((one) => one.code === 'decode/binary');
    return binary === undefined ? { path, report, bytes } : { path, error: `not a text file (${String(binary.args['kind'])})` };
  } catch (bug) {
    return { path, bug };
  }
}
