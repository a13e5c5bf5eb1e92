import { defineConfig } from '@playwright/test';

/** What visitors come to do; it must work without script too. */
const journeys = /(aftercare|articles|finding|freshness|list|map|match|listing|failures|keeping|keeping-pictures|members|members-editing|messages|place|placement|places-list)\.spec\.ts$/;
/** What a narrow screen does not change. */
const desktopOnly = /(enhance-faults|freshness|headers|keyboard|listing|pages|pointer|print|sitemap|weight)\.spec\.ts$/;
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

export default defineConfig({
  testDir: 'tests',
  outputDir: 'results/artifacts',
  reporter: 'list',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  use: {
    baseURL: process.env.BASE_URL ?? 'http://127.0.0.1:3000',
    browserName: 'chromium',
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    { name: 'phone', testIgnore: desktopOnly, use: phone },
    {
      name: 'noscript',
      testMatch: journeys,
      use: { viewport: { width: 1440, height: 900 }, javaScriptEnabled: false },
    },
  ],
});
