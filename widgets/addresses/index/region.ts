import { splitWords } from '../../text/words.ts';
import { readCells, readCodes, readNumbers, readRefs, readDeltas } from './columns.ts';
import { parseTable, shardOf, type AddressCodes, type RootHeader, type Shard } from './format.ts';
import { groupBy } from './group-by.ts';
import { WordIndex } from './word-index.ts';

/** A region, district, town or settlement. */
export interface Locality extends AddressCodes {
  /** Its row in the root. */
  row: number;
  /** 11 digits: region, district, town, settlement. */
  code: string;
  name: string;
  /** Those of its name. */
  words: string[];
  /** Short form, e.g. `с`. */
  type: string;
  /** Centre of: 0 nothing, 1 a district, 2 a region, 3 both. */
  status: number;
  /** How many streets it has: 0 none, else log₂ (their number + 1), rounded up. */
  size: number;
  /** What it lies in, the nearest first; the region is the last. */
  parents: Locality[];
}

/** A district, or the region: nobody's address by itself. */
export const isArea = ({ code, size }: Locality): boolean => code.endsWith('000000') && !size;

/** A region's root file, decoded. */
export interface IndexedRegion {
  /** Two digits. */
  code: string;
  localities: Locality[];
  byCode: Map<string, Locality>;
  names: WordIndex;
  /** For each locality the row of what it lies in; 0, the region, where that is nothing else. */
  parent: Int32Array;
  /** Short forms of types. */
  types: string[];
  /** The words that types may be called by. */
  typeWords: WordIndex;
  /** The street files of each locality. */
  bundles: Shard[][];
  /** Files of words, with the first word in each. */
  wordFiles: { first: string; shard: Shard }[];
  former?: Shard;
}

/** What people write besides the official forms. */
const EXTRA_TYPE_WORDS: Record<string, string[]> = {
  'пр-кт': ['т'],
  проезд: ['пр', 'д'],
  мкр: ['мкрн'],
  д: ['дер'],
};

export function decodeRegion(text: string, code: string): IndexedRegion {
  const { header, columns } = parseTable<RootHeader>(text);
  const [bundleFirsts, bundleHashes, bundleSizes, wordFirsts, wordHashes, wordSizes] = columns.slice(8);
  const types = header.types.map(([short]) => short);
  const localities = localitiesIn(columns, types, code);
  const firstWord = readCells(wordFirsts);
  const shards = readRefs(bundleHashes, bundleSizes).map((ref) => shardOf(code, 'b', ref));
  return {
    code,
    localities,
    byCode: new Map(localities.map((locality) => [locality.code, locality])),
    names: WordIndex.of(localities.map((locality) => locality.words)),
    parent: Int32Array.from(localities, ({ parents }) => parents[0]?.row ?? 0),
    types,
    typeWords: WordIndex.of(header.types.map(wordsOfType)),
    bundles: bundlesOf(localities, readDeltas(bundleFirsts), shards),
    wordFiles: readRefs(wordHashes, wordSizes).map((ref, i) => ({
      first: firstWord[i] ?? '',
      shard: shardOf(code, 'i', ref),
    })),
    ...(header.former && { former: shardOf(code, 'f', header.former) }),
  };
}

function localitiesIn(columns: string[], shortForms: string[], region: string): Locality[] {
  const [serials, names, types, postcodes, okatos, oktmos, statuses, sizes] = columns;
  const [name, type] = [readCells(names), readNumbers(types)];
  const [status, size] = [readNumbers(statuses), readNumbers(sizes)];
  const codes = readCodes(postcodes, okatos, oktmos);
  const byCode = new Map<string, Locality>();
  return readDeltas(serials).map((serial, row) => {
    const code = region + String(serial).padStart(9, '0');
    const own = name[row] ?? '';
    const locality = {
      row,
      code,
      name: own,
      words: splitWords(own),
      type: shortForms[type[row] ?? 0] ?? '',
      ...codes(row),
      status: status[row] ?? 0,
      size: size[row] ?? 0,
      parents: parentsOf(code, byCode),
    };
    byCode.set(code, locality);
    return locality;
  });
}

/** Levels are skipped: a town may hang off the region, a settlement off a town. */
function parentsOf(code: string, byCode: ReadonlyMap<string, Locality>): Locality[] {
  const parents = [8, 5, 2].flatMap((level) => {
    const above = code.slice(0, level).padEnd(11, '0');
    return above === code ? [] : (byCode.get(above) ?? []);
  });
  // A level that is skipped gives the same code as the one above it.
  return [...new Set(parents)];
}

function wordsOfType([short, long]: [short: string, long: string]): string[] {
  const longWords = splitWords(long).filter((word) => word.length > 2);
  return [...splitWords(short), ...longWords, ...(EXTRA_TYPE_WORDS[short] ?? [])];
}

/** A file holds localities from one on, up to the next file; a locality too large for one begins several. */
function bundlesOf(localities: Locality[], firsts: number[], shards: Shard[]): Shard[][] {
  const starts = shards.map((shard, i) => ({ shard, first: firsts[i] }));
  const groups = groupBy(starts, ({ first }) => first);
  let open: Shard[] = [];
  return localities.map(({ row, size }) => {
    open = groups.get(row)?.map(({ shard }) => shard) ?? open;
    return size ? open : [];
  });
}
