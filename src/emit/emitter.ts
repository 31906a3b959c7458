/** What every output format is: a report becomes a piece, pieces in order become a file. */
import type { Report } from '../schema/report.ts';
import type { Print } from '../series/identity.ts';

/**
 * An incremental writer of one file.
 *
 * `prepare` is free of state, and what it returns survives a structured clone: it may run in another thread than
 * `write`. `write` and `end` hold the state of the file and return the bytes that are ready, perhaps none. An emitter
 * keeps no report once it is written.
 */
export interface Emitter<Piece = unknown> {
  prepare: (report: Report) => Piece;
  write: (piece: Piece) => string | Uint8Array;
  end: () => string | Uint8Array;
  /** Notes a report that an earlier run has written: what it needs to know of it to go on. */
  recall?: (print: Print) => void;
}

export const TABLE_NAMES = ['reports', 'cells', 'facts', 'findings', 'series'] as const;
export type TableName = (typeof TABLE_NAMES)[number];

export interface TableOptions {
  /** Which rows to write. */
  table?: TableName | undefined;
}

export interface CsvOptions extends TableOptions {
  /** One row a report instead of one row a cell. */
  wide?: boolean | undefined;
  /** A byte order mark, by which Excel tells UTF-8, and CRLF. */
  excel?: boolean | undefined;
  /** How the text will be encoded (default UTF-8); GB18030 takes no mark, older Excel and WPS expect it in China. */
  csvEncoding?: 'utf-8' | 'gb18030' | undefined;
}
