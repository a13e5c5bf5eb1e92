import { expect, test } from '../support/test';

const NEED = '/match?opgave=koekken&hensyn=ro-egen-plads&naer=St%C3%B8vring&km=25';

test('a consultant and a citizen come from a task to places with reasons', async ({ page, javaScriptEnabled }) => {
  await page.goto('/match');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Find et sted at begynde');
  const all = Number(await page.locator('output').getAttribute('data-total'));
  await page.getByRole('checkbox', { name: 'Køkken' }).check();
  await page.getByLabel('By eller postnummer').fill('9530');
  await page.getByLabel('Afstand i lige linje').selectOption('25');
  await page.locator('.match-bar button').click();
  await expect(page).toHaveURL(/opgave=koekken.*naer=9530&km=25/);
  const total = Number(await page.locator('output').getAttribute('data-total'));
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThan(all);
  const first = page.locator('article').first();
  await expect(first.getByRole('heading', { level: 4, name: 'Passer' })).toBeVisible();
  await expect(first).toContainText('Køkken');
  if (javaScriptEnabled) await expect(page.locator('#steder')).toBeFocused();
});

test('a wish is taken back by its chip and never loses a place', async ({ page }) => {
  await page.goto(NEED);
  const total = async () => Number(await page.locator('output').getAttribute('data-total'));
  const before = await total();
  await page.getByRole('link', { name: 'Højst 25 km væk, fjern' }).click();
  await expect(page).not.toHaveURL(/km=/);
  await expect(page.getByLabel('Afstand i lige linje')).toHaveValue('');
  expect(await total()).toBeGreaterThan(before);
});

test('where nobody says yes, the nearest are shown with what to give up', async ({ page }) => {
  await page.goto('/match?opgave=koekken&naer=Skagen&km=5');
  const before = Number(await page.locator('output').getAttribute('data-total'));
  await expect(page.getByRole('heading', { name: 'Tæt på at passe' })).toBeVisible();
  await expect(page.locator('.misses article').first()).toContainText('Kan de ikke');
  await page.getByRole('link', { name: /^Op til \d+ km væk$/ }).click();
  await expect(page).not.toHaveURL(/km=5$/);
  expect(Number(await page.locator('output').getAttribute('data-total'))).toBeGreaterThan(before);
});

test('an answer asks again at once, and back and forth lead as everywhere', async ({ page, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'without script the button asks');
  await page.goto('/match');
  await page.getByRole('checkbox', { name: 'Træværksted' }).check();
  await expect(page).toHaveURL('/match?opgave=traevaerksted');
  await expect(page.locator('article').first()).toContainText('Træværksted');
  await expect(page.getByRole('checkbox', { name: 'Træværksted' })).toBeFocused();
  await page.getByRole('radio', { name: /^4 timer/ }).check();
  await expect(page).toHaveURL('/match?opgave=traevaerksted&timer=4');
  await page.goBack();
  await expect(page.getByRole('radio', { name: 'Ved ikke endnu' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Træværksted' })).toBeChecked();
});

test('a place is kept on the list and asked with what is needed', async ({ page }) => {
  await page.goto(NEED);
  const first = page.locator('article').first();
  const asking = await first.getByRole('link', { name: 'Spørg dem' }).getAttribute('href');
  expect(asking).toMatch(/\/henvendelse\?art=placering&opgave=koekken&hensyn=ro-egen-plads$/);
  await first.getByRole('button', { name: 'Føj til liste' }).click();
  await expect(page.locator('#lagt, [role=status]').filter({ hasText: /list/ }).first()).toBeAttached();
  await page.getByRole('link', { name: 'Til listen med pladser' }).click();
  await expect(page).toHaveURL(/\/liste\/pladser\?opgave=koekken/);
});

test('whoever uses the keyboard alone comes through', async ({ page }) => {
  await page.goto('/match');
  await page.getByRole('checkbox', { name: 'Køkken' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: 'Køkken' })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/opgave=koekken/);
});
