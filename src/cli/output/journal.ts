/**
 * What a run has done so far, so that `--resume` can go on where it broke off. A journal stands beside the output while
 * the run lasts: a line that says how it was asked for, then a line an input. Each line begins with a digest of the rest, so
 * that one that is cut, zeroed or altered counts for nothing.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { Rendered } from '../work/work.ts';
import { disk } from './disk.ts';
import { closeOpen, noteOpen, pending } from './pending.ts';

/** An input whose outcome is settled: with a piece of output, or with the reason why there is none. */
export type Settled = Exclude<Rendered, { piece: unknown }> | Omit<Extract<Rendered, { piece: unknown }>, 'piece'>;

export interface Entry {
  settled: Settled;
  /** Digest of the bytes read, `null` where they could not be. */
  sha256: string | null;
  /** Length of the output when the input was done: of the one file so far, or of its own. */
  length: number;
  /** Digest of what the input gave: the last bytes of the one file so far, or its own file. */
  output: string;
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Lines guard themselves with this much of their digest. */
const GUARD = 16;

function guarded(text: string): string {
  return `${sha256(text).slice(0, GUARD)} ${text}\n`;
}

export class Journal {
  readonly path: string;
  readonly #handle: FileHandle;
  #lines: string[] = [];

  private constructor(path: string, handle: FileHandle) {
    this.path = path;
    this.#handle = handle;
  }

  /**
   * The entries of a run that was asked for in the same way, by the same version, as far as they are whole.
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
    const whole: string[] = [];
    for (const line of text.split('\n').slice(0, -1)) {
      const content = line.slice(GUARD + 1);
      if (line + '\n' !== guarded(content)) break;
      whole.push(content);
    }
    return whole[0] === asked ? whole.slice(1).map((line) => JSON.parse(line) as Entry) : [];
  }

  /**
   * Begins a journal anew, with the entries that still hold: under another name until they are written, so that breaking
   * off here loses nothing.
   *
   * @param keeps whether an interruption leaves it for a later run
   */
  static async begin(path: string, asked: string, entries: readonly Entry[], keeps: boolean): Promise<Journal> {
    const fresh = `${path}.new`;
    pending.add(fresh);
    disk.create(fresh);
    if (!keeps) pending.add(path);
    const journal = new Journal(path, noteOpen(await disk.append(fresh)));
    journal.#lines = [asked, ...entries.map((entry) => JSON.stringify(entry))].map(guarded);
    await journal.flush();
    await disk.rename(fresh, path);
    pending.delete(fresh);
    return journal;
  }

  add(entry: Entry): void {
    this.#lines.push(guarded(JSON.stringify(entry)));
  }

  async flush(): Promise<void> {
    const lines = this.#lines;
    this.#lines = [];
    if (lines.length > 0) await disk.write(this.#handle, Buffer.from(lines.join('')));
  }

  /** The run is complete: there is nothing to go on with. */
  async remove(): Promise<void> {
    await closeOpen(this.#handle);
    disk.remove(this.path);
    pending.delete(this.path);
  }
}
