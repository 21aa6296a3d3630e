import type * as v from 'valibot';

import { ActSchema, GuideSchema, LifeEventSchema, TermSchema } from './article.ts';
import { AgencySchema, PlaceSchema } from './agency.ts';
import { CalendarYearSchema } from './calendar.ts';
import { FormSchema } from './form.ts';
import { MunicipalitySchema } from './municipality.ts';
import { RegionContentSchema } from './region.ts';
import { QueriesSchema, SynonymsSchema } from './search.ts';
import { ServiceSchema } from './service.ts';

/** What editors write in: a folder of `content/`, or one file of it, with the ending of its files and the schema of their facts. */
export const COLLECTIONS = {
  region: { ending: '.yaml', schema: RegionContentSchema },
  services: { ending: '.md', schema: ServiceSchema },
  agencies: { ending: '.md', schema: AgencySchema },
  places: { ending: '.yaml', schema: PlaceSchema },
  municipalities: { ending: '.yaml', schema: MunicipalitySchema },
  'life-events': { ending: '.md', schema: LifeEventSchema },
  guide: { ending: '.md', schema: GuideSchema },
  glossary: { ending: '.md', schema: TermSchema },
  acts: { ending: '.yaml', schema: ActSchema },
  calendar: { ending: '.yaml', schema: CalendarYearSchema },
  'search/synonyms': { ending: '.yaml', schema: SynonymsSchema },
  'search/queries': { ending: '.yaml', schema: QueriesSchema },
  forms: { ending: '.yaml', schema: FormSchema },
} as const;
export type Collection = keyof typeof COLLECTIONS;

/** What a file of a collection says, as its schema reads it. */
export type Facts<C extends Collection> = v.InferOutput<(typeof COLLECTIONS)[C]['schema']>;

/** The collection of a file, by its path below `content/`: one of its own, or that of its folder. */
export function collectionOf(file: string): Collection | undefined {
  const names = [file.replace(/\.[a-z]+$/, ''), file.split('/')[0] ?? ''];
  return names.find((name): name is Collection => Object.hasOwn(COLLECTIONS, name));
}
