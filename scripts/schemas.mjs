// Writes schemas/report.schema.json from the built zod definition; --check only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { reportJsonSchema } from '../dist/schema/json-schema.js';

const file = new URL('../schemas/report.schema.json', import.meta.url);
const schema = reportJsonSchema();
if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== schema) {
    console.error('schemas/report.schema.json is not what the source generates: run npm run schemas');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, schema);
}
