/**
 * `--input-format ndjson`: a line in, a line out, always, in the same order and at once: how Spark's `pipe`, Flink and Hadoop
 * streaming call a program. A line that yields no report, be it blank, yields `{"id": …, "error": …}`, so that lines can be paired.
 * The `id` of a line comes back as it was, whatever the line holds.
 */
import type { Era, Report } from '../../schema/report.ts';
import { EXIT, UsageError, worse, type ExitCode } from '../exit.ts';
import type { Unreadable } from '../input/inputs.ts';
import { write, type Io } from '../terminal/io.ts';
import { fails, type FailOptions } from '../commands/options.ts';
import { renderTasks, type Hands } from './dispatch.ts';
import { sayFailure } from '../terminal/trouble.ts';
import type { Task, Work } from './work.ts';

export interface LineOptions extends Hands, FailOptions {
  encoding?: string | undefined;
  era?: Era | undefined;
  omit?: readonly (keyof Report)[] | undefined;
  format?: string | undefined;
  output?: string | undefined;
  resume?: boolean | undefined;
  pretty?: boolean | undefined;
  wide?: boolean | undefined;
  excel?: boolean | undefined;
  /** `false`: no line may name a file to be read. */
  path?: boolean | undefined;
  /** Whether inputs are named on the command line as well. */
  named: boolean;
}

export async function parseLines(io: Io, options: LineOptions): Promise<ExitCode> {
  if (options.named) throw new UsageError('--input-format ndjson reads standard input: name no PATH and no --files-from');
  if (options.output !== undefined || options.resume || options.pretty || (options.format ?? 'ndjson') !== 'ndjson') {
    throw new UsageError('--input-format ndjson answers with a line a line on standard output: no -o, --resume, --pretty or other --format');
  }
  if (options.wide || options.excel) throw new UsageError('--wide, --excel: do nothing for ndjson');
  if (io.stdin.isTTY) throw new UsageError('--input-format ndjson reads lines from standard input, which is a terminal');
  const work: Work = { format: 'ndjson', formatOptions: { omit: options.omit }, encoding: options.encoding, era: options.era };
  let code: ExitCode = EXIT.done;
  // Whoever calls a program line by line starts as many of them as there are cores.
  const jobs = options.jobs ?? (options.timeout === undefined ? 0 : 1);
  /** What is known of the lines that are under way, in their order. */
  const lines: Line[] = [];
  const tasks = tasksOf(linesOf(io.stdin), options.path !== false, (line) => { lines.push(line); });
  for await (const outcome of renderTasks(tasks, work, options, jobs === 1 && options.timeout === undefined ? 0 : jobs)) {
    const { place, id } = lines.shift()!;
    if ('piece' in outcome) {
      const report = outcome.piece as string;
      if (fails(outcome.gist, options)) code = worse(code, EXIT.findings);
      // The id first: a report is an object with members.
      await write(io.stdout, `${id === undefined ? report : `{"id":${JSON.stringify(id)},${report.slice(1)}`}\n`);
      continue;
    }
    code = worse(code, sayFailure(io, outcome));
    const answer = { id: id ?? outcome.path, ...(outcome.path === place ? {} : { path: outcome.path }), error: 'error' in outcome ? outcome.error : 'internal error' };
    await write(io.stdout, JSON.stringify(answer) + '\n');
  }
  return code;
}

interface Line {
  /** `line 12` */
  place: string;
  /** As it was given, `undefined` where it was not. */
  id: unknown;
}

async function* tasksOf(source: AsyncIterable<string>, mayName: boolean, tell: (line: Line) => void): AsyncGenerator<Task | Unreadable> {
  let number = 0;
  for await (const line of source) {
    number++;
    const place = `line ${number}`;
    const value = line.trim() === '' ? undefined : parsed(line);
    const members = (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}) as Record<string, unknown>;
    tell({ place, id: members['id'] });
    if (value === undefined) yield { path: place, error: line.trim() === '' ? 'the line is blank' : 'no JSON' };
    else yield taskOf(members, place, mayName);
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function taskOf({ id, text, path }: Record<string, unknown>, place: string, mayName: boolean): Task | Unreadable {
  if (typeof text === 'string') {
    const name = typeof id === 'string' ? id : typeof id === 'number' ? String(id) : place;
    return text.trim() === '' ? { path: name, error: 'the text is empty' } : { path: name, text };
  }
  if (typeof path === 'string' && path !== '') return mayName ? { path } : { path, error: 'a path, which --no-path forbids' };
  return { path: place, error: 'neither "text" nor "path" is a string' };
}

/** Lines as they come, the last one with or without its end. */
async function* linesOf(stream: AsyncIterable<unknown>): AsyncGenerator<string> {
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
