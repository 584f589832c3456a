import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/{shared,kiosk,admin,server,checks,locales}/**/*.test.ts'],
    globalSetup: ['tests/helpers/postgres-setup.ts'],
    // Two cores: more workers only take time from each other, and argon2 wants threads of its own.
    maxWorkers: 2,
    // Tests keep nothing in modules and bring clocks of their own; loading all modules anew for each file is a fifth of the time.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
  },
});
