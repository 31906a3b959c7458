import { Option, type Command } from 'commander';
import type { Report, Severity } from '../../schema/report.ts';
import { EXIT, UsageError, worse, type ExitCode } from '../exit.ts';
import { OUTPUT_FORMATS } from '../formats.ts';
import { select } from '../inputs.ts';
import { say, type Io } from '../io.ts';
import { addReading, ERA_NAMES, isAtLeast, SEVERITY_NAMES, type ReadingOptions } from '../options.ts';
import { openOutput } from '../output.ts';
import { parseAll } from '../run.ts';
import { sayFailure } from '../trouble.ts';

interface ParseCommandOptions extends ReadingOptions {
  format?: string;
  pretty?: boolean;
  omit?: (keyof Report)[];
  output?: string;
  failOn?: Severity;
  quiet?: boolean;
}

const MEMBERS = {
  schemaVersion: true, source: true, template: true, metadata: true, sections: true, tables: true, cells: true, facts: true, findings: true,
} satisfies Record<keyof Report, true>;

/** `gov-report parse` */
export function register(program: Command, io: Io, done: (code: ExitCode) => void): void {
  addReading(program.command('parse').description('print every report as JSON'))
    .addOption(new Option('--format <FORMAT>', 'output format (default: ndjson, or that of the -o extension)').choices(OUTPUT_FORMATS.map((format) => format.name)))
    .option('--pretty', 'indent the JSON (default on a terminal)')
    .option('--no-pretty', 'one report a line, also on a terminal')
    .addOption(new Option('--omit <MEMBERS>', 'leave out members: sections,cells,…').argParser(memberList))
    .option('-o, --output <PLACE>', 'write to a file (format from its extension) or, with a trailing slash, one JSON a report into a folder')
    .addOption(new Option('--fail-on <SEVERITY>', 'exit 1 where a finding is that bad or worse').choices(SEVERITY_NAMES))
    .option('-q, --quiet', 'no summary on standard error')
    .action(async (paths: string[], options: ParseCommandOptions) => {
      done(await parse(io, paths, options));
    });
}

async function parse(io: Io, paths: string[], options: ParseCommandOptions): Promise<ExitCode> {
  const started = performance.now();
  const selection = await select(io, paths, options.filesFrom);
  const output = await openOutput(io, { ...options, paths: selection.paths });
  const summary = new Summary();
  let code: ExitCode = EXIT.done;
  for await (const outcome of parseAll(io, selection, options)) {
    if (!('report' in outcome)) {
      code = worse(code, sayFailure(io, outcome));
      summary.failed++;
      continue;
    }
    const { report } = outcome;
    summary.add(report);
    if (options.failOn !== undefined && report.findings.some((one) => isAtLeast(one.severity, options.failOn!))) code = worse(code, EXIT.findings);
    await output.add(outcome.path, report);
  }
  await output.close();
  if (options.quiet !== true) say(io, summary.toString(performance.now() - started));
  return code;
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
  #reports = 0;
  readonly #eras = new Map<string, number>();
  readonly #severities = new Map<Severity, number>();

  add(report: Report): void {
    this.#reports++;
    this.#eras.set(report.template.era, (this.#eras.get(report.template.era) ?? 0) + 1);
    for (const { severity } of report.findings) this.#severities.set(severity, (this.#severities.get(severity) ?? 0) + 1);
  }

  toString(milliseconds: number): string {
    const eras = ERA_NAMES.filter((era) => this.#eras.has(era)).map((era) => `${era}: ${this.#eras.get(era)!}`);
    const findings = SEVERITY_NAMES.map((severity) => count(this.#severities.get(severity) ?? 0, severity === 'info' ? 'note' : severity));
    return [
      count(this.#reports, 'report') + (eras.length > 0 ? ` (${eras.join(', ')})` : ''),
      ...(this.failed > 0 ? [`${this.failed} not read`] : []),
      `findings: ${findings.join(', ')}`,
      `${(milliseconds / 1000).toFixed(2)} s`,
    ].join('; ');
  }
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
