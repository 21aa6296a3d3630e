/** A piece of an address, as the data name it. */
export interface Part {
  level: 'region' | 'district' | 'town' | 'settlement' | 'street';
  name: string;
  /** Short form, e.g. `с`. */
  type: string;
  /** КЛАДР code: 13 digits, of a street 17. */
  kladr: string;
}

/** What stands between the pieces of a line. */
export const COMMA = ', ';

/**
 * What a line says of the parts of an address. A town is known without what it lies in; the region goes without saying.
 *
 * @example labelsOf(partsOfLenina) // ['Павловский р-н', 'с Павловск', 'ул Ленина']
 */
export function labelsOf(parts: readonly Part[]): string[] {
  const places = parts.filter(({ level }) => level !== 'street').length;
  const isShort = places === 1 || parts[places - 1]?.type === 'г';
  return parts.slice(isShort ? places - 1 : 1).map(labelOf);
}

/** Towns go without type, districts («Павловский р-н») have it behind. */
function labelOf({ level, name, type }: Part): string {
  if (type === 'г' && level !== 'street') return name;
  return level === 'region' || level === 'district' ? `${name} ${type}` : `${type} ${name}`;
}

/** What stands behind the names in a line. */
export const endsOf = (house?: string, flat?: string): string[] => [
  ...(house ? [house] : []),
  ...(flat ? [`кв ${flat}`] : []),
];
