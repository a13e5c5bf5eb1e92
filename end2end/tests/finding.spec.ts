import { expect, test as base } from '../support/test.ts';
import { Search, number, reveal } from '../support/search.ts';
import { FULL, WORD } from '../support/site.ts';

const FACETS = ['kommune', 'leverer', 'branche', 'ydelse', 'samarbejde', 'ordning', 'opgave', 'hensyn', 'rsv'];

const test = base.extend<{ search: Search }>({
  search: async ({ page, javaScriptEnabled }, use) => use(new Search(page, javaScriptEnabled !== false)),
});

test('by text from the front page', async ({ page, search }) => {
  await page.goto('/');
  await page.getByLabel('Hvad leder I efter?').fill(WORD);
  await page.getByRole('button', { name: 'Søg' }).click();
  await page.waitForURL((url) => url.searchParams.get('q') === WORD);
  await search.expectTotal(1);
  expect(await search.slugs()).toEqual(['proeve-alt']);
  await expect(search.hits, 'the card says why').toContainText(new RegExp(WORD, 'i'));
  await expect(page.getByLabel('Hvad leder I efter?')).toHaveValue(WORD);
  await expect(page).toHaveTitle(/1 virksomhed · klokkeblomsterkasser/);
});

test('by text on the search page, then without it', async ({ page, search }) => {
  await search.open();
  const all = await search.total();
  await page.getByLabel('Hvad leder I efter?').fill('frokost');
  await page.getByLabel('Hvad leder I efter?').press('Enter');
  await page.waitForURL((url) => url.searchParams.get('q') === 'frokost');
  await expect(search.chip(/frokost/)).toBeVisible();
  const found = await search.total();
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(all);
  await search.expectTotal(found);
  await search.remove(/frokost/);
  await search.expectTotal(all);
  await expect(page.getByLabel('Hvad leder I efter?')).toHaveValue('');
});

test('by municipality from the front page', async ({ page, search }) => {
  await search.open();
  const place = await search.narrowing('kommune');
  await page.goto('/');
  await page.getByLabel('Hvor?').selectOption(place.value);
  await page.getByRole('button', { name: 'Søg' }).click();
  await page.waitForURL((url) => url.searchParams.get('kommune') === place.value);
  await search.expectTotal(place.count);
  await expect(search.box('kommune', place.value)).toBeChecked();
});

test('the number beside every filter’s value is the number of hits', async ({ search }) => {
  await search.open();
  const all = await search.total();
  for (const facet of FACETS) {
    const value = await search.narrowing(facet);
    await search.choose(value);
    await search.expectTotal(value.count);
    await search.remove(/fjern$/);
    await search.expectTotal(all);
    await expect(search.box(facet, value.value)).not.toBeChecked();
  }
});

test('two values of one filter are or, two filters are and', async ({ page, search }) => {
  await search.open();
  const [first, second] = (await search.values('kommune')).filter(({ count }) => count > 0);
  await search.choose(first);
  await search.expectTotal(first.count);
  await search.choose(second);
  await search.expectTotal(first.count + second.count);
  const trade = await search.narrowing('branche');
  await search.choose(trade);
  await search.expectTotal(trade.count);
  await expect(page.getByRole('list', { name: 'Valgt' }).getByRole('link', { name: /fjern$/ })).toHaveCount(3);
  await search.remove('Ryd alt');
  expect(new URL(page.url()).search).toBe('');
});

test('text, trade and service combined', async ({ search }) => {
  await search.open('q=frokost');
  const trade = await search.narrowing('branche');
  await search.choose(trade);
  await search.expectTotal(trade.count);
  const services = (await search.values('ydelse')).filter(({ count }) => count > 0);
  await search.choose(services[0]);
  await search.expectTotal(services[0].count);
  await expect(search.chip(/frokost/)).toBeVisible();
});

test('a filter keeps the text that was typed and the order that was chosen', async ({ page, search }) => {
  await search.open('q=frokost&sorter=navn');
  const place = (await search.values('kommune')).find(({ count }) => count > 0)!;
  await search.choose(place);
  const { searchParams } = new URL(page.url());
  expect(searchParams.get('q')).toBe('frokost');
  expect(searchParams.get('sorter')).toBe('navn');
});

test('through a trade to its service', async ({ page, search }) => {
  await page.goto('/brancher');
  await page.getByRole('link', { name: 'Kantine' }).click();
  await expect(page).toHaveURL(/\/brancher\/kantine-catering$/);
  const services = page.getByRole('heading', { name: 'Varer og ydelser' }).locator('xpath=..').getByRole('listitem');
  const service = services.filter({ hasNotText: /\D0$/ }).first();
  const count = number((await service.innerText()).replace(/^.*\D(?=\d+$)/s, ''));
  await service.getByRole('link').click();
  await page.waitForURL((url) => url.searchParams.has('ydelse'));
  await search.expectTotal(count);
});

