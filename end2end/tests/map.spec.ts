import type { Page } from '@playwright/test';

import { expect, test } from '../support/test.ts';
import { Search, number, reveal } from '../support/search.ts';
import { MUNICIPALITIES } from '../support/site.ts';

/** The links of the map with the number each says. */
async function areas(page: Page, address: string) {
  await page.goto(address);
  const links = page.locator('svg a[href^="/kommuner/"]');
  await expect(links).toHaveCount(11);
  return links.evaluateAll((links) =>
    links.map((link) => ({ href: link.getAttribute('href')!, name: link.querySelector('title')!.textContent! })),
  );
}

for (const address of ['/', '/kommuner', '/kommuner/rebild']) {
  test(`every municipality on the map of ${address} can be reached with the Tab key`, async ({ page }) => {
    const links = await areas(page, address);
    expect(links.map(({ href }) => href).toSorted()).toEqual(MUNICIPALITIES.map((slug) => `/kommuner/${slug}`).toSorted());
    await page.locator('svg a[href^="/kommuner/"]').first().focus();
    const reached = [];
    for (const _ of links) {
      reached.push(await page.evaluate(() => document.activeElement?.getAttribute('href')));
      await page.keyboard.press('Tab');
    }
    expect(reached).toEqual(links.map(({ href }) => href));
  });
}

test('every municipality on the map leads to its page', async ({ page }) => {
  for (const { href, name } of await areas(page, '/')) {
    await page.goto('/');
    await page.locator(`svg a[href="${href}"]`).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(href);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name.split(':')[0]);
    const count = number(name.split(':')[1]) || 0;
    await expect(page.getByRole('heading', { name: /virksomhed(er)? i / })).toContainText(count === 0 ? /^(0|Ingen) / : `${count} `);
  }
});

test('a click on a municipality opens its page', async ({ page }) => {
  await page.goto('/kommuner');
  const name = page.locator('svg text').filter({ hasText: 'Rebild' });
  await name.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await name.boundingBox())!;
  await page.mouse.click(x + width / 2, y + height / 2);
  await page.waitForURL('/kommuner/rebild');
});

test('the list says what the map says', async ({ page }) => {
  for (const { href, name } of await areas(page, '/')) {
    const row = page.locator('main li').filter({ has: page.locator(`a[href="${href}"]`) });
    await expect(row, 'one row beside the map').toHaveCount(1);
    await reveal(row);
    const [place, companies] = name.split(':');
    await expect(row).toContainText(place);
    await expect(row).toContainText(String(number(companies) || 0));
  }
  for (const { href, name } of await areas(page, '/kommuner')) {
    const row = page.locator('main').getByRole('listitem').filter({ has: page.locator(`a[href="${href}"]`) });
    await expect(row).toContainText(name.split(':')[1].trim());
  }
});

test('the map of the search says what the filter says', async ({ page, javaScriptEnabled }) => {
  const search = new Search(page, javaScriptEnabled !== false);
  await search.open('branche=kantine-catering');
  for (const { value, count } of await search.values('kommune')) {
    const name = await page.locator(`svg a[href$="kommune=${value}"], svg a[href*="kommune=${value}&"]`).locator('title').textContent();
    expect(number(name!.split(':')[1]) || 0, value).toBe(count);
  }
});

test('the map names its source', async ({ page }) => {
  for (const address of ['/', '/kommuner', '/virksomheder', '/virksomheder/proeve-alt']) {
    await page.goto(address);
    const figure = page.locator('figure').filter({ has: page.locator('svg') }).first();
    await expect(figure.locator('figcaption')).toContainText('OpenStreetMap');
  }
});
