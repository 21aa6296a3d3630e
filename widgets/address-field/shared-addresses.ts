import { AddressesError } from '../addresses/index/errors.ts';
import type { AddressIndex } from '../addresses/suggest/reader.ts';

/** By the folder of the index. */
const opened = new Map<string, Promise<AddressIndex>>();

/** The index in the folder `base`, with the code that reads it. All fields of a page share what was fetched. */
export function sharedAddresses(base: URL): Promise<AddressIndex> {
  const addresses = opened.get(base.href) ?? open(base);
  opened.set(base.href, addresses);
  return addresses;
}

async function open(base: URL): Promise<AddressIndex> {
  // The manifest is on its way while the code is: on a slow connection that is half a second.
  const folder = base.pathname.endsWith('/') ? base : new URL(`${base.pathname}/`, base);
  const url = new URL('manifest.json', folder);
  let manifest: Promise<Response> | undefined = fetch(url, { cache: 'no-cache' });
  manifest.catch(() => undefined); // whoever reads it learns
  const fetcher: typeof fetch = (input, init) => {
    const early = input instanceof URL && input.href === url.href ? manifest : undefined;
    if (early) manifest = undefined;
    return early ?? fetch(input, init);
  };
  try {
    const { openAddressIndex } = await import('../addresses/suggest/reader.ts');
    return openAddressIndex(base, fetcher);
  } catch (error) {
    opened.delete(base.href);
    throw new AddressesError('offline', 'The reader did not come', { cause: error });
  }
}
