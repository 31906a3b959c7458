/** Worker threads with bounds on the time and memory of a task. A worker that dies or hangs costs the task it was at, no other. */
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { UsageError } from '../exit.ts';
import { brokenInstallation } from '../installation.ts';

/** Tasks handed to a worker at once: the one it is at, and the next, so that it need not wait for us between them. */
const HANDED = 2;

export interface PoolOptions {
  /** Module of the workers, see `serve`. */
  worker: URL;
  workerData: unknown;
  jobs: number;
  /** Milliseconds of a processor's time that a task may take: another program's do not count, so a loaded machine gives the same results. */
  timeout: number;
  /** Megabytes that a task may take. */
  memory: number;
}

/** How many times the bound on its work a task may take by the clock: it may be waiting for what never comes. */
const PATIENCE = 20;

/** Megabytes that a worker has for itself, with the program and an ordinary report. */
const ORDINARY = 256;

/** Milliseconds between two looks at the memory. */
const LOOK = 100;

/** The worker died or took too long; the message says which. */
export class LostWorker extends Error {
  override name = 'LostWorker';
}

/** What a worker posts: first that it is ready, then an answer a task, in order. */
export type Reply<Result> = { ready: string | null } | { result: Result };

interface Job<Task, Result> {
  task: Task;
  resolve: (result: Result) => void;
  reject: (error: Error) => void;
  /** A worker died with this task among those it had: it is handed out by itself, to see whether it was the one. */
  alone: boolean;
}

interface Hand<Task, Result> {
  worker: Worker;
  jobs: Job<Task, Result>[];
  ready: boolean;
  /** How the system calls the thread, where it can be asked for the thread's time. */
  thread: string | null;
  /** When its task began, by the clock and by the thread's own time. */
  began: { clock: number; work: number };
  timer: NodeJS.Timeout | undefined;
}

