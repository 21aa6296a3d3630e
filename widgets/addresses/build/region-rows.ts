import type { AddressRow, FormerNameRow, LocalityRow, RegionRows } from './dataset.ts';
import { addToTally, type Tally } from './tally.ts';

/** The rows of a region as КЛАДР or ГАР has them, not sorted and not checked. */
interface RawRegionRows {
  region: string;
  /** Code → row. */
  localities: Map<string, LocalityRow>;
  /** Code → row. */
  streets: Map<string, AddressRow>;
  /** Former names. The object that has the code of one may be missing. */
  former: FormerNameRow[];
  /** Counts the rows that are left out. */
  skipped: Tally;
}

/**
 * Sorts the rows of a region and leaves out what refers to missing
 * rows: streets without a locality, former names without an object.
 */
export function cleanRegionRows(raw: RawRegionRows): RegionRows {
  const { region, localities, streets } = raw;
  resolveCodes(raw);
  const former = formerNames(raw);
  return {
    region,
    localities: sorted(localities, ({ code }) => code),
    streets: sorted(streets, ({ code }) => code),
    former: sorted(former, keyOf),
  };
}

/**
 * Leaves out streets without a locality. Sets postcode and ОКАТО of streets, and of localities without streets, from their houses.
 */
function resolveCodes({ localities, streets, skipped }: RawRegionRows): void {
  const withStreets = new Set<string>();
  for (const [code, street] of streets) {
    const locality = localities.get(code.slice(0, 11));
    withStreets.add(code.slice(0, 11));
    if (!locality) {
      streets.delete(code);
      addToTally(skipped, 'улиц без места');
      continue;
    }
    Object.assign(street, commonCodes(street));
    // A street without any postcode has that of its locality.
    if (!street.houses.some(({ postcode }) => postcode)) street.postcode ||= locality.postcode;
  }
  for (const [code, locality] of localities)
    if (!withStreets.has(code)) Object.assign(locality, commonCodes(locality));
}

/** Former names of objects that exist and have another name or type now, each once: {@link keyOf} → row. */
function formerNames({ localities, streets, former, skipped }: RawRegionRows): Map<string, FormerNameRow> {
  const names = new Map<string, FormerNameRow>();
  for (const row of former) {
    const current = localities.get(row.code) ?? streets.get(row.code);
    if (!current) addToTally(skipped, 'прежних названий, у которых нет нынешнего');
    else if (current.name === row.name && current.type === row.type)
      addToTally(skipped, 'прежних названий, равных нынешнему');
    else names.set(keyOf(row), row);
  }
  return names;
}

/**
 * The postcode and ОКАТО that all houses of a street share. If its
 * houses differ, the street has none; without houses it keeps its own.
 */
function commonCodes({ postcode, okato, houses }: AddressRow): Pick<AddressRow, 'postcode' | 'okato'> {
  const commonValue = (own: string, valuesOfHouses: string[]) => {
    const values = new Set(valuesOfHouses.filter(Boolean));
    const [first = own] = values;
    return values.size > 1 ? '' : first;
  };
  return {
    postcode: commonValue(
      postcode,
      houses.map((row) => row.postcode),
    ),
    okato: commonValue(
      okato,
      houses.map((row) => row.okato),
    ),
  };
}

/** Two rows with the same key are the same former name. */
const keyOf = ({ code, name, type }: FormerNameRow) => `${code}\t${name}\t${type}`;

/** The values of a map, sorted by a key. */
function sorted<Value>(values: Map<string, Value>, key: (value: Value) => string): Value[] {
  return [...values.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
