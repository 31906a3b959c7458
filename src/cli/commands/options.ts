/** Options that several commands share. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Era, Origin, Severity } from '../../schema/report.ts';
import { ERA_NAMES } from './eras.ts';
import { UsageError } from '../exit.ts';
import type { Gist } from '../work/work.ts';

const SEVERITIES = { error: 2, warning: 1, info: 0 } satisfies Record<Severity, number>;

export const SEVERITY_NAMES = Object.keys(SEVERITIES) as Severity[];

/** Whether a severity is `least` or worse. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES[severity] >= SEVERITIES[least];
}

/** `report`: the document breaks a rule; `reading`: it could not be told what it says. */
const ORIGINS = { report: true, reading: true } satisfies Record<Origin, true>;

const ORIGIN_NAMES = Object.keys(ORIGINS) as Origin[];

/** Which findings `--fail-on` counts. */
export interface FailOptions<Never extends string = never> {
  failOn?: Severity | Never;
  origin?: Origin | 'all';
}

/** `--fail-on` and `--origin`. */
export function addFailing(command: Command, failOn: Option): Command {
  return command
    .addOption(failOn)
    .addOption(new Option('--origin <ORIGIN>', 'what --fail-on counts: rules that the report breaks, places that the reading could not tell, or both').choices([...ORIGIN_NAMES, 'all']).default('report'));
}

/** Whether `--fail-on` counts findings of an origin. */
export function isCounted(origin: Origin, { origin: counted = 'report' }: FailOptions<string>): boolean {
  return counted === 'all' || counted === origin;
}

/** Whether a report has a finding that `--fail-on` asks for. */
export function fails({ findings }: Pick<Gist, 'findings'>, options: FailOptions): boolean {
  const { failOn } = options;
  if (failOn === undefined) return false;
  return ORIGIN_NAMES.some((origin) => isCounted(origin, options) && SEVERITY_NAMES.some((severity) => findings[origin][severity] > 0 && isAtLeast(severity, failOn)));
}

export interface ReadingOptions {
  filesFrom?: string;
  encoding?: string;
  era?: Era;
}

/** `[PATH…]` and the options that say how to read what is there. */
export function addReading(command: Command): Command {
  return command
    .argument('[PATH...]', 'files, folders (walked), glob patterns; - or nothing: standard input')
    .option('--files-from <LIST>', 'read paths from a file (- for standard input), one a line or NUL-separated')
    .option('--encoding <LABEL>', 'read as this encoding (utf-8, gb18030, big5, utf-16le, …) instead of detecting it')
    .hook('preAction', (_, action) => nameEncoding(action))
    .addOption(new Option('--era <ERA>', 'read with this template instead of detecting it').choices(ERA_NAMES));
}

/** Names the encoding that was asked for. The list of names is loaded with what reads reports, not with the command line. */
export async function nameEncoding(command: Command): Promise<void> {
  const { encoding } = command.opts<ReadingOptions>();
  if (encoding === undefined) return;
  const { encodingName } = await import('../../decode/labels.ts');
  const name = encodingName(encoding);
  if (name === null) throw new UsageError(`--encoding ${encoding}: No encoding has that name`);
  command.setOptionValue('encoding', name);
}

/** The options that say how many hands work, and how long on one input. */
export function addHands(command: Command): Command {
  return command
    .addOption(new Option('-j, --jobs <N>', 'worker threads (default: one a core where there are many inputs)').argParser(positiveInteger))
    .addOption(new Option('--timeout <SECONDS>', 'give up an input that takes this much of a processor’s time (default: 30)').argParser(positiveNumber));
}

function positiveInteger(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('Not a number from 1 on.');
  return Number(text);
}

function positiveNumber(text: string): number {
  if (!/^\d{1,6}(\.\d+)?$/.test(text) || Number(text) === 0) throw new InvalidArgumentError('Not a number of seconds above 0.');
  return Number(text);
}
