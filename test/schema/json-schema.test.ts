import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { FORMS } from '../../src/forms/registry.ts';
import { reportJsonSchema } from '../../src/schema/json-schema.ts';
import { madeReport } from '../helpers/reports.ts';
import { BROKEN, INDICATORS } from './broken.ts';

interface Schema {
  anyOf: { $ref: string }[];
  $defs: Record<string, { type?: string; additionalProperties?: unknown }>;
}

const text = reportJsonSchema();
const schema = JSON.parse(text) as Schema;
const valid = new Ajv2020({ discriminator: false, strict: false }).compile(schema);

test('schemas/report.schema.json is what the source generates (npm run schemas)', () => {
  expect(readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8')).toBe(text);
});

test('the schema closes every object, so that a misspelt member is an error', () => {
  const objects = Object.entries(schema.$defs).filter(([, { type }]) => type === 'object');
  expect(objects.length).toBeGreaterThan(20);
  expect(objects.filter(([, definition]) => definition.additionalProperties !== false).map(([name]) => name)).toEqual([]);
});

test('a report of every form, and one with a local table, is valid', () => {
  expect(schema.anyOf).toHaveLength(FORMS.length + 1);
  for (const { era } of FORMS) expect(valid(madeReport({ era })), JSON.stringify(valid.errors)).toBe(true);
  expect(valid(madeReport({ era: 'statistics', indicators: INDICATORS }))).toBe(true);
});

test.each(BROKEN.filter(({ structural }) => structural))('$name is refused', ({ report }) => {
  expect(valid(report)).toBe(false);
});
