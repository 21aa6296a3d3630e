import type { APIRoute } from 'astro';

import { addressOf } from '../data/address.ts';

/** `/robots.txt`: search engines may read everything but what is the visitor's own. */
export const GET: APIRoute = ({ site }) =>
  new Response(
    `User-agent: *
Disallow: ${addressOf('/my/')}
Disallow: ${addressOf('/status/')}
Disallow: ${addressOf('/receipt/')}
Sitemap: ${new URL(addressOf('/sitemap.xml'), site).href}
`,
  );
