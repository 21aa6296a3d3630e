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
