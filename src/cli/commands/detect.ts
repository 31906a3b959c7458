import { Option, type Command } from 'commander';
import { EXIT, worse, type ExitCode } from '../exit.ts';
import { select } from '../input/inputs.ts';
import { printable } from '../terminal/escape.ts';
import { languageOfUser, write, type Io } from '../terminal/io.ts';
import { addHands, addReading, type ReadingOptions } from './options.ts';
import { parseAll, type Hands } from '../work/dispatch.ts';
import { sayFailure } from '../terminal/trouble.ts';

const MEMBERS = ['path', 'era', 'year', 'agency', 'encoding'] as const;
const HEADER = { en: ['file', 'era', 'year', 'agency', 'encoding'], zh: ['文件', '格式', '年度', '机关', '编码'] } as const;

interface DetectOptions extends ReadingOptions, Hands {
  format: 'text' | 'ndjson' | 'json' | 'csv';
}

/** `gov-report detect` */
export function register(program: Command, io: Io, done: (code: ExitCode) => void): void {
  const command = addReading(program.command('detect').description('one line a file: era, year, agency, encoding'))
    .addOption(new Option('--format <FORMAT>', 'output format').choices(['text', 'ndjson', 'json', 'csv']).default('text'));
  addHands(command).action(async (paths: string[], options: DetectOptions) => {
    done(await detect(io, paths, options));
  });
}

/** On a terminal a table under a heading, in a pipe fields parted by tabs. */
async function detect(io: Io, paths: string[], options: DetectOptions): Promise<ExitCode> {
  const aligned = options.format === 'text' && io.stdout.isTTY === true;
  const { csvLine } = await import('../../emit/csv-line.ts');
  const rows: string[][] = [[...HEADER[languageOfUser(io)]]];
  let code: ExitCode = EXIT.done;
  let first = true;
  if (options.format === 'csv') await write(io.stdout, `${csvLine(MEMBERS)}\n`);
  for await (const outcome of parseAll(io, await select(io, paths, options.filesFrom), options, options)) {
    if (!('report' in outcome)) {
      code = worse(code, sayFailure(io, outcome));
      continue;
    }
    const { template, metadata, source } = outcome.report;
    const values = [outcome.path, template.era, metadata.year ?? metadata.academicYear, metadata.agency, source.encoding];
    const shown = values.map((value) => printable(String(value ?? '')));
    if (aligned) rows.push(shown);
    else if (options.format === 'text') await write(io.stdout, shown.join('\t') + '\n');
    else if (options.format === 'csv') await write(io.stdout, `${csvLine(values)}\n`);
    else {
      const record = JSON.stringify(Object.fromEntries(MEMBERS.map((member, index) => [member, values[index]])));
      await write(io.stdout, options.format === 'ndjson' ? `${record}\n` : `${first ? '[' : ','}\n${record}`);
    }
    first = false;
  }
  if (options.format === 'json') await write(io.stdout, first ? '[]\n' : '\n]\n');
  if (aligned && rows.length > 1) await write(io.stdout, (await import('../render/table.ts')).tableLines(rows).join('\n') + '\n');
  return code;
}
