import { foldLetters } from '../../text/fold-letters.ts';
import type { AddressRow, RegionRows } from './dataset.ts';

/** How people call a place or street, beside its name in the data: «Московский» for пр-кт Ленина in Барнаул. */
export interface SpokenName {
  spoken: string;
  /** Name of a locality, with or without its type: `Барнаул`, `рп Научный Городок`. */
  locality: string;
  /** Type and name of a street in it: `пр-кт Ленина`. Without it the locality itself is meant. */
  street?: string | undefined;
}

/**
 * Adds spoken names to the former names of a region: both are searched alike. Only where the data have exactly one object of that name;
 * gives the spoken names for which they have.
 */
export function addSpokenNames(
  { localities, streets, former }: RegionRows,
  names: readonly SpokenName[],
): SpokenName[] {
  return names.filter(({ spoken, locality, street }) => {
    const places = localities.filter((place) => isNamed(place, locality));
    const codes = new Set(places.map(({ code }) => code));
    const objects = street
      ? streets.filter((one) => codes.has(one.code.slice(0, 11)) && isNamed(one, street))
      : places;
    const [object] = objects;
    if (!object || objects.length > 1) return false;
    former.push({ code: object.code, name: spoken, type: object.type });
    return true;
  });
}

/** Whether an object has a name, which may stand behind its type. */
function isNamed({ type, name }: AddressRow, wanted: string): boolean {
  const folded = foldLetters(wanted);
  return [name, `${type} ${name}`].some((text) => foldLetters(text) === folded);
}

/** What the person who runs the import should know of a name that no region has; in Russian. */
export const noteAbout = ({ spoken, locality, street }: SpokenName): string =>
  `Народное название «${spoken}» пропущено: в данных нет одного такого места — ${[locality, street].filter(Boolean).join(', ')}.`;
