import type { APIRoute } from 'astro';

import { addressOf } from '../data/address.ts';

/** `/robots.txt`: search engines may read everything. What is the visitor's own never stands in a page: widgets fetch it. */
export const GET: APIRoute = ({ site }) =>
  new Response(
    `User-agent: *
Allow: /
Sitemap: ${new URL(addressOf('/sitemap.xml'), site).href}
`,
  );
