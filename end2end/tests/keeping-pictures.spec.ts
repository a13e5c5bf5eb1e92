import { disguised, png } from '../support/image.ts';
import { REFUSED, claim, goTo, script, soundPage } from '../support/members.ts';
import { expect, test } from '../support/test.ts';

test.use({ expected: [REFUSED, { option: true }] });

test('pictures are sent, described, put in order, seen and taken away', async ({ page, request }, { project }) => {
  test.setTimeout(120_000);
  const slug = `ejes-${project.name}`;
  const picture = page.getByLabel('Billede', { exact: true });
  const send = page.getByRole('button', { name: 'Send billedet' });
  const described = page.getByRole('textbox', { name: 'Hvad viser billedet?', exact: true });
  const seen = page.getByRole('region', { name: 'Billeder' }).getByRole('img');
  const shown = (count: number) =>
    expect(async () => {
      await page.goto(`/min-side/${slug}/billeder`);
      await expect(page.getByRole('heading', { name: `Billede ${count} af ${count}` })).toBeVisible({ timeout: 1_000 });
    }).toPass();

  await claim(page, slug, `billeder@${slug}.example.dk`);
  await page.goto(`/min-side/${slug}`);
  await goTo(page, 'Billeder');
  await soundPage(page);

  await picture.setInputFiles(disguised('tegning.png'));
  await described.fill('En tegning af værkstedet');
  await send.click();
  await expect(page.getByRole('alert')).toContainText('Filen er ikke et billede, vi kan vise. Vælg en JPEG, PNG eller WebP.');
  await expect(described, 'what was typed stays').toHaveValue('En tegning af værkstedet');
  await soundPage(page);

  const red = png('rød.png', [180, 40, 40]);
  await picture.setInputFiles(red);
  if (script()) await expect(page.locator('canvas')).toBeVisible();
  await described.fill('');
  await send.click();
  await expect(page.getByRole('alert')).toContainText('Skriv, hvad billedet viser.');
  await picture.setInputFiles(red);
  await described.fill('Værkstedet udefra');
  await send.click();
  await expect(page).toHaveURL(`/min-side/${slug}/billeder`);
  await shown(1);

  const blue = png('blå.png', [40, 40, 180], 900, 700);
  if (script()) {
    const files = await page.evaluateHandle((bytes) => {
      const files = new DataTransfer();
      files.items.add(new File([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], 'blå.png', { type: 'image/png' }));
      return files;
    }, blue.buffer.toString('base64'));
    const form = page.locator('form', { has: send });
    await form.dispatchEvent('dragenter', { dataTransfer: files });
    await form.dispatchEvent('drop', { dataTransfer: files });
    await expect(page.locator('canvas')).toBeVisible();
  } else {
    await picture.setInputFiles(blue);
  }
  await described.fill('Værkstedet indefra');
  await send.click();
  await expect(page).toHaveURL(`/min-side/${slug}/billeder`);
  await shown(2);
  await soundPage(page);

  await page.goto(`/virksomheder/${slug}`);
  await expect(seen).toHaveCount(2);
  await expect(seen.first()).toHaveAttribute('alt', 'Værkstedet udefra');
  await soundPage(page);
  const file = await request.get((await seen.first().getAttribute('src'))!);
  expect(file.headers()['content-type']).toBe('image/webp');

  await page.goto(`/min-side/${slug}/billeder`);
  const second = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Billede 2 af 2' }) });
  await second.getByLabel('øverst til venstre', { exact: false }).check();
  await second.getByRole('textbox').fill('Værkstedet set fra loftet');
  await second.getByRole('button', { name: 'Gem: Billede 2 af 2' }).click();
  await page.getByRole('button', { name: 'Ryk frem: Billede 2 af 2' }).click();
  await page.goto(`/virksomheder/${slug}`);
  await expect(seen.first()).toHaveAttribute('alt', 'Værkstedet set fra loftet');
  await expect(seen.first()).toHaveCSS('object-position', /^0(%|px) 0(%|px)$/);

  await page.goto(`/min-side/${slug}/billeder`);
  await page.getByRole('button', { name: 'Slet: Billede 1 af 2' }).click();
  await page.getByRole('button', { name: 'Slet: Billede 1 af 1' }).click();
  await expect(page.getByRole('heading', { name: 'Jeres billeder' })).toBeHidden();
  await page.goto(`/virksomheder/${slug}`);
  await expect(seen).toHaveCount(0);
});
