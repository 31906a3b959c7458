import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { parquetEmitter } from '../../src/emit/parquet.ts';
import { TIDY_COLUMNS, tidyRows } from '../../src/emit/tidy.ts';
import type { Report } from '../../src/schema/report.ts';
import { emitted } from '../helpers/emit.ts';
import { folderWith } from '../helpers/folder.ts';
import { madeReport } from '../helpers/reports.ts';

async function query(file: Uint8Array, sql: string): Promise<unknown[][]> {
  const folder = folderWith({ 'reports.parquet': file });
  const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
  return (await duckdb.runAndReadAll(sql.replaceAll('reports.parquet', `${folder}/reports.parquet`))).getRowsJson();
}

const REPORTS: Report[] = [
  madeReport({ path: 'a.txt', era: '2019', year: 2020, values: { 'applications.received.total': 31, 'disclosure.fees.change': -18 } }),
  madeReport({ path: 'b.txt', year: null, regionCode: '530402', amountUnit: '万元', values: { 'applications.received.total': null, 'disclosure.fees.amount': 0.37 } }),
  madeReport({ path: 'c.txt', era: 'narrative' }),
  madeReport({ path: 'd.txt', era: 'statistics', values: { 'statistics.complaints': '/' } }),
].map((report, index) => ({ ...report, source: { ...report.source, sha256: String(index).repeat(64) } }));

test('DuckDB reads every value back, over several row groups', async () => {
  const file = emitted(parquetEmitter({}, 100), REPORTS);
  const rows = await query(file, "SELECT * FROM 'reports.parquet'");
  expect(rows).toEqual(REPORTS.flatMap((report) => tidyRows(report)));
  expect(await query(file, "SELECT count(DISTINCT row_group_id) FROM parquet_metadata('reports.parquet')")).toEqual([[String(Math.ceil(rows.length / 100))]]);
});

test('columns have their types', async () => {
  const types = await query(emitted(parquetEmitter(), REPORTS), "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM 'reports.parquet')");
  const expected = { string: 'VARCHAR', integer: 'INTEGER', double: 'DOUBLE' };
  expect(types).toEqual(TIDY_COLUMNS.map((column) => [column.name, expected[column.type]]));
});

test('no report at all is a file without rows', async () => {
  expect(await query(emitted(parquetEmitter(), []), "SELECT count(*) FROM 'reports.parquet'")).toEqual([['0']]);
});

test('full row groups leave at once, the rest at the end', () => {
  const emitter = parquetEmitter({}, 100);
  const first = emitter.write(emitter.prepare(REPORTS[0]!));
  const second = emitter.write(emitter.prepare(REPORTS[1]!));
  expect(first.length).toBeGreaterThan(500);
  expect(second.length).toBeGreaterThan(500);
  expect(emitter.end().length).toBeGreaterThan(0);
});

test('the same reports give the same bytes', () => {
  expect(emitted(parquetEmitter(), REPORTS).equals(emitted(parquetEmitter(), REPORTS))).toBe(true);
});
