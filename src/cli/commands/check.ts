import { Option, type Command } from 'commander';
import type { CheckOptions } from '../actions/check.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../terminal/io.ts';
import { addFailing, addHands, addReading, SEVERITY_NAMES } from './options.ts';

/** `gov-report check` */
export function register(program: Command, io: Io, done: (code: ExitCode) => void): void {
  const command = addReading(program.command('check').description('what is wrong or doubtful in reports, and between the reports of one agency'))
    .addOption(new Option('--format <FORMAT>', 'output format').choices(['text', 'json', 'ndjson', 'csv', 'github', 'sarif', 'junit']).default('text'))
    .addOption(new Option('--severity <SEVERITY>', 'show findings that bad or worse').choices(SEVERITY_NAMES).default('info'))
    .option('--rule <CODE>', 'only findings of this code or group (applications/balance, prose); may be repeated', (code: string, codes: string[] | undefined) => [...codes ?? [], code])
    .option('--summary', 'only the counts, no single findings')
    .option('-q, --quiet', 'no counts, no progress');
  addFailing(addHands(command), new Option('--fail-on <SEVERITY>', 'exit 1 where a finding is that bad or worse').choices([...SEVERITY_NAMES, 'never']).default('error'))
    .addHelpText('after', '\nExamples:\n  gov-report check reports/\n  gov-report check reports/ --severity warning --rule prose --lang zh\n  gov-report check reports/ --format github --fail-on warning\n  gov-report check reports/ --fail-on error --origin all')
    .action(async (paths: string[], options: CheckOptions) => {
      const { check } = await import('../actions/check.ts');
      done(await check(io, paths, options));
    });
}
