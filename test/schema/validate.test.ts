import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FORMS, formOf } from '../../src/forms/registry.ts';
import { parseReport } from '../../src/pipeline.ts';
import { shapeText } from '../../src/schema/flat.ts';
import { report as reportSchema, reportSchemaOf } from '../../src/schema/report.ts';
import { SchemaError, validate } from '../../src/schema/validate.ts';
import { cases } from '../helpers/effort.ts';
import { madeReport } from '../helpers/reports.ts';
import { BROKEN, changed, INDICATORS, REMOVED, WHOLE } from './broken.ts';

const accepts = (value: unknown): boolean => {
  try {
    validate(value);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(SchemaError);
    return false;
  }
};

test('a report comes out as it went in', () => {
  const report = parseReport('青杨县水务局2023年政府信息公开工作年度报告\n一、总体情况\n（一）主动公开。公开信息12条。\n二、依申请公开\n收到申请3件。');
  expect(validate(report)).toEqual(report);
  expect(Object.keys(validate(report))).toEqual(Object.keys(report));
});

test('reports of every form and of a local table are accepted, optional rows printed or not', () => {
  const reports = [
    ...FORMS.map(({ era }) => madeReport({ era })), madeReport({ era: 'statistics', indicators: INDICATORS }),
    madeReport({ era: '2021', values: { 'applications.other.total.total': 3, 'applications.received.organizations': 0 } }),
  ];
  for (const report of reports) {
    expect(validate(report)).toEqual(report);
    expect(reportSchema.parse(report)).toEqual(report);
  }
});

test('src/schema/shape.ts is what the source generates (npm run schemas)', () => {
  expect(readFileSync(new URL('../../src/schema/shape.ts', import.meta.url), 'utf8')).toBe(shapeText());
});

test('members come out in the order of the schema, whatever order they came in', () => {
  const turned = Object.fromEntries(Object.entries(WHOLE).reverse());
  expect(JSON.stringify(validate({ ...turned, cells: WHOLE.cells.map((cell) => Object.fromEntries(Object.entries(cell).reverse())) }))).toBe(JSON.stringify(reportSchema.parse(WHOLE)));
});

test('the whole report is one that both accept', () => {
  expect(accepts(WHOLE)).toBe(true);
  expect(reportSchema.safeParse(WHOLE).success).toBe(true);
});

test.each(BROKEN)('$name is refused by the fast way and by the schema', ({ report }) => {
  expect(accepts(report)).toBe(false);
  expect(reportSchema.safeParse(report).success).toBe(false);
});

test('an indicator that means no row of the form is refused', () => {
  const report = { ...madeReport({ era: 'statistics', indicators: INDICATORS }), tables: { indicators: [{ ...INDICATORS[0], code: 'weather' }] } };
  expect(accepts(report)).toBe(false);
  expect(reportSchema.safeParse(report).success).toBe(false);
});

test('what departs is told with its path', () => {
  const report = changed(WHOLE, ['tables', 'applications', 'received', 'total'], 9);
  expect(() => validate(report)).toThrow(expect.objectContaining({ issues: [expect.objectContaining({ path: ['tables', 'applications', 'received', 'total'] })] }) as Error);
});

/** Every place of a value, as a path of keys. */
function placesOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, each]) => placesOf(each, [...path, Array.isArray(value) ? Number(key) : key]))];
}

test('whatever is put in the place of any member, the fast way and the schema say the same', () => {
  const reports = [WHOLE, madeReport({ era: 'narrative' }), madeReport({ era: '2019' }), madeReport({ era: 'statistics', indicators: INDICATORS })];
  const places = reports.map((report) => placesOf(report).filter((path) => path.length > 0));
  // The schema of the report's own form: that of all of them says the same, many times as slowly.
  const schemas = reports.map(({ template }) => reportSchemaOf([formOf(template.era)]));
  const odd = fc.constantFrom<unknown>(null, undefined, 0, 7, -1, 1.5, Number.NaN, Infinity, '', '元', 'x', true, [], {}, [null], { total: 1 }, REMOVED);
  fc.assert(fc.property(fc.nat(reports.length - 1), fc.nat(), odd, (which, pick, value) => {
    const report = changed(reports[which], places[which]![pick % places[which]!.length]!, value);
    expect(accepts(report)).toBe(schemas[which]!.safeParse(report).success);
  }), { numRuns: cases(500, 2000) });
});
