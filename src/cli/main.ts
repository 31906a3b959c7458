import { readFileSync } from 'node:fs';
import { parseReport } from '../pipeline.ts';

export function main(): void {
  for (const path of process.argv.slice(3)) {
    process.stdout.write(JSON.stringify(parseReport(readFileSync(path), { path })) + '\n');
  }
}
