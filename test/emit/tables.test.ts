import { DuckDBInstance } from '@duckdb/node-api';
import readWorkbook from 'read-excel-file/node';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { csvEmitter } from '../../src/emit/csv.ts';
import { TABLE_NAMES, type TableName } from '../../src/emit/emitter.ts';
import { jsonTableEmitter } from '../../src/emit/json-rows.ts';
import { parquetEmitter } from '../../src/emit/parquet.ts';
import { tableOf } from '../../src/emit/tables.ts';
import { xlsxTableEmitter } from '../../src/emit/xlsx.ts';
import type { Report } from '../../src/schema/report.ts';
import { gov } from '../helpers/cli.ts';
import { emitted } from '../helpers/emit.ts';
import { folderWith } from '../helpers/folder.ts';
import { madeReport } from '../helpers/reports.ts';
import { reportText } from '../cli/check-report.ts';

const first = madeReport({
  path: 'a.txt', values: { 'applications.received.total': 12, 'applications.received.business': null },
  facts: [{ metric: 'fees', subject: '费用, 合计', value: 0, unit: null, qualifier: 'exact', text: '未收费', line: 3, column: 1 }],
});
const REPORTS: Report[] = [first, { ...first, source: { ...first.source, path: 'b.txt' } }, madeReport({ path: 'c.txt', era: 'narrative', year: 2011 })]
  .map((one, index) => ({ ...one, source: { ...one.source, sha256: String(index < 2 ? 0 : index).repeat(64) } }));

async function query(file: Buffer, extension: string, sql: string): Promise<unknown[][]> {
  const folder = folderWith({});
  writeFileSync(`${folder}/t.${extension}`, file);
  const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
  return (await duckdb.runAndReadAll(sql.replaceAll('TABLE', `'${folder}/t.${extension}'`))).getRowsJson();
}

test.each(TABLE_NAMES)('%s: CSV, Parquet, JSON and XLSX carry the same rows', async (table) => {
  const parquet = emitted(parquetEmitter({ table }), REPORTS);
  const rows = await query(parquet, 'parquet', 'SELECT * FROM TABLE');
  const json = emitted(jsonTableEmitter('ndjson', { table }), REPORTS).toString().trimEnd().split('\n').filter((line) => line !== '').map((line) => Object.values(JSON.parse(line) as Record<string, unknown>));
  expect(json).toEqual(rows);
  expect(JSON.parse(emitted(jsonTableEmitter('json', { table }), REPORTS).toString())).toHaveLength(rows.length);
  const csv = await query(emitted(csvEmitter({ table }), REPORTS), 'csv', 'SELECT count(*) FROM read_csv(TABLE, all_varchar = true)');
  expect(csv).toEqual([[String(rows.length)]]);
  const [sheet] = await readWorkbook(emitted(xlsxTableEmitter(table), REPORTS));
  expect(sheet!.data).toHaveLength(rows.length + 1);
  expect(sheet!.data[0]).toEqual(tableOf(table).columns.map(({ label }) => label));
});

test.each(['reports', 'cells', 'facts'] as TableName[])('%s: whose a row is, and what it repeats', async (table) => {
  const rows = await query(emitted(parquetEmitter({ table }), REPORTS), 'parquet', 'SELECT DISTINCT path, agencyLevel, agencyKind, agencyKey, title, length(sha256), format, duplicateOf FROM TABLE ORDER BY path');
  const own = ['county', 'government', null, '青石县人民政府政府信息公开工作年度报告', '64', 'text'];
  expect(rows.slice(0, 2)).toEqual([['a.txt', ...own, null], ['b.txt', ...own, 'a.txt']]);
  const csv = await query(emitted(csvEmitter({ table }), REPORTS), 'csv', 'SELECT DISTINCT path, duplicateOf FROM read_csv(TABLE) ORDER BY path');
  expect(csv.slice(0, 2)).toEqual([['a.txt', null], ['b.txt', 'a.txt']]);
});

test('codes are Chinese in a workbook', async () => {
  const [sheet] = await readWorkbook(emitted(xlsxTableEmitter('cells'), REPORTS));
  const text = JSON.stringify(sheet!.data.slice(1));
  for (const code of ['reported', 'blank', 'county', 'government', '"label"']) expect(text).not.toContain(code);
  for (const word of ['已填', '空白', '县级', '政府', '行列标签', '六部分格式（2021年修订）']) expect(text).toContain(word);
});

test('parse --table and series on the command line', async () => {
  const folder = folderWith({ 'a.txt': reportText(2022), 'b.txt': reportText(2023) });
  const { stdout } = await gov(['parse', folder, '--format', 'csv', '--table', 'reports', '-q']);
  expect(stdout.split('\n')).toHaveLength(4);
  const series = await gov(['series', folder, '-q']);
  expect(series.code).toBe(0);
  expect(series.stdout).toMatch(/^agencyKey,agency,.*\n.*,2022,,2021,applications\.received,收到申请数,applications received,\d+,件,/);
  expect((await gov(['series', '--measures'])).stdout).toMatch(/^applications\.received\t收到申请数\tapplications received\t件\n/);
  for (const wrong of [['--table', 'cells', '--wide', '--format', 'csv'], ['--table', 'cells', '--omit', 'facts'], ['--table', 'series', '-o', `${folder}/s.csv`, '--resume'], ['--table', 'cells', '-o', `${folder}/out/`]]) {
    expect((await gov(['parse', folder, ...wrong])).code, wrong.join(' ')).toBe(2);
  }
});
