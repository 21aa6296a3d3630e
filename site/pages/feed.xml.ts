import type { APIRoute } from 'astro';

import { addressOf } from '../data/address.ts';
import { catalogueRegion } from '../data/region.ts';
import { allServices } from '../data/services.ts';
import { atomFeed } from '../open-data/xml.ts';

/** Cards in the feed. */
const NEWEST = 50;

/** `/feed.xml`: the cards that were changed last. */
export const GET: APIRoute = async ({ site }) => {
  const whole = (path: string) => new URL(addressOf(path), site).href;
  const { genitive } = await catalogueRegion();
  const services = (await allServices()).toSorted((a, b) => b.data.updated.localeCompare(a.data.updated));
  const entries = services.slice(0, NEWEST).map(({ id, data }) => ({
    url: whole(`/services/${id}/`),
    title: data.short,
    summary: data.lead,
    updated: data.updated,
  }));
  const about = {
    title: `Госуслуги ${genitive}: что изменилось`,
    home: whole('/'),
    self: whole('/feed.xml'),
  };
  return new Response(atomFeed(about, entries));
};
