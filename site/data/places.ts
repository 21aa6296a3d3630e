import type { Place } from '../catalogue/agency.ts';
import { groupByKind, type TitledGroup } from '../catalogue/groups.ts';
import { MUNICIPALITY_GROUP_TITLES } from '../catalogue/titles.ts';
import { collectionEntries, sortByName, type RenderedEntry } from './entries.ts';

export type PlaceEntry = RenderedEntry<'places'>;
export type MunicipalityEntry = RenderedEntry<'municipalities'>;

/** Municipalities by name; the word «город» does not count. */
export async function allMunicipalities(): Promise<MunicipalityEntry[]> {
  return sortByName(await collectionEntries('municipalities'), ({ data }) =>
    data.title.replace(/^город /u, ''),
  );
}

/** Towns, and what is no town. */
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

/** Places to apply, and the municipality of each, by its name. */
export async function placesByMunicipality(): Promise<[MunicipalityEntry, PlaceEntry[]][]> {
  const [municipalityEntries, all] = await Promise.all([allMunicipalities(), collectionEntries('places')]);
  const places = sortByName(all, ({ data }) => data.title);
  return municipalityEntries
    .map((home): [MunicipalityEntry, PlaceEntry[]] => [
      home,
      places.filter(({ data }) => data.municipality === home.id),
    ])
    .filter(([, here]) => here.length);
}
