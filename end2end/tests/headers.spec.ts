import { expect, test } from '../support/test.ts';
import { KINDS, NOT_FOUND } from '../support/site.ts';

test('every answer carries strict headers', async ({ request }) => {
  const html = await (await request.get('/virksomheder')).text();
  const assets = [...html.matchAll(/"(\/assets\/[^"]*)"/g)].map(([, path]) => path);
  expect(assets.length).toBeGreaterThan(1);
  for (const path of ['/', '/virksomheder', '/findes-ikke', '/sitemap.xml', '/robots.txt', '/opensearch.xml', '/healthz', '/readyz', ...assets]) {
    const headers = (await request.get(path)).headers();
    const policy = new Map(
      headers['content-security-policy'].split(';').map((rule) => {
        const [name, ...sources] = rule.trim().split(/\s+/);
        return [name, sources.join(' ')];
      }),
    );
    expect(policy.get('default-src'), path).toBe("'none'");
    expect(policy.get('base-uri'), path).toBe("'none'");
    expect(policy.get('frame-ancestors'), path).toBe("'none'");
    expect(policy.get('form-action'), path).toBe("'self'");
    for (const [name, sources] of policy) expect(["'none'", "'self'"], `${name} of ${path}`).toContain(sources);
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toMatch(/^(same-origin|no-referrer|strict-origin-when-cross-origin)$/);
    expect(headers['permissions-policy'], path).toContain('geolocation=()');
    expect(headers['cross-origin-opener-policy'], path).toBe('same-origin');
    for (const name of ['set-cookie', 'server', 'x-powered-by']) expect(headers[name], `${name} of ${path}`).toBeUndefined();
  }
});

test('assets are cached for ever, pages asked for again', async ({ request }) => {
  const page = await request.get('/virksomheder');
  expect(page.headers()['cache-control']).toBe('no-cache');
  const tag = page.headers().etag;
  expect(tag).toBeTruthy();
  expect((await request.get('/virksomheder', { headers: { 'if-none-match': tag } })).status()).toBe(304);
  for (const [, path] of (await page.text()).matchAll(/"(\/assets\/[^"]*)"/g)) {
    expect((await request.get(path)).headers()['cache-control'], path).toContain('immutable');
  }
});

test.describe('in the document', () => {
  test.use({ expected: [NOT_FOUND, { option: true }] });

  test('no kind of page holds inline script or style, or leaves a cookie or anything stored', async ({ page, context }) => {
    for (const [kind, address] of Object.entries(KINDS)) {
      await test.step(kind, async () => {
        await page.goto(address);
        const inline = await page.evaluate(() =>
          [...document.querySelectorAll('*')]
            .filter(
              (element) =>
                element.matches('style, [style], script:not([src]):not([type="application/ld+json"]), [href^="javascript:"]') ||
                element.getAttributeNames().some((name) => name.startsWith('on')),
            )
            .map((element) => element.outerHTML.slice(0, 120)),
        );
        expect(inline).toEqual([]);
        expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
      });
    }
    expect(await context.cookies()).toEqual([]);
  });
});
