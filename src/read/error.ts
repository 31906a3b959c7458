/** What is thrown where an input cannot be read at all; the run goes on with the next one. */
import { finding, sentence } from '../findings/catalogue.ts';
import type { FindingArgs } from '../findings/finding.ts';
import type { readFindings } from '../findings/read.ts';

export type ReadErrorCode = keyof typeof readFindings;

/** An input that cannot be read. `message` is the English sentence of `code`; `sentence()` makes the Chinese one. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
  readonly code: ReadErrorCode;
  readonly args: FindingArgs;

  constructor(code: ReadErrorCode, args: FindingArgs = {}, options: ErrorOptions = {}) {
    super(sentence(finding(code, args), 'en'), options);
    this.code = code;
    this.args = args;
  }
}

/** Turns whatever a library threw into a `ReadError`; one that is a `ReadError` already passes as it is. */
export function damaged(format: string, error: unknown): ReadError {
  if (error instanceof ReadError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new ReadError('read/damaged', { format, detail: detail.split('\n')[0]!.slice(0, 200) }, { cause: error });
}
