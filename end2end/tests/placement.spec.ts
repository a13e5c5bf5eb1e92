import type { Page } from '@playwright/test';

import { linkOf, mailHolding } from '../support/mail.ts';
import { REFUSED, claim, script, soundPage } from '../support/members.ts';
import { OwnSite } from '../support/own-site.ts';
import { expect, test as base } from '../support/test.ts';

const test = base.extend<{ own: OwnSite }>({
  own: async ({}, use) => {
    const own = await OwnSite.make();
    await use(own);
    await own.end();
  },
  baseURL: async ({ own }, use) => use(own.url),
});

test.use({ expected: [REFUSED, { option: true }] });

const PLACE = {
  slug: 'plads', name: 'Plads', state: 'public', one_line: 'Findes kun i testen', website: 'https://plads.example.dk',
  municipality: 'rebild', addresses: [{ town: 'Støvring', postcode: '9530' }], trades: ['kantine-catering'],
  phone: '98 00 00 00', source: { site: 'example.dk', date: '2026-01' },
  placement: {
    schemes: ['fleksjob', 'smaajob'], tasks: ['koekken'], considerations: ['nedsat-tid'], ruled_out: ['koerestolsadgang'],
    received_by: 'Køkkenlederen', first_day: 'Kaffe og rundvisning', reach: '400 meter til fods fra Støvring Station',
  },
};

/** Starts the site with the listing. */
async function open(page: Page, own: OwnSite, more: object = {}): Promise<void> {
  await own.start();
  own.import({ ...PLACE, ...more });
  await expect.poll(async () => (await page.request.get('/virksomheder/plads')).status()).toBe(200);
}

/** The row of a scheme on the listing's page. */
function row(page: Page, scheme: string) {
  return page.getByRole('row', { name: new RegExp(`^${scheme}`) });
}

/** The address below these words in a mail. */
function below(mail: string, words: string): string {
  return mail.match(new RegExp(`^${words}:\\n(http\\S+)$`, 'm'))![1];
}

test('free places are said in one tap, on the own page and from the mail', async ({ page, own }) => {
  test.setTimeout(120_000);
  const address = 'kontakt@plads.example.dk';
  await open(page, own);
  await page.goto('/virksomheder/plads');
  await expect(row(page, 'Fleksjob'), 'nothing said is no none').toContainText('Siger ikke, om der er ledige pladser');
  await soundPage(page);
  await claim(page, 'plads', address, own.folder);

  await page.goto('/min-side/plads');
  await soundPage(page);
  await page.getByRole('button', { name: 'Ingen lige nu: Fleksjob' }).click();
  await expect(page.getByRole('group', { name: 'Fleksjob' })).toContainText('Ingen ledige, sagt');
  const other = page.getByRole('group', { name: /^Småjob/ });
  await other.getByLabel('Eller skriv et antal').fill('4');
  await page.keyboard.press('Enter');
  await expect(other, 'Enter saves and taps nothing').toContainText('4 ledige, sagt');
  await expect(page.getByRole('group', { name: 'Fleksjob' })).toContainText('Ingen ledige, sagt');
  await page.goto('/virksomheder/plads');
  await expect(row(page, 'Fleksjob')).toContainText('Ingen ledige');
  await expect(row(page, 'Småjob')).toContainText('4 ledige');

  await own.stop();
  await own.start(200);
  await page.goto('/virksomheder/plads');
  await expect(row(page, 'Småjob')).toContainText('Spørg, om det stadig passer');
  const mail = await mailHolding(address, 'Har I plads lige nu?', own.folder);
  const link = below(mail, 'Har I plads lige nu\\? Svar med et tryk');
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Har I plads lige nu?');
  await soundPage(page);
  await page.goto('/virksomheder/plads');
  await expect(row(page, 'Fleksjob'), 'the link alone says nothing').toContainText('Ingen ledige');
  await page.goto(link);
  await page.getByRole('button', { name: '2: Fleksjob' }).click();
  await expect(page.getByRole('group', { name: 'Fleksjob' })).toContainText('2 ledige, sagt');
  await page.getByRole('button', { name: 'Det passer stadig' }).click();
  await expect(page.getByRole('heading', { name: 'Tak for svaret' })).toBeVisible();
  await soundPage(page);
  expect((await page.goto(link))!.status()).toBe(410);
  await soundPage(page);
  await page.goto('/virksomheder/plads');
  await expect(row(page, 'Fleksjob')).toContainText('2 ledige');
  await expect(row(page, 'Småjob')).not.toContainText('Spørg, om det stadig passer');
  await expect(page.locator('main'), 'nothing else was said').toContainText('ikke bekræftet af virksomheden');
});

