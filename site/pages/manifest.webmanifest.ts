import type { APIRoute } from 'astro';

import { addressOf } from '../data/address.ts';
import { catalogueRegion } from '../data/region.ts';

/** `/manifest.webmanifest`: how the catalogue stands on the screen of a telephone. */
export const GET: APIRoute = async () => {
  const { genitive } = await catalogueRegion();
  return Response.json({
    name: `Госуслуги ${genitive}`,
    short_name: 'Госуслуги',
    lang: 'ru',
    start_url: addressOf('/'),
    scope: addressOf('/'),
    display: 'browser',
    background_color: '#ffffff',
    theme_color: '#00618a',
    icons: [192, 512].map((size) => ({
      src: addressOf(`/icon-${size}.png`),
      sizes: `${size}x${size}`,
      type: 'image/png',
    })),
  });
};
