import { expect } from 'vitest';
import { worked } from './worked.ts';

/**
 * A guard against hanging, no measure of speed: on a megabyte, work that is not linear takes minutes, on any machine and
 * under any load. Speed is measured by `npm run bench`.
 */
const HANGING = 30_000;

/** Fails where the time since `started` is as long as only work that is not linear takes. */
export function expectNoHang(started: number): void {
  expect(worked() - started).toBeLessThan(HANGING);
}
