/** The version of the format that README.md describes. A reader refuses any other. */
export const FORMAT = 2;

/** `manifest.json`: the only file whose name stays. */
export interface Manifest {
  format: number;
  /** Day of the data, `YYYY-MM-DD`. */
  date: string;
  /** Region code → its root file. */
  regions: Record<string, Ref>;
  /** In an index of several regions: which of them have which towns. */
  towns?: Ref;
}

/** A file of the index: 12 hex digits of the SHA-256 of its bytes, and behind them how many bytes it has. */
export type Ref = string;

/** What a file holds: `''` a root, `b` streets, `i` words of streets, `h` houses, `f` former names, `t` towns. */
export type Kind = '' | 'b' | 'i' | 'h' | 'f' | 't';

/** Stands for the region in the name of the file of towns. */
export const COUNTRY = '00';

/** Hex digits of the SHA-256 that stand in a file's name. */
export const HASH_LENGTH = 12;

export const hashIn = (ref: Ref): string => ref.slice(0, HASH_LENGTH);
export const sizeIn = (ref: Ref): number => Number(ref.slice(HASH_LENGTH));
export const fileName = (region: string, kind: Kind, ref: Ref): string =>
  `${region}${kind}-${hashIn(ref)}.bin`;

export interface Header {
  format: number;
}

export interface RootHeader extends Header {
  /** Short and long form of every type in the region, e.g. `["ул", "улица"]`. */
  types: [short: string, long: string][];
  /** Former names of places, if there are any. */
  former?: Ref;
}

export interface BundleHeader extends Header {
  /** Types of the streets in this file, short form. */
  types: string[];
  /** House files, {@link HOUSE_STREETS} streets each; without them the houses stand in the bundle itself. */
  houses?: Ref[];
  templates?: string[];
}

export interface HousesHeader extends Header {
  /**
   * The items of house lists with numbers taken out: `#` a number, `>` so many above the number before, `+` twice
   * so many above it.
   */
  templates: string[];
}

/** Streets in one file of houses. */
export const HOUSE_STREETS = 256;

/** Houses of a place that belong to no street stand in a street of this number, without name and type. */
export const NO_STREET = '0000';

/** A decoded file: a JSON header, then one column a line. */
interface Table<Head> {
  header: Head;
  columns: string[];
}

export function parseTable<Head extends Header>(text: string): Table<Head> {
  const [head = '', ...columns] = text.split('\n');
  const header = JSON.parse(head) as Head;
  if (header.format !== FORMAT) throw new RangeError(`format ${header.format}, expected ${FORMAT}`);
  return { header, columns };
}

/** A file, by its name and size. */
export interface Shard {
  file: string;
  size: number;
}

export const shardOf = (region: string, kind: Kind, ref: Ref): Shard => ({
  file: fileName(region, kind, ref),
  size: sizeIn(ref),
});

export interface Codes {
  /** Six digits, or nothing. */
  postcode: string;
  /** Eleven digits, or nothing. */
  okato: string;
  /** Eleven digits, or nothing. */
  oktmo: string;
}
