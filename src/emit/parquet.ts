/** Parquet: the tidy table, a row group at a time. */
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { FORMS, type Registry } from '../forms/registry.ts';
import type { Emitter } from './emitter.ts';
import { TIDY_COLUMNS, tidyRows, type Column, type TidyRow, type Value } from './tidy.ts';

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

/** Writes `TIDY_COLUMNS`: strings as UTF-8, `year` and `line` as INT32, `value` as DOUBLE; every column may be null. */
export function parquetEmitter(rowGroup: number = ROW_GROUP, forms: Registry = FORMS): Emitter<TidyRow[]> {
  const writer = new DrainingWriter();
  const schema: SchemaElement[] = [{ name: 'root', num_children: TIDY_COLUMNS.length }, ...TIDY_COLUMNS.map(schemaElement)];
  const file = new ParquetWriter({ writer, schema, createdBy: 'gov-report' });
  let columns = emptyColumns();
  let rows = 0;
  const flush = (): void => {
    if (rows === 0) return;
    const columnData = TIDY_COLUMNS.map((column, index) => ({ name: column.name, data: columns[index]!, offsetIndex: false }));
    void file.write({ columnData, rowGroupSize: rows });
    columns = emptyColumns();
    rows = 0;
  };
  return {
    prepare: (report) => tidyRows(report, forms),
    write: (piece) => {
      for (const row of piece) {
        for (let index = 0; index < columns.length; index++) columns[index]!.push(row[index]!);
        rows++;
        if (rows === rowGroup) flush();
      }
      return writer.drain();
    },
    end: () => {
      flush();
      void file.finish();
      return writer.drain();
    },
  };
}

function emptyColumns(): Value[][] {
  return TIDY_COLUMNS.map(() => []);
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
