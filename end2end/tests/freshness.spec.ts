import { mailHolding } from '../support/mail.ts';
import { REFUSED, claim, soundPage } from '../support/members.ts';
import { OwnSite } from '../support/own-site.ts';
import { expect, test as base } from '../support/test.ts';

const test = base.extend<{ own: OwnSite }>({
  own: async ({}, use) => {
    const own = await OwnSite.make();
    await use(own);
    await own.end();
  },
  baseURL: async ({ own }, use) => use(own.url),
});

test.use({ expected: [REFUSED, { option: true }] });

test('half a year later a mail asks, and one click answers, once', async ({ page, own }) => {
  test.setTimeout(120_000);
  const address = 'kontakt@husker.example.dk';
  await own.start();
  own.import({
    slug: 'husker', name: 'Husker', state: 'public', one_line: 'Findes kun i testen', website: 'https://husker.example.dk',
    municipality: 'rebild', addresses: [{ town: 'Støvring', postcode: '9530' }], trades: ['metal'],
    source: { site: 'example.dk', date: '2026-01' },
  });
  await expect.poll(async () => (await page.request.get('/virksomheder/husker')).status()).toBe(200);
  await claim(page, 'husker', address, own.folder);

  await own.stop();
  await own.start(200);
  const mail = await mailHolding(address, 'Er det stadig rigtigt', own.folder);
  expect(mail).toContain('Findes kun i testen');
  const yes = mail.match(/^Ja, det passer:\n(http\S+)$/m)![1];
  await page.goto(yes);
  await soundPage(page);
  await page.goto('/virksomheder/husker');
  await expect(page.locator('main'), 'the link alone says nothing').toContainText('ikke bekræftet af virksomheden');
  await page.goto(yes);
  await page.getByRole('button', { name: 'Ja, det passer' }).click();
  await expect(page.getByRole('heading', { name: 'Tak for svaret' })).toBeVisible();
  await soundPage(page);
  await page.goto('/virksomheder/husker');
  await expect(page.locator('main')).toContainText('Bekræftet af virksomheden');
  expect((await page.goto(yes))!.status()).toBe(410);
  await page.goto(mail.match(/^Ret:\n(http\S+)$/m)![1]);
  await expect(page, 'what is wrong is mended after signing in').toHaveURL(/\/log-ind\?til=\/min-side\/husker|\/min-side\/husker/);
});
