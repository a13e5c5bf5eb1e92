import type { Page } from '@playwright/test';

import { linkOf, mailTo } from '../support/mail.ts';
import { REFUSED, claim, goTo, refused, script, signIn, soundPage } from '../support/members.ts';
import { expect, test } from '../support/test.ts';

const own = () => `ejes-${test.info().project.name}`;

/** Keeps the project's listing from here on, under a name of the test's own. */
async function keep(page: Page, name: string): Promise<void> {
  await claim(page, own(), `${name}@${own()}.example.dk`);
  await page.getByRole('link', { name: `Ret Ejes ${test.info().project.name}` }).click();
  await expect(page).toHaveURL(`/min-side/${own()}`);
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Gem', exact: true }).click();
  await expect(page, 'saved').toHaveURL(`/min-side/${own()}`);
}

/** What is typed and not saved is not left unasked. */
async function warns(page: Page): Promise<void> {
  if (!script()) return;
  const asked: string[] = [];
  page.once('dialog', (dialog) => {
    asked.push(dialog.type());
    return dialog.dismiss();
  });
  const before = page.url();
  await page.getByRole('navigation', { name: 'Jeres side' }).getByRole('link', { name: 'Overblik' }).click({ noWaitAfter: true });
  await expect.poll(() => asked).toEqual(['beforeunload']);
  expect(page.url()).toBe(before);
}

test.use({ expected: [REFUSED, { option: true }] });

test('every section is edited and seen, and what is refused stays as it was typed', async ({ page }) => {
  test.setTimeout(180_000);
  await keep(page, 'rediger');
  await soundPage(page);

  await test.step('who', async () => {
    await goTo(page, 'Hvem I er');
    await soundPage(page);
    await page.getByLabel('Form', { exact: true }).fill('Forening');
    await page.getByLabel('Begyndte i år').fill('19');
    await page.getByRole('button', { name: 'Gem', exact: true }).click();
    await refused(page, 'Begyndte i år: Skriv et tal fra 1700', '#startet');
    await expect(page.getByLabel('Form', { exact: true })).toHaveValue('Forening');
    await expect(page.getByLabel('Begyndte i år')).toHaveValue('19');
    await page.getByLabel('Begyndte i år').fill('1998');
    await save(page);
  });

  await test.step('sales', async () => {
    await goTo(page, 'Hvad I sælger');
    await soundPage(page);
    await page.getByLabel('Hvad laver I?').fill('Vi svejser **prøver**.');
    await warns(page);
    await expect(page.getByLabel('Hvad laver I?')).toHaveValue('Vi svejser **prøver**.');
    const offer = (number: number) => page.getByRole('group', { name: `Tilbud ${number}`, exact: true });
    await offer(1).getByLabel('Hvad er det?').fill('Hegn efter mål');
    await offer(1).getByLabel('Ydelse 1').fill('svejs');
    await page.getByRole('button', { name: 'Tilføj et tilbud' }).click();
    await expect(offer(1).getByLabel('Hvad er det?'), 'what was typed stays').toHaveValue('Hegn efter mål');
    await soundPage(page);
    await offer(2).getByLabel('Hvad er det?').fill('Beslag i serier');
    await offer(2).getByLabel('Hvilken slags?').selectOption('Noget, I laver for en anden virksomhed');
    await page.getByRole('button', { name: 'Gem', exact: true }).click();
    await refused(page, 'Mener I “Svejsning”?', '#tilbud-0-ydelse');
    await expect(offer(2).getByLabel('Hvad er det?')).toHaveValue('Beslag i serier');
    await offer(1).getByLabel('Ydelse 1').fill('Svejsning');
    await save(page);
  });

  await test.step('delivery', async () => {
    await goTo(page, 'Hvor I leverer');
    await soundPage(page);
    await page.getByRole('group', { name: 'Kun til nogle kommuner' }).getByLabel('Rebild').check();
    await page.getByLabel('Med jeres egne ord').fill('Gratis i Støvring');
    await save(page);
  });

  await test.step('places', async () => {
    await goTo(page, 'Plads til mennesker');
    await soundPage(page);
    const tasks = page.getByRole('group', { name: 'Opgaver' });
    if (script()) {
      await page.getByLabel('Søg i Opgaver').fill('metalværksted');
      await expect(tasks.getByRole('checkbox'), 'the list is narrowed').toHaveCount(1);
    }
    await tasks.getByLabel('Metalværksted').check();
    await page.getByLabel('Virksomhedspraktik', { exact: true }).check();
    await page.getByLabel('Ledige pladser: Virksomhedspraktik').fill('2');
    await page.getByLabel('Færrest timer om ugen').fill('30');
    await page.getByLabel('Flest timer om ugen').fill('12');
    await page.getByRole('button', { name: 'Gem', exact: true }).click();
    await refused(page, 'Det første tal skal være det mindste.', '#timer-fra');
    await expect(tasks.getByLabel('Metalværksted')).toBeChecked();
    await page.getByLabel('Færrest timer om ugen').fill('4');
    await save(page);
  });

  await test.step('contact', async () => {
    await goTo(page, 'Kontakt');
    await soundPage(page);
    const first = page.getByRole('group', { name: 'Den vigtigste adresse' });
    await first.getByLabel('Gade og nummer').fill('Prøvevej 7');
    await first.getByLabel('Punkt på kortet').fill('midt i byen');
    await page.getByRole('button', { name: 'Tilføj en adresse' }).click();
    await expect(first.getByLabel('Gade og nummer')).toHaveValue('Prøvevej 7');
    await soundPage(page);
    await page.getByRole('button', { name: 'Gem', exact: true }).click();
    await refused(page, 'Punkt på kortet', '#adresse-0-punkt');
    await expect(first.getByLabel('Punkt på kortet')).toHaveValue('midt i byen');
    await first.getByLabel('Punkt på kortet').fill('');
    await save(page);
  });

  await page.goto(`/virksomheder/${own()}`);
  await soundPage(page);
  for (const words of ['Forening', '1998', 'Hegn efter mål', 'Beslag i serier', 'Underleverance', 'Gratis i Støvring', 'Prøvevej 7']) {
    await expect(page.getByText(words, { exact: false }).first(), words).toBeVisible();
  }
  await expect(page.locator('strong', { hasText: 'prøver' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Plads til mennesker' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Metalværksted' })).toBeVisible();
});

