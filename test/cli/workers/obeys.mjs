// A worker that does what its task says: sleeps, hangs, dies, throws.
import { parentPort } from 'node:worker_threads';

let last = Promise.resolve();
parentPort.on('message', (task) => {
  last = last.then(async () => {
    if (task.sleep) await new Promise((resolve) => setTimeout(resolve, task.sleep));
    if (task.hang) for (;;);
    if (task.die) process.exit(9);
    if (task.fail) throw new Error('out of luck');
    parentPort.postMessage({ result: task.name });
  });
});
parentPort.postMessage('ready');
