import { AddressesError } from '../addresses/index/errors.ts';
import type { ParsedQuery, parseQuery } from '../addresses/search/parse-query.ts';
import type { Addresses } from '../addresses/suggest/reader.ts';

let read: typeof parseQuery | undefined;
const readers = new Map<string, Promise<Addresses>>();

/** The index in the folder `base`, with the code that reads it. All fields of a page share what was fetched. */
export function sharedAddresses(base: URL): Promise<Addresses> {
  const reader = readers.get(base.href) ?? open(base);
  readers.set(base.href, reader);
  return reader;
}

async function open(base: URL): Promise<Addresses> {
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
    const [{ openAddresses }, query] = await Promise.all([
      import('../addresses/suggest/reader.ts'),
      import('../addresses/search/parse-query.ts'),
    ]);
    read = query.parseQuery;
    return openAddresses(base, fetcher);
  } catch (error) {
    readers.delete(base.href);
    throw new AddressesError('offline', 'The reader did not come', { cause: error });
  }
}

/** House and flat at the end of a line. Nothing was suggested, and nothing is known of them, before the reader has come. */
export const houseIn = (line: string): Partial<ParsedQuery> => read?.(line).at(-1) ?? {};
