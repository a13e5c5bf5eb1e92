import type { APIRequestContext, Page } from '@playwright/test';

/** Listings of listings.jsonl. */
export const FULL = '/virksomheder/proeve-alt';
export const SPARSE = '/virksomheder/proeve-lidt';
export const PAUSED = '/virksomheder/proeve-pause';
export const DRAFT = '/virksomheder/proeve-kladde';
export const CLOSED = '/virksomheder/proeve-lukket';
/** A word that stands in the full listing only. */
export const WORD = 'klokkeblomsterkasser';

export const MUNICIPALITIES = [
  'broenderslev', 'frederikshavn', 'hjoerring', 'jammerbugt', 'laesoe', 'mariagerfjord',
  'morsoe', 'rebild', 'thisted', 'vesthimmerlands', 'aalborg',
];
export const TRADES = [
  'kantine-catering', 'cafe-restaurant', 'foedevareproduktion', 'rengoering', 'have-groen-pleje',
  'ejendom-handyman', 'byggeri-haandvaerk', 'pakning-montage', 'metal', 'moebler-trae',
  'tekstil-vask-syning', 'genbrug-reparation', 'grafisk-tryk', 'it-digital', 'kontor-administration',
  'transport-flytning', 'butik-webshop', 'dyr-landbrug', 'event-udlejning', 'kurser-foredrag',
  'social-beskaeftigelse',
];
export const TEXTS = ['/om', '/om/projekt', '/om/privatliv', '/om/cookies', '/om/kontakt', '/om/databeskyttelse', '/tilgaengelighed'];

