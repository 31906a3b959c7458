/** Bytes to a report in the browser: text, Markdown and HTML, by the same core as on the command line. */
import { decode } from '../../decode/decode.ts';
import { parseText } from '../../pipeline.ts';
import { ReadError } from '../../read/error.ts';
import { readHtml } from '../../read/html/html.ts';
import { relocate } from '../../read/relocate.ts';
import { sniff } from '../../read/sniff.ts';
import type { ReportData } from '../data.ts';

/** A format that only the command line reads. */
export class NotHere extends Error {
  readonly kind: string;

  constructor(kind: string) {
    super(kind);
    this.kind = kind;
  }
}

/**
 * Parses one file.
 *
 * @throws NotHere for a format that is not read here
 * @throws ReadError where the file cannot be read
 */
export async function parseFile(name: string, bytes: Uint8Array): Promise<ReportData> {
  const kind = sniff(bytes, name);
  if (kind === 'html') {
    const read = await readHtml(bytes, { path: name });
    const report = parseText(read, bytes, { path: name });
    return { report: read.origins === null ? report : relocate(report, read.text, read.origins), text: read.source };
  }
  if (kind !== 'text' && kind !== 'markdown') throw new NotHere(kind === 'unsupported' ? name.split('.').at(-1) ?? kind : kind);
  const { text, encoding, findings } = decode(bytes);
  const report = parseText({ text, format: kind, encoding, findings }, bytes, { path: name });
  const binary = report.findings.find(({ code }) => code === 'decode/binary');
  if (binary !== undefined) throw new NotHere(String(binary.args['kind']));
  return { report, text };
}

export { ReadError };
