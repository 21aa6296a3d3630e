import { splitWords } from '../../text/words.ts';
import { readCells, readCodes, readNumbers, readRefs, readDeltas } from './columns.ts';
import { parseTable, shardOf, type AddressCodes, type RootHeader, type Shard } from './format.ts';
import { groupBy } from './group-by.ts';
import { COMMON_TYPE_WORDS, wordsOfType } from './type-words.ts';
import { WordIndex } from './word-index.ts';

/** A region, district, town or settlement. */
export interface Locality extends AddressCodes {
  /** Its row in the root: other tables refer to the locality by it. */
  row: number;
  /** КЛАДР code without the status: 2 digits of the region, 3 each of district, town and settlement. */
  code: string;
  /** Without the type: «Барнаул». */
  name: string;
  /** The words of its name, folded. */
  words: string[];
  /** Short form, e.g. `с`. */
  type: string;
  /** What it is the centre of: 1 a district, 2 the region, 3 both, 0 nothing. */
  status: number;
  /** About how many streets it has: log₂ (their number + 1), rounded up. 0: none, 1: one, 2: two or three, 3: four to seven. */
  size: number;
  /** Localities that it lies in, the nearest first; the last is the region, which has none itself. */
  parents: Locality[];
}

/** Whether a locality is only a district or the region: nobody has it as an address. Москва (77) has streets, so it is not. */
export const isArea = ({ code, size }: Locality): boolean => code.endsWith('000000') && !size;

/** The decoded root of a region. */
export interface IndexedRegion {
  /** Two digits. */
  code: string;
  /** Sorted by code, as in the root: `localities[row]`. */
  localities: Locality[];
  /** Those with streets that are centres of the region. */
  centres: Locality[];
  /** Code of 11 digits → locality. */
  byCode: Map<string, Locality>;
  /** The words of the current names; postings are rows of localities. */
  names: WordIndex;
  /** Row of a locality → row of its nearest parent. The region, row 0, has no parent: 0 stands there too. */
  parentRows: Int32Array;
  /** Types of localities and streets, short form. */
  types: string[];
  /** The words that people use for types («улица», «ул»); postings are indexes in `types`, or its length for other types. */
  typeWords: WordIndex;
  /** Row of a locality → the bundles that hold its streets. */
  bundles: Shard[][];
  /** Files with the words of street names, sorted, and the first word in each. */
  wordFiles: { first: string; shard: Shard }[];
  /** File of the former names of localities; absent if there are none. */
  former?: Shard;
  /** File of the GUIDs of localities; absent if the data have none. */
  guids?: Shard;
}

/** Decodes the root of a region (section «Root» in README.md). `code`: its two digits. */
export function decodeRegion(text: string, code: string): IndexedRegion {
  const { header, columns } = parseTable<RootHeader>(text);
  const [firstRows, bundleHashes, bundleSizes, firstWordColumn, wordHashes, wordSizes] = columns.slice(8);
  const types = header.types.map(([short]) => short);
  const localities = localitiesIn(columns, types, code);
  const firstWords = readCells(firstWordColumn);
  const shards = readRefs(bundleHashes, bundleSizes).map((ref) => shardOf(code, 'b', ref));
  return {
    code,
    localities,
    centres: localities.filter(({ size, status }) => size > 0 && status > 1),
    byCode: new Map(localities.map((locality) => [locality.code, locality])),
    names: WordIndex.of(localities.map((locality) => locality.words)),
    parentRows: Int32Array.from(localities, ({ parents }) => parents[0]?.row ?? 0),
    types,
    typeWords: WordIndex.of([...header.types.map(wordsOfType), COMMON_TYPE_WORDS]),
    bundles: bundlesOf(localities, readDeltas(firstRows), shards),
    wordFiles: readRefs(wordHashes, wordSizes).map((ref, i) => ({
      first: firstWords[i] ?? '',
      shard: shardOf(code, 'i', ref),
    })),
    ...(header.former && { former: shardOf(code, 'f', header.former) }),
    ...(header.guids && { guids: shardOf(code, 'g', header.guids) }),
  };
}

/** Decodes the localities of a root. A column holds one value for each row, as text; `region` is the code of two digits. */
function localitiesIn(columns: string[], shortForms: string[], region: string): Locality[] {
  const [serialColumn, nameColumn, typeColumn, postcodes, okatos, oktmos, statusColumn, sizeColumn] = columns;
  const [names, types] = [readCells(nameColumn), readNumbers(typeColumn)];
  const [statuses, sizes] = [readNumbers(statusColumn), readNumbers(sizeColumn)];
  const codesOf = readCodes(postcodes, okatos, oktmos);
  const byCode = new Map<string, Locality>();
  return readDeltas(serialColumn).map((serial, row) => {
    const code = region + String(serial).padStart(9, '0');
    const name = names[row] ?? '';
    const locality = {
      row,
      code,
      name,
      words: splitWords(name),
      type: shortForms[types[row] ?? 0] ?? '',
      ...codesOf(row),
      status: statuses[row] ?? 0,
      size: sizes[row] ?? 0,
      parents: parentsOf(code, byCode),
    };
    byCode.set(code, locality);
    return locality;
  });
}

/**
 * The localities whose codes are the first 8, 5 or 2 digits of a code, followed by zeros. Not every level exists: a town may lie in
 * the region itself, a settlement in a town. 22 000 001 006 lies in 22 000 001 000 and in 22 000 000 000.
 */
function parentsOf(code: string, byCode: ReadonlyMap<string, Locality>): Locality[] {
  const parents = [8, 5, 2].flatMap((digits) => {
    const parentCode = code.slice(0, digits).padEnd(11, '0');
    return parentCode === code ? [] : (byCode.get(parentCode) ?? []);
  });
  // A missing level gives the same code as the level above it.
  return [...new Set(parents)];
}

/**
 * Row of a locality → its bundles. A bundle holds the localities from its first row up to the first row of the next bundle; several
 * bundles with the same first row share the streets of one large locality. Localities without streets have none.
 */
function bundlesOf(localities: Locality[], firstRows: number[], shards: Shard[]): Shard[][] {
  const starts = shards.map((shard, i) => ({ shard, firstRow: firstRows[i] }));
  const startsByRow = groupBy(starts, ({ firstRow }) => firstRow);
  let current: Shard[] = [];
  return localities.map(({ row, size }) => {
    current = startsByRow.get(row)?.map(({ shard }) => shard) ?? current;
    return size ? current : [];
  });
}
