import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Report, Severity } from '../../schema/report.ts';
import { ERA_NAMES } from '../eras.ts';
import { EXIT, UsageError, worse, type ExitCode } from '../exit.ts';
import { OUTPUT_FORMATS } from '../formats.ts';
import { select } from '../inputs.ts';
import { say, type Io } from '../io.ts';
import { addFailing, addReading, fails, SEVERITY_NAMES, type FailOptions, type ReadingOptions } from '../options.ts';
import { openOutput } from '../output/output.ts';
import { Progress } from '../progress.ts';
import { openArchives } from '../archives.ts';
import { countOf, fetcher, renderTasks, threads } from '../dispatch.ts';
import type { Settled } from '../output/journal.ts';
import { sayFailure } from '../trouble.ts';
import type { Gist, Work } from '../work.ts';

interface ParseCommandOptions extends ReadingOptions, FailOptions {
  format?: string;
  pretty?: boolean;
  omit?: (keyof Report)[];
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
    .option('--wide', 'CSV: one row a report instead of one row a cell')
    .option('--excel', 'CSV: with a byte order mark and CRLF, as Excel wants it')
    .addOption(new Option('--csv-encoding <NAME>', 'CSV: gb18030 for Excel and WPS of old').choices(['utf-8', 'gb18030']))
    .option('--emit-text <DIR>', 'write the text that lines and columns count in, one file a report')
    .option('-o, --output <PLACE>', 'write to a file (format from its extension) or, with a trailing slash, one JSON a report into a folder');
  addFailing(command, new Option('--fail-on <SEVERITY>', 'exit 1 where a finding is that bad or worse').choices(SEVERITY_NAMES))
    .option('--resume', 'go on with an interrupted run into the same -o')
    .addOption(new Option('-j, --jobs <N>', 'worker threads (default: one a core where there are many inputs)').argParser(positiveInteger))
    .addOption(new Option('--timeout <SECONDS>', 'give up an input that takes this much of a processor’s time (default: 30)').argParser(positiveNumber))
    .option('-q, --quiet', 'no progress, no summary on standard error')
    .action(async (paths: string[], options: ParseCommandOptions) => {
      done(await parse(io, paths, options, program.version() ?? ''));
    });
}

async function parse(io: Io, paths: string[], options: ParseCommandOptions, version: string): Promise<ExitCode> {
  const started = performance.now();
  if (options.csvEncoding !== undefined && (options.format ?? (/\.csv$/i.test(options.output ?? '') ? 'csv' : undefined)) !== 'csv') {
    throw new UsageError('--csv-encoding is for CSV: --format csv, or -o FILE.csv');
  }
  if (options.inputFormat === 'ndjson') {
    if (options.emitText !== undefined) throw new UsageError('--emit-text is for files, not for --input-format ndjson');
    const { parseLines } = await import('../lines.ts');
    return parseLines(io, { ...options, named: paths.length > 0 || options.filesFrom !== undefined });
  }
  if (options.path === false) throw new UsageError('--no-path goes with --input-format ndjson');
  const selection = await select(io, paths, options.filesFrom);
  const writeText = options.emitText === undefined ? undefined : (await import('../emit-text.ts')).openTexts(options.emitText, selection.paths);
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
  if (options.quiet !== true) say(io, summary.toString(performance.now() - started));
  return code;
}

function positiveInteger(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('Not a number from 1 on.');
  return Number(text);
}

function positiveNumber(text: string): number {
  if (!/^\d{1,6}(\.\d+)?$/.test(text) || Number(text) === 0) throw new InvalidArgumentError('Not a number of seconds above 0.');
  return Number(text);
}

function memberList(list: string): string[] {
  const names = list.split(',').map((name) => name.trim()).filter((name) => name !== '');
  const unknown = names.filter((name) => !Object.hasOwn(MEMBERS, name));
  if (unknown.length > 0) throw new UsageError(`--omit: no member '${unknown.join("', '")}'; members are ${Object.keys(MEMBERS).join(', ')}`);
  return names;
}

/** The line at the end: how many reports of which era, what was found, how long it took. */
class Summary {
  failed = 0;
  /** Files of folders and archives that no reader takes. */
  others = 0;
  #reports = 0;
  /** Documents that are no reports of this kind. */
  #strangers = 0;
  readonly #eras = new Map<string, number>();
  readonly #severities = new Map<Severity, number>();

  add({ era, report, findings }: Gist): void {
    if (report) {
      this.#reports++;
      this.#eras.set(era, (this.#eras.get(era) ?? 0) + 1);
    } else this.#strangers++;
    for (const severity of SEVERITY_NAMES) this.#severities.set(severity, (this.#severities.get(severity) ?? 0) + findings.report[severity] + findings.reading[severity]);
  }

  toString(milliseconds: number): string {
    const eras = ERA_NAMES.filter((era) => this.#eras.has(era)).map((era) => `${era}: ${this.#eras.get(era)!}`);
    const findings = SEVERITY_NAMES.map((severity) => count(this.#severities.get(severity) ?? 0, severity === 'info' ? 'note' : severity));
    return [
      count(this.#reports, 'report') + (eras.length > 0 ? ` (${eras.join(', ')})` : ''),
      ...(this.#strangers > 0 ? [`${count(this.#strangers, 'document')} that ${this.#strangers === 1 ? 'is no report' : 'are no reports'}`] : []),
      ...(this.failed > 0 ? [`${this.failed} not read`] : []),
      ...(this.others > 0 ? [`${count(this.others, 'other file')} passed over`] : []),
      `findings: ${findings.join(', ')}`,
      `${(milliseconds / 1000).toFixed(2)} s`,
    ].join('; ');
  }
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
