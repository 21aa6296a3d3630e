import type * as v from 'valibot';

import { LegalActSchema, GuideSchema, LifeEventSchema, TermSchema } from './text-page.ts';
import { AgencySchema, PlaceSchema } from './agency.ts';
import { CalendarYearSchema } from './calendar.ts';
import { FormContentSchema } from './form-content.ts';
import { MunicipalitySchema } from './municipality.ts';
import { RegionContentSchema } from './region.ts';
import { ExpectedQueriesSchema, SynonymsSchema } from './search.ts';
import { ServiceSchema } from './service.ts';
import { SpokenNamesSchema } from './spoken-names.ts';

/**
 * The collections of the content. The name is that of a folder of `content/`, or of one file: `region`, `search/synonyms`.
 * `schema` is for the facts of each file.
 */
export const COLLECTIONS = {
  region: { extension: '.yaml', schema: RegionContentSchema },
  services: { extension: '.md', schema: ServiceSchema },
  agencies: { extension: '.md', schema: AgencySchema },
  places: { extension: '.yaml', schema: PlaceSchema },
  municipalities: { extension: '.yaml', schema: MunicipalitySchema },
  'life-events': { extension: '.md', schema: LifeEventSchema },
  guide: { extension: '.md', schema: GuideSchema },
  glossary: { extension: '.md', schema: TermSchema },
  acts: { extension: '.yaml', schema: LegalActSchema },
  calendar: { extension: '.yaml', schema: CalendarYearSchema },
  'search/synonyms': { extension: '.yaml', schema: SynonymsSchema },
  'search/queries': { extension: '.yaml', schema: ExpectedQueriesSchema },
  'addresses/spoken': { extension: '.yaml', schema: SpokenNamesSchema },
  forms: { extension: '.yaml', schema: FormContentSchema },
} as const;
/** The name of a collection: `services`, `search/synonyms`. */
export type Collection = keyof typeof COLLECTIONS;

/** The facts of a file of a collection, as its schema gives them: with English names. */
export type ContentData<C extends Collection> = v.InferOutput<(typeof COLLECTIONS)[C]['schema']>;

/**
 * The collection that a file belongs to, by its path below `content/`: the one with the name of the file, or else with the name
 * of its folder. Gives `undefined` if there is neither.
 *
 * @example collectionOf('services/detskiy-sad.md') // 'services'
 * @example collectionOf('search/queries.yaml') // 'search/queries'
 * @example collectionOf('notes/plan.md') // undefined
 */
export function collectionOf(file: string): Collection | undefined {
  const names = [file.replace(/\.[a-z]+$/, ''), file.split('/')[0] ?? ''];
  return names.find((name): name is Collection => Object.hasOwn(COLLECTIONS, name));
}
