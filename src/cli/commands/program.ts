/** The command line: one file a command, one line each here. What a command needs it imports when it runs. */
import { Command, Option } from 'commander';
import { helpLines, helpText } from '../../messages/help.ts';
import { LANGUAGES } from '../../messages/language.ts';
import { translate } from '../../messages/said.ts';
import * as check from './check.ts';
import * as completion from './completion.ts';
import * as detect from './detect.ts';
import * as diff from './diff.ts';
import * as explain from './explain.ts';
import * as man from './man.ts';
import * as parse from './parse.ts';
import * as report from './report.ts';
import * as rules from './rules.ts';
import * as schema from './schema.ts';
import * as series from './series.ts';
import * as verify from './verify.ts';
import type { ExitCode } from '../exit.ts';
import { printableLines } from '../terminal/escape.ts';
import { languageOfUser, type Io } from '../terminal/io.ts';

/** Adds a command to the program. `done` takes the exit code when its action has ended. */
export interface CommandModule {
  register: (program: Command, io: Io, done: (code: ExitCode) => void) => void;
}

const COMMANDS: readonly CommandModule[] = [parse, series, check, verify, explain, diff, report, detect, rules, schema, completion, man];

export function createProgram(io: Io, version: string, done: (code: ExitCode) => void): Command {
  const language = languageOfUser(io);
  const program = new Command('gov-report')
    .description('Chinese annual reports on open government information (政府信息公开工作年度报告) as structured, checked JSON')
    .version(version)
    .showHelpAfterError(translate('(gov-report --help lists commands and options)', language))
    .configureOutput({
      writeOut: (text) => io.stdout.write(helpLines(text, language)),
      writeErr: (text) => io.stderr.write(printableLines(text.split('\n').map((line) => translate(line, language)).join('\n'))),
    })
    .configureHelp({
      styleTitle: (title) => helpText(title, language),
      commandDescription: (command) => helpText(command.description(), language),
      subcommandDescription: (command) => helpText(command.summary() === '' ? command.description() : command.summary(), language),
      argumentDescription: (argument) => extended(helpText(argument.description, language), argument.argChoices, argument.defaultValue),
      optionDescription: (option) => extended(helpText(option.description, language), option.argChoices, option.defaultValue),
    })
    .exitOverride()
    .addHelpText('after', '\nExit: 0 done, 1 findings, 2 usage, 3 an input could not be read, 70 a bug,\n129 hung up, 130 interrupted, 143 terminated: no half-written file is left.');
  /** With the choices and the default behind it. */
  function extended(text: string, choices: readonly string[] | undefined, standard: unknown): string {
    const parts = [
      ...(choices === undefined ? [] : [helpText('(choices: {})', language).replace('{}', choices.join(', '))]),
      ...(typeof standard !== 'string' && typeof standard !== 'number' ? [] : [helpText('(default: {})', language).replace('{}', String(standard))]),
    ];
    return [text, ...parts].join(' ').trim();
  }
  for (const command of COMMANDS) command.register(program, io, done);
  for (const command of [program, ...program.commands].filter(({ options }) => !options.some(({ long }) => long === '--lang'))) command.addOption(new Option('--lang <LANGUAGE>', 'language of messages and help (default: from the locale)').choices(LANGUAGES));
  return program;
}

/** The language that a command line asks for, whatever else is in it: also help and what is wrong with the line are told in it. */
export function languageAsked(args: readonly string[]): string | null {
  for (const [index, argument] of args.entries()) {
    if (argument === '--') return null;
    if (argument === '--lang') return args[index + 1] ?? null;
    if (argument.startsWith('--lang=')) return argument.slice('--lang='.length);
  }
  return null;
}
