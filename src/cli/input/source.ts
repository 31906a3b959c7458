/** The lines that the places of a report point into. */
import { splitLines } from '../../text/document.ts';

export interface SourceText {
  text: string;
  /** The text of a 1-based line, `null` beyond the end. */
  line: (number: number) => string | null;
}

/** @param text what the report was read from, as `readReportWithText` gives it */
export function sourceText(text: string): SourceText {
  const lines = splitLines(text);
  return {
    text,
    line: (number) => {
      const found = lines[number - 1];
      return found === undefined ? null : text.slice(found.start, found.end);
    },
  };
}
