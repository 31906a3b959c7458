/** What the command reads and writes. A format is added by adding an entry. */
import type { CsvOptions, Emitter } from '../../emit/emitter.ts';
import type { JsonOptions } from '../../emit/json.ts';

/** Extensions that a walk through a folder takes up. A file named by itself is read whatever its name. */
export const READABLE: ReadonlySet<string> = new Set([
  '.txt', '.text', '.md', '.markdown', '.html', '.htm', '.shtml', '.mht', '.mhtml', '.docx', '.doc', '.wps', '.pdf', '.gz', '.zip',
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
  { name: 'ndjson', extensions: ['.ndjson', '.jsonl'], open: (options) => openJson('ndjson', options) },
  { name: 'csv', extensions: ['.csv'], open: openCsv },
  { name: 'xlsx', extensions: ['.xlsx'], binary: true, open: openXlsx },
  { name: 'parquet', extensions: ['.parquet'], binary: true, open: async (options) => (await import('../../emit/parquet.ts')).parquetEmitter(options) as Writer },
  { name: 'json', extensions: ['.json'], open: (options) => openJson('json', options) },
];

async function openJson(format: 'ndjson' | 'json', options: FormatOptions): Promise<Writer> {
  // Rows load what makes tables; reports, which are most of what is asked for, do not.
  if (options.table !== undefined) return (await import('../../emit/json-rows.ts')).jsonTableEmitter(format, options) as Writer;
  const { jsonEmitter, ndjsonEmitter } = await import('../../emit/json.ts');
  return (format === 'json' ? jsonEmitter(options) : ndjsonEmitter(options)) as Writer;
}

async function openXlsx({ table }: FormatOptions): Promise<Writer> {
  const { xlsxEmitter, xlsxTableEmitter } = await import('../../emit/xlsx.ts');
  return (table === undefined ? xlsxEmitter() : xlsxTableEmitter(table)) as Writer;
}

async function openCsv(options: FormatOptions): Promise<Writer> {
  const emitter = (await import('../../emit/csv.ts')).csvEmitter(options);
  if (options.csvEncoding !== 'gb18030') return emitter as Writer;
  const { default: iconv } = await import('iconv-lite');
  const encode = (text: string | Uint8Array): Uint8Array => (typeof text === 'string' ? iconv.encode(text, 'gb18030') : text);
  return { ...emitter, write: (piece: Parameters<typeof emitter.write>[0]) => encode(emitter.write(piece)), end: () => encode(emitter.end()) } as Writer;
}
