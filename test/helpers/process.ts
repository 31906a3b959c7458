/** The built command as a process of its own: what only that shows (signals, pipes, a kill without warning, other users). */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
export const BIN = join(ROOT, 'bin', 'gov-report.js');
/** A report with all its tables. */
export const REPORT = readFileSync(join(ROOT, 'fixtures', '2021', 'tabs', 'report.txt'), 'utf8');
/** The shortest report there is. */
export const SHORT = '竹溪县体育局2021年政府信息公开工作年度报告\n一、总体情况\n公开信息20条。\n';

/** So many reports in five folders below `in`, no two alike. */
export function many(count: number, report = REPORT): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`in/${i % 5}/${i}.txt`, `${report}\n第${i}号\n`]));
}

export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** `gov-report parse …` */
export function parse(args: readonly string[], options: { input?: string | Uint8Array; env?: NodeJS.ProcessEnv } = {}): Ended {
  return command(['parse', ...args], options);
}

/** `gov-report …` */
export function command(args: readonly string[], { input, env, node = [] }: { input?: string | Uint8Array; env?: NodeJS.ProcessEnv; node?: string[] } = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, BIN, ...args], { encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, ...env }, ...(input === undefined ? {} : { input }) });
  return { status, stdout, stderr };
}

/** Every file below a folder with the digest of what it holds. */
export function contents(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile()).sort();
  return Object.fromEntries(names.map((name) => [name, createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')]));
}

/** Lines of a file, 0 where there is none. */
export function linesOf(path: string): number {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').length : 0;
}

/**
 * Starts `gov-report parse` on inputs of which the last, `pipe`, gives nothing yet: the run has done all others, and is not
 * over. Ends it with a signal when `some` says so.
 *
 * @returns how it ended, as `exit` tells it
 */
export async function interrupted(args: readonly string[], pipe: string, some: () => boolean, signal: NodeJS.Signals): Promise<[number | null, string | null]> {
  const release = await holdPipe(pipe);
  try {
    const child = spawn(process.execPath, [BIN, 'parse', ...args, pipe], { stdio: 'ignore' });
    await until(() => some() || child.exitCode !== null);
    if (child.exitCode !== null) throw new Error(`the run ended with ${child.exitCode} before it was interrupted`);
    const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
    child.kill(signal);
    return await ended;
  } finally {
    release();
    rmSync(pipe, { force: true });
  }
}

/** Makes a pipe that has begun to give something, so that it is waited for; returns how to let go of it. */
export async function holdPipe(path: string): Promise<() => void> {
  if (!existsSync(path)) spawnSync('mkfifo', [path]);
  const holder: ChildProcess = spawn('sh', ['-c', 'exec 3<>"$0"; printf 一 >&3; echo held; read line', path], { stdio: ['pipe', 'pipe', 'ignore'] });
  await once(holder.stdout!, 'data');
  return () => { holder.stdin!.end('\n'); };
}

/** Waits for a condition. */
export async function until(condition: () => boolean, milliseconds = 5): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
