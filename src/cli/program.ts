/** The command line: one file a command, one line each here. What a command needs it imports when it runs. */
import { Command } from 'commander';
import * as check from './commands/check.ts';
import * as detect from './commands/detect.ts';
import * as explain from './commands/explain.ts';
import * as parse from './commands/parse.ts';
import * as report from './commands/report.ts';
import * as rules from './commands/rules.ts';
import * as schema from './commands/schema.ts';
import * as verify from './commands/verify.ts';
import type { ExitCode } from './exit.ts';
import { printableLines } from './escape.ts';
import type { Io } from './io.ts';

/** Adds a command to the program. `done` takes the exit code when its action has ended. */
export interface CommandModule {
  register: (program: Command, io: Io, done: (code: ExitCode) => void) => void;
}

const COMMANDS: readonly CommandModule[] = [parse, check, verify, explain, report, detect, rules, schema];

export function createProgram(io: Io, version: string, done: (code: ExitCode) => void): Command {
  const program = new Command('gov-report')
    .description('Chinese annual reports on open government information (政府信息公开工作年度报告) as structured, checked JSON')
    .version(version)
    .showHelpAfterError('(gov-report --help lists commands and options)')
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(printableLines(text)),
    })
    .exitOverride()
    .addHelpText('after', '\nExit: 0 done, 1 findings, 2 usage, 3 an input could not be read, 70 a bug,\n129 hung up, 130 interrupted, 143 terminated: no half-written file is left.');
  for (const command of COMMANDS) command.register(program, io, done);
  return program;
}
