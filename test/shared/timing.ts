/** Time of the processor, which other processes on the machine do not lengthen. */

function cost(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/**
 * How many times `ordinary` costs what `run` costs. One run decides unless it comes out not far above `limit`; then the
 * better of two counts.
 */
export function timesOf(run: () => unknown, ordinary: () => unknown, limit: number): number {
  const unit = Math.max(1, Math.min(...Array.from({ length: 20 }, () => cost(ordinary))));
  const once = cost(run) / unit;
  return once > limit && once < 3 * limit ? Math.min(once, cost(run) / unit) : once;
}
