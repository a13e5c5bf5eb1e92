import { expect, test as base } from '../support/test.ts';
import { Search } from '../support/search.ts';

const test = base.extend<{ search: Search }>({
  search: async ({ page, javaScriptEnabled }, use) => use(new Search(page, javaScriptEnabled !== false)),
});

test('near a place, then from anywhere', async ({ page, search }) => {
  await search.open('q=frokost');
  const near = page.getByLabel('Nær (by eller postnr.)');
  const distance = page.getByLabel('Afstand');
  await near.fill('støvring');
  await near.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('naer') === 'støvring');
  await expect(near).toHaveValue('støvring');
  await expect(search.chip(/^nær Støvring/)).toBeVisible();
  await expect(page).toHaveTitle(/ · frokost · nær Støvring/);

  await distance.selectOption('Højst 100 km');
  if (!search.script) await page.getByRole('button', { name: 'Søg' }).click();
  await page.waitForURL((url) => url.searchParams.get('km') === '100');
  await expect(distance).toHaveValue('100');
  await expect(near).toHaveValue('støvring');
  await expect(page.getByLabel('Hvad leder I efter?')).toHaveValue('frokost');
  await expect(page.getByRole('navigation', { name: 'Rækkefølge' }).getByRole('link', { name: 'Nærmest' })).toBeVisible();

  await search.remove(/^højst 100 km fra Støvring/);
  expect(new URL(page.url()).search).toBe('?q=frokost');
  await expect(near).toHaveValue('');
  await expect(distance).toHaveValue('');
  await expect(page.getByRole('link', { name: 'Nærmest' })).toHaveCount(0);
});

test('a place nobody knows is said, and the search goes on', async ({ page, search }) => {
  await search.open('q=frokost');
  const found = await search.total();
  await search.open('q=frokost&naer=Kiruna&km=5');
  await search.expectTotal(found);
  await expect(page.getByText('Vi kender ikke stedet “Kiruna”.')).toBeVisible();
  await expect(page.getByLabel('Nær (by eller postnr.)')).toHaveValue('Kiruna');
  await expect(page.getByLabel('Afstand')).toHaveValue('5');
});

test('a distance alone changes nothing', async ({ page, search }) => {
  await search.open();
  const all = await search.total();
  await search.open('km=5');
  await search.expectTotal(all);
  await expect(page.getByRole('list', { name: 'Valgt' })).toHaveCount(0);
  await expect(page.getByText('Vi kender ikke')).toHaveCount(0);
});

test('a text to be taken as typed stays so when a filter is chosen', async ({ page, search }) => {
  await search.open('q=frokost&ordret=1');
  await search.choose((await search.values('kommune')).find(({ count }) => count > 0)!);
  expect(new URL(page.url()).searchParams.get('ordret')).toBe('1');
  await search.remove(/^præcis som skrevet/);
  const { searchParams } = new URL(page.url());
  expect(searchParams.get('q')).toBe('frokost');
  expect(searchParams.has('ordret')).toBe(false);
});
