import { expect, test } from '../support/test.ts';
import { KINDS, MUNICIPALITIES, NOT_FOUND, TEXTS, TRADES } from '../support/site.ts';

const WITH_TEXT = [
  ...MUNICIPALITIES.map((slug) => `/kommuner/${slug}`),
  ...TRADES.map((slug) => `/brancher/${slug}`),
  ...TEXTS,
];

test('every municipality, trade and text page has one heading, a text of its own and its address', async ({ page, baseURL }) => {
  const texts = new Map<string, string>();
  for (const path of WITH_TEXT) {
    await test.step(path, async () => {
      expect((await page.goto(path))!.status()).toBe(200);
      const heading = page.getByRole('heading', { level: 1 });
      await expect(heading).toHaveCount(1);
      await expect(page).toHaveTitle(`${await heading.innerText()} · Samhandel Nord`);
      const paragraphs = await page.locator('main p').allInnerTexts();
      const own = paragraphs.reduce((longest, text) => (text.length > longest.length ? text : longest));
      expect(own.length, 'a text of its own').toBeGreaterThan(80);
      expect(texts.get(own), 'the same text elsewhere').toBeUndefined();
      texts.set(own, path);
      await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `${baseURL}${path}`);
    });
  }
});

test('the overviews link to all 11 municipalities and all 21 trades', async ({ page }) => {
  for (const [address, slugs] of [['/kommuner', MUNICIPALITIES], ['/brancher', TRADES]] as const) {
    await page.goto(address);
    const links = await page.locator(`main li h2 a`).evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
    expect(links.toSorted()).toEqual(slugs.map((slug) => `${address}/${slug}`).toSorted());
  }
});

test('a municipality or trade without listings says so and leads on', async ({ page }) => {
  for (const [overview, words] of [['/kommuner', /ikke nogen socialøkonomisk virksomhed i/], ['/brancher', /ikke nogen i branchen/]] as const) {
    await page.goto(overview);
    const none = page.locator('main li').filter({ hasText: /\b0 virksomheder|Ingen virksomheder/ }).getByRole('heading').getByRole('link');
    const hrefs = await none.evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
    expect(hrefs.length, `${overview}: nothing is empty, so this test needs another look`).toBeGreaterThan(0);
    for (const href of hrefs) {
      await page.goto(href);
      await expect(page.getByText(words), href).toBeVisible();
      expect(await page.locator('main').getByRole('link').count()).toBeGreaterThan(3);
    }
  }
});

test.describe('every kind of page', () => {
  test.use({ expected: [NOT_FOUND, { option: true }] });

  test('is a well-formed Danish document', async ({ page }) => {
    test.setTimeout(120_000);
    for (const [kind, address] of Object.entries(KINDS)) {
      await test.step(kind, async () => {
        await page.goto(address);
        await expect(page.locator('html')).toHaveAttribute('lang', 'da');
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        await expect(page.getByRole('main')).toHaveCount(1);
        const description = await page.locator('meta[name=description]').getAttribute('content');
        if (kind !== 'not found') expect.soft(description!.length, kind).toBeGreaterThan(20);
        expect.soft(description!.length, kind).toBeLessThanOrEqual(160);
        const ids = await page.locator('[id]').evaluateAll((parts) => parts.map((part) => part.id));
        expect.soft(ids.filter((id, index) => ids.indexOf(id) < index), `ids that stand twice on ${kind}`).toEqual([]);
        const text = await page.locator('body').innerText();
        const slips = ['undefined', 'None', 'Some(', 'NaN', '{}', '&amp;', '  .', ' ,', '. .', '..'];
        expect.soft(slips.filter((slip) => text.includes(slip)), `slips on ${kind}`).toEqual([]);
      });
    }
  });
});
