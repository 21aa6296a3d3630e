import { cells, codesAt, numbers, parseTable, refs, shardOf, steps } from './format.ts';
import type { Codes, Ref, RootHeader, Shard } from './format.ts';
import { words } from '../../text/typed.ts';
import { Words } from './word-index.ts';

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

/** A district, or the region: nobody's address by itself. */
export const isArea = ({ code, size }: Locality): boolean => code.endsWith('000000') && !size;

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
