import type { Locator, Page } from '@playwright/test';

import { linkOf, mailTo } from '../support/mail.ts';
import { REFUSED, claim, goTo, prove, refused, script, signIn, soundPage } from '../support/members.ts';
import { expect, test } from '../support/test.ts';

test.use({ expected: [REFUSED, { option: true }] });

/** What waits under this heading, as the editor sees it. */
function queued(page: Page, heading: string): Locator {
  return page.locator('[data-queued]').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
}

async function approve(page: Page, heading: string): Promise<void> {
  const item = queued(page, heading);
  if (script()) {
    await item.focus();
    await page.keyboard.press('a');
  } else {
    await item.getByRole('button', { name: /^Godkend/ }).click();
  }
  await expect(item).toBeHidden();
}

/** Keys move in the queue while something in it has the focus. */
async function moves(page: Page): Promise<void> {
  if (!script()) return;
  const items = page.locator('[data-queued]');
  await items.first().focus();
  await page.keyboard.press('j');
  await expect(items.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('s');
  await expect(items.first().getByRole('textbox'), 'a question needs words first').toBeFocused();
  await page.keyboard.type('jka');
  await expect(items.first().getByRole('textbox'), 'in a field keys are letters').toHaveValue('jka');
  await items.first().getByRole('textbox').fill('');
}

test('what waits is asked about, answered, approved and taken back', async ({ page: editor, another }, { project }) => {
  test.setTimeout(240_000);
  const slug = `svares-${project.name}`;
  const [name, next, created] = [`Svares ${project.name}`, `Besvares ${project.name}`, `${slug}-2`];
  const address = `svar@${slug}.example.dk`;
  const member = await another();
  await claim(member, slug, address);

  await test.step('an enterprise that seems to be there already is created anyway', async () => {
    await member.goto('/opret');
    await soundPage(member);
    await member.getByRole('button', { name: 'Opret' }).click();
    await refused(member, 'Navn: Det skal udfyldes.', '#navn');
    await member.getByLabel('Navn').fill(name);
    await member.getByLabel('By', { exact: true }).fill('Støvring');
    await member.getByLabel('Hvad sælger I, på én linje?').fill('Er i testen to gange');
    await member.getByLabel('Branche').selectOption('Metal og maskinværksted');
    await member.getByRole('button', { name: 'Opret' }).click();
    await expect(member.getByRole('alert')).toContainText('Måske står I her allerede');
    await expect(member.getByRole('link', { name: 'det er os' }).first()).toHaveAttribute('href', `/virksomheder/${slug}/er-det-jeres`);
    await expect(member.getByLabel('Navn')).toHaveValue(name);
    await soundPage(member);
    await member.getByLabel('Nej, det er en anden virksomhed').check();
    await member.getByRole('button', { name: 'Opret' }).click();
    await expect(member).toHaveURL(`/min-side/${created}`);
    await expect(member.getByText('Redaktionen ser på siden, før den kommer i kataloget.')).toBeVisible();
    await soundPage(member);
  });

  await test.step('a new name waits', async () => {
    await member.goto(`/min-side/${slug}/hvem`);
    await member.getByLabel('Navn').fill(next);
    await member.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(member).toHaveURL(`/min-side/${slug}`);
    await expect(member.getByText('Det her venter på redaktionen.')).toBeVisible();
    await soundPage(member);
    await member.goto(`/virksomheder/${slug}`);
    await expect(member.getByRole('heading', { level: 1 }), 'what is seen has not changed').toHaveText(name);
  });

  const change = `Ændring: ${next}`;
  await test.step('an editor asks', async () => {
    await signIn(editor, `svar-${project.name}@example.dk`);
    await prove(editor);
    await expect(queued(editor, change).locator('del')).toHaveText(name);
    await expect(queued(editor, change).locator('ins')).toHaveText(next);
    await expect(queued(editor, `Ny virksomhed: ${name}`).getByRole('link', { name, exact: true }), 'itself, and what is like it').toHaveCount(2);
    await soundPage(editor);
    await moves(editor);
    await queued(editor, change).getByRole('button', { name: /^Spørg/ }).click();
    await expect(queued(editor, change).getByRole('alert')).toContainText('Skriv, hvad I spørger om');
    await soundPage(editor);
    await queued(editor, change).getByRole('textbox').fill('Hvorfor det nye navn?');
    await queued(editor, change).getByRole('button', { name: /^Spørg/ }).click();
    await expect(queued(editor, change)).toContainText('I har spurgt: Hvorfor det nye navn?');
  });

  await test.step('the member answers', async () => {
    const mail = await mailTo(address, 2);
    expect(mail).toContain('Hvorfor det nye navn?');
    await member.goto(linkOf(mail));
    await expect(member).toHaveURL(`/min-side/${slug}`);
    await expect(member.getByText('Hvorfor det nye navn?')).toBeVisible();
    await soundPage(member);
    await member.getByLabel('Besked til redaktionen').fill('Vi har fået et nyt navn.');
    await member.getByRole('button', { name: 'Send til redaktionen' }).click();
    await expect(member.getByText('Hvorfor det nye navn?')).toBeHidden();
  });

  await test.step('the editor approves both', async () => {
    await editor.goto('/redaktion');
    await expect(queued(editor, change)).toContainText('De svarer: Vi har fået et nyt navn.');
    await approve(editor, change);
    await approve(editor, `Ny virksomhed: ${name}`);
    await editor.goto(`/virksomheder/${slug}`);
    await expect(editor.getByRole('heading', { level: 1 })).toHaveText(next);
    await editor.goto(`/virksomheder/${created}`);
    await expect(editor.getByRole('heading', { level: 1 })).toHaveText(name);
  });

  await test.step('the editor takes a change back', async () => {
    await member.goto(`/min-side/${slug}/levering`);
    await member.getByLabel('Med jeres egne ord').fill('Kun om natten');
    await member.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(member).toHaveURL(`/min-side/${slug}`);
    await editor.goto('/redaktion');
    const item = editor.getByRole('listitem').filter({ hasText: address }).filter({ hasText: 'Kun om natten' });
    await soundPage(editor);
    await item.getByRole('button', { name: `Tag ændringen af ${next} tilbage` }).click();
    await expect(item).toContainText('Taget tilbage');
    await editor.goto(`/virksomheder/${slug}`);
    await expect(editor.getByText('Kun om natten')).toBeHidden();
    await editor.goto('/redaktion/log');
    await expect(editor.getByRole('listitem').filter({ hasText: next }).first()).toBeVisible();
    await soundPage(editor);
  });

  await test.step('a listing is closed', async () => {
    await member.goto(`/min-side/${created}`);
    await goTo(member, 'Kolleger');
    await member.getByRole('link', { name: 'Luk siden' }).click();
    await soundPage(member);
    await member.getByRole('button', { name: 'Luk siden' }).click();
    await refused(member, 'Skriv, hvorfor siden lukkes.', '#grund');
    await member.getByLabel('Hvorfor lukker I?').fill('Den var her allerede.');
    await member.getByRole('button', { name: 'Luk siden' }).click();
    await expect(member).toHaveURL(`/virksomheder/${created}`);
    await expect(member.getByText('Findes ikke længere som socialøkonomisk virksomhed')).toBeVisible();
    await expect(member.getByText('Den var her allerede.')).toBeVisible();
  });
});
