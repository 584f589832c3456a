import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '..',
  // What `npm test` looks at in part is looked at whole.
  testMatch: ['long/**/*.spec.ts', 'browser/screens.spec.ts'],
  globalSetup: '../helpers/demonstration.ts',
  outputDir: '../../test-results/long',
  // One after another: each of these wants the whole machine for itself.
  workers: 1,
  fullyParallel: false,
  // A machine that stalls for a moment is tried once more; the run says which tests needed it.
  retries: 1,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // Shorter than the test's own time, so that a step that never comes is the one that is named.
  use: { actionTimeout: 45_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/long.json' }]],
});
