/** All reports in one file. */
import { createReadStream, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '../exit.ts';
import type { FormatOptions, OutputFormat } from './formats.ts';
import type { Rendered } from '../work/work.ts';
import { disk } from './disk.ts';
import { Journal, sha256, type Entry, type Settled } from './journal.ts';
import { lock } from './lock.ts';
import type { Output, OutputOptions, Source } from './output.ts';
import { attempt, beside } from './pending.ts';
import { digested, entryOf, peeked } from './settled.ts';
import { openWhole, placeOf, type WholeFile } from './whole-file.ts';

/** Output that is gathered before it is written. */
const GATHER = 1 << 16;

/** @throws UsageError where the file cannot be written, or is an input */
export async function fileOutput(path: string, format: OutputFormat, formatOptions: FormatOptions, asked: string, options: OutputOptions): Promise<Output> {
  const place = placeOf(path);
  const resumes = options.resume === true;
  refuseInput(path, place.target, options.paths);
  const writer = await format.open(formatOptions);
  const journalPath = beside(place.target, '.journal');
  const release = place.special ? null : await lock(beside(place.target, '.lock'), path, options.tell);
  const resumable = format.binary !== true && !place.special;
  let file: WholeFile;
  let journal: Journal | null = null;
  let length = 0;
  let chunks: Uint8Array[] = [];
  let gathered = 0;
  const take = (chunk: string | Uint8Array): string => {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    gathered += bytes.length;
    length += bytes.length;
    return sha256(bytes);
  };
  const flush = async (): Promise<void> => {
    const taken = chunks;
    chunks = [];
    gathered = 0;
    if (taken.length > 0) await file.write(Buffer.concat(taken));
    if (journal !== null) await attempt(journalPath, () => journal!.flush());
  };
  return {
    format: format.name, formatOptions,
    begin: async (source: Source, settle: (settled: Settled) => void) => {
      const iterator = source[Symbol.asyncIterator]();
      const kept: Entry[] = [];
      const peek = resumes ? await keep(iterator, Journal.read(journalPath, asked), place.temporary, kept) : null;
      length = kept.at(-1)?.length ?? 0;
      file = await openWhole(place, length, resumes);
      let begun = false;
      for (const { settled } of kept) {
        if (!('gist' in settled)) continue;
        if (settled.gist.print !== undefined) writer.recall?.(settled.gist.print);
        begun = true;
      }
      // The opening (a CSV heading, the bracket of an array) stands in the file already.
      if (begun && writer.recall === undefined) writer.write('');
      if (resumable) journal = await attempt(journalPath, () => Journal.begin(journalPath, asked, kept, resumes));
      for (const { settled } of kept) settle(settled);
      return peeked(iterator, peek);
    },
    add: async (outcome: Rendered) => {
      const output = take('piece' in outcome ? writer.write(outcome.piece) : '');
      journal?.add(entryOf(outcome, length, output));
      if (gathered >= GATHER || place.special) await flush();
      return null;
    },
    close: async () => {
      take(writer.end());
      await flush();
      await file.sync();
      await file.commit();
      if (!place.special) await attempt(path, () => { disk.syncFolder(dirname(place.target)); });
      if (journal !== null) await attempt(journalPath, () => journal!.remove());
      await release?.();
    },
  };
}

/**
 * Takes from the inputs those whose outcome still holds: as long as they are the same, in the same order, and what
 * they gave stands in the file.
 *
 * @returns the first input that does not, with its bytes where they are known; `null` where the inputs have ended
 */
async function keep(iterator: AsyncIterator<Parameters<typeof digested>[0]>, entries: readonly Entry[], partial: string, kept: Entry[]): Promise<Awaited<ReturnType<typeof digested>>['input'] | null> {
  const holds = readerOf(partial);
  for (;;) {
    const next = await iterator.next();
    if (next.done === true) return null;
    const entry = entries[kept.length];
    if (entry === undefined) return next.value;
    const { input, digest } = await digested(next.value);
    if (entry.settled.path !== input.path || digest === undefined || digest !== entry.sha256 || !(await holds(entry))) return input;
    kept.push(entry);
  }
}

/** Tells of one entry after the other whether the file holds what it says; reads the file once. */
function readerOf(partial: string): (entry: Entry) => Promise<boolean> {
  const size = statSync(partial, { throwIfNoEntry: false })?.size ?? 0;
  let at = 0;
  return async ({ length, output }) => {
    if (length < at || length > size) return false;
    const parts: Uint8Array[] = [];
    if (length > at) for await (const part of createReadStream(partial, { start: at, end: length - 1 })) parts.push(part as Uint8Array);
    at = length;
    return sha256(Buffer.concat(parts)) === output;
  };
}

function refuseInput(path: string, target: string, paths: readonly string[]): void {
  const output = statSync(target, { throwIfNoEntry: false });
  if (output === undefined || !output.isFile()) return;
  for (const input of paths) {
    const info = statSync(input, { throwIfNoEntry: false });
    if (info !== undefined && info.ino === output.ino && info.dev === output.dev) throw new UsageError(`cannot write ${path}: it is an input${input === path ? '' : ` (${input})`}`);
  }
}
