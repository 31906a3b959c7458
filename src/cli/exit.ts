/** Exit codes, and the errors that decide them. */
export const EXIT = {
  done: 0,
  /** Findings (`check`, `verify`), or `--fail-on` met. */
  findings: 1,
  usage: 2,
  /** An input could not be read; the others are done. */
  unreadable: 3,
  bug: 70,
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The worse of two: a bug outweighs an unreadable input, that outweighs findings. */
export function worse(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}

/** The command cannot do what it was asked to; its message is for the user. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** The reader of our output has gone (`| head`): no error, nothing left to do. */
export class ClosedPipe extends Error {
  override name = 'ClosedPipe';
}
