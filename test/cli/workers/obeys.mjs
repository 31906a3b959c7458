// A worker that does what its task says: sleeps, hangs, dies, throws, takes memory.
import { readlinkSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

let last = Promise.resolve();
parentPort.on('message', (task) => {
  last = last.then(async () => {
    if (task.once && Atomics.add(task.once, 0, 1) > 0) task = { name: task.counts ? `${task.name} ${Atomics.load(task.atWork, 0)}` : task.name };
    if (task.atWork) Atomics.add(task.atWork, 0, 1);
    if (task.sleep) await new Promise((resolve) => setTimeout(resolve, task.sleep));
    if (task.hang) for (;;);
    if (task.die) {
      if (task.atWork) Atomics.sub(task.atWork, 0, 1);
      process.exit(9);
    }
    if (task.fail) throw new Error('out of luck');
    const hoard = [];
    if (task.hoard === 'heap') for (;;) hoard.push({ kept: hoard.length });
    if (task.hoard === 'buffers') for (;;) hoard.push(new Uint8Array(2 ** 24).fill(1));
    if (task.atWork) Atomics.sub(task.atWork, 0, 1);
    parentPort.postMessage({ result: task.name });
  });
});
function thread() {
  try {
    return readlinkSync('/proc/thread-self');
  } catch {
    return null;
  }
}
parentPort.postMessage({ ready: workerData.untold ? null : thread() });
