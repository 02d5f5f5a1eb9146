import { defineConfig } from '@playwright/test'

/** What a browser does keeps a core busy. */
const browsing = /\/(accounts|editor|pages)\.spec\.ts$/
/** Twenty callers in one process, who press keys by the millisecond. */
const crowded = /\/crash\.spec\.ts$/

// Each spec file starts its own copy of the product (own ports, own data folder) through e2e/support/product.ts.
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  timeout: 180_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  // Calls take their time and little of the machine's: pages are looked at meanwhile. Never two files of a kind at once.
  workers: 2,
  projects: [
    { name: 'pages', testMatch: browsing, workers: 1 },
    { name: 'calls', testIgnore: [browsing, crowded], workers: 1 },
    // `npm test` runs it with nothing beside it.
    { name: 'crowd', testMatch: crowded, workers: 1, outputDir: 'test-results/e2e-crowd' },
  ],
  reporter: [['list'], ['json']],
  outputDir: 'test-results/e2e',
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 720 },
    screenshot: 'only-on-failure',
    // Filming takes a slow machine longer than the story itself.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        '--autoplay-policy=no-user-gesture-required',
      ],
    },
  },
})
