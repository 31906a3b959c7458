import { Option, type Command } from 'commander';
import type { ExplainOptions } from '../actions/explain.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../terminal/io.ts';
import { ERA_NAMES } from './eras.ts';
import { nameEncoding } from './options.ts';

/** `gov-report explain` */
export function register(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program.command('explain').description('where a number comes from: its label, its line, the rules it takes part in')
    .argument('<FILE>', 'a report; - for standard input')
    .argument('[WHAT]', 'a cell (applications.received.total), the start of some, or the metric of facts; without it the list of cells')
    .option('--encoding <LABEL>', 'read as this encoding instead of detecting it')
    .hook('preAction', (_, action) => nameEncoding(action))
    .addOption(new Option('--era <ERA>', 'read with this template instead of detecting it').choices(ERA_NAMES))
    .option('--ledger', 'every number of the tables, and what it was taken for; with WHAT those of one kind (unexplained, open, other-row, …)')
    .addHelpText('after', '\nExamples:\n  gov-report explain a.txt\n  gov-report explain a.txt applications.received.total\n  gov-report explain a.txt litigation\n  gov-report explain a.txt --ledger\n  gov-report explain a.txt unexplained --ledger')
    .action(async (file: string, what: string | undefined, options: ExplainOptions) => {
      const { explain } = await import('../actions/explain.ts');
      done(await explain(io, file, what, options));
    });
}
