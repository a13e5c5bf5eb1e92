import { createHash } from 'node:crypto';

import { test as base, expect, type BrowserContext, type ConsoleMessage, type Page, type Request } from '@playwright/test';

export { expect };

type Fixtures = {
  /** What a test means to provoke; such faults do not fail it. */
  expected: RegExp[];
  /** Fails the test when the browser complains or asks anyone but this site. */
  faults: (context: BrowserContext) => void;
  /** A page in a browser of somebody else. */
  another: () => Promise<Page>;
};

export const test = base.extend<Fixtures>({
  expected: [[], { option: true }],
  // The site counts how often one address asks, so each test has its own network.
  extraHTTPHeaders: async ({ extraHTTPHeaders }, use, { testId }) => {
    const digits = createHash('sha256').update(testId).digest('hex');
    await use({ ...extraHTTPHeaders, 'x-forwarded-for': `2001:db8:${digits.slice(0, 4)}:${digits.slice(4, 8)}::1` });
  },
  faults: [
    async ({ context, baseURL, expected }, use) => {
      const faults: string[] = [];
      const add = (fault: string) => {
        if (!expected.some((pattern) => pattern.test(fault))) faults.push(fault);
      };
      const watch = (context: BrowserContext) => {
        context.on('console', (message: ConsoleMessage) => {
          if (['error', 'warning'].includes(message.type())) add(`console ${message.type()}: ${message.text()}`);
        });
        context.on('weberror', (error) => add(`uncaught: ${error.error().message}`));
        context.on('request', (request: Request) => {
          if (new URL(request.url()).origin !== baseURL) add(`third party: ${request.url()}`);
        });
        context.on('requestfailed', (request: Request) => {
          const reason = request.failure()?.errorText ?? '';
          // A newer navigation or search calls off the one before it.
          if (reason !== 'net::ERR_ABORTED') add(`failed: ${request.url()} ${reason}`);
        });
        context.on('response', (response) => {
          if (response.status() >= 400) add(`status ${response.status()}: ${response.url()}`);
        });
      };
      watch(context);
      await use(watch);
      expect(faults, 'complaints of the browser').toEqual([]);
    },
    { auto: true },
  ],
  another: async ({ browser, faults }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      faults(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});
