/** What the threads of this process have consumed, of time and of memory. */
import { readFileSync } from 'node:fs';

/** Milliseconds that a thread has worked. Linux counts them in hundredths of a second: user and system time, the 14th and 15th field. */
export function workOf(thread: string | null): number {
  if (thread === null) return 0;
  try {
    const stat = readFileSync(`/proc/${thread}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

/** Bytes at a moment: of the process, and of it what is not this thread's. */
export interface Memory {
  all: number;
  others: number;
}

export function memoryNow(): Memory {
  const { rss, heapTotal, external } = process.memoryUsage();
  return { all: rss, others: rss - heapTotal - external };
}

/**
 * Bytes that other threads have surely taken since. What this thread gathers is theirs in neither count; what it lets go of
 * may stay with the process, or may never have been in memory at all (a buffer that nobody has touched), and is only in one.
 */
export function takenByOthers(since: Memory): number {
  const now = memoryNow();
  return Math.min(now.all - since.all, now.others - since.others);
}
