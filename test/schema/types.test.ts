/** What the compiler knows of a report; `npm run types` checks this file. */
import { expect, expectTypeOf, test } from 'vitest';
import type { MetricCode } from '../../src/lexicon/metric-codes.ts';
import { getCell, isEra, type Cell, type CellPath, type Era, type Report, type ReportOf, type Tables } from '../../src/schema/report.ts';
import { madeReport } from '../helpers/reports.ts';

const report: Report = madeReport({ era: '2021', amountUnit: '万元', values: { 'applications.received.total': 7, 'disclosure.fees.amount': 12.5 } });

test('where the era is known, every row and column is', () => {
  if (!isEra(report, '2021')) throw new Error('not of that era');
  expectTypeOf(report).toEqualTypeOf<ReportOf<'2021'>>();
  expectTypeOf(report.template.era).toEqualTypeOf<'2021'>();
  expectTypeOf(report.tables.applications.received.total).toEqualTypeOf<number | null>();
  expectTypeOf(report.tables.applications.denied.stateSecret.naturalPerson).toEqualTypeOf<number | null>();
  expectTypeOf(report.tables.disclosure.fees.amountUnit).toEqualTypeOf<'元' | '万元' | null>();
  expectTypeOf(report.tables.litigation.afterReconsideration.pending).toEqualTypeOf<number | null>();
  // Rows and columns that only some reports print.
  expectTypeOf(report.tables.applications.received.organizations).toEqualTypeOf<number | null | undefined>();
  expectTypeOf(report.tables.applications.other.total?.total).toEqualTypeOf<number | null | undefined>();
  expectTypeOf(report.tables.applications.other.rest.total).toEqualTypeOf<number | null>();
  expectTypeOf(report.tables.applications).not.toHaveProperty('recieved');
  expectTypeOf(report.tables.disclosure.licensing).not.toHaveProperty('change');
  expectTypeOf(report.tables.statistics).toEqualTypeOf<undefined>();
  expectTypeOf(report.tables.indicators).toEqualTypeOf<undefined>();
  expect(report.tables.applications.received.total).toBe(7);
});

test('the other forms', () => {
  expectTypeOf<ReportOf<'2019'>['tables']['disclosure']['licensing']['change']>().toEqualTypeOf<number | null>();
  expectTypeOf<ReportOf<'2019'>['tables']['applications']['other']['rest']>().toExtend<object | undefined>();
  expectTypeOf<ReportOf<'2019'>['tables']['applications']['other']['total']['total']>().toEqualTypeOf<number | null>();
  expectTypeOf<NonNullable<ReportOf<'statistics'>['tables']['statistics']>['applications']['received']['total']>().toEqualTypeOf<number | null>();
  expectTypeOf<ReportOf<'narrative'>['tables']['applications']>().toEqualTypeOf<undefined>();
  expect(isEra(report, 'statistics')).toBe(false);
});

test('where it is not, a table is there or not', () => {
  expectTypeOf<Tables['applications']>().toExtend<object | undefined>();
  expectTypeOf(report.tables.applications?.received.total).toEqualTypeOf<number | null | undefined>();
  expect(report.tables.applications?.received.total).toBe(7);
});

test('a cell by its address', () => {
  expectTypeOf<'applications.received.total'>().toExtend<CellPath>();
  expectTypeOf<'applications.received.total'>().toExtend<CellPath<'2019'>>();
  expectTypeOf<'statistics.complaints'>().not.toExtend<CellPath<'2021'>>();
  expectTypeOf<'applications.recieved.total'>().not.toExtend<CellPath>();
  expectTypeOf<CellPath<'narrative'>>().toBeNever();
  expectTypeOf(getCell(report, 'applications.received.total')).toEqualTypeOf<Cell | undefined>();
  expect(getCell(report, 'applications.received.total')).toMatchObject({ value: 7, status: 'reported' });
  expect(getCell(report, 'statistics.complaints')).toBeUndefined();
  // @ts-expect-error no form has such a cell
  expect(getCell(report, 'applications.recieved.total')).toBeUndefined();
  if (isEra(report, '2021')) {
    // @ts-expect-error a cell of another form
    expect(getCell(report, 'statistics.complaints')).toBeUndefined();
  }
});

test('eras and metrics are lists of names', () => {
  expectTypeOf<Era>().toEqualTypeOf<'narrative' | 'statistics' | '2019' | '2021'>();
  expectTypeOf<Report['facts'][number]['metric']>().toEqualTypeOf<MetricCode | null>();
});
