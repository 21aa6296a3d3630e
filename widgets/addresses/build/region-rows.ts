import type { AddressRow, FormerNameRow, LocalityRow, RegionRows } from './dataset.ts';
import { addToTally, type Tally } from './tally.ts';

interface RawRegionRows {
  region: string;
  /** By code. */
  localities: Map<string, LocalityRow>;
  streets: Map<string, AddressRow>;
  /** With the codes of what they may be names of. */
  former: FormerNameRow[];
  skipped: Tally;
}

/** What was read of a region, whatever it came from, put in order: only what hangs together is left. */
export function cleanRegionRows(read: RawRegionRows): RegionRows {
  const { region, localities, streets } = read;
  resolveCodes(read);
  const former = formerNames(read);
  return {
    region,
    localities: sorted(localities, ({ code }) => code),
    streets: sorted(streets, ({ code }) => code),
    former: sorted(former, keyOf),
  };
}

/** Leaves out streets without a place, and decides which postcode and ОКАТО hold for a whole street or place. */
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
    // What nobody says of a street holds as its place has it.
    if (!street.houses.some(({ postcode }) => postcode)) street.postcode ||= locality.postcode;
  }
  for (const [code, locality] of localities)
    if (!withStreets.has(code)) Object.assign(locality, commonCodes(locality));
}

/** Each former name once, of what is still there under another name. */
function formerNames({ localities, streets, former, skipped }: RawRegionRows): Map<string, FormerNameRow> {
  const names = new Map<string, FormerNameRow>();
  for (const row of former) {
    const now = localities.get(row.code) ?? streets.get(row.code);
    if (!now) addToTally(skipped, 'прежних названий, у которых нет нынешнего');
    else if (now.name === row.name && now.type === row.type)
      addToTally(skipped, 'прежних названий, равных нынешнему');
    else names.set(keyOf(row), row);
  }
  return names;
}

/** Postcode and ОКАТО belong to the house: where the houses of a street differ, the street itself has none. */
function commonCodes({ postcode, okato, houses }: AddressRow): Pick<AddressRow, 'postcode' | 'okato'> {
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

const keyOf = ({ code, name, type }: FormerNameRow) => `${code}\t${name}\t${type}`;

function sorted<Value>(values: Map<string, Value>, key: (value: Value) => string): Value[] {
  return [...values.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
