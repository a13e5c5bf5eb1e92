import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { codeOf, linkOf, mailHolding } from './mail.ts';
import { overflow } from './site.ts';
import { expect, test } from './test.ts';

/** What the browser says of a form or a link that is refused. */
export const REFUSED = [/^console error: Failed to load resource: .* (409|410|422)/, /^status (409|410|422): /];

/** Whether the browser of this test runs script. */
export function script(): boolean {
  return test.info().project.use.javaScriptEnabled !== false;
}

/** Axe finds nothing and nothing is wider than the window. Both are script, so they look where it is on. */
export async function soundPage(page: Page): Promise<void> {
  if (!script()) return;
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].target}`), page.url()).toEqual([]);
  expect(await overflow(page), `${page.url()} is wider than the window`).toBeLessThanOrEqual(0);
}

/** Signs in by the link of the mail, and gives it. */
export async function signIn(page: Page, address: string): Promise<string> {
  await page.goto('/');
  const menu = page.getByText('Menu', { exact: true });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('link', { name: 'Log ind' }).click();
  await page.getByLabel('Mailadresse').fill(address);
  await page.getByRole('button', { name: 'Send et link' }).click();
  await expect(page.getByRole('heading', { name: 'Se i jeres indbakke' })).toBeVisible();
  const link = linkOf(await mailHolding(address, '/log-ind/bekraeft?'));
  await page.goto(link);
  await page.getByRole('button', { name: 'Log ind' }).click();
  await expect(page).toHaveURL('/min-side');
  return link;
}

/** Becomes one who keeps the listing, with an address of its own website. */
export async function claim(page: Page, slug: string, address: string, folder?: string): Promise<void> {
  await page.goto(`/virksomheder/${slug}`);
  await page.getByRole('link', { name: 'Er det jeres virksomhed?' }).click();
  await page.getByLabel('Jeres navn').fill('Prøve Prøvesen');
  await page.getByLabel('Jeres rolle i virksomheden').fill('bogholder');
  await page.getByLabel('Mailadresse').fill(address);
  await page.getByRole('button', { name: 'Send et link' }).click();
  await page.goto(linkOf(await mailHolding(address, '/log-ind/bekraeft-adgang?', folder)));
  await page.getByRole('button', { name: 'Log ind' }).click();
  await expect(page).toHaveURL('/min-side');
}

/** Sets up an app for codes and goes to the editors' room; once for each editor. */
export async function prove(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Gå til redaktionen' }).click();
  await expect(page).toHaveURL('/log-ind/ny-kode');
  await soundPage(page);
  const secret = (await page.locator('.secret').textContent())!.replaceAll(' ', '');
  const code = page.getByLabel('Koden, appen viser nu');
  await code.fill('12');
  await page.getByRole('button', { name: 'Tænd den ekstra lås' }).click();
  await expect(page.getByRole('alert')).toContainText('Koden passer ikke');
  await code.fill(codeOf(secret));
  await page.getByRole('button', { name: 'Tænd den ekstra lås' }).click();
  await expect(page.locator('.codes li')).toHaveCount(10);
  await soundPage(page);
  await page.getByRole('link', { name: 'Jeg har gemt dem' }).click();
}

/** A link of the ways around a listing that is one's own. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Jeres side' }).getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Jeres side' }).locator('[aria-current=page]')).toHaveText(name);
}

/** The form is refused: what is wrong stands on top and leads to its field. */
export async function refused(page: Page, words: string, field: string): Promise<void> {
  const link = page.getByRole('alert').getByRole('link', { name: words });
  await expect(link).toBeVisible();
  await soundPage(page);
  await link.click();
  await expect(page.locator(field), 'the summary leads to the field').toBeFocused();
}
