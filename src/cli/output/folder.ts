/** One JSON a report in a folder. */
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../exit.ts';
import type { FormatOptions, Writer } from './formats.ts';
import type { Rendered } from '../work/work.ts';
import { disk } from './disk.ts';
import { Journal, sha256, type Entry, type Settled } from './journal.ts';
import { lock } from './lock.ts';
import { isBelow, OutputNames } from './names.ts';
import type { Output, OutputOptions, Source } from './output.ts';
import { attempt } from './pending.ts';
import { digested, entryOf } from './settled.ts';
import { lookAt, openWhole, placeOf, type WholeFile } from './whole-file.ts';

/** In the folder, while a run lasts. */
const JOURNAL = '.gov-report.journal';
const LOCK = '.gov-report.lock';

/** Files that get their names together: making them safe from a loss of power takes as long for many as for one. */
const GATHER = 64;

/** @throws UsageError where the folder cannot be written, or is an input */
export async function folderOutput(folder: string, writer: Writer, format: string, formatOptions: FormatOptions, asked: string, options: OutputOptions): Promise<Output> {
  refuseInside(folder, options.folders);
  await makeFolder(folder);
  const release = await lock(join(folder, LOCK), folder, options.tell);
  const names = new OutputNames(options.paths, existsSync(join(folder, LOCK.toUpperCase())));
  const inputs = new Set(options.paths.map((path) => idOf(path)).filter((id) => id !== null));
  const journalPath = join(folder, JOURNAL);
  const resumes = options.resume === true;
  let journal: Journal;
  let written: { file: WholeFile; target: string; entry: Entry }[] = [];
  const flush = async (): Promise<void> => {
    const taken = written;
    written = [];
    await Promise.all(taken.map(({ file }) => file.sync()));
    for (const { file, entry } of taken) {
      await file.commit();
      journal.add(entry);
    }
    for (const below of new Set(taken.map(({ target }) => dirname(target)))) await attempt(below, () => { disk.syncFolder(below); });
    await attempt(journalPath, () => journal.flush());
  };
  return {
    format, formatOptions,
    begin: async (source: Source, settle: (settled: Settled) => void) => {
      const earlier = new Map((resumes ? Journal.read(journalPath, asked) : []).map((entry) => [entry.settled.path, entry]));
      // Where a file of its own is lacking, another attempt costs nothing.
      const known = new Map([...earlier].filter(([, entry]) => 'gist' in entry.settled));
      journal = await attempt(journalPath, () => Journal.begin(journalPath, asked, [...known.values()], resumes));
      return (async function* () {
        for await (const found of source) {
          const entry = known.get(found.path);
          if (entry === undefined) {
            yield found;
            continue;
          }
          const { input, digest } = await digested(found);
          const name = names.of(found.path);
          if (digest !== undefined && digest === entry.sha256 && name !== null && holds(join(folder, name), entry)) settle(entry.settled);
          else yield input;
        }
      })();
    },
    add: async (outcome: Rendered) => {
      if (!('piece' in outcome)) return null;
      const name = names.of(outcome.path)!;
      const target = join(folder, name);
      if (!isBelow(folder, target)) return { path: outcome.path, error: 'its name leads out of the output folder' };
      await makeFolder(dirname(target));
      const place = placeOf(target);
      if (inputs.has(idOf(place.target) ?? '')) throw new UsageError(`cannot write ${target}: it is an input`);
      const file = await openWhole(place);
      const bytes = Buffer.from(writer.write(outcome.piece));
      await file.write(bytes);
      written.push({ file, target: place.target, entry: entryOf(outcome, bytes.length, sha256(bytes)) });
      if (written.length >= GATHER) await flush();
      return null;
    },
    close: async () => {
      await flush();
      await attempt(journalPath, () => journal.remove());
      await release();
    },
  };
}

function holds(file: string, { length, output }: Entry): boolean {
  try {
    return statSync(file).size === length && sha256(readFileSync(file)) === output;
  } catch {
    return false;
  }
}

async function makeFolder(folder: string): Promise<void> {
  await attempt(folder, () => { disk.makeFolder(folder); });
}

/** What a path stands for, whatever it is called; `null` where there is nothing. */
function idOf(path: string): string | null {
  const info = statSync(path, { throwIfNoEntry: false });
  return info === undefined ? null : `${info.dev}:${info.ino}`;
}

/** A folder written into itself would hold what was read and what was made of it, and be read the next time. */
function refuseInside(folder: string, inputs: readonly string[]): void {
  const real = realOf(folder);
  for (const input of inputs) {
    const own = realpathSync(input);
    if (real === own || isBelow(own, real)) throw new UsageError(`cannot write into ${folder}: it is ${real === own ? 'the input folder' : 'inside the input folder'} ${input}`);
  }
}

/** The real path of a folder that need not exist yet. */
function realOf(folder: string): string {
  if (lookAt(folder, statSync) !== undefined) return realpathSync(folder);
  const parent = dirname(folder.replace(/[\\/]+$/, ''));
  return join(parent === folder ? parent : realOf(parent), folder.replace(/[\\/]+$/, '').slice(parent === '.' ? 0 : parent.length));
}
