/** What the command reads and writes. A format is added by adding an entry. */
import type { JsonOptions } from '../emit/json.ts';
import type { Report } from '../schema/report.ts';

/** Extensions that a walk through a folder takes up. A file named by itself is read whatever its name. */
export const READABLE: ReadonlySet<string> = new Set(['.txt', '.text', '.md']);

/** A writer of one output: a report becomes a piece, pieces in order become bytes, perhaps none at once. */
export interface Writer<Piece = unknown> {
  /** Free of state. */
  prepare: (report: Report) => Piece;
  write: (piece: Piece) => string | Uint8Array;
  end: () => string | Uint8Array;
}

export interface OutputFormat {
  name: string;
  /** Extensions of `-o FILE` that choose the format. */
  extensions: readonly string[];
  open: (options: JsonOptions) => Promise<Writer>;
}

export const OUTPUT_FORMATS: readonly OutputFormat[] = [
  { name: 'ndjson', extensions: ['.ndjson', '.jsonl'], open: async (options) => (await import('../emit/json.ts')).ndjsonEmitter(options) as Writer },
  { name: 'json', extensions: ['.json'], open: async (options) => (await import('../emit/json.ts')).jsonEmitter(options) as Writer },
];
