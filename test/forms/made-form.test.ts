/** A form is one thing: one that is added to the registry is told, read, checked, described and written with nothing else touched. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { DuckDBInstance } from '@duckdb/node-api';
import readWorkbook from 'read-excel-file/node';
import { afterAll, expect, test, vi } from 'vitest';
import { xlsxEmitter } from '../../src/emit/xlsx.ts';
import { cellsOfForm } from '../../src/forms/cells.ts';
import { parseReport } from '../../src/pipeline.ts';
import { readReport } from '../../src/read-report.ts';
import { reportJsonSchema } from '../../src/schema/json-schema.ts';
import { report as reportSchema, type Report } from '../../src/schema/report.ts';
import { gov } from '../helpers/cli.ts';
import { emitted } from '../helpers/emit.ts';
import { folderWith } from '../helpers/folder.ts';
import { MADE_FORM, MORE_COLUMN, MORE_ROW } from './made-form.ts';
import { LAYOUTS, lawfulValues, reportText, type Layout } from './made-report.ts';

// Files of tests share their modules: none of those loaded here may be another's, and none may stay.
vi.hoisted(() => { vi.resetModules(); });
afterAll(() => {
  vi.doUnmock('../../src/forms/registry.ts');
  vi.resetModules();
});

vi.mock('../../src/forms/registry.ts', async (original) => {
  const registry = await original<typeof import('../../src/forms/registry.ts')>();
  const { MADE_FORM: made } = await import('./made-form.ts');
  const forms = [...registry.FORMS, made];
  return { ...registry, FORMS: forms, ERAS: forms.map(({ era }) => era), formOf: (era: string, others = forms) => registry.formOf(era, others) };
});

const VALUES = lawfulValues(MADE_FORM);
const CORNER = `applications.${MORE_ROW.code}.${MORE_COLUMN.code}`;
/** The report with its own cells, for any layout. */
const parsed = async (layout: Layout, values = VALUES): Promise<Report> => readReport(new TextEncoder().encode(reportText(MADE_FORM, values, layout)));
const codes = (report: Report): string[] => report.findings.map(({ code }) => code);

test('the made form has a row and a column that no other has', () => {
  expect(VALUES.get(CORNER)).toBeGreaterThan(0);
  expect(cellsOfForm(MADE_FORM).some(({ path }) => path === CORNER)).toBe(true);
});

test.each(Object.keys(LAYOUTS) as Layout[])('%s: told from its kin and read whole, its sums kept', async (layout) => {
  const report = await parsed(layout);
  expect(report.template).toMatchObject({ era: MADE_FORM.era });
  expect(report.template.confidence).toBeGreaterThan(0.95);
  expect(new Map(report.cells.map(({ cell, value }) => [cell, value]))).toEqual(VALUES);
  expect(codes(report)).toEqual([]);
});

test('a report of its kin stays what it is', () => {
  const kin = { ...MADE_FORM, tables: MADE_FORM.tables.map((table) => (table.name !== 'applications' ? table : {
    ...table, blocks: table.blocks.map((block) => ({
      ...block, columns: block.columns.filter(({ code }) => code !== MORE_COLUMN.code), rows: block.rows.filter(({ code }) => code !== MORE_ROW.code),
    })),
  })) };
  expect(parseReport(reportText(kin, lawfulValues(kin), 'pipes')).template.era).toBe('2021');
});

test('its rules are checked: the sum of the row with the new column, of the column with the new row', async () => {
  const broken = await parsed('pipes', new Map(VALUES).set(CORNER, VALUES.get(CORNER)! + 50));
  expect(codes(broken)).toEqual(['applications/results', 'applications/row']);
  for (const { cells } of broken.findings) expect(cells).toContain(CORNER);
});

test('the schema demands its cells, in zod and as JSON Schema', async () => {
  const report = await parsed('tabs');
  const schema = JSON.parse(reportJsonSchema()) as object;
  const valid = new Ajv2020({ discriminator: false, strict: false }).compile(schema);
  const without = structuredClone(report) as unknown as { tables: { applications: { denied: { archive: Record<string, unknown> } } } };
  Reflect.deleteProperty(without.tables.applications.denied.archive, MORE_COLUMN.code);
  expect([reportSchema.safeParse(report).success, valid(report)]).toEqual([true, true]);
  expect([reportSchema.safeParse(without).success, valid(without)]).toEqual([false, false]);
});

test('--era takes it, CSV and the wide table print it, the rules name it', async () => {
  const folder = folderWith({ 'a.txt': reportText(MADE_FORM, VALUES, 'tabs') });
  const parse = async (...more: string[]): Promise<string> => {
    const { code, stdout, stderr } = await gov(['parse', folder, '--era', MADE_FORM.era, ...more]);
    expect(code, stderr).toBe(0);
    return stdout;
  };
  const value = String(VALUES.get(CORNER));
  expect(await parse('--format', 'csv')).toContain(`,applications,${MORE_ROW.code},${MORE_COLUMN.code},${MORE_ROW.groups.join(' / ')},${MORE_ROW.label},${MORE_COLUMN.label},${value},`);
  const [head, row] = (await parse('--format', 'csv', '--wide')).split(/\r?\n/).map((line) => line.split(','));
  expect(row![head!.indexOf(CORNER)]).toBe(value);
  expect((await gov(['parse', folder, '--era', '2031'])).stderr).toContain(MADE_FORM.era);
  const rules = JSON.parse((await gov(['rules', '--format', 'json'])).stdout) as { code: string; eras: string[] | null }[];
  expect(rules.find(({ code }) => code === 'applications/row')!.eras).toContain(MADE_FORM.era);
  expect((await gov(['detect', folder])).stdout).toContain(MADE_FORM.era);
  expect((await gov(['explain', `${folder}/a.txt`, CORNER])).stdout).toContain(MORE_ROW.label);
});

test('workbook and Parquet hold it', async () => {
  const report = await parsed('html');
  const sheets = new Map((await readWorkbook(emitted(xlsxEmitter(), [report]))).map(({ sheet, data }) => [sheet, data]));
  const sheet = sheets.get('申请')!;
  const column = sheet.find((row) => row.includes(MORE_COLUMN.label))!.indexOf(MORE_COLUMN.label);
  expect(sheet.find((row) => row.includes(MORE_ROW.label))![column]).toBe(VALUES.get(CORNER));

  const folder = folderWith({ 'a.txt': reportText(MADE_FORM, VALUES, 'tabs') });
  expect((await gov(['parse', `${folder}/a.txt`, '-o', `${folder}/out.parquet`])).code).toBe(0);
  const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
  const found = await duckdb.runAndReadAll(`SELECT era, value FROM '${folder}/out.parquet' WHERE rowCode = '${MORE_ROW.code}' AND columnCode = '${MORE_COLUMN.code}'`);
  expect(found.getRowsJson()).toEqual([[MADE_FORM.era, VALUES.get(CORNER)]]);
});
