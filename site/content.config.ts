import { defineCollection } from 'astro:content';

import type { Collection } from './catalogue/collections.ts';
import { contentLoader } from './integrations/content-loader.ts';

const collection = (name: Collection) => defineCollection({ loader: contentLoader(name) });

/** The collections that pages show. Their types are `ContentData` of `catalogue/collections.ts`: Astro knows no schema of ours. */
export const collections = {
  region: collection('region'),
  services: collection('services'),
  agencies: collection('agencies'),
  places: collection('places'),
  municipalities: collection('municipalities'),
  'life-events': collection('life-events'),
  guide: collection('guide'),
  glossary: collection('glossary'),
  acts: collection('acts'),
  forms: collection('forms'),
};
