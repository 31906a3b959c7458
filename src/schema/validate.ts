/** A report held against its one definition, fast: every report passes here before it leaves. */
import { z } from 'zod';
import type { Form } from '../forms/form.ts';
import { FORMS, type Registry } from '../forms/registry.ts';
import { departures, type Departure } from './agreement.ts';
import { CELL_STATUSES, cellMembers, fact, finding, metadata, SCHEMA_VERSION, source, templateMembers } from './members.ts';
import { sectionAlone, type Report, type Section } from './report.ts';
import { indicatorSchema } from './tables.ts';

/**
 * Every member but those that a hand-written walk takes a fraction of the time for: the tables, which the cells are held against, and
 * the sections, which contain themselves (zod compiles no such schema). Compiled, the rest takes a tenth of the time.
 */
export const flat = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  source,
  template: z.strictObject({ era: z.string(), ...templateMembers }),
  metadata,
  sections: z.array(z.unknown()),
  tables: z.record(z.string(), z.unknown()),
  cells: z.array(z.strictObject(cellMembers(z.string(), z.number().nullable(), z.enum(CELL_STATUSES)))),
  facts: z.array(fact),
  findings: z.array(finding),
});
const compiled = z.compile(flat);
const compiledSection = z.compile(sectionAlone);

/**
 * Checks and copies a report.
 *
 * @throws ZodError where it departs from the schema, which is a bug of whatever made it
 */
export function validate(value: unknown, forms: Registry = FORMS): Report {
  const checked = compiled.parse(value);
  const form = forms.find(({ era }) => era === checked.template.era);
  if (form === undefined) throw failure([{ path: ['template', 'era'], message: `no form is called ${checked.template.era}` }]);
  const found = departures(form, checked);
  if (found.length > 0) throw failure(found);
  if ('indicators' in checked.tables) z.array(indicatorSchemaOf(form)).parse(checked.tables['indicators']);
  return { ...checked, sections: checked.sections.map(validateSection) } as unknown as Report;
}

function failure(found: readonly Departure[]): z.ZodError {
  return new z.ZodError(found.map(({ path, message }) => ({ code: 'custom', path, message, input: undefined })));
}

const known = new WeakMap<Form, z.ZodType>();

function indicatorSchemaOf(form: Form): z.ZodType {
  let schema = known.get(form);
  if (schema === undefined) known.set(form, (schema = indicatorSchema(form)));
  return schema;
}

function validateSection(value: unknown): Section {
  const checked = compiledSection.parse(value);
  return { ...checked, children: checked.children.map(validateSection) };
}
