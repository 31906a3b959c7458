/**
 * `--input-format ndjson`: a line in, a line out, in the same order and at once: how Spark's `pipe`, Flink and Hadoop
 * streaming call a program. A line that yields no report yields `{"id": …, "error": …}`, so that lines can be paired.
 */
import type { Era, Report } from '../schema/report.ts';
import { EXIT, UsageError, worse, type ExitCode } from './exit.ts';
import type { Unreadable } from './inputs.ts';
import { write, type Io } from './io.ts';
import { renderTasks, type Hands } from './dispatch.ts';
import { sayFailure } from './trouble.ts';
import type { Task, Work } from './work.ts';

export interface LineOptions extends Hands {
  encoding?: string | undefined;
  era?: Era | undefined;
  omit?: readonly (keyof Report)[] | undefined;
  format?: string | undefined;
  output?: string | undefined;
  resume?: boolean | undefined;
  pretty?: boolean | undefined;
  /** Whether inputs are named on the command line as well. */
  named: boolean;
}

export async function parseLines(io: Io, options: LineOptions): Promise<ExitCode> {
  if (options.named) throw new UsageError('--input-format ndjson reads standard input: name no PATH and no --files-from');
  if (options.output !== undefined || options.resume || options.pretty || (options.format ?? 'ndjson') !== 'ndjson') {
    throw new UsageError('--input-format ndjson answers with a line a line on standard output: no -o, --resume, --pretty or other --format');
  }
  if (io.stdin.isTTY) throw new UsageError('--input-format ndjson reads lines from standard input, which is a terminal');
  const work: Work = { format: 'ndjson', formatOptions: { omit: options.omit }, encoding: options.encoding, era: options.era };
  let code: ExitCode = EXIT.done;
  // Whoever calls a program line by line starts as many of them as there are cores.
  const jobs = options.jobs ?? (options.timeout === undefined ? 0 : 1);
  for await (const outcome of renderTasks(tasksOf(lines(io.stdin)), work, options, jobs === 1 && options.timeout === undefined ? 0 : jobs)) {
    if ('piece' in outcome) {
      await write(io.stdout, `${outcome.piece as string}\n`);
      continue;
    }
    code = worse(code, sayFailure(io, outcome));
    await write(io.stdout, JSON.stringify({ id: outcome.path, error: 'error' in outcome ? outcome.error : 'internal error' }) + '\n');
  }
  return code;
}

async function* tasksOf(source: AsyncIterable<string>): AsyncGenerator<Task | Unreadable> {
  let number = 0;
  for await (const line of source) {
    number++;
    if (line.trim() !== '') yield taskOf(line, `line ${number}`);
  }
}

function taskOf(line: string, place: string): Task | Unreadable {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { path: place, error: 'no JSON' };
  }
  const { id, text, path } = (typeof value === 'object' ? value ?? {} : {}) as Record<string, unknown>;
  if (typeof text === 'string') {
    const name = typeof id === 'string' ? id : typeof id === 'number' ? String(id) : place;
    return text.trim() === '' ? { path: name, error: 'the text is empty' } : { path: name, text };
  }
  if (typeof path === 'string' && path !== '') return { path };
  return { path: place, error: 'neither "text" nor "path" is a string' };
}

/** Lines as they come, the last one with or without its end. */
async function* lines(stream: AsyncIterable<unknown>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pieces: string[] = [];
  for await (const chunk of stream) {
    const parts = (typeof chunk === 'string' ? chunk : decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
    pieces.push(parts[0]!);
    for (const part of parts.slice(1)) {
      yield pieces.join('');
      pieces = [part];
    }
  }
  const rest = pieces.join('');
  if (rest !== '') yield rest;
}
