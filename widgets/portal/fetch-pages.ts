import type * as v from 'valibot';

import type { Portal } from './context.ts';
import { fetchJson } from './http.ts';

/** As many as the portal gives in one response. */
const PAGE_SIZE = '100';

/** A list that the portal gives page by page. */
interface Paged<Item> {
  path: string;
  /** Parses a page: its items, and the `after` of the next one. */
  schema: v.GenericSchema<unknown, { items: Item[]; next?: string | undefined }>;
  signal: AbortSignal;
}

/** Fetches a whole list, page by page. */
export async function fetchPages<Item>(
  portal: Portal,
  { path, schema, signal }: Paged<Item>,
): Promise<Item[]> {
  const all: Item[] = [];
  let after: string | undefined;
  do {
    const query = new URLSearchParams({ limit: PAGE_SIZE, ...(after !== undefined && { after }) });
    const url = new URL(`${path}?${query.toString()}`, portal.config.portal);
    const page = await fetchJson(portal, { url, schema, signal });
    all.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return all;
}
