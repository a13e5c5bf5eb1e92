import type { Page } from '@playwright/test';

import { expect, test } from '../support/test.ts';
import { FULL } from '../support/site.ts';

type Stop = { name: string; href: string | null; seen: boolean; covered: boolean; inside: boolean };

/** Moves the focus on and tells where it is, whether it shows, and whether it can be seen. */
async function tab(page: Page): Promise<Stop | null> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return null;
    const looks = () =>
      [element, ...element.querySelectorAll('path, circle')]
        .map((part) => {
          const { outlineStyle, outlineWidth, outlineColor, boxShadow, stroke, strokeWidth, fill } = getComputedStyle(part);
          const outline = outlineStyle === 'none' || outlineWidth === '0px' ? 'none' : outlineWidth + outlineColor;
          return [outline, boxShadow, stroke, strokeWidth, fill].join();
        })
        .join(';');
    const focused = looks();
    const visible = element.matches(':focus-visible');
    element.blur();
    const blurred = looks();
    element.focus({ preventScroll: true });
    const box = element.getBoundingClientRect();
    const points = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.1, 0.9].map((y) => [box.x + box.width * x, box.y + box.height * y]));
    const covered = points.every(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return !top || !(element.contains(top) || top.contains(element) || (top as HTMLElement).closest('label')?.contains(element));
    });
    return {
      name: (element.getAttribute('aria-label') ?? element.textContent?.trim()) || `${element.tagName} ${element.getAttribute('name')} ${element.getAttribute('value')}`,
      href: element.getAttribute('href'),
      seen: visible && focused !== blurred,
      covered,
      inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  });
}

/** Presses Tab until the focus is where it is wanted, and counts how often. */
async function tabTo(page: Page, selector: string, most = 120): Promise<number> {
  for (let times = 1; times <= most; times += 1) {
    await tab(page);
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return times;
  }
  throw new Error(`${selector} is not reached within ${most} steps`);
}

test('from the skip link over search and filter to a hit, with the keyboard alone', async ({ page }) => {
  await page.goto('/virksomheder');
  const skip = await tab(page);
  expect(skip).toMatchObject({ name: 'Gå til indhold', seen: true, inside: true });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  expect(await tabTo(page, 'input[name=q]')).toBeLessThanOrEqual(3);
  await page.keyboard.type('frokost');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('q') === 'frokost');

  await tabTo(page, 'input[name=kommune]:first-of-type');
  const more = await page.locator('fieldset').filter({ hasText: 'Ligger i' }).locator('summary').elementHandle();
  while (!(await more!.evaluate((summary) => summary === document.activeElement))) await tab(page);
  await page.keyboard.press('Enter');
  await tab(page);
  const value = await page.evaluate(() => (document.activeElement as HTMLInputElement).value);
  const count = page.locator(`[data-facet=kommune][data-value="${value}"]`);
  await expect(count, 'the first value that was folded away has the focus').toBeVisible();
  const hits = await count.getAttribute('data-count');
  await page.keyboard.press('Space');
  await page.waitForURL((url) => url.searchParams.has('kommune'));
  await expect(page.locator('output[data-total]')).toHaveAttribute('data-total', hits!);

  await page.keyboard.press('Space');
  await page.waitForURL((url) => !url.searchParams.has('kommune'));
  await tabTo(page, 'article[data-slug] a', 400);
  const href = await page.evaluate(() => document.activeElement!.getAttribute('href'));
  await page.keyboard.press('Enter');
  await page.waitForURL(href!);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

for (const [kind, address] of Object.entries({
  'the front page': '/',
  search: '/virksomheder?q=frokost',
  'a listing': FULL,
  'a municipality': '/kommuner/aalborg',
  'the trades': '/brancher',
})) {
  for (const width of [1440, 390]) {
    test(`${kind} at ${width} px: every stop of the Tab key shows and nothing covers it`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address);
      const stops: Stop[] = [];
      for (let stop = await tab(page); stop; stop = await tab(page)) {
        stops.push(stop);
        expect(stops.length, 'the keyboard is not trapped').toBeLessThan(500);
        // On a second round the skip link comes again.
        if (stops.length > 1 && stop.href === '#indhold') break;
      }
      expect(stops.length).toBeGreaterThan(10);
      const wrong = stops.filter(({ seen, covered, inside }) => !seen || covered || !inside);
      expect(wrong).toEqual([]);
    });
  }
}

test('on the phone the menu opens and closes with the keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  await tabTo(page, 'header summary', 5);
  await page.keyboard.press('Enter');
  expect(await tab(page)).toMatchObject({ href: '/virksomheder', seen: true });
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Hovedmenu' })).toBeHidden();
});
