import { cells, endings, fileName, numbers, parseTable, refs, sizeIn, steps } from './format.ts';
import type { BundleHeader, Header, HousesHeader, Kind, Ref, RootHeader } from './format.ts';
import { Houses } from './houses.ts';
import { lettersOf, words } from './text.ts';
import { Words } from './words.ts';

interface Codes {
  /** Six digits, or nothing. */
  postcode: string;
  /** Eleven digits, or nothing. */
  okato: string;
  /** Eleven digits, or nothing. */
  oktmo: string;
}

/** A region, district, town or settlement. */
export interface Locality extends Codes {
  /** Its row in the root. */
  index: number;
  /** 11 digits: region, district, town, settlement. */
  code: string;
  name: string;
  /** Short form, e.g. `с`. */
  type: string;
  /** Centre of: 0 nothing, 1 a district, 2 a region, 3 both. */
  status: number;
  /** How many words its name has. */
  words: number;
  /** How many streets it has: 0 none, else the length of their number in bits, rounded up. */
  size: number;
  /** What it lies in, the nearest first; the region is the last. */
  parents: Locality[];
}

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

/** A file, by its name and size. */
export interface Shard {
  file: string;
  size: number;
}

/** A region's root file, decoded. */
export interface Region {
  localities: Locality[];
  byCode: Map<string, Locality>;
  names: Words;
  /** For each locality the row of what it lies in; 0, the region, where that is nothing else. */
  above: Int32Array;
  /** Short forms of types. */
  types: string[];
  /** The words that types may be called by. */
  typeWords: Words;
  /** The street files of each locality. */
  bundles: Shard[][];
  /** Files of words, with the first word in each. */
  inverted: { first: string; shard: Shard }[];
  former?: Shard;
}

/** What people write besides the official forms. */
const ALSO: Record<string, string[]> = { 'пр-кт': ['т'], проезд: ['пр', 'д'], мкр: ['мкрн'], д: ['дер'] };

export function decodeRegion(text: string, code: string): Region {
  const { header, columns } = parseTable<RootHeader>(text);
  const [serials, nameCells, types, postcodes, okatos, oktmos, statuses, sizes, ...files] = columns;
  const codes = codesAt(postcodes, okatos, oktmos);
  const [name, type, status, size] = [cells(nameCells), numbers(types), numbers(statuses), numbers(sizes)];
  const nameWords = name.map(words);
  const byCode = new Map<string, Locality>();
  const localities = steps(serials).map((serial, index): Locality => {
    const own = code + String(serial).padStart(9, '0');
    const locality: Locality = {
      index,
      code: own,
      name: name[index] ?? '',
      type: header.types[type[index] ?? 0]?.[0] ?? '',
      ...codes(index),
      words: nameWords[index]?.length ?? 0,
      status: status[index] ?? 0,
      size: size[index] ?? 0,
      // Levels are skipped: a town may hang off the region, a settlement off a town.
      parents: [8, 5, 2].flatMap((level) => {
        const above = own.slice(0, level).padEnd(11, '0');
        return above === own ? [] : (byCode.get(above) ?? []);
      }),
    };
    // A level that is skipped gives the same code as the one above it.
    locality.parents = locality.parents.filter((parent, i, all) => parent !== all[i - 1]);
    byCode.set(own, locality);
    return locality;
  });
  const typeWords = header.types.map(([short, long]) => {
    const longWords = words(long).filter((word) => word.length > 2);
    return [...words(short), ...longWords, ...(ALSO[short] ?? [])];
  });
  const [bundleFirsts, bundleHashes, bundleSizes, invertedFirsts, invertedHashes, invertedSizes] = files;
  const invertedAt = cells(invertedFirsts);
  return {
    localities,
    byCode,
    names: Words.of(nameWords.slice(0, localities.length)),
    above: Int32Array.from(localities, ({ parents }) => parents[0]?.index ?? 0),
    types: header.types.map(([short]) => short),
    typeWords: Words.of(typeWords),
    bundles: bundlesOf(localities, steps(bundleFirsts), refs(bundleHashes, bundleSizes)),
    inverted: refs(invertedHashes, invertedSizes).map((ref, i) => ({
      first: invertedAt[i] ?? '',
      shard: shardOf(code, 'i', ref),
    })),
    ...(header.former && { former: shardOf(code, 'f', header.former) }),
  };
}

export const shardOf = (region: string, kind: Kind, ref: Ref): Shard => ({
  file: fileName(region, kind, ref),
  size: sizeIn(ref),
});

const codesAt = (postcodes?: string, okatos?: string, oktmos?: string) => {
  const [postcode, okato, oktmo] = [endings(postcodes, 6), endings(okatos, 11), endings(oktmos, 11)];
  return (i: number): Codes => ({
    postcode: postcode[i] ?? '',
    okato: okato[i] ?? '',
    oktmo: oktmo[i] ?? '',
  });
};

/** A file holds localities from one on, up to the next file; a locality too large for one begins several. */
function bundlesOf(localities: Locality[], firsts: number[], files: Ref[]): Shard[][] {
  const groups = new Map<number, Shard[]>();
  firsts.forEach((first, i) => {
    const [file, group = []] = [files[i], groups.get(first)];
    if (file) groups.set(first, [...group, shardOf(localities[0]?.code.slice(0, 2) ?? '', 'b', file)]);
  });
  let open: Shard[] = [];
  return localities.map(({ index, size }) => {
    open = groups.get(index) ?? open;
    return size ? open : [];
  });
}

function worded(name: string): Pick<Street, 'words' | 'letters'> {
  const own = words(name);
  return { words: own, letters: own.map(lettersOf) };
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

/** A file of words of street names, decoded: who has a word are localities, by their index. */
export function decodeInverted(text: string): Words {
  const { columns } = parseTable<Header>(text);
  const [shared, rests, counts, postings] = columns;
  const rest = cells(rests);
  const gaps = numbers(postings);
  const count = numbers(counts);
  let word = '';
  let at = 0;
  const sorted = numbers(shared).map((same, i) => (word = word.slice(0, same) + (rest[i] ?? '')));
  const owners = count.map((many) => {
    let owner = 0;
    const from = at;
    at += many;
    return gaps.slice(from, at).map((gap) => (owner += gap));
  });
  return new Words(sorted, owners);
}

/** A name that the object of a locality had before. */
export interface Former {
  locality: number;
  name: string;
  type: string;
}

export function decodeFormer(text: string, { types: shorts }: Region): Former[] {
  const { columns } = parseTable<Header>(text);
  const [places, nameCells, types] = columns;
  const [name, type] = [cells(nameCells), numbers(types)];
  return steps(places).map((locality, i) => ({
    locality,
    name: name[i] ?? '',
    type: shorts[type[i] ?? 0] ?? '',
  }));
}

/** The regions that are called by a word, or have a town that is. */
export interface Towns {
  names: Words;
  /** For each name. */
  regions: string[];
}

export function decodeTowns(text: string): Towns {
  const { columns } = parseTable<Header>(text);
  const [names, regions] = columns;
  return {
    names: Words.of(cells(names).map(words)),
    regions: numbers(regions).map((region) => String(region).padStart(2, '0')),
  };
}
