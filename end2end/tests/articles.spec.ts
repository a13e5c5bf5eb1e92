import { AxeBuilder } from '@axe-core/playwright';

import { soundPage } from '../support/members.ts';
import { overflow, sitemap } from '../support/site.ts';
import { expect, test } from '../support/test.ts';

const SECTIONS = /^\/(samhandel|csr|cases|metodekatalog|for-virksomheder|om\/(projekt|netvaerk))(\/|$)/;
/** Pages of the sections that are no articles. */
const OTHERS = ['/samhandel/indkoebstjek', '/metodekatalog/alt'];

test('every article says how old it is, shows its way through and ends in a next step that exists', async ({ page, request, baseURL }) => {
  test.setTimeout(240_000);
  const articles = (await sitemap(request, baseURL!)).filter((path) => SECTIONS.test(path) && !OTHERS.includes(path));
  expect(articles.length).toBeGreaterThanOrEqual(20);
  for (const path of articles) {
    await test.step(path, async () => {
      await page.goto(path);
      const article = page.getByRole('article').first();
      await expect(article).toContainText(/\d+ minut(ter)?s læsning · Gennemgået \d+\. \p{L}+ 20\d\d/u);
      const headings = await article.locator('.prose h2').count();
      await expect(page.getByRole('navigation', { name: 'På denne side' })).toHaveCount(headings >= 3 ? 1 : 0);
      const next = (await article.locator('.next a').getAttribute('href'))!;
      const step = await request.get(next);
      expect(step.status(), next).toBe(200);
      if (next.startsWith('/virksomheder?')) expect(await step.text(), `${next} finds somebody`).toMatch(/data-total="[1-9]/);
      // Narrow pages of this kind are looked at with all the others.
      if (test.info().project.name !== 'desktop') return;
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].target}`)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });
  }
});

test('the purchase check counts who sells what one buys, and leads to them', async ({ page }) => {
  await page.goto('/samhandel');
  await page.locator('main').getByRole('link', { name: /kan købe|indkøbstjek/i }).first().click();
  await expect(page).toHaveURL('/samhandel/indkoebstjek');
  await page.getByLabel('Kantine og catering').check();
  await page.getByLabel('Metal og maskinværksted').check();
  await page.getByLabel(/^Hvor ligger I/).fill('Støvring');
  await page.getByLabel(/^Hvor langt væk/).selectOption('50');
  await page.getByRole('button', { name: 'Se, hvem der sælger det' }).click();
  const answer = page.locator('#svar');
  await expect(answer).toContainText('kan købes hos virksomheder i kataloget');
  await soundPage(page);
  const row = answer.getByRole('listitem').filter({ hasText: 'Kantine og catering' });
  const count = Number((await row.innerText()).match(/\d+/)![0]);
  expect(count).toBeGreaterThan(0);
  await row.getByRole('link').click();
  await expect(page.locator('[data-total]')).toHaveAttribute('data-total', String(count));
  await page.goBack();
  await expect(page.getByLabel('Kantine og catering'), 'what was ticked stays').toBeChecked();
});

test('new articles and listings can be followed', async ({ request, page }) => {
  await page.goto('/samhandel');
  const address = (await page.locator('link[rel=alternate][type="application/atom+xml"]').getAttribute('href'))!;
  const feed = await request.get(address);
  expect(feed.headers()['content-type']).toContain('application/atom+xml');
  expect((await feed.text()).match(/<entry>/g)!.length).toBeGreaterThan(10);
});