export class Pool<Task, Result> {
  readonly #options: PoolOptions;
  readonly #hands = new Set<Hand<Task, Result>>();
  readonly #waiting: Job<Task, Result>[] = [];
  readonly #before = memoryOfOthers();
  #look: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** @throws LostWorker where the worker died of the task, or did not end in time */
  run(task: Task): Promise<Result> {
    if (this.#closed) return Promise.reject(new LostWorker('the run was broken off'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject, alone: false });
      this.#dispatch();
    });
  }

  /** Ends the workers, whatever they are at. */
  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#look);
    const hands = [...this.#hands];
    this.#hands.clear();
    await Promise.all(hands.map(({ worker, timer }) => {
      clearTimeout(timer);
      return worker.terminate();
    }));
  }

  #dispatch(): void {
    // The last answers of workers that are being ended still come in; a closed pool hires nobody for what waits.
    if (this.#closed) return;
    while (this.#waiting.length > 0) {
      let hand = this.#idlest();
      if (this.#hands.size < this.#options.jobs && (hand === undefined || hand.jobs.length > 0)) hand = this.#hire();
      if (hand === undefined || hand.jobs.length >= HANDED) return;
      if (hand.jobs.length > 0 && (hand.jobs[0]!.alone || this.#waiting[0]!.alone)) return;
      const job = this.#waiting.shift()!;
      hand.jobs.push(job);
      hand.worker.postMessage(job.task);
      if (hand.jobs.length === 1) this.#watch(hand);
    }
  }

  #idlest(): Hand<Task, Result> | undefined {
    let idlest: Hand<Task, Result> | undefined;
    for (const hand of this.#hands) if (idlest === undefined || hand.jobs.length < idlest.jobs.length) idlest = hand;
    return idlest;
  }

  #hire(): Hand<Task, Result> {
    const worker = new Worker(this.#options.worker, { workerData: this.#options.workerData, resourceLimits: { maxOldGenerationSizeMb: this.#options.memory } });
    const hand: Hand<Task, Result> = { worker, jobs: [], ready: false, thread: null, began: { clock: 0, work: 0 }, timer: undefined };
    this.#hands.add(hand);
    this.#look ??= setInterval(() => { this.#weigh(); }, LOOK).unref();
    worker.on('message', (reply: Reply<Result>) => {
      if ('ready' in reply) {
        hand.ready = true;
        hand.thread = reply.ready;
      } else hand.jobs.shift()!.resolve(reply.result);
      this.#watch(hand);
      this.#dispatch();
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const broken = hand.ready ? null : brokenInstallation(error);
      if (broken !== null) this.#giveUpAll(hand, broken);
      else if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.#giveUp(hand, this.#tooMuch());
      else this.#lose(hand, `the worker died: ${error.message}`);
    });
    worker.on('exit', (code) => { this.#lose(hand, `the worker died with exit code ${code}`); });
    return hand;
  }

  /** Starts the clock of the task a worker is at; loading its modules is not on that clock. */
  #watch(hand: Hand<Task, Result>): void {
    clearTimeout(hand.timer);
    if (!hand.ready || hand.jobs.length === 0) return;
    hand.began = { clock: performance.now(), work: workOf(hand.thread) };
    this.#wait(hand, this.#options.timeout);
  }

  #wait(hand: Hand<Task, Result>, milliseconds: number): void {
    const { timeout } = this.#options;
    hand.timer = setTimeout(() => {
      // An answer that has come already, while this thread was busy, is heard first.
      hand.timer = undefined;
      setImmediate(() => {
        if (hand.timer !== undefined || !this.#hands.has(hand) || hand.jobs.length === 0) return;
        const left = timeout - this.#spent(hand);
        if (left > 0 && performance.now() - hand.began.clock < timeout * PATIENCE) this.#wait(hand, Math.max(left, 10));
        else this.#giveUp(hand, `not done within ${timeout / 1000} s`);
      });
    }, milliseconds);
  }

  /** Milliseconds that a worker has been at its task: of its own time, where the system tells. */
  #spent(hand: Hand<Task, Result>): number {
    const clock = performance.now() - hand.began.clock;
    return hand.thread === null ? clock : workOf(hand.thread) - hand.began.work;
  }

  /** The heap of a worker is bounded by its engine, buffers outside of it are not: they show in the memory of the process. */
  #weigh(): void {
    const { memory, jobs } = this.#options;
    if (memoryOfOthers() < this.#before + (memory + jobs * ORDINARY) * 2 ** 20) return;
    let longest: Hand<Task, Result> | undefined;
    for (const hand of this.#hands) if (hand.ready && hand.jobs.length > 0 && (longest === undefined || this.#spent(hand) > this.#spent(longest))) longest = hand;
    if (longest !== undefined) this.#giveUp(longest, this.#tooMuch());
  }

  #tooMuch(): string {
    return `takes more than ${this.#options.memory} MB of memory`;
  }

  #giveUp(hand: Hand<Task, Result>, message: string): void {
    if (!this.#hands.delete(hand)) return;
    clearTimeout(hand.timer);
    void hand.worker.terminate();
    const [hung, ...spared] = hand.jobs;
    this.#waiting.unshift(...spared);
    hung?.reject(new LostWorker(message));
    this.#dispatch();
  }

  /** Workers that cannot be loaded do no task at all. */
  #giveUpAll(hand: Hand<Task, Result>, message: string): void {
    this.#hands.delete(hand);
    for (const { reject } of [...hand.jobs, ...this.#waiting.splice(0)]) reject(new UsageError(message));
  }

  /** The last answers of a worker that dies can be lost with it, so that of two tasks either may be the cause. */
  #lose(hand: Hand<Task, Result>, message: string): void {
    if (!this.#hands.delete(hand)) return;
    clearTimeout(hand.timer);
    void hand.worker.terminate();
    const [first] = hand.jobs;
    if (first?.alone) {
      first.reject(new LostWorker(message));
    } else {
      for (const job of hand.jobs) job.alone = true;
      this.#waiting.unshift(...hand.jobs);
    }
    this.#dispatch();
  }
}

/** Bytes of this process that are not this thread's: what a file takes that is gathered here is no worker's fault. */
function memoryOfOthers(): number {
  const { rss, heapTotal, external } = process.memoryUsage();
  return rss - heapTotal - external;
}

/** Milliseconds that a thread has worked. Linux counts them in hundredths of a second: user and system time, the 14th and 15th field. */
function workOf(thread: string | null): number {
  if (thread === null) return 0;
  try {
    const stat = readFileSync(`/proc/${thread}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

/**
 * Results in the order of the tasks, while up to `window` of them are begun and not yet taken: a slow taker holds up the
 * reading of tasks, a slow task holds up those behind it and nothing grows.
 */
export async function* inOrder<Task, Result>(
  tasks: Iterable<Task> | AsyncIterable<Task>,
  start: (task: Task) => Promise<Result>,
  window: number,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  let wake = (): void => { /* nobody waits yet */ };
  const change = (): Promise<void> => new Promise((resolve) => { wake = resolve; });
  let room = (): void => { /* nobody waits yet */ };
  const state = { ended: false, stopped: false, failure: undefined as { error: unknown } | undefined };
  const feed = async (): Promise<void> => {
    try {
      for await (const task of tasks) {
        if (state.stopped) return;
        const result = start(task);
        // Its turn to be waited for may come after it has failed.
        result.catch(() => undefined);
        begun.push(result);
        wake();
        if (begun.length >= window) await new Promise<void>((resolve) => { room = resolve; });
        // `stopped` changes while we wait; the loop's head is the place to see it.
      }
    } catch (error) {
      state.failure = { error };
    } finally {
      state.ended = true;
      wake();
    }
  };
  void feed();
  try {
    while (true) {
      if (begun.length === 0) {
        if (state.ended) break;
        await change();
        continue;
      }
      yield await begun[0]!;
      void begun.shift();
      room();
    }
    if (state.failure !== undefined) throw state.failure.error;
  } finally {
    state.stopped = true;
    room();
  }
}
