/** The command line's entry: runs a command and turns whatever happens into an exit code. */
import { readFileSync } from 'node:fs';
import { CommanderError } from 'commander';
import { ClosedPipe, EXIT, UsageError, type ExitCode } from './exit.ts';
import { say, type Io } from './io.ts';
import { discardPending } from './output.ts';
import { createProgram } from './program.ts';
import { describe } from './trouble.ts';

/** Runs one command line and returns its exit code; never throws. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  try {
    await createProgram(io, packageVersion(), (result) => { code = result; }).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    discardPending();
    if (error instanceof ClosedPipe) return EXIT.done;
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (error instanceof UsageError) {
      say(io, `gov-report: ${error.message}`);
      return EXIT.usage;
    }
    say(io, `gov-report: internal error, please report it: ${describe(error)}`);
    return EXIT.bug;
  }
}

/** The process: its streams, its signals, its exit code. */
export async function main(): Promise<void> {
  process.once('SIGINT', () => {
    discardPending();
    process.exit(EXIT.interrupted);
  });
  process.once('SIGTERM', () => {
    discardPending();
    process.exit(143);
  });
  // A reader that has gone or a full disk is told by the write that fails; without a listener the process would die of it.
  process.stdout.on('error', () => { /* see `write` */ });
  process.stderr.on('error', () => { /* nobody is left to tell */ });
  process.exitCode = await run(process.argv.slice(2), process);
}

function packageVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
