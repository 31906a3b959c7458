/** The JSON Schema of a report, made from the zod definition. */
import { z } from 'zod';
import { report, SCHEMA_VERSION } from './report.ts';

/** The schema as text, as it stands in `schemas/report.schema.json`. */
export function reportJsonSchema(): string {
  const schema = z.toJSONSchema(report, { target: 'draft-2020-12' });
  return JSON.stringify({ title: `gov-report report ${SCHEMA_VERSION}`, ...schema }, null, 2) + '\n';
}
