/** Whether what is known of an input still holds. */
import { readPath, STDIN, type Unreadable } from '../input/inputs.ts';
import type { Rendered, Task } from '../work/work.ts';
import { sha256, type Entry } from './journal.ts';

/** An input with its bytes, and their digest: `null` where they cannot be read, `undefined` where nobody can tell. */
export async function digested(found: Task | Unreadable): Promise<{ input: Task | Unreadable; digest: string | null | undefined }> {
  if ('error' in found) return { input: found, digest: found.sha256 ?? null };
  const bytes = found.text ?? found.bytes;
  if (bytes !== undefined) return { input: found, digest: sha256(bytes) };
  if (found.path === STDIN) return { input: found, digest: undefined };
  const input = await readPath(found.path);
  return { input, digest: 'error' in input ? input.sha256 ?? null : sha256(input.bytes) };
}

/**
 * The line of the journal for an outcome.
 *
 * @param length of the output
 * @param output digest of what the input gave
 */
export function entryOf(outcome: Rendered, length: number, output: string): Entry {
  if ('piece' in outcome) {
    const { path, gist } = outcome;
    return { settled: { path, gist }, sha256: gist.sha256, length, output };
  }
  return { settled: outcome, sha256: outcome.sha256 ?? null, length, output };
}

/** What is left of an iterator, behind a value that was taken from it; it is closed where nobody wants the rest. */
export async function* peeked<T>(iterator: AsyncIterator<T>, first: T | null): AsyncGenerator<T> {
  try {
    if (first !== null) yield first;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}
