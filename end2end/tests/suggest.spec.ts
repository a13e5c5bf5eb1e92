import type { Locator, Page } from '@playwright/test';

import { expect, test } from '../support/test.ts';

const box = (page: Page): Locator => page.getByLabel('Hvad leder I efter?');
const options = (page: Page): Locator => page.getByRole('listbox', { name: 'Forslag' }).getByRole('option');

async function type(page: Page, text: string): Promise<void> {
  await box(page).focus();
  await page.keyboard.type(text);
  await expect(options(page).first()).toBeVisible();
}

for (const address of ['/', '/virksomheder']) {
  test(`suggestions on ${address}: arrows choose, Enter follows, all in words`, async ({ page }) => {
    await page.goto(address);
    await expect(box(page)).toHaveAttribute('role', 'combobox');
    await expect(box(page)).toHaveAttribute('aria-expanded', 'false');
    await type(page, 'vinduesp');
    await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByRole('status').filter({ hasText: /^\d+ forslag$/ })).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    const first = options(page).first();
    await expect(first).toHaveAttribute('aria-selected', 'true');
    await expect(box(page)).toHaveAttribute('aria-activedescendant', (await first.getAttribute('id'))!);
    await expect(box(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/virksomheder?ydelse=vinduespolering');
  });
}

test('the arrows go round by the box itself, Escape closes and keeps the text', async ({ page }) => {
  await page.goto('/virksomheder');
  await type(page, 'ca');
  const last = (await options(page).count()) - 1;
  await page.keyboard.press('ArrowUp');
  await expect(options(page).nth(last)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(box(page)).not.toHaveAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowDown');
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(options(page).first()).toBeHidden();
  await expect(box(page)).toHaveValue('ca');
  await page.keyboard.press('ArrowDown');
  await expect(options(page).first()).toBeVisible();
});

test('Enter without a choice searches for what was typed, and the list is gone', async ({ page }) => {
  await page.goto('/virksomheder');
  await type(page, 'reng');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/virksomheder?q=reng');
  await expect(options(page).first()).toBeHidden();
});

test('a click follows a suggestion, and leaving the box closes the list', async ({ page }) => {
  await page.goto('/');
  await type(page, 'aalb');
  await page.keyboard.press('Tab');
  await expect(options(page).first()).toBeHidden();
  await type(page, 'o');
  await options(page).filter({ hasText: 'i Aalborg Kommune' }).click();
  await expect(page).toHaveURL('/virksomheder?kommune=aalborg');
});

test('suggestions stand in named groups with their numbers', async ({ page }) => {
  await page.goto('/virksomheder');
  await type(page, 'ca');
  const groups = page.getByRole('listbox', { name: 'Forslag' }).getByRole('group');
  await expect(groups.filter({ hasText: 'Virksomheder' }).getByRole('option').first()).toBeVisible();
  await expect(page.getByRole('group', { name: 'Varer og ydelser' })).toContainText(/\d/);
});

test.describe('without suggestions', () => {
  test.use({ expected: [[/503/], { option: true }] });

  test('the box is a plain search when they do not come', async ({ page }) => {
    await page.route('**/api/v1/suggest*', (route) => route.fulfill({ status: 503 }));
    await page.goto('/virksomheder');
    await box(page).fill('kantine');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/virksomheder?q=kantine');
    await expect(options(page)).toHaveCount(0);
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the box is a plain search', async ({ page }) => {
    await page.goto('/virksomheder');
    await expect(box(page)).not.toHaveAttribute('role');
    await box(page).fill('kantine');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/virksomheder\?q=kantine/);
  });
});
