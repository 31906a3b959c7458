import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reportJsonSchema } from '../../src/schema/json-schema.ts';
import { tables } from '../../src/schema/report.ts';

test('schemas/report.schema.json is what the source generates (npm run schemas)', () => {
  expect(readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8')).toBe(reportJsonSchema());
});

test('the schema closes every object, so that a misspelt member is an error', () => {
  const schema = JSON.parse(reportJsonSchema()) as { additionalProperties: unknown; required: string[] };
  expect(schema.additionalProperties).toBe(false);
  expect(schema.required).toContain('cells');
});

test.each([true, Number.NaN, Number.POSITIVE_INFINITY, [1], undefined, { nested: { deeper: false } }])('a table holds numbers, units and null, not %o', (leaf) => {
  expect(tables.safeParse({ applications: { received: { total: leaf } } }).success).toBe(false);
});

test('a table holds numbers, units and null', () => {
  const tree = { disclosure: { fees: { amount: null, amountUnit: '万元' } }, applications: { received: { total: 3 } } };
  expect(tables.parse(tree)).toEqual(tree);
});
