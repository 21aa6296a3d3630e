import type { APIRoute } from 'astro';

import { addressOf } from '../data/address.ts';
import { everyPage } from '../data/every-page.ts';
import { sitemap } from '../open-data/xml.ts';

/** `/sitemap.xml`: every page that a search engine should know. */
export const GET: APIRoute = async ({ site }) => {
  const pages = await everyPage();
  return new Response(
    sitemap(pages.map(({ path, updated }) => ({ url: new URL(addressOf(path), site).href, updated }))),
  );
};
