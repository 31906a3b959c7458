/** Inputs to pieces of output, in input order, by as many hands as there are. */
import { availableParallelism } from 'node:os';
import { isArchive, openArchives } from './archives.ts';
import { readInput, STDIN, type Unreadable } from './inputs.ts';
import type { Io } from './io.ts';
import { inOrder, Pool } from './pool.ts';
import { prepareWork, type Rendered, type Task, type Work } from './work.ts';

export interface Hands {
  /** Worker threads; by default one a core where there are inputs enough to repay their start. */
  jobs?: number | undefined;
  /** Seconds that an input may take in a worker. */
  timeout?: number | undefined;
}

export const DEFAULT_TIMEOUT = 10;

/** Fewer inputs than this are done before a worker has loaded. */
const WORTH_WORKERS = 48;

/** Pieces begun and not yet written, for every worker. */
const WINDOW = 8;

const WORKER = new URL('./worker.js', import.meta.url);

/** Threads for a number of inputs; 0 is this one. */
export function threads(inputs: number, { jobs, timeout }: Hands): number {
  if (jobs === undefined) return inputs < WORTH_WORKERS && timeout === undefined ? 0 : Math.min(inputs, availableParallelism());
  return jobs === 1 && timeout === undefined ? 0 : Math.min(jobs, inputs);
}

/** Works on the inputs of a selection. One that cannot be read, or that a worker is lost on, is told in its place. */
export async function* renderPaths(io: Io, paths: readonly string[], work: Work, hands: Hands): AsyncGenerator<Rendered> {
  // An archive may hold any number of inputs.
  const inputs = paths.some(isArchive) ? Infinity : paths.length;
  yield* renderTasks(openArchives(paths), work, hands, threads(inputs, hands), async (task) => {
    if (task.path !== STDIN || task.bytes !== undefined) return task;
    return await readInput(io, STDIN);
  });
}

/** The same for tasks as they come; `fetch` gets what a worker cannot. */
export async function* renderTasks(
  tasks: Iterable<Task | Unreadable> | AsyncIterable<Task | Unreadable>,
  work: Work,
  hands: Hands,
  jobs: number,
  fetch: (task: Task) => Promise<Task | Unreadable> = (task) => Promise.resolve(task),
): AsyncGenerator<Rendered> {
  if (jobs === 0) {
    const perform = await prepareWork(work);
    for await (const task of tasks) {
      const fetched = 'error' in task ? task : await fetch(task);
      yield 'error' in fetched ? fetched : await perform(fetched);
    }
    return;
  }
  const pool = new Pool<Task, Rendered>({ worker: WORKER, workerData: work, jobs, timeout: (hands.timeout ?? DEFAULT_TIMEOUT) * 1000 });
  try {
    yield* inOrder(tasks, async (task) => {
      const fetched = 'error' in task ? task : await fetch(task);
      if ('error' in fetched) return fetched;
      try {
        return await pool.run(fetched);
      } catch (error) {
        return { path: task.path, error: (error as Error).message };
      }
    }, jobs * WINDOW);
  } finally {
    await pool.close();
  }
}
