import { expect, test } from '../support/test.ts';
import { FULL, SPARSE, sitemap } from '../support/site.ts';

const A4 = { width: 595, height: 842 };

/** Sizes of the pages of a PDF, in points. */
function pages(pdf: Buffer): { width: number; height: number }[] {
  const text = pdf.toString('latin1');
  const count = [...text.matchAll(/\/Type\s*\/Page\b/g)].length;
  const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)];
  expect(boxes, 'the PDF can be read').toHaveLength(count);
  return boxes.map(([, width, height]) => ({ width: Math.round(Number(width)), height: Math.round(Number(height)) }));
}

test('a full listing prints on at most two A4 pages, black on white, without navigation', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(FULL);
  const sheets = pages(await page.pdf({ preferCSSPageSize: true }));
  expect(sheets.length).toBeLessThanOrEqual(2);
  for (const sheet of sheets) expect(sheet).toEqual(A4);

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const navigation of await page.getByRole('navigation').all()) await expect(navigation).toBeHidden();
  await expect(page.getByRole('contentinfo')).toBeHidden();
  for (const text of ['Klokkeblomsterkasser', 'Plads til mennesker', 'Værkstedsvej 1', 'Bekræftet af virksomheden']) {
    await expect(page.locator('main').getByText(text).first()).toBeVisible();
  }
  const colours = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.querySelector('main p')!);
    return { color, ground: getComputedStyle(document.documentElement).backgroundColor, backgroundColor };
  });
  expect(colours).toEqual({ color: 'rgb(0, 0, 0)', ground: 'rgb(255, 255, 255)', backgroundColor: 'rgba(0, 0, 0, 0)' });
});

test('every listing prints on at most two pages, a sparse one on one', async ({ page, request, baseURL }) => {
  for (const path of (await sitemap(request, baseURL!)).filter((path) => path.startsWith('/virksomheder/'))) {
    await page.goto(path);
    const { length } = pages(await page.pdf({ preferCSSPageSize: true }));
    expect(length, path).toBeLessThanOrEqual(path === SPARSE ? 1 : 2);
  }
});

test('hits print without form, map and menu', async ({ page }) => {
  await page.goto('/virksomheder?q=frokost');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('search')).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Hovedmenu' })).toBeHidden();
  await expect(page.getByRole('group', { name: /^Kort/ })).toBeHidden();
  await expect(page.locator('article[data-slug]').first()).toBeVisible();
});
