import type { APIRoute } from 'astro';

import { telephoneLink } from '../catalogue/wording.ts';
import { catalogueRegion } from '../data/region.ts';
import { addressOf } from '../data/address.ts';

/** Days for which the file is good: RFC 9116 asks for less than a year. */
const GOOD_FOR = 180;

/** One file. Its folder begins with a dot: no tool would find it there. */
export const getStaticPaths = () => [{ params: { security: '.well-known/security' } }];

/** `/.well-known/security.txt` (RFC 9116): whom to tell about a vulnerability. */
export const GET: APIRoute = async ({ site }) => {
  const { contact } = await catalogueRegion();
  const expires = new Date();
  expires.setUTCDate(expires.getUTCDate() + GOOD_FOR);
  return new Response(
    `Contact: ${telephoneLink(contact.phone)}
Expires: ${expires.toISOString().slice(0, 10)}T00:00:00Z
Preferred-Languages: ru
Canonical: ${new URL(addressOf('/.well-known/security.txt'), site).href}
`,
  );
};
