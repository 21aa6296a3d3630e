import { createHash } from 'node:crypto';

import { collectionEntries } from './entries.ts';

/** An entry, or any other thing that a page shows. */
type Shown = { digest: string } | string | boolean | undefined;

/**
 * The key of a page: it changes with whatever the page shows, and with the code. Astro takes a page from the build before where the
 * key is the same. Every page shows the region, and may cite acts.
 */
export async function pageKeys(): Promise<(shown: readonly Shown[]) => string> {
  const [region] = await collectionEntries('region');
  // The footer names the operator.
  const operator = (await collectionEntries('agencies')).filter(({ id }) => id === region?.data.operator);
  const shared = [...(region ? [region] : []), ...operator, ...(await collectionEntries('acts'))];
  const everywhere = [import.meta.env['OKNO_CODE'], ...shared.map(({ digest }) => digest)].join('\0');
  return (shown) => {
    const hash = createHash('sha256').update(everywhere);
    for (const one of shown) hash.update(`\0${typeof one === 'object' ? one.digest : String(one)}`);
    return hash.digest('hex');
  };
}
