import { globSync } from 'node:fs';

import type { SiteOrigins } from '../../hosts/serve.ts';
import type { Camera } from './camera.ts';

/** Search pages with a query, by the names of their pictures. */
const SEARCHES = { 'search-found': 'search/?q=садик', 'search-nothing': 'search/?q=абракадабра' };

/** Takes every page of the built catalogue, and the search with and without results. */
export async function takeCatalogue(
  { page, take }: Camera,
  folder: string,
  { catalogue }: SiteOrigins,
): Promise<void> {
  for (const file of globSync('**/*.html', { cwd: folder }).sort()) {
    await page.goto(catalogue + file.replace(/index\.html$/, ''));
    await take(`catalogue/${file.replace(/(?:(?<=.)\/index)?\.html$/, '')}`);
  }
  for (const [name, path] of Object.entries(SEARCHES)) {
    await page.goto(catalogue + path);
    await page.getByText(/^(?:Найдено|Ничего не найдено)/).waitFor();
    await take(`catalogue/${name}`);
  }
}

/** Takes the municipality's page with the application form on it. */
export async function takeMunicipality({ page, take }: Camera, { municipality }: SiteOrigins): Promise<void> {
  await page.goto(`${municipality}?service=detskiy-sad`);
  await page.getByRole('button', { name: 'Дальше' }).waitFor();
  await take('municipality');
}

/** Takes the pages of the officials' side that its menu names. */
export async function takeSandbox({ page, take }: Camera, { portal }: SiteOrigins): Promise<void> {
  await page.goto(`${portal}sandbox/`);
  const links = page.locator('nav a');
  const paths = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
  for (const path of paths) {
    await page.goto(new URL(path, portal).href);
    await take(`sandbox/${path.split('/')[2] || 'cases'}`);
  }
}
