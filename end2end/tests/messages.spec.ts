import type { Page } from '@playwright/test';

import { linkOf, mailHolding } from '../support/mail.ts';
import { REFUSED, soundPage } from '../support/members.ts';
import { expect, test } from '../support/test.ts';

const RECEIVERS = ['besked-1', 'besked-2', 'besked-3'];

/** Fills in what must be told, and waits as long as a person would need for it. */
async function write(page: Page, company: string, address: string): Promise<void> {
  await page.getByLabel('Vi vil gerne have et tilbud').check();
  await page.getByLabel('Hvad har I brug for?').fill('Frokost til 40 den første tirsdag i måneden');
  await page.getByLabel('Jeres virksomhed eller arbejdsplads').fill(company);
  await page.getByLabel('Jeres mailadresse').fill(address);
  await page.waitForTimeout(3_500);
}

/** The address of one of the three links of a mail. */
function answer(mail: string, words: string): string {
  return mail.match(new RegExp(`^${words}:\\n(http\\S+)$`, 'm'))![1];
}

test.describe('messages', () => {
  test.use({ expected: [REFUSED, { option: true }] });

  test('a list is written to, each enterprise answers by link, and the sender sees how it stands', async ({ page, context, another, baseURL }, { project }) => {
    const sender = `indkoeb-${project.name}@example.dk`;
    const company = `Firma ${project.name}`;
    await context.addCookies([{ name: 'liste', value: RECEIVERS.join('.'), url: baseURL! }]);
    await page.goto('/liste');
    for (const slug of RECEIVERS) await page.locator(`input[value="${slug}"][name=v]`).check();
    await soundPage(page);
    await page.getByRole('button', { name: 'Send besked til de valgte' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Send besked til flere');
    await soundPage(page);

    await write(page, company, sender);
    await page.getByLabel('Hvor meget?').fill('Til 010190-1234');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('CPR');
    await expect(page.getByLabel('Hvad har I brug for?'), 'nothing is lost').toHaveValue(/^Frokost til 40/);
    await soundPage(page);
    await page.getByLabel('Hvor meget?').fill('40 kuverter');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Kig i jeres indbakke' })).toBeVisible();
    await soundPage(page);

    await page.goto(linkOf(await mailHolding(sender, 'Den er ikke sendt endnu')));
    await expect(page.locator('main')).toContainText('40 kuverter');
    await soundPage(page);
    await page.getByLabel(/^Husk min mailadresse/).check();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page).toHaveURL(/\/henvendelse\/status\?noegle=/);
    const status = page.url();
    await expect(page.locator('[data-state=waiting]')).toHaveCount(3);
    await soundPage(page);

    const enterprise = await another();
    const mails = await Promise.all(RECEIVERS.map((slug) => mailHolding(`${slug}@example.dk`, company)));
    const yes = answer(mails[0], 'Vi svarer');
    await enterprise.goto(yes);
    await soundPage(enterprise);
    await page.reload();
    await expect(page.locator('[data-state=waiting]'), 'a link that is followed says nothing').toHaveCount(3);
    await enterprise.getByRole('button', { name: 'Sig, at vi svarer' }).click();
    await expect(enterprise.getByRole('heading', { name: 'Tak for svaret' })).toBeVisible();
    await soundPage(enterprise);
    expect((await enterprise.goto(yes))!.status()).toBe(410);
    await soundPage(enterprise);

    await enterprise.goto(answer(mails[1], 'Ikke lige nu'));
    await enterprise.getByLabel('Vi har for travlt').check();
    await soundPage(enterprise);
    await enterprise.getByRole('button', { name: 'Sig, at vi ikke kan lige nu' }).click();
    await expect(enterprise.getByRole('heading', { name: 'Tak for svaret' })).toBeVisible();
    await soundPage(enterprise);
    await enterprise.goto(answer(mails[2], 'Ikke for os'));
    await soundPage(enterprise);
    await enterprise.getByRole('button', { name: 'Sig, at det ikke er for os' }).click();
    await expect(enterprise.getByRole('heading', { name: 'Tak for svaret' })).toBeVisible();

    await page.goto(status);
    for (const state of ['answered', 'not-now', 'not-for-us']) await expect(page.locator(`[data-state=${state}]`)).toHaveCount(1);
    await soundPage(page);
    await mailHolding(sender, 'Modtager to');
  });

  test('whoever is remembered sends at once, withdraws, and is forgotten', async ({ page }, { project }) => {
    const sender = `husket-${project.name}@example.dk`;
    await page.goto('/virksomheder/besked-1');
    await page.getByRole('link', { name: 'Send besked' }).click();
    await soundPage(page);
    await write(page, 'Husket', sender);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.goto(linkOf(await mailHolding(sender, 'Den er ikke sendt endnu')));
    await page.getByLabel(/^Husk min mailadresse/).check();
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.locator('[data-state=waiting]')).toHaveCount(1);

    await page.goto('/virksomheder/besked-2/henvendelse');
    await expect(page.getByLabel('Jeres mailadresse')).toHaveValue(sender);
    await soundPage(page);
    await write(page, 'Husket igen', sender);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page).toHaveURL(/\/henvendelse\/status\?noegle=/);
    await page.getByRole('button', { name: /^Vi venter ikke længere på/ }).click();
    await expect(page.locator('[data-state=withdrawn]')).toHaveCount(1);
    await soundPage(page);

    await page.goto('/virksomheder/besked-2/henvendelse');
    await page.getByRole('button', { name: 'Glem mig på denne computer' }).click();
    await expect(page.getByLabel('Jeres mailadresse')).toHaveValue('');
  });

  test('who cannot be written to is said beforehand', async ({ page }) => {
    await page.goto('/virksomheder/proeve-lidt/henvendelse');
    await expect(page.locator('main')).toContainText('Prøve med lidt: Har ingen mailadresse i kataloget');
    await expect(page.getByRole('group', { name: /^Hvem skal have beskeden/ }).getByRole('checkbox'), 'others are offered').toHaveCount(3);
    await soundPage(page);
    const many = Array.from({ length: 48 }, (_, number) => `v=a-${number}`).join('&');
    await page.goto(`/liste/henvendelse?${many}&v=besked-1&v=besked-2`);
    await expect(page.locator('main')).toContainText('48 virksomheder findes ikke i kataloget');
    for (const name of ['Modtager en', 'Modtager to']) await expect(page.locator('main')).toContainText(name);
    await soundPage(page);
  });
});
