import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { Pool } from '../../src/cli/work/pool.ts';

/** What a worker is to do; with `once`, only the first that is handed it. Orders with `atWork` are counted there; `counts` answers how many others are. */
interface Order { name: string; hoard?: 'heap' | 'buffers'; sleep?: number; hang?: true; die?: true; fail?: true; once?: Int32Array; atWork?: Int32Array; counts?: true }

/** `untold`: where the system does not tell what a thread has worked. */
function poolOf(jobs: number, timeout = 10_000, memory = 256, untold = false): Pool<Order, string> {
  const pool = new Pool<Order, string>({ worker: new URL('./workers/obeys.mjs', import.meta.url), workerData: { untold }, jobs, timeout, memory, ordinary: 64 });
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

test.each([['heap', 16], ['buffers', 64]] as const)('one that takes memory without end, in its %s, costs its task alone', async (hoard, most) => {
  expect(await settle(poolOf(1, 60_000, most), [{ name: 'a' }, { name: 'b', hoard }, { name: 'c' }])).toEqual(['a', `takes more than ${most} MB of memory`, 'c']);
});

test('of two workers, the one that takes memory without end costs its task alone, though the other is longer at work', async () => {
  // One comes before, and holds up the hoarder in the worker that both are handed to.
  const orders: Order[] = [{ name: 'before', sleep: 300 }, { name: 'long', sleep: 1500 }, { name: 'hoarder', hoard: 'buffers' }, { name: 'after' }];
  expect(await settle(poolOf(2, 60_000, 64, true), orders)).toEqual(['before', 'long', 'takes more than 64 MB of memory', 'after']);
});

test('what this thread lets go of costs no task', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // Of its own in the books of the thread, though the system gives it when it is touched, and it never is.
  const held = { buffer: Buffer.alloc(900 * 2 ** 20) as Buffer | null };
  const pool = poolOf(2, 60_000, 64);
  const done = settle(pool, Array.from({ length: 4 }, (_, index) => ({ name: `n${index}`, sleep: 300 })));
  held.buffer = null;
  collect();
  expect(await done).toEqual(['n0', 'n1', 'n2', 'n3']);
});

test.each<Partial<Order>>([{ die: true }, { fail: true }, { hoard: 'buffers' }])('what may have been the fault of another is tried again: %j', async (fault) => {
  const once = new Int32Array(new SharedArrayBuffer(4));
  expect(await settle(poolOf(1, 60_000, 64), [{ name: 'a', sleep: 50 }, { name: 'b', ...fault, once }, { name: 'c' }])).toEqual(['a', 'b', 'c']);
});

test('so is what was late by the clock, where only that tells', async () => {
  const once = new Int32Array(new SharedArrayBuffer(4));
  expect(await settle(poolOf(1, 300, 64, true), [{ name: 'a', hang: true, once }, { name: 'b', hang: true }, { name: 'c' }])).toEqual(['a', 'not done within 0.3 s', 'c']);
});

test('a suspect is tried while no other is at work', async () => {
  const once = new Int32Array(new SharedArrayBuffer(4));
  const atWork = new Int32Array(new SharedArrayBuffer(4));
  const others = Array.from({ length: 12 }, (_, index) => ({ name: `n${index}`, sleep: 100, atWork }));
  expect((await settle(poolOf(3), [{ name: 'others:', die: true, once, atWork, counts: true }, ...others]))[0]).toBe('others: 0');
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
