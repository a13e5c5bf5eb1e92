import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';

import { overflow } from '../support/site.ts';
import { expect, test } from '../support/test.ts';

const NEED = 'opgave=koekken&hensyn=ro-egen-plads&hensyn=sprogstoette&timer=4&naer=9530&km=50&udenbil=1';
const THREE = ['proeve-alt', 'proeve-lidt', 'besked-1'];
const FIVE = [...THREE, 'besked-2', 'besked-3'];

const scripted = () => test.info().project.use.javaScriptEnabled !== false;
const of = (slugs: string[]) => slugs.map((slug) => `v=${slug}`).join('&');

/** The places stand in this order, soon: a page may still be on its way. */
async function order(page: Page, slugs: string[]): Promise<void> {
  const places = page.locator('[data-listed-slug]');
  await expect(places).toHaveCount(slugs.length);
  for (const [at, slug] of slugs.entries()) await expect(places.nth(at)).toHaveAttribute('data-listed-slug', slug);
}

/** Axe is script itself, so it looks where script is on. */
async function sound(page: Page): Promise<void> {
  expect(await overflow(page), 'nothing sticks out').toBeLessThanOrEqual(0);
  if (!scripted()) return;
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].target}`)).toEqual([]);
}

/** The visitor's own list, as the buttons of the catalogue make it. */
async function keep(page: Page, baseURL: string, slugs: string[]): Promise<void> {
  await page.context().addCookies([{ name: 'liste', value: slugs.join('.'), url: baseURL }]);
}

/** What the cookie of the list holds. */
async function kept(page: Page): Promise<string | undefined> {
  return (await page.context().cookies()).find(({ name }) => name === 'liste')?.value;
}

/** How many sheets of A4 the page makes. */
async function sheets(page: Page): Promise<number> {
  const text = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)];
  expect(boxes.length, 'the PDF can be read').toBe([...text.matchAll(/\/Type\s*\/Page\b/g)].length);
  for (const [, width, height] of boxes) {
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
  }
  return boxes.length;
}

/** Takes one by its grip past another. */
async function drag(page: Page, from: Locator, to: Locator, below: boolean): Promise<void> {
  // Both are in view, or there is no place to let go.
  await page.setViewportSize({ width: page.viewportSize()!.width, height: 4000 });
  const grip = (await from.locator('[data-grip]').boundingBox())!;
  const place = (await to.boundingBox())!;
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(grip.x + grip.width / 2, below ? place.y + place.height - 2 : place.y + 2, { steps: 12 });
  await page.mouse.up();
}

test('a list is built, ordered by buttons and reached from the list', async ({ page, baseURL }) => {
  await keep(page, baseURL!, THREE.slice(0, 2));
  await page.goto('/liste');
  await page.getByRole('link', { name: 'Til et møde: liste med pladser' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Liste med pladser');
  await sound(page);
  await page.goto(`/liste/pladser?${NEED}`);
  await order(page, ['proeve-alt', 'proeve-lidt']);
  const first = page.locator('[data-listed-slug="proeve-alt"]');
  await expect(first.locator('[data-fit="passer"]')).toContainText('Køkken');
  await expect(first.locator('[data-fit="spoerg"]')).toContainText('Sprogstøtte');
  await expect(page.locator('[data-listed-slug="proeve-lidt"] [data-fit="nej"]')).toHaveCount(0);
  await first.getByRole('button', { name: /^Flyt ned/ }).click();
  await expect(page).toHaveURL(/hensyn=ro-egen-plads/);
  await order(page, ['proeve-lidt', 'proeve-alt']);
  await page.reload();
  await order(page, ['proeve-lidt', 'proeve-alt']);
  await page.getByRole('link', { name: '4 timer om ugen, fjern' }).click();
  await expect(page).not.toHaveURL(/timer=/);
  await page.locator('[data-listed-slug="proeve-lidt"]').getByRole('button', { name: /^Fjern/ }).click();
  await order(page, ['proeve-alt']);
  await sound(page);
});

test('dragging changes the order of one\'s own list, and it stays', async ({ page, baseURL }) => {
  test.skip(!scripted(), 'without script there are buttons');
  await keep(page, baseURL!, THREE);
  await page.goto(`/liste/pladser?${NEED}`);
  await drag(page, page.locator('#sted-besked-1'), page.locator('#sted-proeve-alt'), false);
  await order(page, ['besked-1', 'proeve-alt', 'proeve-lidt']);
  await expect.poll(() => kept(page)).toBe('besked-1.proeve-alt.proeve-lidt');
  await page.goto(`/liste/pladser?${NEED}`);
  await order(page, ['besked-1', 'proeve-alt', 'proeve-lidt']);
  await drag(page, page.locator('#sted-besked-1'), page.locator('#sted-proeve-lidt'), true);
  await expect.poll(() => kept(page)).toBe('proeve-alt.proeve-lidt.besked-1');
});

test('a list that came by a link is ordered in its address', async ({ page }) => {
  await page.goto(`/liste/pladser?${of(THREE)}&${NEED}`);
  await page.locator('#sted-proeve-lidt').getByRole('link', { name: /^Flyt op/ }).click();
  await expect(page).toHaveURL(/v=proeve-lidt&v=proeve-alt&v=besked-1&.*timer=4.*#sted-proeve-lidt$/);
  await order(page, ['proeve-lidt', 'proeve-alt', 'besked-1']);
  if (scripted()) {
    await drag(page, page.locator('#sted-besked-1'), page.locator('#sted-proeve-lidt'), false);
    await expect(page).toHaveURL(/v=besked-1&v=proeve-lidt&v=proeve-alt&.*timer=4/);
    await order(page, ['besked-1', 'proeve-lidt', 'proeve-alt']);
  }
  expect(await kept(page), 'it is not one\'s own').toBeUndefined();
  await page.getByRole('button', { name: 'Læg stederne på min liste' }).click();
  await expect(page).toHaveURL(/\/liste\/pladser\?.*timer=4.*#lagt$/);
  await order(page, scripted() ? ['besked-1', 'proeve-lidt', 'proeve-alt'] : ['proeve-lidt', 'proeve-alt', 'besked-1']);
});

test('of many some are chosen, and the need goes along to a message', async ({ page }) => {
  await page.goto(`/liste/pladser?${of([...FIVE, 'proeve-pause'])}&${NEED}`);
  await expect(page.getByText('En kort liste virker bedst')).toBeVisible();
  for (const slug of ['besked-1', 'besked-2', 'besked-3']) await page.locator(`input[name=v][value="${slug}"]`).check();
  await page.getByRole('button', { name: 'Vis kun de valgte' }).click();
  await order(page, ['besked-1', 'besked-2', 'besked-3']);
  await sound(page);
  await page.getByRole('link', { name: 'Skriv til dem alle på én gang' }).click();
  await expect(page).toHaveURL(/\/liste\/henvendelse\?v=besked-1&v=besked-2&v=besked-3&art=placering&.*opgave=koekken/);
});

test('notes stay in the browser and off the paper', async ({ page, baseURL }) => {
  test.skip(!scripted(), 'the field is shown by the script');
  await keep(page, baseURL!, THREE);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.goto(`/liste/pladser?${NEED}`);
  await page.locator('#sted-proeve-alt').getByLabel('Jeres note').fill('Ring om tirsdagen');
  await page.locator('#sted-proeve-alt').getByRole('button', { name: /^Flyt ned/ }).click();
  await expect(page.locator('#sted-proeve-alt').getByLabel('Jeres note')).toHaveValue('Ring om tirsdagen');
  expect(sent.filter((request) => request.includes('tirsdag'))).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Ring om tirsdagen')).toBeHidden();
});

test('for the consultant it is one sheet of A4, black on white, with room to write', async ({ page }) => {
  test.skip(!scripted() || test.info().project.name === 'phone', 'paper is the same for all');
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const slugs of [THREE, FIVE]) {
    await page.goto(`/liste/pladser?${of(slugs)}&${NEED}`);
    expect(await sheets(page), `${slugs.length} places`).toBe(1);
  }
  const many = ['ordning=fleksjob', 'ordning=smaajob', 'hensyn=nedsat-tid', 'hensyn=siddende-arbejde', 'opgave=lager'];
  await page.goto(`/liste/pladser?${of(FIVE)}&${NEED}&${many.join('&')}`);
  expect(await sheets(page), 'a need of many wishes').toBe(1);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const text of ['Passer', 'Spørgsmål til første møde', 'Værkføreren', 'Ring mellem 9 og 11', 'Listen: http', 'Noter']) {
    await expect(page.locator('main').getByText(text).first()).toBeVisible();
  }
  for (const navigation of await page.getByRole('navigation').all()) await expect(navigation).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
  const { color, ground } = await page.evaluate(() => ({
    color: getComputedStyle(document.querySelector('.meeting-what p')!).color,
    ground: getComputedStyle(document.documentElement).backgroundColor,
  }));
  expect({ color, ground }).toEqual({ color: 'rgb(0, 0, 0)', ground: 'rgb(255, 255, 255)' });
});

test('for the citizen it is plain and large, and no place is cut in two', async ({ page }) => {
  await page.goto(`/liste/pladser?${of(THREE)}&${NEED}`);
  await page.getByRole('link', { name: 'Ark til borgeren' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Steder at begynde');
  const main = page.locator('main');
  await expect(main.getByText('Værkføreren')).toBeVisible();
  await expect(main).not.toContainText(/ordning|hensyn|fleksjob|timer om ugen/i);
  await sound(page);
  if (!scripted()) return;
  /** The smallest letters that are seen, in CSS pixels. */
  const smallest = () =>
    page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector('main')!, NodeFilter.SHOW_TEXT);
      const sizes: number[] = [];
      while (walker.nextNode()) {
        const { parentElement, textContent } = walker.currentNode;
        if (!textContent?.trim() || !parentElement!.checkVisibility()) continue;
        if (parentElement!.closest('.unseen')) continue;
        sizes.push(Number.parseFloat(getComputedStyle(parentElement!).fontSize));
      }
      return Math.min(...sizes);
    });
  expect(await smallest()).toBeGreaterThanOrEqual(20);
  if (test.info().project.name === 'phone') return;
  expect(await sheets(page)).toBeLessThanOrEqual(THREE.length);
  await page.emulateMedia({ media: 'print' });
  // 182 mm wide and 271 mm high is what the margins leave.
  const mm = 96 / 25.4;
  await page.setViewportSize({ width: Math.floor(182 * mm), height: 900 });
  expect(await smallest()).toBeGreaterThanOrEqual((14 * 96) / 72 - 0.1);
  for (const place of await page.locator('.sheet-place').all()) {
    expect((await place.boundingBox())!.height).toBeLessThanOrEqual(254 * mm);
    expect(await place.evaluate((element) => getComputedStyle(element).breakInside)).toBe('avoid');
  }
});
