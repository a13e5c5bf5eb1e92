import { expect, test } from '../support/test.ts';

test('the three doors of the front page', async ({ page }) => {
  const doors = {
    'Køb hos en socialøkonomisk virksomhed': /\/virksomheder$/,
    'Find et sted at begynde': /\/match$/,
    'Er det jeres virksomhed?': /\/for-virksomheder$/,
  };
  for (const [name, address] of Object.entries(doors)) {
    await page.goto('/');
    await page.getByRole('link', { name }).click();
    await page.waitForURL(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('the front page has a search to begin with for each example', async ({ page }) => {
  await page.goto('/');
  const examples = page.getByRole('list', { name: 'Søgninger at begynde med' }).getByRole('link');
  for (const href of await examples.evaluateAll((links) => links.map((link) => link.getAttribute('href')!))) {
    await page.goto(href);
    expect(Number(await page.locator('output[data-total]').getAttribute('data-total')), href).toBeGreaterThan(0);
  }
});

test('the main menu leads to every part and marks where one is', async ({ page, isMobile }) => {
  for (const [name, path] of Object.entries({ 'Find virksomheder': '/virksomheder', 'Find et match': '/match', Samhandel: '/samhandel', 'For virksomheder': '/for-virksomheder', Om: '/om' })) {
    await page.goto('/');
    if (isMobile) await page.getByText('Menu', { exact: true }).click();
    const link = page.getByRole('navigation', { name: 'Hovedmenu' }).getByRole('link', { name, exact: true });
    await link.click();
    await page.waitForURL(path);
    if (isMobile) await page.getByText('Menu', { exact: true }).click();
    await expect(page.getByRole('navigation', { name: 'Hovedmenu' }).locator('[aria-current]')).toHaveText(name);
  }
});
