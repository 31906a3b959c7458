// Writes fixtures/**/expected.json from what the source now reads; a fixture whose truth.json is contradicted is left as it is.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const vitest = createRequire(import.meta.url).resolve('vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'test/golden.test.ts'], { stdio: 'inherit', env: { ...process.env, UPDATE_FIXTURES: '1' } });
process.exitCode = status ?? 1;
