import { Option, type Command } from 'commander';
import type { DiffOptions } from '../actions/diff.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../terminal/io.ts';
import { ERA_NAMES } from './eras.ts';
import { nameEncoding } from './options.ts';

/** `gov-report diff` */
export function register(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program.command('diff').description('what changed between two reports of one body: cells, sections, facts')
    .argument('<A>', 'the earlier report; - for standard input')
    .argument('<B>', 'the later report')
    .addOption(new Option('--format <FORMAT>', 'output format').choices(['text', 'json']).default('text'))
    .option('--encoding <LABEL>', 'read as this encoding instead of detecting it')
    .hook('preAction', (_, action) => nameEncoding(action))
    .addOption(new Option('--era <ERA>', 'read with this template instead of detecting it').choices(ERA_NAMES))
    .addHelpText('after', '\nExit 0 where nothing changed, 1 where something did.\n\nExamples:\n  gov-report diff 2022.txt 2023.txt\n  gov-report diff draft.docx final.pdf --format json')
    .action(async (a: string, b: string, options: DiffOptions) => {
      const { diff } = await import('../actions/diff.ts');
      done(await diff(io, a, b, options));
    });
}
