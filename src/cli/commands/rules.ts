import { Option, type Command } from 'commander';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { LANGUAGES, type Language } from '../render/words.ts';

/** `gov-report rules` */
export function register(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program.command('rules').description('every finding code: severity, origin, rule, eras, sentence, why it exists')
    .addOption(new Option('--format <FORMAT>', 'output format').choices(['text', 'json']).default('text'))
    .addOption(new Option('--lang <LANGUAGE>', 'language of the sentences (default: from the locale)').choices(LANGUAGES))
    .action(async (options: { format: string; lang?: Language }) => {
      const { rules } = await import('../actions/rules.ts');
      await rules(io, options);
      done(EXIT.done);
    });
}
