/** One place takes one run at a time: a lock beside the output, with the process that holds it. */
import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { UsageError } from '../exit.ts';
import { disk } from './disk.ts';
import { attempt, pending } from './pending.ts';

interface Holder {
  pid: number;
  host: string;
  /** When the process began, where the system tells: a pid is given away again. */
  began: string | null;
}

/**
 * Takes the lock. That of a process that is gone is told of and taken over.
 *
 * @param path the lock
 * @param output what it is about, for people
 * @returns how to let go of it; whatever else ends the run (`discardPending`) does that too
 * @throws UsageError where another run holds it
 */
export async function lock(path: string, output: string, tell: (message: string) => void): Promise<() => Promise<void>> {
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), began: beginning(process.pid) } satisfies Holder);
  for (let round = 0; ; round++) {
    if (await attempt(output, () => isCreated(path, mine))) break;
    const text = textOf(path);
    if (text === null) continue;
    const holder = parse(text);
    if (round > 9 || isAlive(holder)) throw new UsageError(`another run${by(holder)} writes into ${output}: let it end, or choose another place (its lock is ${path})`);
    if (takeAway(path, text)) tell(`${output}: a run${by(holder)} broke off without letting go of it; taking over`);
  }
  pending.add(path);
  return () => attempt(output, () => {
    disk.remove(path);
    pending.delete(path);
  });
}

function by(holder: Holder | null): string {
  return holder === null ? '' : ` (process ${holder.pid}${holder.host === hostname() ? '' : ` on ${holder.host}`})`;
}

function isCreated(path: string, text: string): boolean {
  try {
    disk.createOnce(path, text);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** `null` where nobody can be made out: a lock that a crash left empty. */
function parse(text: string): Holder | null {
  try {
    const { pid, host, began } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && Number.isSafeInteger(pid) && pid > 0 && typeof host === 'string' ? { pid, host, began: began ?? null } : null;
  } catch {
    return null;
  }
}

/** Whether the holder may be at work: what runs on another machine cannot be told from here. */
function isAlive(holder: Holder | null): boolean {
  if (holder === null) return false;
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const began = beginning(holder.pid);
  return began === null || holder.began === null || began === holder.began;
}

/** The 22nd field of `/proc/PID/stat`; the second, in brackets, may hold anything. */
function beginning(pid: number): string | null {
  const text = textOf(`/proc/${pid}/stat`);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

/** Removes a lock, unless another run has taken it over between our look at it and now. */
function takeAway(path: string, seen: string): boolean {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return false;
  }
  const moved = textOf(aside);
  if (moved !== seen) {
    try {
      linkSync(aside, path);
    } catch {
      // A third one holds it by now.
    }
  }
  rmSync(aside, { force: true });
  return moved === seen;
}
