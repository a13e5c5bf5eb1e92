import { readFile } from 'node:fs/promises';

import { soundPage } from '../support/members.ts';
import { expect, test } from '../support/test.ts';

const ALL = ['1 uge', '2 uger', '1 måned', '3 måneder', '6 måneder', '12 måneder'];

test('a plan is chosen, read, and fetched as a calendar', async ({ page, request, javaScriptEnabled }) => {
  await page.goto('/metodekatalog/eftervaern');
  await page.getByRole('article').getByRole('link', { name: 'Lav en plan for efterværn' }).click();
  await expect(page).toHaveURL('/eftervaern');
  await expect(page.getByText('Intet bliver gemt.')).toBeVisible();
  for (const step of ['1 uge', '1 måned', '3 måneder']) await expect(page.getByLabel(step, { exact: true })).toBeChecked();

  await page.getByLabel('Første dag').fill('2026-11-28');
  await page.getByLabel('6 måneder', { exact: true }).check();
  await page.getByLabel('1 uge', { exact: true }).uncheck();
  await page.getByLabel('Hvem tager samtalen?').first().selectOption('mentor');
  await page.getByText('Vælg for hver samtale').click();
  await page.locator('#med-6-maaneder').selectOption('virksomhed');
  await page.getByRole('button', { name: 'Lav planen' }).click();
  await soundPage(page);

  const steps = page.locator('[data-step]');
  await expect(steps).toHaveCount(3);
  await expect(steps.nth(0)).toContainText('mandag den 28. december 2026');
  await expect(steps.nth(1)).toContainText('mandag den 1. marts 2027');
  await expect(steps.nth(1)).toContainText('Flyttet fra søndag den 28. februar 2027');
  await expect(steps.nth(2)).toContainText('fredag den 28. maj 2027');
  await expect(steps.nth(0)).toContainText('borgeren og virksomheden. Ansvarlig: mentor');
  await expect(steps.nth(2)).toContainText('Samtale med virksomheden');
  await expect(page.getByLabel('6 måneder', { exact: true }), 'what was chosen stays').toBeChecked();

  const guide = (await steps.nth(2).getByRole('link', { name: 'Samtaleguide' }).getAttribute('href'))!;
  const [path, id] = guide.split('#');
  expect(await (await request.get(path)).text()).toContain(`id="${id}"`);

  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Hent som kalender' }).click();
  const download = await arriving;
  expect(download.suggestedFilename()).toBe('eftervaern.ics');
  const text = await readFile((await download.path())!, 'utf8');
  const lines = text.split('\r\n');
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.match(/DTSTART;VALUE=DATE:\d+/g)).toEqual(['20261228', '20270301', '20270528'].map((day) => `DTSTART;VALUE=DATE:${day}`));
  expect(text.match(/BEGIN:VALARM/g)).toHaveLength(6);
  await expect(page.getByRole('button', { name: 'Print' })).toHaveCount(javaScriptEnabled === false ? 0 : 1);
});

test('a day that cannot be read gets a sentence and keeps the rest', async ({ page }) => {
  await page.goto('/eftervaern?start=i+morgen&trin=2-uger');
  await expect(page.getByRole('alert')).toContainText('Vi kunne ikke læse datoen');
  await expect(page.getByLabel('2 uger', { exact: true })).toBeChecked();
  await expect(page.locator('[data-step]')).toHaveCount(0);
});

test('the plan prints on one A4 with lines to write on', async ({ page, isMobile }) => {
  test.skip(isMobile, 'paper is as wide from a phone');
  for (const steps of [['1-uge', '1-maaned', '3-maaneder'], ALL.map((step) => step.replace(' ', '-').replace('å', 'aa'))]) {
    const trin = steps.map((step) => `&trin=${step}`).join('');
    await page.goto(`/eftervaern?start=2026-11-28${trin}`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g), `${steps.length} steps`).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('[data-step] .rule').first()).toBeVisible();
    for (const hidden of ['form', '.plan-questions', '.plan-ways', '.aftercare-terms']) {
      await expect(page.locator(`main ${hidden}`).first()).toBeHidden();
    }
    await page.emulateMedia({ media: null });
  }
});

test('a company reads how many it may take', async ({ page }) => {
  await page.goto('/hjaelp/rimelighed');
  const ask = async (staff: string, present: string) => {
    await page.getByLabel(/^Ordinært ansatte/).fill(staff);
    await page.getByLabel(/^Hvor mange har I allerede/).fill(present);
    await page.getByRole('button', { name: 'Regn ud' }).click();
  };
  const answer = page.locator('#svar');
  await ask('63', '3');
  await expect(answer.getByRole('heading', { level: 2 })).toHaveText('Efter reglen er der plads til 8 flere');
  await expect(answer).toContainText('De 13 årsværk over 50');
  await expect(answer).toContainText('Tjek gældende regler');
  await soundPage(page);
  await ask('9,5', '2');
  await expect(answer.getByRole('heading', { level: 2 })).toHaveText('I har 1 flere, end reglen giver plads til');
  await expect(answer.getByRole('link', { name: 'småjob' })).toHaveAttribute('href', '/ordninger/smaajob');
  await ask('ti', '2');
  await expect(page.getByRole('alert')).toContainText('Skriv årsværk som et helt eller halvt tal');
  await expect(page.getByLabel(/^Ordinært ansatte/), 'what was typed stays').toHaveValue('ti');
  await expect(answer).toHaveCount(0);
  await expect(page.locator('main a[href*="virk.dk"], main a[href*="vitas"]')).toHaveCount(0);
});

test('a scheme has who offers it, as many as the overview says', async ({ page }) => {
  await page.goto('/ordninger');
  const entries = page.locator('main .entry');
  await expect(entries).toHaveCount(15);
  const entry = entries.filter({ has: page.getByRole('link', { name: 'Fleksjob', exact: true }) });
  const count = (await entry.innerText()).match(/(\d+) virksomhed/)![1];
  await entry.getByRole('link').click();
  await expect(page).toHaveURL('/ordninger/fleksjob');
  await expect(page.locator('#virksomheder').getByRole('heading', { level: 2 })).toContainText(count);
  await expect(page.locator('#virksomheder [data-slug]')).toHaveCount(Number(count));
  await page.getByRole('link', { name: 'Søg blandt dem' }).click();
  await expect(page.locator('[data-total]')).toHaveAttribute('data-total', count);
});
