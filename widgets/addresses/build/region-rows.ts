import type { Former, Place, RegionRows, Street, Tally } from './source.ts';

export const count = (tally: Tally, what: string, more = 1): void => {
  if (more) tally.set(what, (tally.get(what) ?? 0) + more);
};

interface Read {
  region: string;
  /** By code. */
  places: Map<string, Place>;
  streets: Map<string, Street>;
  /** With the codes of what they may be names of. */
  former: Former[];
  skipped: Tally;
}

/** What was read of a region, whatever it came from, put in order: only what hangs together is left. */
export function regionRows({ region, places, streets, former, skipped }: Read): RegionRows {
  const withStreets = new Set<string>();
  for (const [code, street] of streets) {
    const place = places.get(code.slice(0, 11));
    withStreets.add(code.slice(0, 11));
    if (!place) {
      streets.delete(code);
      count(skipped, 'улиц без места');
      continue;
    }
    Object.assign(street, agreed(street));
    // What nobody says of a street holds as its place has it.
    if (!street.houses.some(({ postcode }) => postcode)) street.postcode ||= place.postcode;
  }
  for (const [code, place] of places) if (!withStreets.has(code)) Object.assign(place, agreed(place));

  const names = new Map<string, Former>();
  for (const row of former) {
    const now = places.get(row.code) ?? streets.get(row.code);
    if (!now) count(skipped, 'прежних названий, у которых нет нынешнего');
    else if (now.name === row.name && now.type === row.type)
      count(skipped, 'прежних названий, равных нынешнему');
    else names.set(keyOf(row), row);
  }
  return {
    region,
    places: sorted(places, ({ code }) => code),
    streets: sorted(streets, ({ code }) => code),
    former: sorted(names, keyOf),
  };
}

/** Postcode and ОКАТО belong to the house: where the houses of a street differ, the street itself has none. */
function agreed({ postcode, okato, houses }: Street): Pick<Street, 'postcode' | 'okato'> {
  const only = (own: string, ofHouses: string[]) => {
    const values = new Set(ofHouses.filter(Boolean));
    const [first = own] = values;
    return values.size > 1 ? '' : first;
  };
  return {
    postcode: only(
      postcode,
      houses.map((row) => row.postcode),
    ),
    okato: only(
      okato,
      houses.map((row) => row.okato),
    ),
  };
}

const keyOf = ({ code, name, type }: Former) => `${code}\t${name}\t${type}`;

function sorted<Value>(values: Map<string, Value>, key: (value: Value) => string): Value[] {
  return [...values.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
