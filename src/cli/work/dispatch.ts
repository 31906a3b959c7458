/** Inputs to pieces of output, in input order, by as many hands as there are. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { LedgerEntry } from '../../ledger/ledger.ts';
import type { Report } from '../../schema/report.ts';
import { isArchive, openArchives } from '../input/archives.ts';
import { readInput, readPath, STDIN, type Selection, type Unreadable } from '../input/inputs.ts';
import { fsPath } from '../input/raw-names.ts';
import type { Io } from '../terminal/io.ts';
import { sha256 } from '../output/journal.ts';
import { inOrder } from './in-order.ts';
import { LostWorker, Pool } from './pool.ts';
import type { RunOptions } from './run.ts';
import { prepareWork, type Rendered, type Task, type Work } from './work.ts';

export interface Hands {
  /** Worker threads; by default one a core where there are inputs enough to repay their start. */
  jobs?: number | undefined;
  /** Seconds of a processor's time that an input may take. */
  timeout?: number | undefined;
}

export const DEFAULT_TIMEOUT = 30;

/** Megabytes that the work on one input may take. */
const MEMORY = 1024;

/** Megabytes that a worker has for the program and an ordinary report. */
const ORDINARY = 256;

/** Fewer inputs than this are done before a worker has loaded. */
const WORTH_WORKERS = 48;

/** Bytes of plain text that are read in no time at all. Anything else is read where it can be stopped. */
const TAME = 1 << 18;

/** Pieces begun and not yet written, for every worker. */
const WINDOW = 8;

/** The worker as it was built; beside this module, or where this module is run from its source, in `dist`. */
function workerModule(): URL {
  const beside = new URL('./worker.js', import.meta.url);
  return existsSync(beside) ? beside : new URL('../../../dist/bin/worker.js', import.meta.url);
}

/** Threads for a number of inputs; 0 is this one, with a worker for what has to be stopped if it runs wild. */
export function threads(inputs: number, { jobs, timeout }: Hands): number {
  if (jobs === undefined) return inputs < WORTH_WORKERS && timeout === undefined ? 0 : Math.min(inputs, availableParallelism());
  return jobs === 1 && timeout === undefined ? 0 : Math.min(jobs, inputs);
}

/** How many inputs there may be: an archive may hold any number. */
export function countOf(paths: readonly string[]): number {
  return paths.some(isArchive) ? Infinity : paths.length;
}

/** Parses what was selected. Inputs that could not be found come first, the rest in the order of its paths. */
export async function* parseAll(io: Io, selection: Selection, options: RunOptions, hands: Hands = {}): AsyncGenerator<{ path: string; report: Report; text: string; ledger: LedgerEntry[] } | Exclude<Rendered, { piece: unknown }>> {
  yield* selection.errors;
  const work: Work = { format: 'report', formatOptions: {}, encoding: options.encoding, era: options.era, ledger: options.ledger, texts: true };
  for await (const outcome of renderTasks(openArchives(selection.paths), work, hands, threads(countOf(selection.paths), hands), (task) => loaded(io, task))) {
    if ('piece' in outcome) yield { path: outcome.path, report: outcome.piece as Report, text: outcome.text!, ledger: outcome.ledger ?? [] };
    else yield outcome;
  }
}

/** A task as a worker can have it: what only this thread can read is read. */
export function fetcher(io: Io): (task: Task) => Promise<Task | Unreadable> {
  return async (task) => (task.path === STDIN || typeof fsPath(task.path) !== 'string' ? loaded(io, task) : task);
}

/** A task with its bytes. */
async function loaded(io: Io, task: Task): Promise<Task | Unreadable> {
  return task.bytes !== undefined || task.text !== undefined ? task : await readInput(io, task.path);
}

/** Works on tasks as they come. One that cannot be read, or that a worker is lost on, is told in its place; `fetch` gets what a worker cannot. */
export async function* renderTasks(
  tasks: Iterable<Task | Unreadable> | AsyncIterable<Task | Unreadable>,
  work: Work,
  hands: Hands,
  jobs: number,
  fetch: (task: Task) => Promise<Task | Unreadable> = (task) => Promise.resolve(task),
): AsyncGenerator<Rendered> {
  const pool = new Pool<Task, Rendered>({ worker: workerModule(), workerData: work, jobs: Math.max(jobs, 1), timeout: (hands.timeout ?? DEFAULT_TIMEOUT) * 1000, memory: MEMORY, ordinary: ORDINARY });
  const byWorker = async (task: Task): Promise<Rendered> => {
    try {
      return await pool.run(task);
    } catch (error) {
      if (!(error instanceof LostWorker)) throw error;
      return { path: task.path, error: error.message, sha256: await digestOf(task) };
    }
  };
  try {
    if (jobs === 0) {
      let perform: ((task: Task) => Promise<Rendered>) | null = null;
      for await (const task of tasks) {
        const fetched = 'error' in task ? task : await fetch(task);
        const input = 'error' in fetched || fetched.bytes !== undefined || fetched.text !== undefined ? fetched : await readPath(fetched.path);
        if ('error' in input) yield input;
        else if (await isTame(input)) yield await (perform ??= await prepareWork(work))(input);
        else yield await byWorker(input);
      }
      return;
    }
    yield* inOrder(tasks, async (task) => {
      const fetched = 'error' in task ? task : await fetch(task);
      return 'error' in fetched ? fetched : byWorker(fetched);
    }, jobs * WINDOW);
  } finally {
    await pool.close();
  }
}

/** Whether the work on an input cannot run wild. */
async function isTame({ path, bytes, text }: Task): Promise<boolean> {
  if ((text ?? bytes!).length > TAME) return false;
  const { sniff } = await import('../../read/sniff.ts');
  if (text !== undefined) return sniff(Buffer.from(text.slice(0, 8192))) === 'text';
  return ['text', 'markdown'].includes(sniff(bytes!, path));
}

async function digestOf(task: Task): Promise<string | null> {
  const input = task.bytes ?? task.text ?? (task.path === STDIN ? null : await readPath(task.path));
  if (input === null) return null;
  if (typeof input === 'string' || input instanceof Uint8Array) return sha256(input);
  return 'error' in input ? null : sha256(input.bytes);
}
