import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reportJsonSchema } from '../../src/schema/json-schema.ts';

test('schemas/report.schema.json is what the source generates (npm run schemas)', () => {
  expect(readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8')).toBe(reportJsonSchema());
});

test('the schema closes every object, so that a misspelt member is an error', () => {
  const schema = JSON.parse(reportJsonSchema()) as { additionalProperties: unknown; required: string[] };
  expect(schema.additionalProperties).toBe(false);
  expect(schema.required).toContain('cells');
});
