import { readFileSync, readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/**
 * `npm test` is done in a minute; `npm run test:long` (mode `long`) runs what it has no time for: the tests named
 * `.long.test.ts`, and those that try more cases where they are given the time (see test/helpers/effort.ts).
 */
export default defineConfig(({ mode }) => ({
  test: {
    include: mode === 'long' ? longForms() : ['test/**/*.test.ts'],
    exclude: mode === 'long' ? [] : ['test/**/*.long.test.ts'],
    env: mode === 'long' ? { TEST_LONG: '1' } : {},
    setupFiles: ['test/setup.ts'],
    globalSetup: 'test/build.ts',
    // For what would never end; how long a test may take is counted in work, where it matters.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Every test cleans up behind itself; loading the pipeline anew for each file costs a third of the time.
    isolate: false,
    // Vitest leaves a core to itself; of two that is half.
    maxWorkers: '100%',
  },
}));

function longForms(): string[] {
  return readdirSync('test', { recursive: true, encoding: 'utf8' }).map((name) => `test/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.long.test.ts') || (path.endsWith('.test.ts') && readFileSync(path, 'utf8').includes('/effort.ts')));
}