/** One address of every kind of page, and of every state that looks different. */
export const KINDS: Record<string, string> = {
  'front page': '/',
  search: '/virksomheder',
  'filtered search': `/virksomheder?q=frokost&kommune=aalborg&kommune=mariagerfjord&sorter=navn`,
  'near a place': '/virksomheder?q=frokost&naer=9530&km=100&sorter=afstand',
  'place in the text': '/virksomheder?q=frokost+hj%C3%B8rring',
  'corrected word': '/virksomheder?q=reng%C3%B8rring',
  'unknown place': '/virksomheder?q=frokost&ordret=1&naer=Kiruna',
  'second page': '/virksomheder?side=2',
  'no hits': `/virksomheder?q=${WORD}&kommune=laesoe&rsv=1`,
  'CPR notice': '/virksomheder?q=kantine+010190-1234',
  'text cut': `/virksomheder?q=${'frokost+'.repeat(60)}`,
  'full listing': FULL,
  'sparse listing': SPARSE,
  'paused listing': PAUSED,
  'closed listing': CLOSED,
  municipalities: '/kommuner',
  municipality: '/kommuner/aalborg',
  'far municipality': '/kommuner/laesoe',
  trades: '/brancher',
  trade: '/brancher/kantine-catering',
  article: '/samhandel',
  'article with sources': '/samhandel/offentlige-indkoeb',
  'article with a table': '/csr',
  'invitation to enterprises': '/for-virksomheder',
  'purchase check': '/samhandel/indkoebstjek',
  'purchase check answered': '/samhandel/indkoebstjek?branche=kantine-catering&branche=metal&naer=9000&km=50',
  cases: '/cases',
  case: '/cases/cafe-paa-banen',
  'method catalogue': '/metodekatalog',
  method: '/metodekatalog/foerste-kontakt',
  'method catalogue whole': '/metodekatalog/alt',
  aftercare: '/eftervaern',
  'aftercare planned': '/eftervaern?start=2026-11-28&trin=1-uge&trin=2-uger&trin=1-maaned&trin=3-maaneder&trin=6-maaneder&trin=12-maaneder&hvem-1-uge=mentor',
  'aftercare refused': '/eftervaern?start=i+morgen',
  reasonableness: '/hjaelp/rimelighed',
  'reasonableness answered': '/hjaelp/rimelighed?aarsvaerk=63%2C5&nu=3',
  'reasonableness without room': '/hjaelp/rimelighed?aarsvaerk=4&nu=1',
  'reasonableness refused': '/hjaelp/rimelighed?aarsvaerk=ti&nu=mange',
  schemes: '/ordninger',
  scheme: '/ordninger/fleksjob',
  'scheme with a note': '/ordninger/nytteindsats',
  about: '/om',
  text: '/om/privatliv',
  accessibility: '/tilgaengelighed',
  'sign in': '/log-ind',
  'link sent': '/log-ind/sendt',
  'link followed': '/log-ind/bekraeft?noegle=proeve',
  'shared list': '/liste?v=proeve-alt&v=proeve-lidt&v=proeve-lukket&v=nej',
  'empty list': '/liste',
  'places list': '/liste/pladser?v=proeve-alt&v=proeve-lidt&v=proeve-pause&v=proeve-lukket&v=nej&opgave=koekken&hensyn=ro-egen-plads&hensyn=sprogstoette&ordning=fleksjob&timer=2&naer=9530&km=25&udenbil=1',
  'places list without a need': '/liste/pladser?v=proeve-alt&v=proeve-lidt',
  'places list of many': '/liste/pladser?v=proeve-alt&v=proeve-lidt&v=proeve-pause&v=besked-1&v=besked-2&v=besked-3&timer=4',
  'empty places list': '/liste/pladser',
  'sheet for the citizen': '/liste/pladser/borger?v=proeve-alt&v=proeve-lidt&opgave=koekken',
  'match for municipalities': '/match/for-kommuner',
  'match for companies': '/match/for-virksomheder',
  'data protection': '/om/databeskyttelse',
  comparison: '/liste/sammenlign?v=proeve-alt&v=proeve-lidt&naer=9530',
  documentation: `${FULL}/dokumentation`,
  'invitation followed': '/log-ind/invitation?noegle=proeve',
  'claim followed': '/log-ind/bekraeft-adgang?noegle=proeve',
  'account deleted': '/log-ind/slettet',
  create: '/opret',
  vouched: '/bekraeft/tak',
  claim: `${FULL}/er-det-jeres`,
  report: `${FULL}/meld-fejl`,
  message: `${FULL}/henvendelse`,
  'message to several': '/liste/henvendelse?v=besked-1&v=besked-2&v=proeve-lidt&v=nej',
  'message about a place': `${FULL}/henvendelse?art=placering&opgave=koekken&hensyn=nedsat-tid&timer=4`,
  'free places said': '/har-i-plads/tak',
  'message nobody takes': `${SPARSE}/henvendelse`,
  'message to a paused one': `${PAUSED}/henvendelse`,
  'message written': '/henvendelse/sendt',
  match: '/match',
  'match with wishes': '/match?opgave=koekken&opgave=dyr&hensyn=ro-egen-plads&timer=4&naer=9530&km=50&udenbil=1',
  'match without places': '/match?opgave=koekken&naer=Skagen&km=5',
  'not found': '/findes-ikke',
};

/** What the browser says of a page that is not there. */
export const NOT_FOUND = [/^console error: Failed to load resource: .* 404/, /^status 404: .*\/(findes-ikke|proeve-kladde)$/];

/** Paths of the sitemap. */
export async function sitemap(request: APIRequestContext, baseURL: string): Promise<string[]> {
  const xml = await (await request.get('/sitemap.xml')).text();
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => {
    if (!address.startsWith(baseURL)) throw new Error(`${address} is not of ${baseURL}`);
    return address.slice(baseURL.length) || '/';
  });
}

/** How many pixels the page is wider than the window. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth);
}

/** The schema.org facts of the page. */
export async function facts(page: Page): Promise<Record<string, unknown>[]> {
  const scripts = await page.locator('script[type="application/ld+json"]').allTextContents();
  return scripts.map((text) => JSON.parse(text));
}

/** Opens or closes every fold of the page. */
export async function unfold(page: Page, open = true): Promise<void> {
  await page.locator('details').evaluateAll((folds, open) => folds.forEach((fold) => fold.toggleAttribute('open', open)), open);
}
