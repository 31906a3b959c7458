import { expect, test } from 'vitest';
import { z } from 'zod';
import { parseReport } from '../../src/pipeline.ts';
import { report as reportSchema, sectionAlone, type Report } from '../../src/schema/report.ts';
import { validate, withoutSections } from '../../src/schema/validate.ts';

const report = parseReport('青杨县水务局2023年政府信息公开工作年度报告\n一、总体情况\n（一）主动公开。公开信息12条。\n二、依申请公开\n收到申请3件。');

test('a report comes out as it went in', () => {
  expect(validate(report)).toEqual(report);
  expect(Object.keys(validate(report))).toEqual(Object.keys(report));
});

test('what is compiled is compiled, not handed back to the slow way', () => {
  expect(() => z.compile(withoutSections, { strict: true })).not.toThrow();
  expect(() => z.compile(sectionAlone, { strict: true })).not.toThrow();
});

const [first] = report.sections;
const nested = first!.children[0]!;
const broken: [string, unknown][] = [
  ['a member too many', { ...report, extra: 1 }],
  ['a member too few', { ...report, cells: undefined }],
  ['a section of no known id', { ...report, sections: [{ ...first, id: 'weather' }] }],
  ['a nested section without a line', { ...report, sections: [{ ...first, children: [{ ...nested, line: 0 }] }] }],
  ['a nested section with a member too many', { ...report, sections: [{ ...first, children: [{ ...nested, extra: 1 }] }] }],
  ['children that are none', { ...report, sections: [{ ...first, children: [null] }] }],
  ['a column between two characters', { ...report, facts: report.facts.map((fact) => ({ ...fact, column: 1.5 })) }],
];

test.each(broken)('%s is refused, as by the schema itself', (_, value) => {
  expect(reportSchema.safeParse(value).success).toBe(false);
  expect(() => validate(value as Report)).toThrow(z.ZodError);
});
