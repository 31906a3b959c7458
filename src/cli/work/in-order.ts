/** Results in the order of their tasks, some of which are under way at a time. */

/**
 * Results in the order of the tasks, while up to `window` of them are begun and not yet taken: a slow taker holds up the
 * reading of tasks, a slow task holds up those behind it and nothing grows.
 */
export async function* inOrder<Task, Result>(
  tasks: Iterable<Task> | AsyncIterable<Task>,
  start: (task: Task) => Promise<Result>,
  window: number,
): AsyncGenerator<Result> {
  const begun: Promise<Result>[] = [];
  let wake = (): void => { /* nobody waits yet */ };
  const change = (): Promise<void> => new Promise((resolve) => { wake = resolve; });
  let room = (): void => { /* nobody waits yet */ };
  const state = { ended: false, stopped: false, failure: undefined as { error: unknown } | undefined };
  const isStopped = (): boolean => state.stopped;
  const feed = async (): Promise<void> => {
    try {
      for await (const task of tasks) {
        if (isStopped()) return;
        const result = start(task);
        // Its turn to be waited for may come after it has failed.
        result.catch(() => undefined);
        begun.push(result);
        wake();
        if (begun.length >= window) await new Promise<void>((resolve) => { room = resolve; });
        // Nobody takes more: the source of the tasks is closed, and no other is asked for.
        if (isStopped()) return;
      }
    } catch (error) {
      state.failure = { error };
    } finally {
      state.ended = true;
      wake();
    }
  };
  void feed();
  try {
    while (true) {
      if (begun.length === 0) {
        if (state.ended) break;
        await change();
        continue;
      }
      yield await begun[0]!;
      void begun.shift();
      room();
    }
    if (state.failure !== undefined) throw state.failure.error;
  } finally {
    state.stopped = true;
    room();
  }
}
