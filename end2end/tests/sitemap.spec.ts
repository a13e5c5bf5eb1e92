import { expect, test } from '../support/test.ts';
import { facts, sitemap } from '../support/site.ts';

test('every address of the sitemap answers with a page, and every link on it leads somewhere', async ({ request, baseURL }) => {
  test.setTimeout(120_000);
  const paths = await sitemap(request, baseURL!);
  expect(new Set(paths).size, 'no address stands twice').toBe(paths.length);
  const ids = new Map<string, Set<string>>();
  const wanted = new Map<string, string>();
  for (const path of paths) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()['content-type'], path).toContain('text/html');
    const html = (await answer.text()).replaceAll('&amp;', '&');
    ids.set(path, new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)));
    for (const [, href] of html.matchAll(/<a [^>]*?href="([^"]*)"/g)) {
      if (href.startsWith('#')) wanted.set(path + href, path);
      else if (href.startsWith('/')) wanted.set(href, path);
      else expect(href, `on ${path}`).toMatch(/^(https?:\/\/|mailto:|tel:)/);
    }
  }
  for (const [href, from] of wanted) {
    const [address, id] = href.split('#');
    // Searches are many and alike; one in ten will do.
    if (!ids.has(address) && (!address.includes('?') || href.length % 10 === 0)) {
      const answer = await request.get(address, { maxRedirects: 0 });
      // What is one's own leads to where one signs in.
      const leads = answer.status() === 303 ? answer.headers().location.split('?')[0] : answer.status();
      expect([200, '/log-ind'], `${href} on ${from}`).toContain(leads);
    }
    if (id) expect(ids.get(address), `${href} on ${from}`).toContain(id);
  }
});

test('robots.txt and opensearch.xml name this site', async ({ request, baseURL }) => {
  expect(await (await request.get('/robots.txt')).text()).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
  const search = await request.get('/opensearch.xml');
  expect(search.headers()['content-type']).toContain('application/opensearchdescription+xml');
  const template = (await search.text()).match(/template="([^"]*)"/)![1];
  const answer = await request.get(template.replace('{searchTerms}', 'frokost'));
  expect(await answer.text()).toMatch(/data-total="[1-9]/);
});

test('every listing has a heading, a true address, a basis and facts for search engines', async ({ page, request, baseURL }) => {
  const listings = (await sitemap(request, baseURL!)).filter((path) => path.startsWith('/virksomheder/'));
  expect(listings.length).toBeGreaterThan(20);
  for (const path of listings) {
    await test.step(path, async () => {
      await page.goto(path);
      const name = await page.getByRole('heading', { level: 1 }).innerText();
      await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `${baseURL}${path}`);
      await expect(page).toHaveTitle(`${name} · Samhandel Nord`);
      await expect(page.locator('main')).toContainText(/Bekræftet af|ikke bekræftet af virksomheden/i);
      const found = await facts(page);
      // Only a closed listing has none, and says why.
      if (found.length !== 1) await expect(page.locator('main')).toContainText(/ikke længere|lukket/i);
      for (const listing of found) {
        expect(listing).toMatchObject({ '@context': 'https://schema.org', name });
        const street = (listing.address as Record<string, string> | undefined)?.streetAddress;
        expect(listing['@type']).toBe(street ? 'LocalBusiness' : 'Organization');
      }
    });
  }
});
