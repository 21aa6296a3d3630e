/** The version of the format that README.md describes. A reader refuses any other. */
export const FORMAT_VERSION = 2;

/** `manifest.json`: the only file whose name stays. */
export interface Manifest {
  format: number;
  /** Day of the data, `YYYY-MM-DD`. */
  date: string;
  /** Region code → its root file. */
  regions: Record<string, FileRef>;
  /** In an index of several regions: which of them have which towns. */
  towns?: FileRef;
}

/** A file of the index: 12 hex digits of the SHA-256 of its bytes, and behind them how many bytes it has. */
export type FileRef = string;

/** What a file holds: `''` a root, `b` streets, `i` words of streets, `h` houses, `f` former names, `t` towns. */
export type IndexFileKind = '' | 'b' | 'i' | 'h' | 'f' | 't';

/** Stands for the region in the name of the file of towns. */
export const COUNTRY_CODE = '00';

/** Hex digits of the SHA-256 that stand in a file's name. */
export const HASH_LENGTH = 12;

export const hashIn = (ref: FileRef): string => ref.slice(0, HASH_LENGTH);
export const sizeIn = (ref: FileRef): number => Number(ref.slice(HASH_LENGTH));
export const fileName = (region: string, kind: IndexFileKind, ref: FileRef): string =>
  `${region}${kind}-${hashIn(ref)}.bin`;

export interface FileHeader {
  format: number;
}

export interface RootHeader extends FileHeader {
  /** Short and long form of every type in the region, e.g. `["ул", "улица"]`. */
  types: [short: string, long: string][];
  /** Former names of places, if there are any. */
  former?: FileRef;
}

export interface BundleHeader extends FileHeader {
  /** Types of the streets in this file, short form. */
  types: string[];
  /** House files, {@link STREETS_PER_HOUSE_FILE} streets each; without them the houses stand in the bundle itself. */
  houses?: FileRef[];
  templates?: string[];
}

export interface HousesHeader extends FileHeader {
  /**
   * The items of house lists with numbers taken out: `#` a number, `>` so many above the number before, `+` twice
   * so many above it.
   */
  templates: string[];
}

/** Streets in one file of houses. */
export const STREETS_PER_HOUSE_FILE = 256;

/** Houses of a place that belong to no street stand in a street of this number, without name and type. */
export const NO_STREET = '0000';

/** A decoded file: a JSON header, then one column a line. */
interface ParsedTable<Head> {
  header: Head;
  columns: string[];
}

export function parseTable<Head extends FileHeader>(text: string): ParsedTable<Head> {
  const [head = '', ...columns] = text.split('\n');
  const header = JSON.parse(head) as Head;
  if (header.format !== FORMAT_VERSION)
    throw new RangeError(`format ${header.format}, expected ${FORMAT_VERSION}`);
  return { header, columns };
}

/** A file, by its name and size. */
export interface Shard {
  file: string;
  size: number;
}

export const shardOf = (region: string, kind: IndexFileKind, ref: FileRef): Shard => ({
  file: fileName(region, kind, ref),
  size: sizeIn(ref),
});

export interface AddressCodes {
  /** Six digits, or nothing. */
  postcode: string;
  /** Eleven digits, or nothing. */
  okato: string;
  /** Eleven digits, or nothing. */
  oktmo: string;
}
