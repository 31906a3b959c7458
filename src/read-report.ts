/** A report of any format that can be read: the format readers, and the pipeline behind them. */
import { parseText, type ParseOptions } from './pipeline.ts';
import { ReadError, readSource, relocate, type Format } from './read/read.ts';
import type { Report } from './schema/report.ts';

export interface ReadReportOptions extends ParseOptions {
  /** Overrules the detection of the format. */
  format?: Format | undefined;
}

/** A report, and the text in which its places stand. */
export interface ReportWithText {
  report: Report;
  /** The decoded text of a text file, the source of a page, the text made of any other format. */
  text: string;
}

/**
 * Reads one report from the bytes of a text, Markdown, HTML, MHTML, DOCX, DOC or PDF file, gzip around it or not. Places are those
 * of the text, of an HTML page those of its source.
 *
 * @throws ReadError where the bytes cannot be read, with a code that says why
 * @throws RangeError on an unknown encoding label
 */
export async function readReport(bytes: Uint8Array, options: ReadReportOptions = {}): Promise<Report> {
  return (await readReportWithText(bytes, options)).report;
}

/** The same, with the text that lines and columns of the report count in: what a DOCX, DOC or PDF was read as is nowhere else. */
export async function readReportWithText(bytes: Uint8Array, options: ReadReportOptions = {}): Promise<ReportWithText> {
  const read = await readSource(bytes, { path: options.path, encoding: options.encoding, format: options.format });
  options.onStage?.('decode');
  const { origins } = read;
  const moved = <T>(value: T): T => (origins === null ? value : relocate(value, read.text, origins));
  const { onLedger } = options;
  const report = parseText(read, bytes, onLedger === undefined ? options : { ...options, onLedger: (entries) => { onLedger(moved(entries)); } });
  return { report: moved(report), text: read.source };
}

export { ReadError };
