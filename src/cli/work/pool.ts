/**
 * Worker threads with bounds on the time and memory of a task. Only the task that breaks a bound is given up: where it is
 * not certain which one did, each that may have is tried again, by itself in a worker of its own.
 */
import { Worker } from 'node:worker_threads';
import { memoryNow, takenByOthers, workOf } from './consumed.ts';
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
  /** Megabytes that a worker has for itself, with the program and an ordinary task. */
  ordinary: number;
}

/** How many times the bound on its work a task may take by the clock: it may be waiting for what never comes. */
const PATIENCE = 20;

/** Milliseconds between two looks at the memory. */
const LOOK = 100;

/** Milliseconds that a worker has to end: one that waits for the system may not. */
const LEAVE = 10_000;

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
  /** It may have cost a worker, and so may others: it is tried while no other worker is there. */
  suspect: boolean;
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
  /** Workers that have been told to end and are still there, with their memory. */
  readonly #leaving = new Set<Worker>();
  #before = memoryNow();
  #look: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** @throws LostWorker where the worker died of the task, or did not end in time */
  run(task: Task): Promise<Result> {
    if (this.#closed) return Promise.reject(new LostWorker('the run was broken off'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject, suspect: false });
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
    while (!this.#closed && this.#waiting.length > 0) {
      if (this.#trial()) return;
      if (this.#waiting[0]!.suspect) {
        if (!this.#cleared()) return;
        this.#before = memoryNow();
      }
      let hand = this.#idlest();
      if (this.#hands.size < this.#options.jobs && (hand === undefined || hand.jobs.length > 0)) hand = this.#hire();
      if (hand === undefined || hand.jobs.length >= HANDED) return;
      const job = this.#waiting.shift()!;
      hand.jobs.push(job);
      hand.worker.postMessage(job.task);
      if (hand.jobs.length === 1) this.#watch(hand);
    }
  }

  /** Whether a suspect is being tried. */
  #trial(): boolean {
    for (const { jobs } of this.#hands) if (jobs[0]?.suspect === true) return true;
    return false;
  }

  /** Sends home who has nothing to do; whether all have left. */
  #cleared(): boolean {
    for (const hand of this.#hands) if (hand.jobs.length === 0) this.#dismiss(hand);
    return this.#hands.size === 0 && this.#leaving.size === 0;
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
    this.#look ??= setInterval(() => { setImmediate(() => { this.#weigh(); }); }, LOOK).unref();
    worker.on('message', (reply: Reply<Result>) => {
      // What it had is somebody else's already.
      if (!this.#hands.has(hand)) return;
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
      else this.#lose(hand, error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? this.#tooMuch() : `the worker died: ${error.message}`);
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
        // By the clock, the others may be what kept it.
        else if (hand.thread === null) this.#suspect(hand, `not done within ${timeout / 1000} s`);
        else this.#giveUp(hand, `not done within ${timeout / 1000} s`);
      });
    }, milliseconds);
  }

  /** Milliseconds that a worker has been at its task: of its own time, where the system tells. */
  #spent(hand: Hand<Task, Result>): number {
    const clock = performance.now() - hand.began.clock;
    return hand.thread === null ? clock : workOf(hand.thread) - hand.began.work;
  }

  /**
   * The heap of a worker is bounded by its engine, buffers outside of it are not: they show in the memory of the process,
   * which does not tell whose they are, and stays high for a while after a worker was ended. The longest at work is the likeliest.
   */
  #weigh(): void {
    const { memory, ordinary, jobs } = this.#options;
    if (takenByOthers(this.#before) < (memory + (this.#trial() ? 1 : jobs) * ordinary) * 2 ** 20) return;
    let longest: Hand<Task, Result> | undefined;
    for (const hand of this.#hands) if (hand.ready && hand.jobs.length > 0 && (longest === undefined || this.#spent(hand) > this.#spent(longest))) longest = hand;
    if (longest !== undefined) this.#suspect(longest, this.#tooMuch());
  }

  #tooMuch(): string {
    return `takes more than ${this.#options.memory} MB of memory`;
  }

  #dismiss(hand: Hand<Task, Result>): void {
    this.#hands.delete(hand);
    clearTimeout(hand.timer);
    this.#leaving.add(hand.worker);
    const left = (): void => {
      clearTimeout(patience);
      if (this.#leaving.delete(hand.worker)) this.#dispatch();
    };
    const patience = setTimeout(left, LEAVE).unref();
    void hand.worker.terminate().then(left);
  }

  /** Gives up the task that a worker is at. */
  #giveUp(hand: Hand<Task, Result>, message: string): void {
    if (!this.#hands.has(hand)) return;
    this.#dismiss(hand);
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

  /** Takes a worker from the task it is at, which may be the cause; what waits behind that has not begun. */
  #suspect(hand: Hand<Task, Result>, message: string): void {
    this.#waiting.unshift(...hand.jobs.splice(1));
    this.#lose(hand, message);
  }

  /** Any task that a lost worker had may be the cause: its last answers can be lost with it. One that was tried by itself is. */
  #lose(hand: Hand<Task, Result>, message: string): void {
    if (!this.#hands.has(hand)) return;
    if (hand.jobs[0]?.suspect === true) {
      this.#giveUp(hand, message);
      return;
    }
    this.#dismiss(hand);
    for (const job of hand.jobs) job.suspect = true;
    this.#waiting.unshift(...hand.jobs);
    this.#dispatch();
  }
}
