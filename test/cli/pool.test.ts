import { expect, onTestFinished, test } from 'vitest';
import { inOrder, Pool } from '../../src/cli/work/pool.ts';

interface Order { name: string; hoard?: 'heap' | 'buffers'; sleep?: number; hang?: true; die?: true; fail?: true }

function poolOf(jobs: number, timeout = 10_000, memory = 256): Pool<Order, string> {
  const pool = new Pool<Order, string>({ worker: new URL('./workers/obeys.mjs', import.meta.url), workerData: null, jobs, timeout, memory });
  onTestFinished(() => pool.close());
  return pool;
}

const settle = (pool: Pool<Order, string>, orders: Order[]): Promise<string[]> =>
  Promise.all(orders.map((order) => pool.run(order).catch((error: unknown) => (error as Error).message)));

test.each([1, 3])('with %i workers every task has its answer', async (jobs) => {
  const orders = Array.from({ length: 50 }, (_, index) => ({ name: `n${index}`, sleep: index % 7 === 0 ? 5 : 0 }));
  expect(await settle(poolOf(jobs), orders)).toEqual(orders.map((order) => order.name));
});

test.each([1, 2])('with %i workers one that hangs costs its task alone', async (jobs) => {
  expect(await settle(poolOf(jobs, 300), [{ name: 'a' }, { name: 'b', hang: true }, { name: 'c' }, { name: 'd' }, { name: 'e', hang: true }, { name: 'f' }]))
    .toEqual(['a', 'not done within 0.3 s', 'c', 'd', 'not done within 0.3 s', 'f']);
});

test.each([1, 2])('with %i workers one that dies costs its task alone', async (jobs) => {
  expect(await settle(poolOf(jobs), [{ name: 'a', die: true }, { name: 'b' }, { name: 'c', fail: true }, { name: 'd' }]))
    .toEqual(['the worker died with exit code 9', 'b', 'the worker died: out of luck', 'd']);
});

test.each(['heap', 'buffers'] as const)('one that takes memory without end, in its %s, costs its task alone', async (hoard) => {
  expect(await settle(poolOf(1, 60_000, 64), [{ name: 'a' }, { name: 'b', hoard }, { name: 'c' }])).toEqual(['a', 'takes more than 64 MB of memory', 'c']);
});

test.skipIf(process.platform !== 'linux')('what others do on the machine is not on the clock', async () => {
  expect(await settle(poolOf(1, 150), [{ name: 'a', sleep: 600 }, { name: 'b', hang: true }, { name: 'c', sleep: 600 }])).toEqual(['a', 'not done within 0.15 s', 'c']);
});

test('a pool that is closed hires nobody again', async () => {
  const pool = poolOf(2);
  await settle(pool, [{ name: 'a' }]);
  await pool.close();
  await expect(pool.run({ name: 'b' })).rejects.toThrow('broken off');
});

test('a pool closed over waiting tasks hires nobody for them, whatever answers still come in', async () => {
  const ports = (): number => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
  const before = ports();
  for (let round = 0; round < 4; round++) {
    const pool = poolOf(3);
    const runs = Array.from({ length: 40 }, (_, index) => pool.run({ name: `n${index}` }));
    await runs[round]!;
    await pool.close();
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(ports()).toBeLessThanOrEqual(before);
});

test('waiting behind another task is not on the clock', async () => {
  const orders = Array.from({ length: 8 }, (_, index) => ({ name: `n${index}`, sleep: 150 }));
  expect(await settle(poolOf(1, 600), orders)).toEqual(orders.map((order) => order.name));
});

test('results come in order, and a slow taker holds up the reading', async () => {
  let begun = 0;
  let most = 0;
  let taken = 0;
  const start = async (delay: number): Promise<number> => {
    begun++;
    most = Math.max(most, begun - taken);
    await new Promise((resolve) => setTimeout(resolve, delay));
    return delay;
  };
  const delays = [30, 0, 10, 0, 0, 20, 0, 5, 0, 0, 0, 1];
  const found: number[] = [];
  for await (const delay of inOrder(delays, start, 3)) {
    found.push(delay);
    taken++;
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  expect(found).toEqual(delays);
  expect(most).toBeLessThanOrEqual(4);
});

test('what is done is given out while the source still waits', async () => {
  async function* source(): AsyncGenerator<number> {
    yield 1;
    await new Promise(() => { /* for ever */ });
  }
  const results = inOrder(source(), (task) => Promise.resolve(task), 4);
  expect(await results.next()).toEqual({ done: false, value: 1 });
});

test('an error of the source is thrown after what came before it', async () => {
  function* source(): Generator<number> {
    yield 1;
    throw new Error('gone');
  }
  const results = inOrder(source(), (task) => Promise.resolve(task), 4);
  expect((await results.next()).value).toBe(1);
  await expect(results.next()).rejects.toThrow('gone');
});
