/** Parquet: the rows of a table, a row group at a time. */
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { FORMS, type Registry } from '../forms/registry.ts';
import type { Emitter, TableOptions } from './emitter.ts';
import { duplicatePlace, tableOf, tablePiece, TableState, withDuplicate, type TablePiece } from './tables.ts';
import type { Column, Value } from './columns.ts';

/** Rows held before they are written: some three hundred reports, about 10 MB. */
export const ROW_GROUP = 65_536;

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** A writer whose bytes can be taken away while its offset, to which the footer points, runs on. */
class DrainingWriter extends ByteWriter {
  drain(): Uint8Array {
    const bytes = this.getBytes().slice();
    this.index = 0;
    return bytes;
  }
}

/** Writes a table, one row a cell unless another is asked for: strings as UTF-8, integers as INT32, numbers as DOUBLE; every column may be null. */
export function parquetEmitter(options: TableOptions = {}, rowGroup: number = ROW_GROUP, forms: Registry = FORMS): Emitter<TablePiece<readonly (readonly Value[])[]>> {
  const table = tableOf(options.table, false, forms);
  const place = duplicatePlace(table);
  const state = new TableState();
  const writer = new DrainingWriter();
  const schema: SchemaElement[] = [{ name: 'root', num_children: table.columns.length }, ...table.columns.map(schemaElement)];
  const file = new ParquetWriter({ writer, schema, createdBy: 'gov-report' });
  let columns = emptyColumns(table.columns.length);
  let rows = 0;
  const flush = (): void => {
    if (rows === 0) return;
    const columnData = table.columns.map((column, index) => ({ name: column.name, data: columns[index]!, offsetIndex: false }));
    void file.write({ columnData, rowGroupSize: rows });
    columns = emptyColumns(table.columns.length);
    rows = 0;
  };
  const add = (row: readonly Value[]): void => {
    for (let index = 0; index < columns.length; index++) columns[index]!.push(row[index]!);
    rows++;
    if (rows === rowGroup) flush();
  };
  return {
    prepare: (report) => tablePiece(table, report, (found) => found, forms),
    write: (piece) => {
      const duplicateOf = state.add(piece);
      for (const row of piece.rows ?? []) add(withDuplicate(row, place, duplicateOf));
      return writer.drain();
    },
    end: () => {
      if (table.rows === null) state.rest().forEach(add);
      flush();
      void file.finish();
      return writer.drain();
    },
  };
}

function emptyColumns(count: number): Value[][] {
  return Array.from({ length: count }, () => []);
}

function schemaElement(column: Column): SchemaElement {
  const common = { name: column.name, repetition_type: 'OPTIONAL' as const };
  switch (column.type) {
    case 'integer':
      return { ...common, type: 'INT32' };
    case 'double':
      return { ...common, type: 'DOUBLE' };
    case 'string':
      return { ...common, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } };
  }
}
