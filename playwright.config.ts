import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '*.spec.ts',
  globalSetup: './tests/helpers/demonstration.ts',
  outputDir: 'test-results/browser',
  // Each test has a server and browsers of its own, and waits more than it works.
  workers: 3,
  fullyParallel: true,
  // A machine that stalls for a moment is tried once more; the run says which tests needed it.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: { actionTimeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
});
