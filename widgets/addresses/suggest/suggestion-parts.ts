import type { AddressObject } from '../index/region-files.ts';
import type { Locality } from '../index/region.ts';

/** A level of an address. A territory is a part of a locality with streets of its own: «тер. СНТ Заря», «мкр Солнечный». */
export interface SuggestionPart {
  level: 'region' | 'district' | 'town' | 'settlement' | 'territory' | 'street';
  /** Without the type: «Павловск». */
  name: string;
  /** Short form, e.g. `с`. */
  type: string;
  /** КЛАДР code with the status 00: 13 digits, of a street or territory 17. Some territories have none. */
  kladr?: string;
}

/** `Suggestion.parts`: parents from the region down, the locality, the territories in it, the street. */
export function partsOf({ locality, street }: AddressObject): SuggestionPart[] {
  const parts = [...locality.parents].reverse().concat(locality).map(partOf);
  if (!street) return parts;
  const territories = street.territories.map((territory) => ({
    level: 'territory' as const,
    ...nameAndCode(territory),
  }));
  return [...parts, ...territories.reverse(), { level: 'street', ...nameAndCode(street) }];
}

const partOf = (locality: Locality): SuggestionPart => ({
  level: levelOf(locality),
  ...nameAndCode(locality),
});

/** The level of a locality, from the zeros at the end of its code: `22000001000` is a town, for its last three digits are zeros. */
function levelOf({ code }: Locality): SuggestionPart['level'] {
  if (!code.endsWith('000')) return 'settlement';
  if (!code.endsWith('000000')) return 'town';
  return code.endsWith('000000000') ? 'region' : 'district';
}

const nameAndCode = ({ name, type, code }: Pick<Locality, 'name' | 'type' | 'code'>) => ({
  name,
  type,
  ...(code && { kladr: `${code}00` }),
});

/** The names in a line. No district stands before a town («Барнаул, ул Ленина»). The region is left out, unless it is the address. */
export function namesOf(parts: readonly SuggestionPart[]): string[] {
  const localityCount = parts.filter(({ level }) => level !== 'street' && level !== 'territory').length;
  const isRegionOrTown = localityCount === 1 || parts[localityCount - 1]?.type === 'г';
  return parts.slice(isRegionOrTown ? localityCount - 1 : 1).map(labelOf);
}

/** A name with its type: before it («ул Ленина»), for districts after it («Павловский р-н»), for towns none («Барнаул»). */
function labelOf({ level, name, type }: SuggestionPart): string {
  if (type === 'г' && level !== 'street' && level !== 'territory') return name;
  return level === 'region' || level === 'district' ? `${name} ${type}` : `${type} ${name}`;
}
