import type { Place } from '../catalogue/agency.ts';
import { groupByKind, type TitledGroup } from '../catalogue/groups.ts';
import { MUNICIPALITY_GROUP_TITLES } from '../catalogue/titles.ts';
import type { RenderedEntry } from '../content/rendered-entries.ts';
import { collectionEntries, sortByName } from './entries.ts';

/** A place to apply as pages show it. */
export type PlaceEntry = RenderedEntry<'places'>;
/** A municipality as pages show it. */
export type MunicipalityEntry = RenderedEntry<'municipalities'>;

/** All municipalities, sorted by title; «город Бийск» stands under «Б». */
export async function allMunicipalities(): Promise<MunicipalityEntry[]> {
  return sortByName(await collectionEntries('municipalities'), ({ data }) =>
    data.title.replace(/^город /u, ''),
  );
}

/** Municipalities in two groups: towns, and districts of every kind. */
export const municipalityGroups = async (): Promise<TitledGroup<MunicipalityEntry>[]> =>
  groupByKind(await allMunicipalities(), MUNICIPALITY_GROUP_TITLES, ({ data }) =>
    data.kind === 'city' ? 'cities' : 'districts',
  );

/** How many places of each kind there are. */
export async function placeCounts(): Promise<Record<Place['kind'], number>> {
  const places = await collectionEntries('places');
  const count = (kind: Place['kind']) => places.filter(({ data }) => data.kind === kind).length;
  return { mfc: count('mfc'), library: count('library'), post: count('post'), kiosk: count('kiosk') };
}

/** Every municipality that has places to apply, with its places; both sorted by title. */
export async function placesByMunicipality(): Promise<[MunicipalityEntry, PlaceEntry[]][]> {
  const [municipalities, allPlaces] = await Promise.all([allMunicipalities(), collectionEntries('places')]);
  const places = sortByName(allPlaces, ({ data }) => data.title);
  return municipalities
    .map((municipality): [MunicipalityEntry, PlaceEntry[]] => [
      municipality,
      places.filter(({ data }) => data.municipality === municipality.id),
    ])
    .filter(([, ownPlaces]) => ownPlaces.length);
}
