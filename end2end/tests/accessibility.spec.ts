import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { expect, test } from '../support/test.ts';
import { Search } from '../support/search.ts';
import { KINDS, NOT_FOUND, unfold } from '../support/site.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** What axe finds, in light and in dark, one line each. */
async function findings(page: Page): Promise<string[]> {
  const lines: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    for (const { id, nodes } of violations) {
      for (const { target, failureSummary } of nodes) {
        lines.push(`${colorScheme} ${id} ${target.join(' ')}: ${failureSummary?.replaceAll(/\s+/g, ' ')}`);
      }
    }
  }
  return lines;
}

test.use({ expected: [NOT_FOUND, { option: true }] });

for (const [kind, address] of Object.entries(KINDS)) {
  test(`${kind}: axe finds nothing`, async ({ page }) => {
    await page.goto(address);
    expect(await findings(page)).toEqual([]);
  });
}

for (const [kind, address] of Object.entries({ search: KINDS['filtered search'], 'front page': KINDS['front page'] })) {
  test(`${kind} with everything unfolded: axe finds nothing`, async ({ page }) => {
    await page.goto(address);
    await unfold(page);
    expect(await findings(page)).toEqual([]);
  });
}

test('search after a swap: axe finds nothing', async ({ page }) => {
  const search = new Search(page, true);
  await search.open();
  const place = await search.narrowing('kommune');
  await search.choose(place);
  await search.expectTotal(place.count);
  expect(await findings(page)).toEqual([]);
});

test('search with suggestions open: axe finds nothing', async ({ page }) => {
  await page.goto('/virksomheder');
  await page.getByLabel('Hvad leder I efter?').focus();
  await page.keyboard.type('ca');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  expect(await findings(page)).toEqual([]);
});

test('in forced colours everything that can be used still has an edge or words', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/virksomheder');
  await expect(page.getByRole('button', { name: 'Søg' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag21a']).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('the names on the map stand out from every tint, which axe cannot judge', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const address of ['/', '/virksomheder?kommune=aalborg', '/kommuner/rebild']) {
      await page.goto(address);
      const contrasts = await page.evaluate(() => {
        const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
        const luminance = (element: Element) => {
          canvas.fillStyle = getComputedStyle(element).fill;
          canvas.fillRect(0, 0, 1, 1);
          const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => {
            const part = byte / 255;
            return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const name = luminance(document.querySelector('figure svg text')!);
        return [...document.querySelectorAll('figure svg a:not([data-point]) path')].map((tint) => {
          const [dark, light] = [name, luminance(tint)].toSorted((one, other) => one - other);
          return (light + 0.05) / (dark + 0.05);
        });
      });
      expect(contrasts).toHaveLength(11);
      expect(Math.min(...contrasts), `${address}, ${colorScheme}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});
