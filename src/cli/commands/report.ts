import { Option, type Command } from 'commander';
import type { ReportOptions } from '../actions/report.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { addReading } from '../options.ts';
import { LANGUAGES } from '../render/words.ts';

/** `gov-report report` */
export function register(program: Command, io: Io, done: (code: ExitCode) => void): void {
  addReading(program.command('report').description('a page to look at: every report beside its form, many with an index; without PATH a workbench that parses what is dropped on it'))
    .requiredOption('-o, --output <PLACE>', 'the page (audit.html) or, with a trailing slash, a folder of pages')
    .addOption(new Option('--lang <LANGUAGE>', 'language the page opens in; a switch is on it').choices(LANGUAGES).default('zh'))
    .option('-q, --quiet', 'no progress, no summary on standard error')
    .addHelpText('after', `
The page holds all it shows: no network, no server. Beyond 300 reports it becomes a folder with index.html and a page for each report.

Examples:
  gov-report report a.txt -o a.html
  gov-report report reports/ -o audit.html
  gov-report report reports/ -o audit/
  gov-report report -o workbench.html`)
    .action(async (paths: string[], _: ReportOptions, command: Command) => {
      const { report } = await import('../actions/report.ts');
      // `--lang` is an option of every command: what it is set to belongs to the program.
      done(await report(io, paths, command.optsWithGlobals<ReportOptions>(), program.version() ?? ''));
    });
}
