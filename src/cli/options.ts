/** Options that several commands share. */
import { Option, type Command } from 'commander';
import type { Era, Severity } from '../schema/report.ts';
import { ERA_NAMES } from './eras.ts';
import { UsageError } from './exit.ts';

const SEVERITIES = { error: 2, warning: 1, info: 0 } satisfies Record<Severity, number>;

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
