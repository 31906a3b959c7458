import { Option, type Command } from 'commander';
import type { ExitCode } from '../exit.ts';
import { EXIT } from '../exit.ts';
import { OUTPUT_FORMATS } from '../output/formats.ts';
import { write, type Io } from '../terminal/io.ts';
import { addHands, addReading } from './options.ts';
import { parse, type ParseCommandOptions } from './parse.ts';

interface SeriesOptions extends ParseCommandOptions {
  measures?: boolean;
}

/** `gov-report series` */
export function register(program: Command, io: Io, done: (code: ExitCode) => void): void {
  const command = addReading(program.command('series').description('one row for an agency, a year and a measure: applications received, granted, refused by ground, …'))
    .addOption(new Option('--format <FORMAT>', 'output format (default: csv, or that of the -o extension)').choices(OUTPUT_FORMATS.map((format) => format.name)))
    .option('-o, --output <FILE>', 'write to a file (format from its extension)')
    .option('--excel', 'CSV: with a byte order mark and CRLF, as Excel wants it')
    .option('--measures', 'list the measures: code, Chinese and English name, unit');
  addHands(command)
    .option('-q, --quiet', 'no progress, no summary on standard error')
    .addHelpText('after', '\nExamples:\n  gov-report series reports/ -o series.csv\n  gov-report series reports/ -o series.parquet -q')
    .action(async (paths: string[], options: SeriesOptions) => {
      if (options.measures === true) {
        await listMeasures(io);
        done(EXIT.done);
        return;
      }
      const format = options.format ?? (options.output === undefined || options.output === '-' ? 'csv' : undefined);
      done(await parse(io, paths, { ...options, ...(format === undefined ? {} : { format }), table: 'series' }, program.version() ?? ''));
    });
}

async function listMeasures(io: Io): Promise<void> {
  const [{ MEASURES, RATES }, { tableLines }] = await Promise.all([import('../../series/measures.ts'), import('../render/table.ts')]);
  const rows = [...MEASURES.map(({ code, zh, en, unit }) => [code, zh, en, unit]), ...RATES.map(({ code, zh, en }) => [code, zh, en, ''])];
  await write(io.stdout, io.stdout.isTTY === true ? `${tableLines(rows).join('\n')}\n` : rows.map((row) => `${row.join('\t')}\n`).join(''));
}
