import { Option, type Command } from 'commander';
import type { ReportOptions } from '../actions/report.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../terminal/io.ts';
import { addReading } from './options.ts';
import { LANGUAGES } from '../render/words.ts';

/** `gov-report report` */
export function register(program: Command, io: Io, done: (code: ExitCode) => void): void {
  addReading(program.command('report').description('a page to look at: every report beside its form, many with an index; without PATH a workbench that parses what is dropped on it'))
    .requiredOption('-o, --output <PLACE>', 'the page (audit.html) or, with a trailing slash, a folder of pages')
    .addOption(new Option('--lang <LANGUAGE>', 'language of messages, help and the page when it opens (default: from the locale)').choices(LANGUAGES))
    .option('-q, --quiet', 'no progress, no summary on standard error')
    .addHelpText('after', `
The page holds all it shows: no network, no server. Beyond 300 reports it becomes a folder with index.html and a page for each report.

Examples:
  gov-report report a.txt -o a.html
  gov-report report reports/ -o audit.html
  gov-report report reports/ -o audit/
  gov-report report -o workbench.html`)
    .action(async (paths: string[], options: ReportOptions) => {
      const { report } = await import('../actions/report.ts');
      done(await report(io, paths, options, program.version() ?? ''));
    });
}
