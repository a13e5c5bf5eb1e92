import { expect, test } from '../support/test.ts';
import { KINDS, NOT_FOUND, overflow, unfold } from '../support/site.ts';

test.use({ expected: [NOT_FOUND, { option: true }] });

test('no kind of page ever scrolls sideways', async ({ page, isMobile }) => {
  test.setTimeout(120_000);
  const own = page.viewportSize()!;
  for (const [kind, address] of Object.entries(KINDS)) {
    await test.step(kind, async () => {
      await page.setViewportSize(own);
      await page.goto(address);
      // 320 is what WCAG 1.4.10 asks for; 768 is a tablet.
      for (const width of isMobile ? [own.width, 320] : [own.width, 1024, 768]) {
        await page.setViewportSize({ width, height: own.height });
        expect(await page.evaluate(() => innerWidth), 'the window is as wide as asked for').toBe(width);
        await unfold(page, false);
        expect.soft(await overflow(page), `${kind} at ${width} px`).toBeLessThanOrEqual(0);
        await unfold(page, true);
        expect.soft(await overflow(page), `${kind} at ${width} px, unfolded`).toBeLessThanOrEqual(0);
      }
    });
  }
});

test('at twice the text size nothing is pushed out', async ({ page }) => {
  for (const address of ['/', '/virksomheder?q=frokost', '/virksomheder/proeve-alt', '/kommuner/aalborg']) {
    await page.goto(address);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    expect(await overflow(page), address).toBeLessThanOrEqual(0);
  }
});
