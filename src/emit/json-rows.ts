/** The rows of a table as JSON. */
import type { Emitter, TableOptions } from './emitter.ts';
import type { JsonOptions } from './json.ts';
import { duplicatePlace, tableOf, tablePiece, TableState, withDuplicate, type Table, type TablePiece } from './tables.ts';
import type { Value } from './columns.ts';

type Rows = readonly (readonly Value[])[];

/** An object a row, one a line or in one array. */
export function jsonTableEmitter(format: 'ndjson' | 'json', { table: name, pretty = false }: TableOptions & JsonOptions): Emitter<TablePiece<Rows>> {
  const table = tableOf(name);
  const place = duplicatePlace(table);
  const state = new TableState();
  let first = true;
  const write = (rows: Rows): string => rows.map((row) => {
    const text = JSON.stringify(objectOf(table, row), null, pretty ? 2 : undefined);
    if (format === 'ndjson') return text + '\n';
    const lead = first ? '[\n' : ',\n';
    first = false;
    return lead + text;
  }).join('');
  return {
    prepare: (report) => tablePiece(table, report, (rows) => rows),
    write: (piece) => {
      const duplicateOf = state.add(piece);
      return write((piece.rows ?? []).map((row) => withDuplicate(row, place, duplicateOf)));
    },
    end: () => {
      const rest = table.rows === null ? write(state.rest()) : '';
      return rest + (format === 'ndjson' ? '' : first ? '[]\n' : '\n]\n');
    },
    recall: (print) => { state.recall(print); },
  };
}

function objectOf({ columns }: Table, row: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(columns.map(({ name }, index) => [name, row[index]!]));
}
