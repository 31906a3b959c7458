// Writes fixtures/**/expected.json from what the source now reads; a fixture whose truth.json is contradicted is left as it
// is, and so is one marked `"reviewed": true`.
//   npm run fixtures [-- --force]      --force writes the reviewed ones too: read what has changed
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/golden.test.ts'], { stdio: 'inherit', env: { ...process.env, UPDATE_FIXTURES: process.argv.includes('--force') ? 'force' : '1' } });
process.exitCode = status ?? 1;
