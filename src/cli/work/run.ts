/** One input to a report. */
import { createHash } from 'node:crypto';
import type { LedgerEntry } from '../../ledger/ledger.ts';
import type { Era, Report } from '../../schema/report.ts';
import { brokenInstallation } from '../installation.ts';
import { STDIN, type Unreadable } from '../input/inputs.ts';

export interface RunOptions {
  encoding?: string | undefined;
  era?: Era | undefined;
  /** Whether every number of the tables is wanted, with what it was taken for. */
  ledger?: boolean | undefined;
}

/** What became of one input: a report with the text its places stand in, a reason why it cannot be read, or an exception that is a bug. */
export type Outcome =
  | { path: string; report: Report; text: string; ledger: LedgerEntry[] }
  | Unreadable
  | { path: string; bug: unknown; sha256?: string | undefined };

/** Parses one input, bytes of any format or text; never throws. */
export async function parseInput(path: string, input: Uint8Array | string, options: RunOptions): Promise<Outcome> {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  const [{ ReadError, readReportWithText }, { sniff }] = await Promise.all([import('../../read-report.ts'), import('../../read/sniff.ts')]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  try {
    let ledger: LedgerEntry[] = [];
    const { report, text } = await readReportWithText(bytes, {
      path: path === STDIN ? undefined : path,
      encoding: typeof input === 'string' ? 'utf-8' : options.encoding,
      // Text is text, or the source of a page.
      format: typeof input !== 'string' ? undefined : sniff(bytes) === 'html' ? 'html' : 'text',
      era: options.era,
      sha256,
      onLedger: options.ledger === true ? (entries) => { ledger = entries; } : undefined,
    });
    const binary = report.findings.find((one) => one.code === 'decode/binary');
    return binary === undefined ? { path, report, text, ledger } : { path, error: `not a text file (${String(binary.args['kind'])})`, sha256 };
  } catch (error) {
    const read = error instanceof ReadError;
    const message = brokenInstallation(read ? error.cause : error) ?? (read ? error.message : null);
    return message === null ? { path, bug: error, sha256 } : { path, error: message, sha256 };
  }
}
