import type { Place } from '../catalogue/agency.ts';
import { groupsOf, type Group } from '../catalogue/groups.ts';
import { MUNICIPALITY_GROUPS } from '../catalogue/titles.ts';
import { entriesOf, inAlphabet, type ShownEntry } from './entries.ts';

export type PlaceEntry = ShownEntry<'places'>;
export type MunicipalityEntry = ShownEntry<'municipalities'>;

/** Municipalities by name; the word «город» does not count. */
export async function municipalities(): Promise<MunicipalityEntry[]> {
  return inAlphabet(await entriesOf('municipalities'), ({ data }) => data.title.replace(/^город /u, ''));
}

/** Towns, and what is no town. */
export const municipalityGroups = async (): Promise<Group<MunicipalityEntry>[]> =>
  groupsOf(await municipalities(), MUNICIPALITY_GROUPS, ({ data }) =>
    data.kind === 'city' ? 'cities' : 'districts',
  );

/** How many places of each kind there are. */
export async function placeCounts(): Promise<Record<Place['kind'], number>> {
  const places = await entriesOf('places');
  const count = (kind: Place['kind']) => places.filter(({ data }) => data.kind === kind).length;
  return { mfc: count('mfc'), library: count('library'), post: count('post'), kiosk: count('kiosk') };
}

/** Places to apply, and the municipality of each, by its name. */
export async function placesByMunicipality(): Promise<[MunicipalityEntry, PlaceEntry[]][]> {
  const [homes, all] = await Promise.all([municipalities(), entriesOf('places')]);
  const places = inAlphabet(all, ({ data }) => data.title);
  return homes
    .map((home): [MunicipalityEntry, PlaceEntry[]] => [
      home,
      places.filter(({ data }) => data.municipality === home.id),
    ])
    .filter(([, here]) => here.length);
}
