/** A report of any format that can be read: the format readers, and the pipeline behind them. */
import { parseText, type ParseOptions } from './pipeline.ts';
import { ReadError, readSource, relocate, type Format } from './read/read.ts';
import type { Report } from './schema/report.ts';

export interface ReadReportOptions extends ParseOptions {
  /** Overrules the detection of the format. */
  format?: Format | undefined;
}

/**
 * Reads one report from the bytes of a text, Markdown, HTML, DOCX, DOC or PDF file, gzip around it or not. Places are those
 * of the text, of an HTML page those of its source.
 *
 * @throws ReadError where the bytes cannot be read, with a code that says why
 * @throws RangeError on an unknown encoding label
 */
export async function readReport(bytes: Uint8Array, options: ReadReportOptions = {}): Promise<Report> {
  const read = await readSource(bytes, { path: options.path, encoding: options.encoding, format: options.format });
  options.onStage?.('decode');
  const report = parseText(read, bytes, options);
  return read.origins === null ? report : relocate(report, read.text, read.origins);
}

export { ReadError };
