/** The work on one input, from its bytes to a piece of the output: the same in this thread and in a worker. */
import type { LedgerEntry } from '../../ledger/ledger.ts';
import type { Era, Origin, Report, Severity } from '../../schema/report.ts';
import type { Print } from '../../series/identity.ts';
import { OUTPUT_FORMATS, type FormatOptions, type Writer } from '../output/formats.ts';
import { readPath, type Unreadable } from '../input/inputs.ts';
import { parseInput, type RunOptions } from './run.ts';

/** How every input of a run is worked on. Plain data, to be sent to workers. */
export interface Work extends RunOptions {
  /** Name of an output format; `report` for the reports themselves. */
  format: string;
  formatOptions: FormatOptions;
  /** Whether the text of each report is wanted beside its piece. */
  texts?: boolean | undefined;
}

/** An input: its path, and its bytes or its text where they have been read already. */
export interface Task {
  path: string;
  bytes?: Uint8Array;
  text?: string;
}

/** What the summary and the exit code need to know of a report. */
export interface Gist {
  era: Era;
  /** False of a document that is no report of this kind. */
  report: boolean;
  findings: Record<Origin, Record<Severity, number>>;
  sha256: string;
  /** What a table needs to know of it to tell what repeats it; absent where reports themselves are written. */
  print?: Print | undefined;
}

/** What became of an input. An exception is a bug, told with its stack. */
export type Rendered = { path: string; piece: unknown; gist: Gist; text?: string; ledger?: LedgerEntry[] } | Unreadable | { path: string; bug: string; sha256?: string | null | undefined };

const REPORTS: Pick<Writer, 'prepare'> = { prepare: (report) => report };

/** Loads what the work needs, once a thread. */
export async function prepareWork(work: Work): Promise<(task: Task) => Promise<Rendered>> {
  const format = OUTPUT_FORMATS.find((one) => one.name === work.format);
  const [writer] = await Promise.all([format?.open(work.formatOptions) ?? REPORTS, import('../../read-report.ts')]);
  return async ({ path, bytes, text }) => {
    const known = text ?? bytes;
    const input = known === undefined ? await readPath(path) : { path, bytes: known };
    if ('error' in input) return input;
    const outcome = await parseInput(path, input.bytes, work);
    if ('error' in outcome) return outcome;
    if ('bug' in outcome) return { path, bug: outcome.bug instanceof Error ? (outcome.bug.stack ?? outcome.bug.message) : String(outcome.bug), sha256: outcome.sha256 };
    const piece = writer.prepare(outcome.report);
    const rendered = { path, piece, gist: { ...gistOf(outcome.report), ...printed(piece) } };
    return work.texts === true ? { ...rendered, text: outcome.text, ledger: outcome.ledger } : rendered;
  };
}

function printed(piece: unknown): Pick<Gist, 'print'> {
  return typeof piece === 'object' && piece !== null && 'print' in piece ? { print: piece.print as Print } : {};
}

function gistOf(report: Report): Gist {
  const findings = { report: { error: 0, warning: 0, info: 0 }, reading: { error: 0, warning: 0, info: 0 } };
  for (const { origin, severity } of report.findings) findings[origin][severity]++;
  return { era: report.template.era, report: !report.findings.some(({ code }) => code === 'document/not-a-report'), findings, sha256: report.source.sha256 };
}
