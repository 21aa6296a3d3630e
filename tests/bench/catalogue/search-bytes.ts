import { chromium, type Page } from 'playwright-core';

import { findChromium } from '../../browsers.ts';
import { serveFolder } from '../../hosts/serve.ts';

/** Bytes that a browser has received (brotli, as the server sends them). */
export interface SearchBytes {
  /** From a page that is there until the results of the first query. */
  first: number;
  /** For another query on the same page. */
  second: number;
}

/** How to search on a site. */
export interface SearchPage {
  /** The page, below the site. */
  path: string;
  /** Types a query, and waits until the results are there. */
  search: (page: Page, query: string) => Promise<void>;
}

const QUERIES = ['детский сад', 'субсидия на оплату'];

/** Our search page: its own box. */
export const OKNO_SEARCH: SearchPage = {
  path: 'search/',
  search: async (page, query) => {
    const box = page
      .getByRole('main')
      .getByRole('searchbox')
      .or(page.getByRole('main').getByRole('combobox'));
    await box.first().fill(query);
    await box.first().press('Enter');
    await page.locator('[data-search=results] a').first().waitFor();
  },
};

/** Starlight's dialog with Pagefind. */
export const STARLIGHT_SEARCH: SearchPage = {
  path: '',
  search: async (page, query) => {
    if (!(await page.locator('dialog[open]').count()))
      await page.locator('button[data-open-modal]').first().click();
    await page.locator('.pagefind-ui__search-input').fill(query);
    await page.locator('.pagefind-ui__result-link').first().waitFor();
  },
};

/** Searches a built site in Chromium and counts the bytes. */
export async function measureSearch(folder: string, port: number, how: SearchPage): Promise<SearchBytes> {
  const server = await serveFolder(folder, port);
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage();
  const counting: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    counting.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  const received = async () => {
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(500);
    const sizes = await Promise.all(counting.splice(0));
    return sizes.reduce((sum, size) => sum + size, 0);
  };
  try {
    await page.goto(`http://localhost:${port}/${how.path}`);
    await received();
    const bytes: number[] = [];
    for (const query of QUERIES) {
      await how.search(page, query);
      bytes.push(await received());
    }
    const [first = 0, second = 0] = bytes;
    return { first, second };
  } finally {
    await browser.close();
    server.close();
  }
}
