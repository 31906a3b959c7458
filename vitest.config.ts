import { defineConfig } from 'vitest/config';

/**
 * `npm test` is done in a minute; `npm run test:long` (mode `long`) runs the same tests with as many cases as they are
 * worth, and those named `.long.test.ts`.
 */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: mode === 'long' ? [] : ['test/**/*.long.test.ts'],
    env: mode === 'long' ? { TEST_LONG: '1' } : {},
    setupFiles: ['test/setup.ts'],
    globalSetup: 'test/build.ts',
    testTimeout: mode === 'long' ? 600_000 : 60_000,
    // Every test cleans up behind itself; loading the pipeline anew for each file costs a third of the time.
    isolate: false,
  },
}));
