import { test as base, expect, type ConsoleMessage, type Request } from '@playwright/test';

export { expect };

type Fixtures = {
  /** What a test means to provoke; such faults do not fail it. */
  expected: RegExp[];
  /** Fails the test when the browser complains or asks anyone but this site. */
  faults: void;
};

export const test = base.extend<Fixtures>({
  expected: [[], { option: true }],
  faults: [
    async ({ context, baseURL, expected }, use) => {
      const faults: string[] = [];
      const add = (fault: string) => {
        if (!expected.some((pattern) => pattern.test(fault))) faults.push(fault);
      };
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
      await use();
      expect(faults, 'complaints of the browser').toEqual([]);
    },
    { auto: true },
  ],
});
