/** The report as JSON: one a line (`ndjson`), or one array (`json`). */
import type { Report } from '../schema/report.ts';

export interface JsonOptions {
  /** Indented for people. */
  pretty?: boolean | undefined;
  /** Members of the report to leave out. */
  omit?: readonly (keyof Report)[] | undefined;
}

/**
 * A writer of one file: `prepare` is free of state, `write` and `end` hold the state of the file and return what is to be
 * written next.
 */
export interface JsonEmitter {
  prepare: (report: Report) => string;
  write: (piece: string) => string;
  end: () => string;
}

/** One report a line; indented ones are parted by their line breaks alone, as jq prints them. */
export function ndjsonEmitter(options: JsonOptions = {}): JsonEmitter {
  return { prepare: (report) => stringify(report, options), write: (piece) => piece + '\n', end: () => '' };
}

/** One array, one report a line unless indented. */
export function jsonEmitter(options: JsonOptions = {}): JsonEmitter {
  let first = true;
  return {
    prepare: (report) => stringify(report, options),
    write(piece) {
      const lead = first ? '[\n' : ',\n';
      first = false;
      return lead + piece;
    },
    end: () => (first ? '[]\n' : '\n]\n'),
  };
}

function stringify(report: Report, { pretty = false, omit = [] }: JsonOptions): string {
  const kept = omit.length === 0 ? report : Object.fromEntries(Object.entries(report).filter(([name]) => !omit.includes(name as keyof Report)));
  return pretty ? JSON.stringify(kept, null, 2) : JSON.stringify(kept);
}
