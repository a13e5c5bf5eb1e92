import type { Page } from '@playwright/test';

import { expect, test } from '../support/test.ts';
import { Search, reveal } from '../support/search.ts';

/** Marks the document; the mark is gone after a full load. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { marked: true }));
}

async function isMarked(page: Page): Promise<boolean> {
  return page.evaluate(() => 'marked' in window);
}

/** All that a search says, in whatever order its filters stand. */
async function whole(search: Search) {
  const values = search.page.locator('[data-facet]');
  const region = search.page.getByRole('region', { name: 'Resultater' });
  return {
    hits: await region.ariaSnapshot(),
    filters: (await values.evaluateAll((values) => values.map((value) => JSON.stringify({ ...(value as HTMLElement).dataset })))).toSorted(),
    ticks: await search.page.locator('input:checked').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value)),
    areas: await search.page.locator('svg a').evaluateAll((areas) => areas.map((area) => area.outerHTML)),
    title: await search.page.title(),
  };
}

const ANNOUNCED = '[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]';

function announced(page: Page, total: number) {
  return page.locator(ANNOUNCED).and(page.locator(':not([aria-live=off])')).filter({ hasText: new RegExp(`\\b${total}\\b`) });
}

test('a filter swaps the hits: no load, address, focus, counts and announcement right', async ({ page }) => {
  const search = new Search(page, true);
  await search.open();
  await mark(page);
  const place = await search.narrowing('kommune');
  const trades = await search.values('branche');
  const box = search.box('kommune', place.value);
  await reveal(box);
  await box.focus();
  await page.keyboard.press('Space');
  await search.expectTotal(place.count);
  await expect(page).toHaveURL(`/virksomheder?kommune=${place.value}`);
  await expect(box).toBeFocused();
  await expect(box).toBeChecked();
  await expect(announced(page, place.count)).toHaveCount(1);
  expect(await search.values('branche')).not.toEqual(trades);
  await expect(page).toHaveTitle(/ · i .* Kommune/);
  await expect(page.locator('summary').filter({ hasText: 'Filtre' })).toContainText('(1)');
  expect(await isMarked(page)).toBe(true);

  const swapped = await whole(search);
  await page.reload();
  expect(await whole(search), 'the same address loaded says the same').toEqual(swapped);
});

test('each of several filters is announced, also when the number stays the same', async ({ page }) => {
  const search = new Search(page, true);
  await search.open('branche=moebler-trae&kommune=mariagerfjord');
  const total = await search.total();
  await page.evaluate((live) => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const region of document.querySelectorAll(live)) {
      new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, { childList: true, subtree: true, characterData: true });
    }
  }, `${ANNOUNCED}:not([aria-live=off])`);
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.filter((text) => /\d/.test(text)).length);
  const same = (await search.values('opgave')).filter(({ count }) => count === total);
  expect(same.length).toBeGreaterThan(0);
  await search.choose(same[0]);
  await search.expectTotal(total);
  await expect.poll(heard).toBe(1);
  await search.chip(/fjern$/).last().click();
  await expect.poll(heard).toBeGreaterThan(1);
});

test('back and forward restore hits, address and ticks', async ({ page }) => {
  const search = new Search(page, true);
  await search.open();
  await mark(page);
  const all = await search.total();
  const place = (await search.values('kommune')).find(({ value }) => value === 'aalborg')!;
  await search.choose(place);
  await search.expectTotal(place.count);
  const trade = await search.narrowing('branche');
  await search.choose(trade);
  await search.expectTotal(trade.count);

  await page.goBack();
  await expect(page).toHaveURL(`/virksomheder?kommune=${place.value}`);
  await search.expectTotal(place.count);
  await expect(search.box('branche', trade.value)).not.toBeChecked();
  await expect(search.box('kommune', place.value)).toBeChecked();
  await page.goBack();
  await expect(page).toHaveURL('/virksomheder');
  await search.expectTotal(all);
  await expect(search.box('kommune', place.value)).not.toBeChecked();
  await page.goForward();
  await expect(page).toHaveURL(`/virksomheder?kommune=${place.value}`);
  await search.expectTotal(place.count);
  await expect(search.box('kommune', place.value)).toBeChecked();
  expect(await isMarked(page)).toBe(true);
});

