/** The report as JSON: one a line (`ndjson`), or one array (`json`). */
import type { Emitted, EmitOptions, Emitter } from './emitter.ts';

/** One report a line; indented ones are parted by their line breaks alone, as jq prints them. */
export function ndjson(options: EmitOptions): Emitter {
  return { add: (report) => stringify(report, options) + '\n', end: () => '' };
}

/** One array, one report a line unless indented. */
export function json(options: EmitOptions): Emitter {
  let first = true;
  return {
    add(report) {
      const lead = first ? '[\n' : ',\n';
      first = false;
      return lead + stringify(report, options);
    },
    end: () => (first ? '[]\n' : '\n]\n'),
  };
}

function stringify(report: Emitted, options: EmitOptions): string {
  return options.pretty ? JSON.stringify(report, null, 2) : JSON.stringify(report);
}
