/** Version of the format in README.md. A reader rejects any other. */
export const FORMAT_VERSION = 3;

/** `manifest.json`: the only file whose name never changes. */
export interface Manifest {
  /** {@link FORMAT_VERSION} when the index was made. */
  format: number;
  /** Day of the data, `YYYY-MM-DD`. */
  date: string;
  /** Region code → its root file. */
  regions: Record<string, FileRef>;
  /** Only in an index of several regions: the file with their towns. */
  towns?: FileRef;
}

/** Reference to a file: the first 12 hex digits of the SHA-256 of its bytes, then the number of bytes: `0f3c5a7e9b1d1867`. */
export type FileRef = string;

/**
 * What a file holds. `''`: the root of a region, `b`: streets, `i`: words of streets, `h`: houses, `f`: former names, `g`: GUIDs,
 * `t`: towns.
 */
export type IndexFileKind = '' | 'b' | 'i' | 'h' | 'f' | 'g' | 't';

/** Stands for the region in the name of the file with towns: `00t-….bin`. */
export const COUNTRY_CODE = '00';

/** Number of hex digits of the SHA-256 in a file name. */
export const HASH_LENGTH = 12;

/**
 * The hash of a reference.
 *
 * @example hashIn('0f3c5a7e9b1d1867') // '0f3c5a7e9b1d'
 */
export const hashIn = (ref: FileRef): string => ref.slice(0, HASH_LENGTH);

/**
 * The number of bytes of a reference.
 *
 * @example sizeIn('0f3c5a7e9b1d1867') // 1867
 */
export const sizeIn = (ref: FileRef): number => Number(ref.slice(HASH_LENGTH));

/**
 * The name of a file.
 *
 * @example fileName('22', 'b', '0f3c5a7e9b1d1867') // '22b-0f3c5a7e9b1d.bin'
 */
export const fileName = (region: string, kind: IndexFileKind, ref: FileRef): string =>
  `${region}${kind}-${hashIn(ref)}.bin`;

/** The first line of an unpacked file, JSON. */
export interface FileHeader {
  /** {@link FORMAT_VERSION} when the index was made. */
  format: number;
}

/** Header of the root of a region. */
export interface RootHeader extends FileHeader {
  /** Short and long form of every type in the region, e.g. `["ул", "улица"]`. Rows refer to them by index. */
  types: [short: string, long: string][];
  /** File of the former names of localities, if there are any. */
  former?: FileRef;
  /** File of the GUIDs of localities, in an index of ГАР. */
  guids?: FileRef;
}

/** Header of a bundle. It has either `houses` or `templates`. */
export interface BundleHeader extends FileHeader {
  /** Types of the streets in this file, short form. Rows refer to them by index. */
  types: string[];
  /** Files of houses, {@link STREETS_PER_HOUSE_FILE} streets each. Without them the houses are in the bundle itself. */
  houses?: FileRef[];
  /** See {@link HousesHeader}; only if the houses are in the bundle. */
  templates?: string[];
  /** File of the GUIDs of its streets, in an index of ГАР. */
  guids?: FileRef;
}

/** Header of a table of houses. */
export interface HousesHeader extends FileHeader {
  /**
   * Items of house lists without their numbers. `#` stands for a number, `>` for one that is greater than the number before by so
   * much, `+` for one that is greater by twice as much: `Н(37-89)` is `Н(#-+)` with 37 and 26.
   */
  templates: string[];
}

/** Number of streets in one file of houses. */
export const STREETS_PER_HOUSE_FILE = 256;

/**
 * The street number under which a locality keeps its houses that belong to no street, as in small villages. This street has no name
 * and no type.
 */
export const NO_STREET = '0000';

/** An unpacked file. */
interface ParsedTable<Head> {
  /** Its first line. */
  header: Head;
  /** Its other lines, each a column that `columns.ts` reads. */
  columns: string[];
}

/** Splits the text of a file into header and columns. Throws if it is not of {@link FORMAT_VERSION}. */
export function parseTable<Head extends FileHeader>(text: string): ParsedTable<Head> {
  const [head = '', ...columns] = text.split('\n');
  const header = JSON.parse(head) as Head;
  if (header.format !== FORMAT_VERSION)
    throw new RangeError(`format ${header.format}, expected ${FORMAT_VERSION}`);
  return { header, columns };
}

/** A file of the index that can be fetched. */
export interface Shard {
  /** Its name in the folder of the index. */
  file: string;
  /** Number of bytes: fewer or more are not this file. */
  size: number;
}

/**
 * The file that a reference names.
 *
 * @example shardOf('22', '', '0f3c5a7e9b1d1867') // { file: '22-0f3c5a7e9b1d.bin', size: 1867 }
 */
export const shardOf = (region: string, kind: IndexFileKind, ref: FileRef): Shard => ({
  file: fileName(region, kind, ref),
  size: sizeIn(ref),
});

/** Codes of a locality or street. A street whose houses have different postcodes has none itself; the same holds for ОКАТО. */
export interface AddressCodes {
  /** Six digits, or empty. */
  postcode: string;
  /** Eleven digits, or empty. */
  okato: string;
  /** Eleven digits, or empty. */
  oktmo: string;
}
