import { expect, test } from '../support/test.ts';
import { Search } from '../support/search.ts';
import { FULL, WORD } from '../support/site.ts';

test('a link opened in a new tab stays an ordinary link', async ({ page, context }) => {
  const search = new Search(page, true);
  await search.open('kommune=aalborg');
  const tab = context.waitForEvent('page');
  await search.chip(/fjern$/).click({ modifiers: ['ControlOrMeta'] });
  await expect((await tab).locator('output[data-total]')).toBeVisible();
  await expect(page).toHaveURL('/virksomheder?kommune=aalborg');
});

test('a card under the pointer lights its point on the map, and the point its card', async ({ page }) => {
  const search = new Search(page, true);
  await search.open(`q=${WORD}`);
  const card = search.hits.first();
  const point = page.locator('[data-point="proeve-alt"]');
  const look = (part: typeof card) =>
    part.evaluate((part) => {
      const { borderColor } = getComputedStyle(part);
      const circle = part.querySelector('circle');
      return [borderColor, circle && getComputedStyle(circle).fill, circle && getComputedStyle(circle).strokeWidth].join();
    });
  const [cardBefore, pointBefore] = [await look(card), await look(point)];
  await card.hover();
  expect(await look(point)).not.toBe(pointBefore);
  await point.hover();
  expect(await look(card)).not.toBe(cardBefore);
  await page.mouse.move(0, 0);
  expect([await look(card), await look(point)]).toEqual([cardBefore, pointBefore]);
});

test('a listing is put on the list from the map, and its point leads on', async ({ page }) => {
  const search = new Search(page, true);
  await search.open(`q=${WORD}`);
  const point = page.locator('svg [data-point="proeve-alt"]');
  await point.click();
  const chosen = page.locator('.map-chosen');
  await expect(chosen.getByRole('link')).toHaveAttribute('href', FULL);
  await expect(chosen.getByRole('link')).toBeFocused();
  await chosen.getByRole('button').click();
  await expect(chosen.getByRole('button')).toContainText('På listen, fjern');
  await expect(page.locator('[data-listed]')).toHaveText('(1)');
  await point.click();
  await expect(page).toHaveURL(FULL);
});
