import { Option, type Command } from 'commander';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../terminal/io.ts';

/** `gov-report rules` */
export function register(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program.command('rules').description('every finding code: severity, origin, rule, eras, sentence, why it exists')
    .argument('[CODE]', 'a code, or the beginning of some (applications); without it all of them')
    .addOption(new Option('--format <FORMAT>', 'output format').choices(['text', 'json']).default('text'))
    .action(async (code: string | undefined, options: { format: string }) => {
      const { rules } = await import('../actions/rules.ts');
      await rules(io, code, options);
      done(EXIT.done);
    });
}
