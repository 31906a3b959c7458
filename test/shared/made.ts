/** Reports and truths made by hand, for the tests of the scorer. */
import { parseReport } from '../../src/pipeline.ts';
import type { Report, ReportOf } from '../../src/schema/report.ts';
import type { ReportTruth } from './score.ts';

const PARSED = parseReport('清溪县水务局2022年政府信息公开工作年度报告\n\n一、总体情况\n本局工作有序。\n');
export const EMPTY: ReportOf<'narrative'> = { ...PARSED, template: { ...PARSED.template, era: 'narrative' }, tables: {} };

/** A report that says no more than these cells, all of one row. */
export function reportOf(
  cells: Record<string, { value: number | null; status?: Report['cells'][number]['status']; told?: boolean }>,
): Report {
  const list = Object.entries(cells).map(([column, { value, status = 'reported', told = false }]) => ({
    column,
    value,
    status,
    told,
  }));
  return {
    ...EMPTY,
    // No form has this one table alone.
    tables: { reconsideration: Object.fromEntries(list.map(({ column, value }) => [column, value])) },
    cells: list.map(({ column, value, status }) => ({
      cell: `reconsideration.${column}`,
      value,
      raw: null,
      status,
      basis: null,
      line: null,
      column: null,
      endColumn: null,
    })),
    findings: [
      {
        code: 'tables/unplaced-number',
        severity: 'error',
        origin: 'reading',
        args: {},
        line: null,
        column: null,
        cells: list.filter(({ told }) => told).map(({ column }) => `reconsideration.${column}`),
      },
    ],
  } as unknown as Report;
}

export const truthOf = (cells: Record<string, number | null>, more: Partial<ReportTruth> = {}): ReportTruth => ({
  metadata: {},
  cells: Object.fromEntries(Object.entries(cells).map(([column, value]) => [`reconsideration.${column}`, value])),
  ...more,
});
