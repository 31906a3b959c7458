import { expect, test } from 'vitest';
import { inOrder } from '../../src/cli/work/in-order.ts';

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
