import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { codeOf, linkOf, mailTo } from '../support/mail.ts';
import { PAUSED } from '../support/site.ts';
import { expect, test } from '../support/test.ts';

/** What the browser says of a form or a link that is refused. */
const REFUSED = [/^console error: Failed to load resource: .* (410|422)/, /^status (410|422): /];

/** Axe is script itself, so it looks where script is on. */
async function soundPage(page: Page): Promise<void> {
  if (test.info().project.use.javaScriptEnabled === false) return;
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].target}`)).toEqual([]);
}

async function signIn(page: Page, address: string): Promise<string> {
  await page.goto('/');
  const menu = page.getByText('Menu', { exact: true });
  if (await menu.isVisible()) await menu.click();
  await page.getByRole('link', { name: 'Log ind' }).click();
  await page.getByLabel('Mailadresse').fill(address);
  await page.getByRole('button', { name: 'Send et link' }).click();
  await expect(page.getByRole('heading', { name: 'Se i jeres indbakke' })).toBeVisible();
  const link = linkOf(await mailTo(address));
  await page.goto(link);
  await page.getByRole('button', { name: 'Log ind' }).click();
  await expect(page).toHaveURL('/min-side');
  return link;
}

test.describe('signing in', () => {
  test.use({ expected: [REFUSED, { option: true }] });

  test('with the link of the mail, once, and out again', async ({ page }, { project }) => {
    const address = `kontakt-${project.name}@example.dk`;
    await page.goto('/log-ind');
    await page.getByLabel('Mailadresse').fill('kontakt');
    await page.getByRole('button', { name: 'Send et link' }).click();
    await expect(page.getByLabel('Mailadresse'), 'what was typed stays').toHaveValue('kontakt');
    await expect(page.getByRole('alert')).toContainText('Skriv en hel mailadresse');
    await soundPage(page);
    const link = await signIn(page, address);
    await expect(page.getByText(`I er logget ind som ${address}`)).toBeVisible();
    await expect(page.getByText('Chrome på Linux')).toBeVisible();
    await soundPage(page);
    await page.getByRole('button', { name: 'Log ud' }).click();
    await page.goto('/min-side');
    await expect(page).toHaveURL('/log-ind');
    await page.goto(link);
    await page.getByRole('button', { name: 'Log ind' }).click();
    await expect(page.getByRole('heading', { name: 'Linket virker ikke mere' })).toBeVisible();
    await soundPage(page);
  });
});

test('an enterprise claims its listing with its own address and vouches for it', async ({ page }, { project }) => {
  const address = `${project.name}@proeve-pause.example.dk`;
  await page.goto(PAUSED);
  await page.getByRole('link', { name: 'Er det jeres virksomhed?' }).click();
  await page.getByLabel('Jeres navn').fill('Prøve Prøvesen');
  await page.getByLabel('Jeres rolle i virksomheden').fill('bogholder');
  await page.getByLabel('Mailadresse').fill(address);
  await page.getByRole('button', { name: 'Send et link' }).click();
  await page.goto(linkOf(await mailTo(address)));
  await page.getByRole('button', { name: 'Log ind' }).click();
  await expect(page).toHaveURL('/min-side');
  await soundPage(page);
  await page.getByRole('button', { name: /^Alt om .* passer$/ }).click();
  await expect(page.getByText('Bekræftet af virksomheden').first()).toBeVisible();
  await page.goto(PAUSED);
  await expect(page.getByText('Bekræftet af virksomheden').first(), 'seen at once').toBeVisible();

  await page.goto('/min-side');
  await page.getByRole('link', { name: /^Ret / }).click();
  await soundPage(page);
  const line = page.getByLabel('Hvad laver I?');
  await line.fill(`Vi prøver, siger ${project.name}.`);
  if (project.use.javaScriptEnabled !== false) {
    page.once('dialog', (dialog) => dialog.dismiss());
    await page.getByRole('link', { name: 'Min side' }).click();
    await expect(line, 'what is not saved is not left unasked').toHaveValue(`Vi prøver, siger ${project.name}.`);
  }
  await page.getByRole('button', { name: 'Gem' }).click();
  await expect(page).toHaveURL(PAUSED);
  await expect(page.getByText(/^Vi prøver, siger/)).toBeVisible();
});

test('anyone reports an error without saying who they are', async ({ page }) => {
  await page.goto(PAUSED);
  await page.getByRole('link', { name: 'Meld en fejl' }).click();
  await page.getByLabel('Adresse, telefon, mail eller hjemmeside er forkert').check();
  await page.getByLabel('Fortæl gerne mere').fill('Hjemmesiden er flyttet.');
  await soundPage(page);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('heading', { name: 'Tak, det er meldt' })).toBeVisible();
  await page.getByRole('link', { name: /^Tilbage til/ }).click();
  await expect(page).toHaveURL(PAUSED);
});

test.describe('editors', () => {
  test.use({ expected: [REFUSED, { option: true }] });

  test('set up an app for codes and reach their room', async ({ page }, { project }) => {
    await signIn(page, `redaktion-${project.name}@example.dk`);
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
    await expect(page.getByRole('heading', { name: 'Redaktionen', level: 1 })).toBeVisible();
    await soundPage(page);
    for (const name of ['Det, folk ikke fandt', 'Dubletter', 'Medlemmer', 'Mails', 'Log']) {
      await page.getByRole('navigation', { name: 'Redaktionen' }).getByRole('link', { name, exact: true }).click();
      await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
      await soundPage(page);
    }
  });
});
