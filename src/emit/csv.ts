/** CSV after RFC 4180. */
import { FORMS, type Registry } from '../forms/registry.ts';
import type { CsvOptions, Emitter } from './emitter.ts';
import { csvLine } from './csv-line.ts';
import { duplicatePlace, tableOf, tablePiece, TableState, type TablePiece } from './tables.ts';
import type { Value } from './columns.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** The rows of a report as text, and where in it a row's `duplicateOf` would stand, which is seldom. */
interface Lines {
  text: string;
  gaps: number[];
}

/** The rows of a table, one a cell unless another is asked for, or with `wide` one row a report, under one heading. */
export function csvEmitter(options: CsvOptions = {}, forms: Registry = FORMS): Emitter<TablePiece<Lines>> & { write: (piece: TablePiece<Lines>) => string; end: () => string } {
  const table = tableOf(options.table, options.wide === true, forms);
  const newline = options.excel === true ? '\r\n' : '\n';
  const place = duplicatePlace(table);
  const state = new TableState();
  let opening = (options.excel === true && options.csvEncoding !== 'gb18030' ? BYTE_ORDER_MARK : '') + csvLine(table.columns.map(({ name }) => name)) + newline;
  const take = (): string => {
    const taken = opening;
    opening = '';
    return taken;
  };
  const linesOf = (rows: readonly (readonly Value[])[]): Lines => {
    let text = '';
    const gaps: number[] = [];
    for (const row of rows) {
      // The line ends in the place that is left open, or goes on behind it with a comma.
      text += csvLine(row.slice(0, place)) + ',';
      gaps.push(text.length);
      text += (place + 1 < row.length ? ',' + csvLine(row.slice(place + 1)) : '') + newline;
    }
    return { text, gaps };
  };
  return {
    prepare: (report) => tablePiece(table, report, linesOf, forms),
    write: (piece) => {
      const duplicateOf = state.add(piece);
      if (piece.rows === null) return take();
      return take() + (duplicateOf === null ? piece.rows.text : filled(piece.rows, csvLine([duplicateOf])));
    },
    end: () => take() + (table.rows === null ? state.rest().map((row) => csvLine(row) + newline).join('') : ''),
    recall: (print) => {
      state.recall(print);
      // The heading stands in the file already.
      opening = '';
    },
  };
}

function filled({ text, gaps }: Lines, field: string): string {
  let done = '';
  let at = 0;
  for (const gap of gaps) {
    done += text.slice(at, gap) + field;
    at = gap;
  }
  return done + text.slice(at);
}
