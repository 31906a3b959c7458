import { expect } from 'vitest';
import { worked } from './worked.ts';

/**
 * A guard against hanging, no measure of speed: on a megabyte, work that is not linear takes minutes, on any machine and
 * under any load. Speed is measured by `npm run bench`.
 */
const HANGING = 30_000;

/**
 * Fails where the time since `started` is as long as only work that is not linear takes.
 *
 * @param size of the input, as a part of one that `HANGING` is meant for: quadratic work on it takes the square of that part
 */
export function expectNoHang(started: number, size = 1): void {
  expect(worked() - started).toBeLessThan(HANGING * size ** 2);
}
