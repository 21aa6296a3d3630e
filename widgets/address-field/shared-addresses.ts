import { AddressesError } from '../addresses/index/errors.ts';
import type { AddressIndex } from '../addresses/suggest/reader.ts';

/** Indexes that are open or being opened, by the address of their folder. */
const opened = new Map<string, Promise<AddressIndex>>();

/** Opens the index in the folder `base`, with the code that reads it. All fields of a page share it. Rejects with an `AddressesError`. */
export function sharedAddresses(base: URL): Promise<AddressIndex> {
  const addresses = opened.get(base.href) ?? open(base);
  opened.set(base.href, addresses);
  return addresses;
}

/** Fetches the reader and opens the index; after a failure the next call tries again. */
async function open(base: URL): Promise<AddressIndex> {
  // The manifest is fetched while the code is: that saves half a second on a slow connection.
  const folder = base.pathname.endsWith('/') ? base : new URL(`${base.pathname}/`, base);
  const url = new URL('manifest.json', folder);
  let manifest: Promise<Response> | undefined = fetch(url, { cache: 'no-cache' });
  manifest.catch(() => undefined); // The reader gets the error; here it would be an unhandled rejection.
  const fetcher: typeof fetch = (input, init) => {
    const earlyResponse = input instanceof URL && input.href === url.href ? manifest : undefined;
    if (earlyResponse) manifest = undefined;
    return earlyResponse ?? fetch(input, init);
  };
  try {
    const { openAddressIndex } = await import('../addresses/suggest/reader.ts');
    return openAddressIndex(base, fetcher);
  } catch (error) {
    opened.delete(base.href);
    throw new AddressesError('offline', 'The reader could not be fetched', { cause: error });
  }
}
