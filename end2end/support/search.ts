import { expect, type Locator, type Page } from '@playwright/test';

/** A value of a filter with the number that stands beside it. */
export type Value = { facet: string; value: string; count: number };

/** The number in a text such as "1.204 virksomheder". */
export function number(text: string): number {
  const digits = text.match(/\d[\d.]*/)?.[0] ?? '';
  return Number(digits.replaceAll('.', ''));
}

/** Opens what folds the target away, from the outside in. */
export async function reveal(target: Locator): Promise<void> {
  const folds = target.locator('xpath=ancestor::details[not(@open)]');
  while (!(await target.isVisible())) {
    const closed = await folds.count();
    expect(closed, 'the target is neither visible nor in a closed fold').toBeGreaterThan(0);
    for (let index = 0; index < closed; index += 1) {
      const summary = folds.nth(index).locator('> summary');
      if (await summary.isVisible()) {
        await summary.click();
        break;
      }
    }
  }
}

/** The search page as a visitor uses it, with script or without. */
export class Search {
  constructor(
    readonly page: Page,
    readonly script: boolean,
  ) {}

  get output(): Locator {
    return this.page.locator('output[data-total]');
  }

  /** The hits; not what stands below them for lying near. */
  get hits(): Locator {
    return this.page.locator('main article[data-slug]:not(#i-naerheden *)');
  }

  box(facet: string, value: string): Locator {
    return this.page.locator(`input[type=checkbox][name="${facet}"][value="${value}"]`);
  }

  chip(name: string | RegExp): Locator {
    return this.page.getByRole('list', { name: 'Valgt' }).getByRole('link', { name });
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`/virksomheder${query && '?'}${query}`);
  }

  async total(): Promise<number> {
    return Number(await this.output.getAttribute('data-total'));
  }

  async slugs(): Promise<string[]> {
    return this.hits.evaluateAll((hits) => hits.map((hit) => hit.getAttribute('data-slug')!));
  }

  /** What the page says: number in words and for tools, and as many hits as fit. */
  async expectTotal(total: number): Promise<void> {
    await expect(this.output).toHaveAttribute('data-total', String(total));
    if (total === 0) {
      await expect(this.output).toHaveText('Ingen virksomheder passer');
    } else {
      expect(number(await this.output.innerText())).toBe(total);
    }
    const { searchParams } = new URL(this.page.url());
    const before = (Number(searchParams.get('side') ?? 1) - 1) * 20;
    await expect(this.hits).toHaveCount(Math.min(20, total - before));
  }

  async values(facet: string): Promise<Value[]> {
    return this.page.locator(`[data-facet="${facet}"]`).evaluateAll((values) =>
      values.map((value) => ({
        facet: value.getAttribute('data-facet')!,
        value: value.getAttribute('data-value')!,
        count: Number(value.getAttribute('data-count')),
      })),
    );
  }

  /** A value that narrows the search and leaves something: the one with the most hits. */
  async narrowing(facet: string): Promise<Value> {
    const total = await this.total();
    const fitting = (await this.values(facet)).filter(({ count }) => count > 0 && count < total);
    expect(fitting, `no value of ${facet} narrows ${total} hits`).not.toEqual([]);
    return fitting.reduce((most, value) => (value.count > most.count ? value : most));
  }

  /** Chooses a value, and says so by the button where nothing happens by itself. */
  async choose({ facet, value }: { facet: string; value: string }): Promise<void> {
    const box = this.box(facet, value);
    await reveal(box);
    await box.check();
    if (!this.script) await this.page.getByRole('button', { name: 'Anvend filtre' }).click();
    await this.page.waitForURL((url) => url.searchParams.getAll(facet).includes(value));
    await expect(box).toBeChecked();
  }

  async remove(chip: string | RegExp): Promise<void> {
    const before = this.page.url();
    await this.chip(chip).click();
    await this.page.waitForURL((url) => url.href !== before);
  }
}
