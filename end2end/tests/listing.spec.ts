import type { Page } from '@playwright/test';

import { expect, test } from '../support/test.ts';
import { CLOSED, DRAFT, FULL, NOT_FOUND, PAUSED, SPARSE, WORD, facts, sitemap } from '../support/site.ts';

function meta(page: Page, name: string) {
  return page.locator(`meta[name="${name}"], meta[property="${name}"]`).getAttribute('content');
}

test('a full listing shows the product first, then the effect, then the places for people', async ({ page, baseURL }) => {
  await page.goto(FULL);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Prøveværkstedet Alt & Mere');
  const headings = await page.locator('main').getByRole('heading', { level: 2 }).allInnerTexts();
  const order = ['Det sælger de', 'Derfor gør det en forskel', 'Plads til mennesker'].map((heading) => headings.indexOf(heading));
  expect(order).toEqual(order.toSorted((one, other) => one - other));
  expect(order).not.toContain(-1);
  const month = new Intl.DateTimeFormat('da-DK', { month: 'long', year: 'numeric', timeZone: 'Europe/Copenhagen' }).format();
  for (const text of [
    'Klokkeblomsterkasser', 'Montage for industrien', 'Vi kører tirsdag og torsdag', '400 kasser om måneden', '5 kasser',
    'Hobro Prøveskole', 'FSC', 'Rundvisning og kaffe', 'Fra 4 til 37', 'Virksomhedspraktik', 'Værkføreren', 'Ring mellem 9 og 11',
    'Værkstedsvej 1', '9550 Mariager', '12345674', 'Fonden Prøve', '98 00 00 00', `Bekræftet af virksomheden, ${month}`,
    'Registreret socialøkonomisk virksomhed', '3. februar 2026', '1. marts 2026',
  ]) {
    await expect(page.locator('main'), text).toContainText(text);
  }
  await expect(page.getByRole('link', { name: /example\.dk$/ }).first()).toHaveAttribute('rel', /noopener/);
  await expect(page.getByRole('link', { name: '98 00 00 00' })).toHaveAttribute('href', 'tel:98000000');
  await expect(page.getByRole('link', { name: 'kontakt@example.dk' })).toHaveAttribute('href', 'mailto:kontakt@example.dk');
  await expect(page.getByRole('img', { name: /^Kort: .* i Hobro$/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Andre, der ligner' })).toBeVisible();

  const [listing] = await facts(page);
  expect(listing).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'LocalBusiness',
    name: 'Prøveværkstedet Alt & Mere',
    address: { '@type': 'PostalAddress', streetAddress: 'Værkstedsvej 1', postalCode: '9500', addressLocality: 'Hobro' },
    geo: { '@type': 'GeoCoordinates', latitude: 56.6433, longitude: 9.7903 },
    telephone: '98 00 00 00',
  });
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `${baseURL}${FULL}`);
  expect(await meta(page, 'og:title')).toContain('Prøveværkstedet Alt & Mere');
  expect(await meta(page, 'og:url')).toBe(`${baseURL}${FULL}`);
  expect(await meta(page, 'og:type')).toBeTruthy();
  expect(await meta(page, 'og:site_name')).toBe('Samhandel Nord');
  expect(await meta(page, 'og:description')).toMatch(new RegExp(WORD, 'i'));
});

test('a service of a listing leads to others that sell it', async ({ page }) => {
  await page.goto(FULL);
  await page.getByRole('link', { name: 'Kontrol og sortering' }).click();
  await page.waitForURL((url) => url.searchParams.get('ydelse') === 'kvalitetskontrol');
  await expect(page.locator('article[data-slug="proeve-alt"]')).toBeVisible();
});

test('an unconfirmed listing says so, on its page and on its card', async ({ page }) => {
  await page.goto(SPARSE);
  await expect(page.getByText('Fra example.dk, januar 2026, ikke bekræftet af virksomheden').first()).toBeVisible();
  const [listing] = await facts(page);
  expect(listing['@type']).toBe('Organization');
  await page.goto('/virksomheder?kommune=rebild&branche=metal');
  await expect(page.locator('article[data-slug="proeve-lidt"]')).toContainText('ikke bekræftet af virksomheden');
});

test('a pause is told on the page and on the card', async ({ page }) => {
  await page.goto(PAUSED);
  await expect(page.getByText('Holder pause.')).toBeVisible();
  await page.goto('/virksomheder?kommune=rebild&branche=metal');
  await expect(page.locator('article[data-slug="proeve-pause"]')).toContainText('Holder pause');
});

test('a closed listing keeps its address, says so, and offers others', async ({ page }) => {
  const answer = await page.goto(CLOSED);
  expect(answer!.status()).toBe(200);
  const notice = page.getByText('Værkstedet holdt op.');
  await expect(notice).toContainText(/ikke længere|lukket/i);
  await expect(notice).toContainText('maj 2024');
  const instead = page.getByRole('heading', { name: 'Prøv i stedet' }).locator('xpath=..').getByRole('article');
  await expect(instead.first()).toBeVisible();
  expect(await facts(page)).toEqual([]);
  await page.goto('/virksomheder?q=lukkeklokker');
  await expect(page.locator('output[data-total]')).toHaveAttribute('data-total', '0');
  await page.goto('/virksomheder?q=pr%C3%B8ve+der+er+lukket');
  await expect(page.locator('article[data-slug="proeve-lukket"]'), 'its name still finds it').toContainText('Lukket · ');
});

test.describe('a draft', () => {
  test.use({ expected: [NOT_FOUND, { option: true }] });

  test('is nowhere', async ({ page, request, baseURL }) => {
    expect((await page.goto(DRAFT))!.status()).toBe(404);
    await expect(page.locator('html')).not.toContainText('kladde');
    await page.goto('/virksomheder?q=kladdeklokker');
    await expect(page.locator('output[data-total]')).toHaveAttribute('data-total', '0');
    expect(await sitemap(request, baseURL!)).not.toContain(DRAFT);
  });
});
