import { cells, codesAt, endings, numbers, parseTable, shardOf, steps } from './format.ts';
import type { BundleHeader, Codes, HousesHeader, Shard } from './format.ts';
import { Houses } from './houses.ts';
import { lettersOf, words } from '../../text/typed.ts';

export interface Street extends Codes {
  /** 15 digits: of the locality, and four of its own. */
  code: string;
  name: string;
  type: string;
  words: string[];
  /** What {@link lettersOf} says of each word. */
  letters: number[];
  /** Those of its houses, where they have several. */
  postcodes: string[];
  /** Its row in the bundle. */
  index: number;
  /** Set where this is the name that the street of the same code had before. */
  present?: Street;
}

/** A street file, decoded. */
export interface Bundle {
  /** By the code of their locality; former names stand behind the present ones. */
  streets: Map<string, Street[]>;
  /** The houses, or the files that hold them, `HOUSE_STREETS` streets each. */
  houses: Houses | Shard[];
}

export function decodeBundle(text: string, region: string): Bundle {
  const { header, columns } = parseTable<BundleHeader>(text);
  const [places, counts, serials, nameCells, types, postcodes, okatos, oktmos, ...more] = columns;
  const [formerAt, formerNames, formerTypes, severalAt, severalCounts, several, ...houses] = more;
  const codes = codesAt(postcodes, okatos, oktmos);
  const [name, type, step] = [cells(nameCells), numbers(types), numbers(serials)];
  const streets = new Map<string, Street[]>();
  const all: Street[] = [];
  const count = numbers(counts);
  steps(places).forEach((place, p) => {
    const code = region + String(place).padStart(9, '0');
    const group: Street[] = [];
    let serial = 0;
    for (let n = count[p] ?? 0; n > 0 && all.length < step.length; n--) {
      const index = all.length;
      serial += step[index] ?? 0;
      const own = name[index] ?? '';
      const street = {
        code: code + String(serial).padStart(4, '0'),
        name: own,
        type: header.types[type[index] ?? 0] ?? '',
        ...worded(own),
        ...codes(index),
        postcodes: [],
        index,
      };
      all.push(street);
      group.push(street);
    }
    streets.set(code, group);
  });
  const postcode = endings(several, 6);
  const postcodeCount = numbers(severalCounts);
  steps(severalAt).forEach((index, i) => {
    all[index]?.postcodes.push(...postcode.splice(0, postcodeCount[i]));
  });
  const formerType = cells(formerTypes);
  const formerName = cells(formerNames);
  steps(formerAt).forEach((index, i) => {
    const present = all[index];
    const own = formerName[i] ?? '';
    const former = present && { ...present, name: own, type: formerType[i] ?? '', ...worded(own), present };
    if (former) streets.get(present.code.slice(0, 11))?.push(former);
  });
  return {
    streets,
    houses:
      header.houses?.map((ref) => shardOf(region, 'h', ref)) ?? new Houses(header.templates ?? [], houses),
  };
}

/** A file of houses of a bundle that has them apart, decoded. */
export function decodeHouses(text: string): Houses {
  const { header, columns } = parseTable<HousesHeader>(text);
  return new Houses(header.templates, columns);
}

function worded(name: string): Pick<Street, 'words' | 'letters'> {
  const own = words(name);
  return { words: own, letters: own.map(lettersOf) };
}
