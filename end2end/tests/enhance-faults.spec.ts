import { expect, test } from '../support/test.ts';
import { Search } from '../support/search.ts';

test.use({ expected: [[/net::ERR_FAILED/, /\b500\b/], { option: true }] });

for (const fault of ['the network', 'the server', 'the script'] as const) {
  test(`when ${fault} fails the browser goes to the address itself`, async ({ page }) => {
    const search = new Search(page, true);
    await search.open();
    await page.evaluate(() => Object.assign(window, { marked: true }));
    await page.route('**/virksomheder?*', async (route) => {
      if (route.request().resourceType() === 'document') await route.fallback();
      else if (fault === 'the network') await route.abort('failed');
      else if (fault === 'the server') await route.fulfill({ status: 500, contentType: 'text/html', body: '<h1>Nej</h1>' });
      else await route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Noget helt andet</h1>' });
    });
    const place = await search.narrowing('kommune');
    await search.choose(place);
    await search.expectTotal(place.count);
    await expect(search.box('kommune', place.value)).toBeChecked();
    expect(await page.evaluate(() => 'marked' in window)).toBe(false);
  });
}

test('of two quick choices the last one counts, whatever order the answers come in', async ({ page }) => {
  const search = new Search(page, true);
  await search.open();
  const [first, second] = (await search.values('kommune')).filter(({ count }) => count > 0);
  let letFirstGo = () => {};
  const held = new Promise<void>((resolve) => (letFirstGo = resolve));
  await page.route(
    (url) => url.searchParams.getAll('kommune').length === 1,
    async (route) => {
      await held;
      await route.continue().catch(() => {});
    },
  );
  await search.box('kommune', first.value).check();
  await search.box('kommune', second.value).check();
  await search.expectTotal(first.count + second.count);
  letFirstGo();
  await page.waitForLoadState('networkidle');
  await search.expectTotal(first.count + second.count);
  expect(new URL(page.url()).searchParams.getAll('kommune')).toHaveLength(2);
  await expect(search.box('kommune', first.value)).toBeChecked();
  await expect(search.box('kommune', second.value)).toBeChecked();
});

test('a script that does not arrive leaves a page that works', async ({ page }) => {
  await page.route('**/assets/*.js', (route) => route.abort('failed'));
  const search = new Search(page, false);
  await search.open();
  const place = await search.narrowing('kommune');
  await search.choose(place);
  await search.expectTotal(place.count);
});
