import { Option, type Command } from 'commander';
import { TABLE_NAMES, type TableName } from '../../emit/emitter.ts';
import type { Report } from '../../schema/report.ts';
import { EXIT, UsageError, worse, type ExitCode } from '../exit.ts';
import { OUTPUT_FORMATS } from '../output/formats.ts';
import { select } from '../input/inputs.ts';
import { languageOfUser, say, type Io } from '../terminal/io.ts';
import { addFailing, addHands, addReading, fails, SEVERITY_NAMES, type FailOptions, type ReadingOptions } from './options.ts';
import { openOutput } from '../output/output.ts';
import { Progress } from '../terminal/progress.ts';
import { openArchives } from '../input/archives.ts';
import { countOf, fetcher, renderTasks, threads } from '../work/dispatch.ts';
import type { Settled } from '../output/journal.ts';
import { Summary } from '../terminal/summary.ts';
import { sayFailure } from '../terminal/trouble.ts';
import type { Work } from '../work/work.ts';

export interface ParseCommandOptions extends ReadingOptions, FailOptions {
  format?: string;
  pretty?: boolean;
  omit?: (keyof Report)[];
  table?: TableName;
  wide?: boolean;
  excel?: boolean;
  csvEncoding?: 'utf-8' | 'gb18030';
  emitText?: string;
  output?: string;
  quiet?: boolean;
  jobs?: number;
  timeout?: number;
  resume?: boolean;
  path?: boolean;
  inputFormat?: 'files' | 'ndjson';
}

const MEMBERS = {
  schemaVersion: true, source: true, template: true, metadata: true, sections: true, tables: true, cells: true, facts: true, findings: true,
} satisfies Record<keyof Report, true>;

/** `gov-report parse` */
export function register(program: Command, io: Io, done: (code: ExitCode) => void): void {
  const command = addReading(program.command('parse').description('print every report as JSON, CSV, XLSX or Parquet'))
    .addOption(new Option('--format <FORMAT>', 'output format (default: ndjson, or that of the -o extension)').choices(OUTPUT_FORMATS.map((format) => format.name)))
    .option('--pretty', 'indent the JSON (default on a terminal)')
    .option('--no-pretty', 'one report a line, also on a terminal')
    .addOption(new Option('--omit <MEMBERS>', 'leave out members: sections,cells,…').argParser(memberList))
    .addOption(new Option('--input-format <FORMAT>', 'ndjson: a line {"id","text"} or {"path"} on standard input, a report a line out, at once').choices(['files', 'ndjson']).default('files'))
    .option('--no-path', 'with --input-format ndjson: no line may name a file, which is read with the rights of this process')
    .addOption(new Option('--table <TABLE>', 'write the rows of this table (default: whole reports in JSON and XLSX, cells in CSV and Parquet)').choices(TABLE_NAMES))
    .option('--wide', 'CSV: one row a report instead of one row a cell')
    .option('--excel', 'CSV: with a byte order mark and CRLF, as Excel wants it')
    .addOption(new Option('--csv-encoding <NAME>', 'CSV: gb18030 for Excel and WPS of old').choices(['utf-8', 'gb18030']))
    .option('--emit-text <DIR>', 'write the text that lines and columns count in, one file a report')
    .option('-o, --output <PLACE>', 'write to a file (format from its extension) or, with a trailing slash, one JSON a report into a folder');
  addFailing(command, new Option('--fail-on <SEVERITY>', 'exit 1 where a finding is that bad or worse').choices(SEVERITY_NAMES))
    .option('--resume', 'go on with an interrupted run into the same -o');
  addHands(command)
    .option('-q, --quiet', 'no progress, no summary on standard error')
    .action(async (paths: string[], options: ParseCommandOptions) => {
      done(await parse(io, paths, options, program.version() ?? ''));
    });
}

/** Reads what was selected and writes it as asked. */
export async function parse(io: Io, paths: string[], options: ParseCommandOptions, version: string): Promise<ExitCode> {
  const started = performance.now();
  if (options.csvEncoding !== undefined && (options.format ?? (/\.csv$/i.test(options.output ?? '') ? 'csv' : undefined)) !== 'csv') {
    throw new UsageError('--csv-encoding is for CSV: --format csv, or -o FILE.csv');
  }
  if (options.inputFormat === 'ndjson') {
    if (options.emitText !== undefined) throw new UsageError('--emit-text is for files, not for --input-format ndjson');
    const { parseLines } = await import('../work/lines.ts');
    return parseLines(io, { ...options, named: paths.length > 0 || options.filesFrom !== undefined });
  }
  if (options.path === false) throw new UsageError('--no-path goes with --input-format ndjson');
  const selection = await select(io, paths, options.filesFrom);
  const writeText = options.emitText === undefined ? undefined : (await import('../output/emit-text.ts')).openTexts(options.emitText, selection.paths);
  const output = await openOutput(io, {
    ...options, paths: selection.paths, folders: selection.folders, tell: (message) => { say(io, `gov-report: ${message}`); },
    asked: { version, encoding: options.encoding, era: options.era, texts: options.emitText !== undefined },
  });
  const summary = new Summary();
  summary.others = selection.others;
  const progress = new Progress(io, selection.paths.length, options.quiet === true);
  let code: ExitCode = EXIT.done;
  const note = (outcome: Settled): void => {
    if ('gist' in outcome) {
      summary.add(outcome.gist);
      if (fails(outcome.gist, options)) code = worse(code, EXIT.findings);
    } else {
      progress.clear();
      code = worse(code, sayFailure(io, outcome));
      summary.failed++;
    }
  };
  selection.errors.forEach(note);
  const work: Work = { format: output.format, formatOptions: output.formatOptions, encoding: options.encoding, era: options.era, texts: writeText !== undefined };
  try {
    const settle = (outcome: Settled): void => {
      note(outcome);
      progress.step(!('gist' in outcome));
    };
    const left = await output.begin(openArchives(selection.paths, () => { summary.others++; }), settle);
    for await (const outcome of renderTasks(left, work, options, threads(countOf(selection.paths), options), fetcher(io))) {
      const refused = await output.add(outcome);
      if (refused === null) await writeText?.(outcome);
      settle(refused ?? outcome);
    }
    await output.close();
  } finally {
    progress.end();
  }
  if (options.quiet !== true) say(io, summary.toString(performance.now() - started, languageOfUser(io)));
  return code;
}

function memberList(list: string): string[] {
  const names = list.split(',').map((name) => name.trim()).filter((name) => name !== '');
  const unknown = names.filter((name) => !Object.hasOwn(MEMBERS, name));
  if (unknown.length > 0) throw new UsageError(`--omit: no member '${unknown.join("', '")}'; members are ${Object.keys(MEMBERS).join(', ')}`);
  return names;
}