test('chips, orders, pages and text swap too, and the focus is never lost', async ({ page }) => {
  const search = new Search(page, true);
  await search.open();
  await mark(page);
  const all = await search.total();
  const settled = async () => {
    await search.expectTotal(all);
    await expect.poll(() => page.evaluate(() => document.activeElement?.matches('body, html') ?? true)).toBe(false);
  };
  await page.getByRole('navigation', { name: 'Sider' }).getByRole('link', { name: 'Næste' }).click();
  await expect(page).toHaveURL('/virksomheder?side=2');
  await settled();
  await expect(search.output, 'a new page begins at its top').toBeInViewport();
  await page.getByRole('navigation', { name: 'Rækkefølge' }).getByRole('link', { name: 'Navn' }).click();
  await expect(page).toHaveURL('/virksomheder?sorter=navn');
  await settled();
  await expect(page.getByRole('navigation', { name: 'Rækkefølge' }).getByRole('link', { name: 'Navn' })).toBeFocused();
  await page.getByLabel('Hvad leder I efter?').fill('frokost');
  await page.getByLabel('Hvad leder I efter?').press('Enter');
  await expect(page).toHaveURL('/virksomheder?q=frokost&sorter=navn');
  await expect(search.chip(/frokost/)).toBeVisible();
  await search.remove(/frokost/);
  await expect(page).toHaveURL('/virksomheder?sorter=navn');
  await settled();
  await expect(page.getByLabel('Hvad leder I efter?')).toHaveValue('');
  expect(await isMarked(page)).toBe(true);
});

test('a place and a distance search at once, and what is typed meanwhile stays', async ({ page }) => {
  const search = new Search(page, true);
  await search.open('q=frokost&ordret=1');
  await mark(page);
  const [what, near, distance] = ['Hvad leder I efter?', 'Nær (by eller postnr.)', 'Afstand'].map((label) => page.getByLabel(label));
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname === '/virksomheder') asked.push(search);
  });
  await distance.selectOption('25');
  await near.fill('Hobro');
  expect(asked, 'a distance waits for its place').toEqual([]);
  await near.press('Tab');
  await expect(page).toHaveURL('/virksomheder?q=frokost&ordret=1&naer=Hobro&km=25');
  await expect(distance).toBeFocused();

  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/virksomheder?*', async (route) => {
    await held;
    await route.continue();
  });
  await distance.selectOption('50');
  await what.fill('montage');
  letGo();
  await expect(page).toHaveURL('/virksomheder?q=frokost&ordret=1&naer=Hobro&km=50');
  await expect(what).toHaveValue('montage');
  await what.press('Enter');
  await expect(page, 'another text is read anew').toHaveURL('/virksomheder?q=montage&naer=Hobro&km=50');

  await page.goBack();
  await expect(page).toHaveURL('/virksomheder?q=frokost&ordret=1&naer=Hobro&km=50');
  await expect(what).toHaveValue('frokost');
  await page.goBack();
  await expect(page).toHaveURL('/virksomheder?q=frokost&ordret=1&naer=Hobro&km=25');
  await expect(distance).toHaveValue('25');
  expect(await isMarked(page)).toBe(true);
});

test('the map beside the hits sets a filter and takes it back', async ({ page }) => {
  const search = new Search(page, true);
  await search.open();
  await mark(page);
  const all = await search.total();
  const place = await search.narrowing('kommune');
  const area = page.locator(`svg a[href="/virksomheder?kommune=${place.value}"]`);
  await reveal(area);
  await area.focus();
  await page.keyboard.press('Enter');
  await search.expectTotal(place.count);
  const chosen = page.locator('svg a[aria-current]');
  await expect(chosen).toHaveCount(1);
  await expect(chosen).toBeFocused();
  await page.keyboard.press('Enter');
  await search.expectTotal(all);
  await expect(chosen).toHaveCount(0);
  expect(await isMarked(page)).toBe(true);
});
