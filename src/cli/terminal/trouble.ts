/** What the user is told about an input that yielded no report. */
import { printable } from './escape.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Unreadable } from '../input/inputs.ts';
import { say, sayLines, type Io } from './io.ts';

/** Says on one line why there is no report, with the stack where it is our own fault; returns the exit code it asks for. */
export function sayFailure(io: Io, failure: Unreadable | { path: string; bug: unknown }): ExitCode {
  const path = failure.path === '-' ? 'standard input' : failure.path;
  if ('error' in failure) {
    say(io, `gov-report: ${path}: ${failure.error}`);
    return EXIT.unreadable;
  }
  sayLines(io, `gov-report: ${printable(path)}: internal error, please report it: ${describe(failure.bug)}`);
  return EXIT.bug;
}

/** An exception with its stack. */
export function describe(bug: unknown): string {
  return bug instanceof Error ? (bug.stack ?? bug.message) : String(bug);
}
