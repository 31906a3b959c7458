import { Option, type Command } from 'commander';
import type { VerifyOptions } from '../actions/verify.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../terminal/io.ts';

/** `gov-report verify` */
export function register(program: Command, io: Io, done: (code: ExitCode) => void): void {
  program.command('verify').description('hold every report of a folder against the expected.json beside it')
    .argument('<DIR>', 'a folder, walked: report.txt beside expected.json, or NAME.txt beside NAME.expected.json')
    .option('--update', 'write what came out; files marked "reviewed": true stay')
    .option('--force', 'with --update: write over reviewed files too')
    .option('--only <PATH>', 'only this report, or the reports of this folder; may be repeated', (path: string, paths: string[] | undefined) => [...paths ?? [], path])
    .addOption(new Option('--format <FORMAT>', 'output format: annotations of GitHub, JUnit, a difference a line').choices(['text', 'github', 'junit', 'ndjson']).default('text'))
    .addHelpText('after', `
An expectation is a report, or some of its members: what it leaves out is not judged, source.path never is.
Exit 1 on a difference, on a report without an expectation and on an expectation without its report.`)
    .action(async (folder: string, options: VerifyOptions) => {
      const { verify } = await import('../actions/verify.ts');
      done(await verify(io, folder, options));
    });
}
