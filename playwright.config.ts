import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/browser',
  // One browser at a time: these tests kill it, and two cores are soon full.
  workers: 1,
  fullyParallel: false,
  // A machine that stalls for a moment is tried once more; the run says which tests needed it.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: { actionTimeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
});
