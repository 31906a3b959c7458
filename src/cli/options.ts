/** Options that several commands share. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Era, Severity } from '../schema/report.ts';
import { UsageError } from './exit.ts';

const SEVERITIES = { error: 2, warning: 1, info: 0 } satisfies Record<Severity, number>;

/** Written out, as the schema would load zod for `--version` too. */
export const ERA_NAMES = ['narrative', 'statistics', '2019', '2021'] as const satisfies readonly Era[];
export const SEVERITY_NAMES = Object.keys(SEVERITIES) as Severity[];

/** Whether a severity is `least` or worse. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES[severity] >= SEVERITIES[least];
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
  const { encodingName } = await import('../decode/labels.ts');
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
