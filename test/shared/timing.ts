/** Time of the processor, which other processes on the machine do not lengthen. */

function cost(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** How many times `ordinary` costs what `run` costs: the least of some runs of each, warm. */
export function timesOf(run: () => unknown, ordinary: () => unknown): number {
  const least = (what: () => unknown, runs: number): number => Math.min(...Array.from({ length: runs }, () => cost(what)));
  const unit = least(ordinary, 20);
  return least(run, 2) / Math.max(1, unit);
}
