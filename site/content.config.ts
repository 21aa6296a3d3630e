import { defineCollection } from 'astro:content';

import type { Collection } from './catalogue/collections.ts';
import { contentLoader } from './integrations/content-loader.ts';

const defineContentCollection = (name: Collection) => defineCollection({ loader: contentLoader(name) });

/**
 * The collections that pages show. Their types are `ContentData` of `catalogue/collections.ts`: Astro knows no schema of ours.
 */
export const collections = {
  region: defineContentCollection('region'),
  services: defineContentCollection('services'),
  agencies: defineContentCollection('agencies'),
  places: defineContentCollection('places'),
  municipalities: defineContentCollection('municipalities'),
  'life-events': defineContentCollection('life-events'),
  guide: defineContentCollection('guide'),
  glossary: defineContentCollection('glossary'),
  acts: defineContentCollection('acts'),
  forms: defineContentCollection('forms'),
};
