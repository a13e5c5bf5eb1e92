import { expect, test } from '../support/test.ts';
import { WORD, overflow } from '../support/site.ts';

test.describe('an address that is not there', () => {
  test.use({ expected: [[/404/], { option: true }] });

  test('gets a Danish page with a search and ways on', async ({ page }) => {
    for (const path of ['/findes-ikke', '/virksomheder/findes-ikke', '/kommuner/findes-ikke', '/brancher/findes-ikke', '/om/findes-ikke', '/assets/findes-ikke.css', '/%ff', '/a/b/c']) {
      const answer = await page.goto(path);
      expect(answer!.status(), path).toBe(404);
      expect(answer!.headers()['cache-control'], path).toContain('no-store');
      await expect(page.locator('html')).toHaveAttribute('lang', 'da');
      await expect(page.getByRole('heading', { level: 1 })).toContainText(/siden/i);
      await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
    }
    await expect(page.locator('main').getByRole('link', { name: 'Gå til forsiden' })).toHaveAttribute('href', '/');
    await page.getByLabel('Hvad leder I efter?').fill(WORD);
    await page.getByRole('button', { name: 'Søg' }).click();
    await page.waitForURL((url) => url.searchParams.get('q') === WORD);
    await expect(page.locator('output[data-total]')).toHaveAttribute('data-total', '1');
  });
});

test('an address with a slash too many leads to the right one', async ({ page }) => {
  await page.goto('/virksomheder/?kommune=aalborg');
  await expect(page).toHaveURL('/virksomheder?kommune=aalborg');
});

test('what a page does not take is refused in Danish', async ({ request }) => {
  const headers = { 'sec-fetch-site': 'same-origin' };
  for (const [status, send] of [
    [405, () => request.post('/virksomheder', { headers, data: 'x' })],
    [405, () => request.delete('/virksomheder/proeve-alt', { headers })],
    [403, () => request.post('/log-ind', { form: { email: 'kontakt@example.dk' } })],
    [413, () => request.post('/', { headers, data: 'x'.repeat(1 << 20) })],
  ] as const) {
    const answer = await send();
    expect([405, status]).toContain(answer.status());
    expect(await answer.text()).toContain('<html lang="da">');
  }
});

const ODD: Record<string, string> = {
  'a page far beyond the last': 'side=999999',
  'a page that is no number': 'side=-1&side=NaN&side=99999999999999999999999',
  'a very long text': `q=${'a'.repeat(10_000)}`,
  'a very long text of many words': `q=${'mad%20'.repeat(2_000)}`,
  'invalid UTF-8': 'q=%ff%fe%c3%28&kommune=%ff',
  'control characters': 'q=%00%01%1b%7f%0d%0a',
  'a quotation mark': 'q=%22',
  'an open bracket after AND': 'q=AND+%28',
  'an asterisk': 'q=*',
  'a field name': 'q=name%3Akantine',
  'more query syntax': 'q=%2Bmad+-mad+mad%7E2+%5Ba+TO+b%5D+mad%5E2+NOT+OR+%5C',
  emoji: 'q=%F0%9F%8E%89%F0%9F%91%A9%E2%80%8D%F0%9F%8D%B3',
  'right-to-left script': 'q=%D8%B7%D8%B9%D8%A7%D9%85',
  markup: 'q=%3C%2Ftitle%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E',
  'unknown values and names': 'kommune=atlantis&branche=&rsv=2&sorter=omvendt&farve=gul&__proto__=1',
  'no names and no values': '&&&===&=&q',
  'every value twice': 'kommune=aalborg&kommune=aalborg&rsv=1&rsv=1',
};

test('whatever is asked gives a normal page', async ({ page }) => {
  page.on('dialog', () => expect(false, 'markup was run').toBe(true));
  for (const [what, query] of Object.entries(ODD)) {
    await test.step(what, async () => {
      const answer = await page.goto(`/virksomheder?${query}`);
      expect(answer!.status()).toBe(200);
      await expect(page.locator('output[data-total]')).toHaveAttribute('data-total', /^\d+$/);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Find virksomheder');
      await expect(page.locator('main img, main script')).toHaveCount(0);
      expect(await overflow(page), 'pushed out of the window').toBeLessThanOrEqual(0);
    });
  }
});

test('a CPR number is neither searched nor kept nor shown', async ({ page }) => {
  await page.goto('/virksomheder');
  await page.getByLabel('Hvad leder I efter?').fill('frokost 010190-1234');
  await page.getByLabel('Hvad leder I efter?').press('Enter');
  await expect(page.getByText('lignede et CPR-nummer')).toBeVisible();
  expect(Number(await page.locator('output[data-total]').getAttribute('data-total'))).toBeGreaterThan(0);
  await expect(page.getByLabel('Hvad leder I efter?')).toHaveValue('frokost');
  expect(await page.content()).not.toContain('010190');
});
