/** The lines that the places of a report point into. */
import { decode } from '../decode/decode.ts';
import { gunzip } from '../read/gzip.ts';
import { sniff } from '../read/sniff.ts';
import type { Report } from '../schema/report.ts';
import { splitLines } from '../text/document.ts';

export interface SourceText {
  text: string;
  /** The text of a 1-based line, `null` beyond the end. */
  line: (number: number) => string | null;
}

/** Formats whose places are those of the decoded file itself. */
const TEXTUAL: ReadonlySet<string> = new Set(['text', 'markdown', 'html']);

/** Decodes the bytes of a report the way the report itself was; only formats that are text, or a page's source, have lines to show. */
export function sourceText(report: Report, bytes: Uint8Array): SourceText {
  if (!TEXTUAL.has(report.source.format)) return { text: '', line: () => null };
  let content = bytes;
  for (let layer = 0; layer < 2 && sniff(content) === 'gzip'; layer++) content = gunzip(content);
  const { text } = decode(content, { encoding: report.source.encoding ?? undefined });
  const lines = splitLines(text);
  return {
    text,
    line: (number) => {
      const found = lines[number - 1];
      return found === undefined ? null : text.slice(found.start, found.end);
    },
  };
}
