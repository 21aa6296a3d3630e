import type { Synonyms } from '../catalogue/search.ts';
import type { RegionContent } from '../catalogue/region.ts';
import { contentFolder } from '../content/folder.ts';
import type { ContentEntry } from '../content/content-entry.ts';
import { readEntries, readRegion } from '../content/read.ts';
import { contactAnswers, serviceAnswers } from './answers.ts';
import type { IndexStart } from './index-format.ts';
import {
  actRecord,
  agencyRecord,
  municipalityRecord,
  placeRecord,
  serviceRecord,
  termRecord,
  textRecord,
  type SearchRecord,
} from './records.ts';

/** What only the build knows of the records as a whole. */
type IndexFacts = Pick<IndexStart, 'timeZone' | 'holidays' | 'popularCount'>;

/** All that can be found, and what the index needs besides. */
export interface Searchable {
  /** By kind, services first, popular ones before the others. */
  records: SearchRecord[];
  synonyms: Synonyms;
  facts: IndexFacts;
}

/** A town or village: «село Сростки», and the КЛАДР code of the municipality where it is. */
type Settlement = Readonly<Record<'name' | 'within', string>>;

/** Reads a folder of content, and makes a record of everything that can be found. Settlements lead to their municipalities. */
export function readSearchable(settlements: readonly Settlement[], content = contentFolder()): Searchable {
  const region = readRegion(content);
  const services = readEntries('services', content).sort((a, b) => rankOf(a) - rankOf(b));
  const agencies = readEntries('agencies', content);
  const answers = new Map(agencies.map(({ id, data }) => [id, contactAnswers(data, region)]));
  const records = [
    ...services.map((service) =>
      serviceRecord(service, serviceAnswers(service.data, answers.get(service.data.agency) ?? {})),
    ),
    ...agencies.map((agency) => agencyRecord(agency, answers.get(agency.id) ?? {})),
    ...readEntries('life-events', content).map((event) => textRecord(event, 'event')),
    ...placeRecords(content, region),
    ...readEntries('guide', content).map((page) => textRecord(page, 'guide')),
    ...municipalityRecords(settlements, content),
    ...readEntries('glossary', content).map(termRecord),
    ...actRecords(content, services, region),
  ];
  return {
    records,
    synonyms: readEntries('search/synonyms', content).flatMap(({ data }) => data),
    facts: {
      timeZone: region.timeZone,
      holidays: readEntries('calendar', content).flatMap(({ data }) => data.daysOff),
      popularCount: services.filter(({ data }) => data.popularRank !== undefined).length,
    },
  };
}

type ServiceEntry = ContentEntry<'services'>;

/** Place among the popular services; the others come behind them. */
const rankOf = ({ data }: ServiceEntry): number => data.popularRank ?? Number.MAX_SAFE_INTEGER;

function placeRecords(content: string, region: RegionContent): SearchRecord[] {
  const titles = new Map(readEntries('municipalities', content).map(({ id, data }) => [id, data.title]));
  return readEntries('places', content).map((place) =>
    placeRecord(place, titles.get(place.data.municipality) ?? '', contactAnswers(place.data, region)),
  );
}

/** Municipalities with their settlements: those of the addresses, and those where a place to apply is. */
function municipalityRecords(settlements: readonly Settlement[], content: string): SearchRecord[] {
  const places = readEntries('places', content);
  return readEntries('municipalities', content).map((municipality) => {
    const { kladr, title } = municipality.data;
    const own = settlements.filter(({ within }) => within === kladr).map(({ name }) => name);
    const ofPlaces = places
      .filter(({ data }) => data.municipality === municipality.id)
      .map(({ data }) => data.address.line.split(',', 1)[0] ?? '')
      .filter((name) => ![title, ...own].some((known) => known.endsWith(` ${name}`)));
    return municipalityRecord(municipality, [...own, ...new Set(ofPlaces)]);
  });
}

/** So many services of an act are named in its result. */
const NAMED_SERVICES = 5;

function actRecords(
  content: string,
  services: readonly ServiceEntry[],
  { genitive }: RegionContent,
): SearchRecord[] {
  return readEntries('acts', content).map((act) => {
    const resting = services.filter(({ data }) => data.acts.some((cited) => cited.act === act.id));
    return actRecord(
      act,
      resting.slice(0, NAMED_SERVICES).map(({ data }) => data.short),
      genitive,
    );
  });
}
