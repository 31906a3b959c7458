/**
 * What every report is, whatever its form, as one schema: the tables and what they owe the form are looked at apart (`departures`).
 * `npm run schemas` makes `shape.ts` of it, which a report is held against where zod is not to be loaded.
 */
import { z } from 'zod';
import { cellMembers, fact, finding, line, metadata, section, source, templateMembers } from './members.ts';
import { CELL_STATUSES, SCHEMA_VERSION } from './names.ts';
import { copiersText, type Shape } from './shape-text.ts';

const flat = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  source,
  template: z.strictObject({ era: z.string(), ...templateMembers }),
  metadata,
  sections: z.array(section),
  tables: z.record(z.string(), z.unknown()),
  cells: z.array(z.strictObject(cellMembers(z.string(), z.number().nullable(), z.enum(CELL_STATUSES)))),
  facts: z.array(fact),
  findings: z.array(finding),
});

/** The rows of a local table, of any form. */
const indicators = z.array(z.strictObject({
  label: z.string(),
  group: z.string().nullable(),
  unit: z.string().nullable(),
  values: z.record(z.string(), z.number().nullable()),
  code: z.string().nullable(),
  line,
}));

/** `src/schema/shape.ts` as text. */
export function shapeText(): string {
  const schema = z.toJSONSchema(z.strictObject({ report: flat, indicators }), { target: 'draft-2020-12' });
  const shapes = { ...schema.$defs, ...schema.properties } as Record<string, Shape>;
  return `/** Copies a report, and the rows of a local table, where they are what the schema asks for. Made by: npm run schemas */
${copiersText(shapes, { copyReport: 'report', copyIndicators: 'indicators' })}`;
}
