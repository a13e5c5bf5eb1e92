import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { CLOSED, FULL, SPARSE } from '../support/site.ts';
import { expect, test } from '../support/test.ts';

const SHARED = '/liste?v=proeve-alt&v=proeve-lidt&v=proeve-lukket';

/** Axe is script itself, so it looks where script is on. */
async function sound(page: Page): Promise<void> {
  if (test.info().project.use.javaScriptEnabled === false) return;
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].target}`)).toEqual([]);
}

test('a listing is put on the list, found there and taken off', async ({ page, context }) => {
  const scripted = test.info().project.use.javaScriptEnabled !== false;
  await page.goto(FULL);
  await page.locator('.listing-head .keep').click();
  if (scripted) {
    await expect(page.locator('.listing-head .keep')).toContainText('På listen, fjern');
    await expect(page.locator('[data-listed]')).toHaveText('(1)');
    await expect(page).toHaveURL(FULL);
  } else {
    await expect(page.getByText('Lagt på jeres liste.')).toBeVisible();
  }
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ name: 'liste', value: 'proeve-alt', httpOnly: false, secure: true, sameSite: 'Lax', path: '/' });

  await page.goto('/virksomheder?kommune=rebild&branche=metal');
  await page.locator('article[data-slug="proeve-lidt"] .keep').click();
  if (scripted) await expect(page.locator('[data-listed]')).toHaveText('(2)');
  else await expect(page).toHaveURL(/kommune=rebild&branche=metal#lagt$/);

  await page.goto('/liste');
  await sound(page);
  const names = page.locator('.listed h2');
  await expect(names).toHaveCount(2);
  const [first, second] = await names.allInnerTexts();
  await page.getByRole('button', { name: `Flyt op ${second}` }).click();
  await expect(names).toHaveText([second, first]);
  await page.getByRole('button', { name: `Fjern ${second}` }).click();
  await expect(names).toHaveText([first]);
  await page.getByRole('button', { name: `Fjern ${first}` }).click();
  await expect(page.getByText('Der er ikke noget på listen endnu.')).toBeVisible();
  expect(await context.cookies()).toEqual([]);
});

test('without script a point of the map leads to where the button of the list is', async ({ page }) => {
  test.skip(test.info().project.use.javaScriptEnabled !== false);
  await page.goto('/');
  await page.locator('svg [data-point="proeve-alt"]').click();
  await expect(page).toHaveURL(FULL);
  await expect(page.locator('.listing-head .keep')).toBeVisible();
});

test('a paragraph for a report stands by each of the list and can be copied', async ({ page, context }) => {
  const scripted = test.info().project.use.javaScriptEnabled !== false;
  if (scripted) await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(SHARED);
  const part = page.locator('[data-listed-slug="proeve-alt"]');
  await part.locator('.csr-paragraph summary').click();
  await expect(part.getByLabel('Skriv jeres egne tal i klammerne')).toHaveValue(/^I \[år\] købte vi/);
  await sound(page);
  const button = part.getByRole('button', { name: 'Kopiér' });
  if (!scripted) return expect(button).toBeHidden();
  await button.click();
  await expect(part.getByText('Kopieret.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/Kilde: Samhandel Nord/);
});

test('a shared list works for anyone, can be compared and taken over', async ({ page }) => {
  await page.goto(SHARED);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('En liste, I har fået');
  await expect(page.locator('.listed')).toContainText('Findes ikke længere');
  await sound(page);
  await page.getByLabel(/^Vælg Prøveværkstedet/).check();
  await page.locator('input[value="proeve-lidt"][name=v]').check();
  await page.getByLabel(/^Mål afstanden/).fill('9530');
  await page.getByRole('button', { name: 'Sammenlign de valgte' }).click();
  await expect(page.getByRole('rowheader')).toContainText(['Det sælger de', 'Leverer', 'Afstand fra Støvring']);
  await sound(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(width, 'nothing sticks out').toBeLessThanOrEqual(0);
  await page.goto(SHARED);
  await page.getByRole('button', { name: 'Føj alle til min liste' }).click();
  await expect(page).toHaveURL('/liste');
  await expect(page.locator('.listed h2')).toHaveCount(3);
});

test('a note stays in this browser', async ({ page, context, baseURL }) => {
  test.skip(test.info().project.use.javaScriptEnabled === false, 'the field is shown by the script');
  await context.addCookies([{ name: 'liste', value: 'proeve-alt', url: baseURL! }]);
  await page.goto('/liste');
  await page.getByLabel('Jeres note').fill('Ring om tirsdagen');
  await page.reload();
  await expect(page.getByLabel('Jeres note')).toHaveValue('Ring om tirsdagen');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Note: Ring om tirsdagen')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Hovedmenu' })).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
});

test('results that are swapped know the list', async ({ page }) => {
  test.skip(test.info().project.use.javaScriptEnabled === false);
  await page.goto(SPARSE);
  await page.locator('.listing-head .keep').click();
  await expect(page.locator('[data-listed]')).toHaveText('(1)');
  await page.goto('/virksomheder?kommune=rebild&branche=metal');
  await page.getByRole('navigation', { name: 'Rækkefølge' }).getByRole('link', { name: 'Navn' }).click();
  await expect(page).toHaveURL(/sorter=navn/);
  await expect(page.locator('article[data-slug="proeve-lidt"] .keep')).toHaveClass(/kept/);
});

test('the documentation of a listing prints on one page', async ({ page }) => {
  for (const path of [FULL, SPARSE, CLOSED]) {
    await page.goto(`${path}/dokumentation`);
    await sound(page);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect([...pdf.matchAll(/\/Type\s*\/Page\b/g)], path).toHaveLength(1);
  }
});

test('a list can be fetched as a table', async ({ page, request }) => {
  await page.goto(SHARED);
  for (const name of [/CSV/, /XLSX/]) {
    const href = await page.getByRole('link', { name }).getAttribute('href');
    const file = await request.get(href!);
    expect(file.status()).toBe(200);
    expect(file.headers()['content-disposition']).toMatch(/^attachment/);
  }
});
