import { REFUSED, claim, prove, signIn, soundPage } from '../support/members.ts';
import { PAUSED } from '../support/site.ts';
import { expect, test } from '../support/test.ts';

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
    const mine = page.locator('.site-header [data-mine]');
    const scripted = project.use.javaScriptEnabled !== false;
    await expect(mine).toHaveAttribute('href', scripted ? '/min-side' : '/log-ind');
    await page.goto('/log-ind');
    await expect(page, 'whoever is signed in is led on').toHaveURL('/min-side');
    await soundPage(page);
    await page.getByRole('button', { name: 'Log ud' }).click();
    await page.goto('/min-side');
    await expect(page).toHaveURL('/log-ind');
    await page.goto(link);
    await page.getByRole('button', { name: 'Log ind' }).click();
    await expect(page.getByRole('heading', { name: 'Linket virker ikke mere' })).toBeVisible();
    await soundPage(page);
  });

  test('a link of a mail that asks and is wrong says so', async ({ page }) => {
    expect((await page.goto('/bekraeft?noegle=forkert'))!.status()).toBe(410);
    await expect(page.getByRole('heading', { name: 'Linket virker ikke mere' })).toBeVisible();
    await soundPage(page);
  });
});

test('an enterprise claims its listing with its own address and vouches for it', async ({ page }, { project }) => {
  const address = `${project.name}@proeve-pause.example.dk`;
  await claim(page, 'proeve-pause', address);
  await soundPage(page);
  await page.getByRole('button', { name: /^Alt om .* passer$/ }).click();
  await expect(page.getByText('Bekræftet af virksomheden').first()).toBeVisible();
  await page.goto(PAUSED);
  await expect(page.getByText('Bekræftet af virksomheden').first(), 'seen at once').toBeVisible();

  await page.goto('/min-side');
  await page.getByRole('link', { name: /^Ret / }).click();
  await expect(page).toHaveURL('/min-side/proeve-pause');
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
    await prove(page);
    await expect(page.getByRole('heading', { name: 'Redaktionen', level: 1 })).toBeVisible();
    await soundPage(page);
    for (const name of ['Det, folk ikke fandt', 'Ikke bekræftet', 'Dubletter', 'Medlemmer', 'Mails', 'Log']) {
      await page.getByRole('navigation', { name: 'Redaktionen' }).getByRole('link', { name, exact: true }).click();
      await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
      await soundPage(page);
    }
  });
});