test('page by page every hit stands once', async ({ page, search }) => {
  await search.open();
  const total = await search.total();
  expect(total, 'the seed is too small to page through').toBeGreaterThan(20);
  const first = await search.slugs();
  await search.expectTotal(total);
  await page.getByRole('navigation', { name: 'Sider' }).getByRole('link', { name: 'Næste' }).click();
  await page.waitForURL(/side=2/);
  await expect(page.getByRole('navigation', { name: 'Sider' }).getByRole('link', { name: '2' })).toHaveAttribute('aria-current', 'page');
  await search.expectTotal(total);
  const second = await search.slugs();
  expect(new Set([...first, ...second]).size).toBe(first.length + second.length);
  await page.getByRole('navigation', { name: 'Sider' }).getByRole('link', { name: 'Forrige' }).click();
  await page.waitForURL((url) => !url.searchParams.has('side'));
  await expect.poll(() => search.slugs()).toEqual(first);
});

test('by name in the order of the Danish alphabet', async ({ page, search }) => {
  await search.open();
  const total = await search.total();
  await page.getByRole('navigation', { name: 'Rækkefølge' }).getByRole('link', { name: 'Navn' }).click();
  await page.waitForURL(/sorter=navn/);
  await expect(page.getByRole('navigation', { name: 'Rækkefølge' }).getByRole('link', { name: 'Navn' })).toHaveAttribute('aria-current', 'true');
  await search.expectTotal(total);
  const names = await search.hits.getByRole('heading').allInnerTexts();
  expect(names).toEqual(names.toSorted(new Intl.Collator('da', { ignorePunctuation: true }).compare));
  await page.getByRole('navigation', { name: 'Rækkefølge' }).getByRole('link', { name: 'Nyeste' }).click();
  await page.waitForURL(/sorter=nyeste/);
  await search.expectTotal(total);
});

test('open a hit and come back to the same search', async ({ page, search }) => {
  await search.open();
  const trade = await search.narrowing('branche');
  await search.choose(trade);
  await search.expectTotal(trade.count);
  const searched = page.url();
  const link = search.hits.first().getByRole('heading').getByRole('link');
  const name = await link.innerText();
  const [slug] = await search.slugs();
  await link.click();
  await page.waitForURL(`/virksomheder/${slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await page.goBack();
  await page.waitForURL(searched);
  await search.expectTotal(trade.count);
  await expect(search.box('branche', trade.value)).toBeChecked();
});

test('no hits: every way out leads to the number beside it', async ({ page, search }) => {
  await search.open(`q=${WORD}&branche=moebler-trae`);
  const none = (await search.values('kommune')).find(({ count }) => count === 0)!;
  await search.choose(none);
  await search.expectTotal(0);
  const deadEnd = page.url();
  const loosened = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: /^Prøv uden/ }) });
  await expect(loosened).not.toHaveCount(0);
  const ways = await loosened.evaluateAll((rows) =>
    rows.map((row) => ({ name: row.querySelector('a')!.textContent!, count: Number(row.lastElementChild!.textContent) })),
  );
  for (const { name, count } of ways) {
    expect(count, name).toBeGreaterThan(0);
    await page.getByRole('link', { name, exact: true }).click();
    await page.waitForURL((url) => url.href !== deadEnd);
    await search.expectTotal(count);
    await page.goto(deadEnd);
  }
  const near = page.getByRole('region', { name: /ligger nærmest/ }).locator('article[data-slug]');
  await expect(near).toHaveCount(1);
  await expect(near).toContainText(/\d km fra /);
  await near.getByRole('link').click();
  await expect(page).toHaveURL(FULL);
});

test('a search can be sent to others: equal searches have one address', async ({ page, search }) => {
  await search.open('side=1&sorter=relevans&kommune=rebild&q=&kommune=aalborg&ukendt=1');
  const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
  expect(new URL(canonical!).search).toBe('?kommune=rebild&kommune=aalborg');
  const total = await search.total();
  await page.goto(canonical!);
  await search.expectTotal(total);
});

test('“Plads til mennesker” is open to see for whoever is led there', async ({ page }) => {
  await page.goto('/virksomheder#plads');
  const group = page.getByRole('heading', { name: 'Plads til mennesker' });
  await expect(group).toBeInViewport();
  await reveal(page.locator('[data-facet="opgave"]').first());
});
