/** Options that several commands share. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { encodingName } from '../decode/labels.ts';
import type { Era, Severity } from '../schema/report.ts';

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
    .addOption(new Option('--encoding <LABEL>', 'read as this encoding (utf-8, gb18030, big5, utf-16le, …) instead of detecting it').argParser(encodingLabel))
    .addOption(new Option('--era <ERA>', 'read with this template instead of detecting it').choices(ERA_NAMES));
}

function encodingLabel(label: string): string {
  const name = encodingName(label);
  if (name === null) throw new InvalidArgumentError('No encoding has that name.');
  return name;
}
