import { expect, test } from '../support/test.ts';

const KB = 1024;

for (const address of ['/virksomheder', '/', '/virksomheder/proeve-alt']) {
  test(`a first visit to ${address} is light`, async ({ page, context }) => {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const types = new Map<string, string>();
    const bytes: Record<string, number> = {};
    session.on('Network.responseReceived', ({ requestId, type, response }) => {
      types.set(requestId, type);
      if (response.url.startsWith('http')) expect(response.headers['content-encoding'], response.url).toBe('br');
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const type = types.get(requestId) ?? 'Other';
      bytes[type] = (bytes[type] ?? 0) + encodedDataLength;
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    const all = Object.values(bytes).reduce((sum, each) => sum + each);
    console.log(`${address}: ${JSON.stringify({ all, ...bytes })} bytes`);
    expect(Object.keys(bytes)).toEqual(expect.arrayContaining(['Document', 'Stylesheet', 'Other']));
    expect(bytes.Document).toBeLessThanOrEqual(20 * KB);
    expect(bytes.Stylesheet).toBeLessThanOrEqual(20 * KB);
    expect(bytes.Script ?? 0).toBeLessThanOrEqual(8 * KB);
    expect(all).toBeLessThanOrEqual(50 * KB);
  });
}
