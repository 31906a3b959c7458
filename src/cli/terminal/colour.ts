/** Colour on a terminal only, and never against NO_COLOR. */
import { Chalk } from 'chalk';
import type { Io } from './io.ts';
import { PLAIN, type Paint } from '../render/findings.ts';

export function paintFor(io: Io, environment: Record<string, string | undefined>): Paint {
  const forced = environment['FORCE_COLOR'] !== undefined && environment['FORCE_COLOR'] !== '0';
  const refused = (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb' || environment['FORCE_COLOR'] === '0';
  if (refused || !(io.stdout.isTTY === true || forced)) return PLAIN;
  const chalk = new Chalk({ level: 1 });
  const colours = { error: chalk.red, warning: chalk.yellow, info: chalk.cyan };
  return { severity: (severity, text) => colours[severity](text), strong: (text) => chalk.bold(text), faint: (text) => chalk.dim(text) };
}

/** Places of a line: those of the terminal, 100 in a pipe; at least 40. */
export function widthOf(io: Io): number {
  return Math.max(40, io.stdout.columns ?? 100);
}
