/** The main module of a worker thread: one answer a task, in order. */
import { readlinkSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { Reply } from './pool.ts';
import { prepareWork, type Rendered, type Task, type Work } from './work.ts';

/** How Linux calls this thread: `PID/task/TID`, below /proc. */
function threadId(): string | null {
  try {
    return readlinkSync('/proc/thread-self');
  } catch {
    return null;
  }
}

const port = parentPort!;
const answer = (reply: Reply<Rendered>): void => { port.postMessage(reply); };
const perform = await prepareWork(workerData as Work);
let last: Promise<void> = Promise.resolve();
port.on('message', (task: Task) => {
  last = last.then(async () => { answer({ result: await perform(task) }); });
});
answer({ ready: threadId() });