test('a place is asked for with what it takes, and answered with a day', async ({ page, another, own }, { project }) => {
  test.setTimeout(120_000);
  const sender = `borgerkonsulent-${project.name}@example.dk`;
  const company = `Kommunen ${project.name}`;
  await open(page, own, { email: 'plads@example.dk' });
  await page.goto('/virksomheder/plads');
  await page.getByRole('link', { name: 'Spørg om en plads' }).click();
  await expect(page.getByRole('radio', { name: /^Vi leder efter en plads/ })).toBeChecked();
  await expect(page.locator('main')).toContainText('Skriv ikke navn, CPR-nummer eller diagnose');
  await page.getByRole('group', { name: 'Opgaver, der kunne passe' }).getByLabel('Køkken', { exact: true }).check();
  await page.getByRole('group', { name: 'Hensyn, der er brug for' }).getByLabel('Nedsat tid', { exact: true }).check();
  await page.getByRole('group', { name: 'Ordninger, der kan komme på tale' }).getByLabel('Fleksjob', { exact: true }).check();
  await page.getByLabel('Timer om ugen').fill('40');
  await page.getByLabel('Hvilken kommune').selectOption('En anden kommune');
  await page.getByLabel('Hvad har I brug for?').fill('En plads i et køkken');
  await page.getByLabel('Jeres virksomhed eller arbejdsplads').fill(company);
  await page.getByLabel('Jeres mailadresse').fill(sender);
  await soundPage(page);
  await page.waitForTimeout(3_500);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Skriv et helt tal fra 1 til 37');
  await expect(page.getByLabel('Køkken', { exact: true }), 'nothing is lost').toBeChecked();
  await soundPage(page);
  await page.getByLabel('Timer om ugen').fill('4');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Kig i jeres indbakke' })).toBeVisible();

  await page.goto(linkOf(await mailHolding(sender, 'Den er ikke sendt endnu', own.folder)));
  for (const words of ['Køkken', 'Nedsat tid', 'Fleksjob', 'En anden kommune']) await expect(page.locator('main')).toContainText(words);
  await soundPage(page);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page).toHaveURL(/\/henvendelse\/status\?noegle=/);
  const status = page.url();

  const enterprise = await another();
  const mail = await mailHolding('plads@example.dk', company, own.folder);
  expect(mail).toContain('Nedsat tid');
  for (const words of ['Ja, ring', 'Nej']) {
    await enterprise.goto(below(mail, words));
    await expect(enterprise.getByRole('heading', { level: 1 })).toHaveText(words);
    await soundPage(enterprise);
  }
  await enterprise.goto(below(mail, 'Ikke nu, men fra en dato'));
  await enterprise.getByRole('button', { name: 'Sig, hvornår vi kan' }).click();
  await expect(enterprise.getByRole('alert')).toContainText('Skriv, fra hvilken dag');
  await soundPage(enterprise);
  const day = new Date(Date.now() + 60 * 24 * 3_600_000).toISOString().slice(0, 10);
  await enterprise.getByLabel('Fra hvilken dag?').fill(day);
  await enterprise.getByRole('button', { name: 'Sig, hvornår vi kan' }).click();
  await expect(enterprise.getByRole('heading', { name: 'Tak for svaret' })).toBeVisible();

  await page.goto(status);
  await expect(page.locator('[data-state=not-now]')).toContainText('Spørg gerne igen fra');
  await soundPage(page);
  await mailHolding(sender, 'velkomne til at spørge igen fra', own.folder);
});

test('the fields about a place wait until they are wanted', async ({ page, own }) => {
  await open(page, own, { email: 'plads@example.dk' });
  await page.goto('/virksomheder/plads/henvendelse');
  const tasks = page.getByRole('group', { name: 'Opgaver, der kunne passe' });
  await expect(tasks).toBeHidden();
  if (script()) await page.getByRole('radio', { name: /^Vi leder efter en plads/ }).check();
  else await page.getByText('Leder I efter en plads?').click();
  await expect(tasks).toBeVisible();
});
