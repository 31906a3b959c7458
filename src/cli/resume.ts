/**
 * What a run has done so far, so that `--resume` can go on where it broke off. A journal stands beside the output while
 * the run lasts: a line that says how it was asked for, then a line an input. A line is written when what it tells of has
 * been, and a line that is cut counts for nothing.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rm, type FileHandle } from 'node:fs/promises';
import { openPending } from './create.ts';
import { readPath } from './inputs.ts';
import type { Rendered } from './work.ts';

/** An input whose outcome is settled: with a piece of output, or with the reason why there is none. */
export type Settled = Exclude<Rendered, { piece: unknown }> | Omit<Extract<Rendered, { piece: unknown }>, 'piece'>;

export interface Entry {
  settled: Settled;
  /** Digest of the bytes read, `null` where they could not be. */
  sha256: string | null;
  /** Length of the output when the input was done: of the one file so far, or of its own. */
  length: number;
}

/** Entries that are gathered before they are written; those lost with the process are done again. */
const GATHER = 64;

export class Journal {
  readonly path: string;
  readonly #handle: FileHandle;
  #lines: string[] = [];

  private constructor(path: string, handle: FileHandle) {
    this.path = path;
    this.#handle = handle;
  }

  /**
   * The entries of a run that was asked for in the same way, by the same version.
   *
   * @param asked everything that the output depends on but the inputs
   */
  static read(path: string, asked: string): Entry[] {
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch {
      return [];
    }
    const [first, ...lines] = text.slice(0, text.lastIndexOf('\n') + 1).split('\n').slice(0, -1);
    if (first !== asked) return [];
    return lines.map((line) => JSON.parse(line) as Entry);
  }

  /** Begins a journal anew, with the entries that still hold. */
  static async begin(path: string, asked: string, entries: readonly Entry[]): Promise<Journal> {
    const journal = new Journal(path, await openPending(path));
    journal.#lines = [asked, ...entries.map((entry) => JSON.stringify(entry))];
    await journal.flush();
    return journal;
  }

  /** Whether it is time to flush. */
  add(entry: Entry): boolean {
    this.#lines.push(JSON.stringify(entry));
    return this.#lines.length >= GATHER;
  }

  async flush(): Promise<void> {
    const lines = this.#lines;
    this.#lines = [];
    if (lines.length > 0) await this.#handle.writeFile(lines.map((line) => line + '\n').join(''));
  }

  /** The run is complete: there is nothing to go on with. */
  async remove(): Promise<void> {
    await this.#handle.close();
    await rm(this.path, { force: true });
  }
}

/** Digest of what a path holds now, `null` where it cannot be read. */
export async function digest(path: string): Promise<string | null> {
  const input = await readPath(path);
  return 'error' in input ? null : createHash('sha256').update(input.bytes).digest('hex');
}

/** Whether the input of an entry is what it was. */
export async function unchanged({ settled, sha256 }: Entry): Promise<boolean> {
  return await digest(settled.path) === sha256;
}
