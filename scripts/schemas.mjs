// Writes schemas/report.schema.json and src/schema/shape.ts from the zod definition; --check only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { fromSource } from './from-source.mjs';

const { reportJsonSchema } = await fromSource('src/schema/json-schema.ts');
const { shapeText } = await fromSource('src/schema/flat.ts');

for (const [name, made] of [['schemas/report.schema.json', reportJsonSchema()], ['src/schema/shape.ts', shapeText()]]) {
  const file = new URL(`../${name}`, import.meta.url);
  if (!process.argv.includes('--check')) writeFileSync(file, made);
  else if (readFileSync(file, 'utf8') !== made) {
    console.error(`${name} is not what the source generates: run npm run schemas`);
    process.exitCode = 1;
  }
}