test('what a colleague saved meanwhile stands beside what one wrote', async ({ page, another }) => {
  const slug = `svares-${test.info().project.name}`;
  const open = async (page: Page, name: string) => {
    await claim(page, slug, `${name}@${slug}.example.dk`);
    await page.goto(`/min-side/${slug}/salg`);
  };
  const other = await another();
  await open(page, 'en');
  await open(other, 'anden');
  await other.getByLabel('Mindste ordre').fill('Fem kasser');
  await other.getByRole('button', { name: 'Gem', exact: true }).click();
  await expect(other).toHaveURL(`/min-side/${slug}`);
  await page.getByLabel('Mindste ordre').fill('Ti kasser');
  await page.getByRole('button', { name: 'Gem', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('En anden har rettet det samme');
  await expect(page.getByLabel('Mindste ordre'), 'one’s own').toHaveValue('Ti kasser');
  await expect(page.locator('main').getByText('Fem kasser', { exact: true }), 'the other’s').toBeVisible();
  await soundPage(page);
  await other.goto(`/virksomheder/${slug}`);
  await expect(other.getByText('Fem kasser'), 'nothing is written over unasked').toBeVisible();
  await page.getByRole('button', { name: 'Gem', exact: true }).click();
  await expect(page).toHaveURL(`/min-side/${slug}`);
  await page.goto(`/virksomheder/${slug}`);
  await expect(page.getByText('Ti kasser'), 'asked, it is').toBeVisible();
});

test('colleagues are invited, come and leave', async ({ page, another }, { project }) => {
  test.setTimeout(120_000);
  await keep(page, 'leder');
  await goTo(page, 'Kolleger');
  await soundPage(page);
  await page.getByLabel('Kollegaens mailadresse').fill('ny');
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await refused(page, 'Skriv en hel mailadresse', '#email');
  await expect(page.getByLabel('Kollegaens mailadresse')).toHaveValue('ny');
  const address = `ny-${project.name}@example.dk`;
  for (const email of [`fejl-${project.name}@example.dk`, address]) {
    await page.getByLabel('Kollegaens mailadresse').fill(email);
    await page.getByRole('button', { name: 'Send invitation' }).click();
    await expect(page.getByText(email)).toBeVisible();
  }
  await soundPage(page);
  const withdrawn = linkOf(await mailTo(`fejl-${project.name}@example.dk`));
  await page.getByRole('button', { name: `Tag invitationen til fejl-${project.name}@example.dk tilbage` }).click();
  await expect(page.getByText(`fejl-${project.name}@example.dk`)).toBeHidden();

  const newcomer = await another();
  const accept = newcomer.locator('main').getByRole('button');
  await newcomer.goto(withdrawn);
  await accept.click();
  await expect(newcomer.getByRole('heading', { name: 'Invitationen gælder ikke mere' })).toBeVisible();
  await soundPage(newcomer);
  await newcomer.goto(linkOf(await mailTo(address)));
  await soundPage(newcomer);
  await accept.click();
  await expect(newcomer).toHaveURL('/min-side');
  await newcomer.getByRole('link', { name: /^Kolleger/ }).click();
  await expect(newcomer.getByLabel('Kollegaens mailadresse'), 'may edit, and not invite').toBeHidden();
  await soundPage(newcomer);

  await page.reload();
  await page.getByRole('button', { name: `Må også invitere: ${address}` }).click();
  await expect(page.getByRole('button', { name: `Må kun redigere: ${address}` })).toBeVisible();
  await newcomer.reload();
  await expect(newcomer.getByLabel('Kollegaens mailadresse')).toBeVisible();
  await newcomer.getByRole('button', { name: 'Forlad siden' }).click();
  await expect(newcomer).toHaveURL('/min-side');
  await expect(newcomer.getByText('I holder ikke nogen side endnu.')).toBeVisible();
  await page.reload();
  await expect(page.getByText(address)).toBeHidden();
});

test('members choose their mails, see how they are found and how they look', async ({ page }) => {
  test.setTimeout(120_000);
  await keep(page, 'ser');
  await goTo(page, 'Mails til jer');
  await soundPage(page);
  await page.getByLabel('Hver 6. måned').check();
  await page.getByLabel('Ikke før denne dag:').check();
  await page.getByRole('button', { name: 'Gem', exact: true }).click();
  await refused(page, 'Vælg den dag, I igen vil have mails.', '#indtil');
  await expect(page.getByLabel('Hver 6. måned')).toBeChecked();
  await page.getByLabel('Nej, slet ikke').check();
  await page.getByRole('button', { name: 'Gem', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Det er gemt.' })).toBeVisible();
  await expect(page.getByText('I har sagt nej til mails')).toBeVisible();
  await soundPage(page);

  await goTo(page, 'Kan I findes?');
  await expect(page.getByRole('heading', { name: 'Besøg' })).toBeVisible();
  await soundPage(page);

  await goTo(page, 'Overblik');
  for (const [name, reader] of [['Se siden som køber', 'en køber'], ['Se siden som kommune', 'en kommune']]) {
    await page.getByRole('link', { name }).click();
    await expect(page.getByText(`Sådan ser ${reader} jer.`)).toBeVisible();
    await soundPage(page);
    await page.getByRole('link', { name: 'Tilbage til jeres side' }).click();
  }
});

test('members have their data, and have it deleted', async ({ page }, { project }) => {
  const address = `farvel-${project.name}@example.dk`;
  await signIn(page, address);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Hent jeres data (JSON)' }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  expect(JSON.stringify(JSON.parse(Buffer.concat(chunks).toString()))).toContain(address);
  await page.getByRole('link', { name: 'Slet jeres konto' }).click();
  await soundPage(page);
  await page.getByRole('button', { name: 'Slet kontoen' }).click();
  await expect(page.getByRole('heading', { name: 'Jeres konto er slettet' })).toBeVisible();
  await soundPage(page);
  await page.goto('/min-side');
  await expect(page).toHaveURL('/log-ind');
});
