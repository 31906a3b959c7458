/** The lines that the places of a report point into. */
import { decode } from '../decode/decode.ts';
import type { Report } from '../schema/report.ts';
import { splitLines } from '../text/document.ts';

export interface SourceText {
  text: string;
  /** The text of a 1-based line, `null` beyond the end. */
  line: (number: number) => string | null;
}

/** Decodes the bytes of a report the way the report itself was; only formats that are text have lines to show. */
export function sourceText(report: Report, bytes: Uint8Array): SourceText {
  if (report.source.format !== 'text' && report.source.format !== 'markdown') return { text: '', line: () => null };
  const { text } = decode(bytes, { encoding: report.source.encoding ?? undefined });
  const lines = splitLines(text);
  return {
    text,
    line: (number) => {
      const found = lines[number - 1];
      return found === undefined ? null : text.slice(found.start, found.end);
    },
  };
}
