import type { Command } from 'commander';
import { EXIT, worse, type ExitCode } from '../exit.ts';
import { select } from '../inputs.ts';
import { printable } from '../escape.ts';
import { write, type Io } from '../io.ts';
import { addReading, type ReadingOptions } from '../options.ts';
import { parseAll } from '../dispatch.ts';
import { displayWidth } from '../terminal.ts';
import { sayFailure } from '../trouble.ts';

const HEADER = ['file', 'era', 'year', 'agency', 'encoding'];

/** `gov-report detect` */
export function register(program: Command, io: Io, done: (code: ExitCode) => void): void {
  addReading(program.command('detect').description('one line a file: era, year, agency, encoding'))
    .action(async (paths: string[], options: ReadingOptions) => {
      done(await detect(io, paths, options));
    });
}

async function detect(io: Io, paths: string[], options: ReadingOptions): Promise<ExitCode> {
  const aligned = io.stdout.isTTY === true;
  const rows: string[][] = [HEADER];
  let code: ExitCode = EXIT.done;
  for await (const outcome of parseAll(io, await select(io, paths, options.filesFrom), options)) {
    if (!('report' in outcome)) {
      code = worse(code, sayFailure(io, outcome));
      continue;
    }
    const { template, metadata, source } = outcome.report;
    const row = [outcome.path, template.era, String(metadata.year ?? metadata.academicYear ?? ''), metadata.agency ?? '', source.encoding ?? ''].map(printable);
    if (aligned) rows.push(row);
    else await write(io.stdout, row.join('\t') + '\n');
  }
  if (aligned && rows.length > 1) await write(io.stdout, align(rows));
  return code;
}

/** Columns as wide as their widest cell on a terminal, where a Chinese character takes two places. */
function align(rows: readonly string[][]): string {
  const widths = HEADER.map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column]!))));
  return rows.map((row) => row.map((cell, column) => cell + ' '.repeat(widths[column]! - displayWidth(cell))).join('  ').trimEnd() + '\n').join('');
}
