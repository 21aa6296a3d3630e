import { bundleKey, fileName, parseTable, type BundleHeader, type RootHeader, type Shard } from './format.ts';
import { words } from './text.ts';

/** A region, district, town or settlement. */
export interface Locality {
  /** 11 digits: region, district, town, settlement. */
  code: string;
  name: string;
  /** Short form, e.g. `с`. */
  type: string;
  words: string[];
  postcode: string;
  okato: string;
  /** Centre of: 0 nothing, 1 a district, 2 a region, 3 both. */
  status: number;
  /** How many streets it has. */
  streets: number;
  /** What it lies in, the nearest first; the region is the last. */
  parents: Locality[];
}

/** A region's root file, decoded. */
export interface Region {
  localities: Locality[];
  /** КЛАДР prefix of a street bundle → its file. */
  bundles: Map<string, Shard>;
  /** Short form of a type → the words it may be called by. */
  typeWords: Map<string, string[]>;
}

export interface Street {
  /** 15 digits: of the locality, and four of its own. */
  code: string;
  name: string;
  type: string;
  words: string[];
  postcode: string;
  okato: string;
}

/** Streets by the code of their locality. */
export type Bundle = Map<string, Street[]>;

/** What people write besides the official forms. */
const ALSO: Record<string, string[]> = { 'пр-кт': ['т'], проезд: ['пр', 'д'], мкр: ['мкрн'], д: ['дер'] };

export function decodeRegion(text: string): Region {
  const { header, columns } = parseTable<RootHeader>(text);
  const [codes = [], names = [], types = [], postcodes = [], okatos = [], statuses = [], streets = []] =
    columns;
  const postcodeAt = endings(postcodes, 6);
  const okatoAt = endings(okatos, 11);
  const byCode = new Map<string, Locality>();
  const localities = steps(codes).map((number, i): Locality => {
    const code = header.region + String(number).padStart(9, '0');
    const name = names[i] ?? '';
    const locality: Locality = {
      code,
      name,
      type: header.types[Number(types[i])]?.[0] ?? '',
      words: words(name),
      postcode: postcodeAt[i] ?? '',
      okato: okatoAt[i] ?? '',
      status: Number(statuses[i]),
      streets: Number(streets[i]),
      // Levels are skipped: a town may hang off the region, a settlement off a town.
      parents: [...new Set([8, 5, 2].map((level) => code.slice(0, level).padEnd(11, '0')))].flatMap(
        (above) => (above === code ? [] : (byCode.get(above) ?? [])),
      ),
    };
    byCode.set(code, locality);
    return locality;
  });
  const bundles = header.bundles.map(
    ([key, hash, size]) => [key, { file: fileName(key, hash), size }] as const,
  );
  const typeWords = header.types.map(([short, long]): [string, string[]] => {
    const longWords = words(long).filter((word) => word.length > 2);
    return [short, [...words(short), ...longWords, ...(ALSO[short] ?? [])]];
  });
  return { localities, bundles: new Map(bundles), typeWords: new Map(typeWords) };
}

export function decodeBundle(text: string, key: string): Bundle {
  const { header, columns } = parseTable<BundleHeader>(text);
  const [places = [], counts = [], serials = [], names = [], types = [], postcodes = [], okatos = []] =
    columns;
  const postcodeAt = endings(postcodes, 6);
  const okatoAt = endings(okatos, 11);
  const bundle: Bundle = new Map();
  let from = 0;
  places.forEach((place, p) => {
    const to = from + Number(counts[p]);
    const streets = steps(serials.slice(from, to)).map((serial, n): Street => {
      const i = from + n;
      const name = names[i] ?? '';
      return {
        code: key + place + String(serial).padStart(4, '0'),
        name,
        type: header.types[Number(types[i])] ?? '',
        words: words(name),
        postcode: postcodeAt[i] ?? '',
        okato: okatoAt[i] ?? '',
      };
    });
    bundle.set(key + place, streets);
    from = to;
  });
  return bundle;
}

/** The bundle that holds the streets of a locality. */
export const bundleOf = (locality: Locality): string => bundleKey(locality.code);

function steps(cells: string[]): number[] {
  let sum = 0;
  return cells.map((cell) => (sum += cell === '' ? 1 : Number(cell)));
}

function endings(cells: string[], digits: number): string[] {
  let above = '';
  return cells.map((cell) => {
    if (cell === '-') return '';
    return (above = above.slice(0, digits - cell.length) + cell);
  });
}
