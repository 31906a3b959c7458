/** The manual page, in troff's man macros, made from the commands as they are registered. */
import type { Command } from 'commander';

/** A text as troff takes it: no line may begin a request, no backslash act. */
function roff(text: string): string {
  return text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replace(/^([.'])/gm, '\\&$1');
}

export function manual(program: Command, version: string): string {
  const help = program.createHelp();
  const options = (command: Command): string => help.visibleOptions(command).map((option) => `.TP\n.B ${roff(help.optionTerm(option))}\n${roff(help.optionDescription(option))}\n`).join('');
  const commands = program.commands.map((command) => [
    `.SS ${roff([command.name(), ...command.registeredArguments.map((argument) => (argument.required ? `<${argument.name()}>` : `[${argument.name()}]`))].join(' '))}\n`,
    `${roff(command.description())}\n`,
    ...command.registeredArguments.map((argument) => `.TP\n.I ${roff(argument.name())}\n${roff(help.argumentDescription(argument))}\n`),
    options(command),
  ].join(''));
  return [
    `.TH GOV\\-REPORT 1 "" "gov\\-report ${roff(version)}" "User Commands"\n`,
    `.SH NAME\ngov\\-report \\- ${roff(program.description())}\n`,
    '.SH SYNOPSIS\n.B gov\\-report\n.I COMMAND\n[options] [PATH...]\n',
    `.SH OPTIONS\n${options(program)}`,
    `.SH COMMANDS\n${commands.join('')}`,
    '.SH EXIT STATUS\n',
    ...[
      ['0', 'done; a closed pipe is no error'], ['1', 'findings, differences, or --fail-on met'], ['2', 'usage, or the output cannot be written'],
      ['3', 'an input could not be read; the others are done'], ['70', 'a bug'], ['129, 130, 143', 'hung up, interrupted, terminated: no half-written file is left'],
    ].map(([code, what]) => `.TP\n.B ${code!}\n${roff(what!)}\n`),
  ].join('');
}
