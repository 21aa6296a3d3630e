import type { SiteOrigins } from '../../hosts/serve.ts';
import { typeAddressQuery, openAtAddress } from './application.ts';
import type { Camera } from './camera.ts';

/** Takes the two pictures of README.md anew: a card, and the form on a municipality's page. */
export async function takeReadme({ page }: Camera, addresses: SiteOrigins, folder: string): Promise<void> {
  await page.goto(`${addresses.catalogue}services/detskiy-sad/`, { waitUntil: 'networkidle' });
  await page.screenshot({ path: `${folder}/card.png` });

  const form = await openAtAddress(page, addresses);
  await typeAddressQuery(form);
  await page.evaluate(() => {
    scrollTo(0, 0);
  });
  await page.screenshot({ path: `${folder}/form.png` });
}
