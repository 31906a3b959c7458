/** What the command reads and writes. A format is added by adding an entry. */
import type { CsvOptions, Emitter } from '../emit/emitter.ts';
import type { JsonOptions } from '../emit/json.ts';

/** Extensions that a walk through a folder takes up. A file named by itself is read whatever its name. */
export const READABLE: ReadonlySet<string> = new Set([
  '.txt', '.text', '.md', '.markdown', '.html', '.htm', '.shtml', '.docx', '.doc', '.wps', '.pdf', '.gz', '.zip',
]);

export type Writer = Emitter;
export type FormatOptions = JsonOptions & CsvOptions;

export interface OutputFormat {
  name: string;
  /** Extensions of `-o FILE` that choose the format. */
  extensions: readonly string[];
  /** Nothing for a terminal. */
  binary?: true;
  open: (options: FormatOptions) => Promise<Writer>;
}

export const OUTPUT_FORMATS: readonly OutputFormat[] = [
  { name: 'ndjson', extensions: ['.ndjson', '.jsonl'], open: async (options) => (await import('../emit/json.ts')).ndjsonEmitter(options) as Writer },
  { name: 'csv', extensions: ['.csv'], open: async (options) => (await import('../emit/csv.ts')).csvEmitter(options) as Writer },
  { name: 'xlsx', extensions: ['.xlsx'], binary: true, open: async () => (await import('../emit/xlsx.ts')).xlsxEmitter() as Writer },
  { name: 'parquet', extensions: ['.parquet'], binary: true, open: async () => (await import('../emit/parquet.ts')).parquetEmitter() as Writer },
  { name: 'json', extensions: ['.json'], open: async (options) => (await import('../emit/json.ts')).jsonEmitter(options) as Writer },
];
