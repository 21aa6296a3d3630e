/** The version of the format that README.md describes. A reader refuses any other. */
export const FORMAT = 1;

/** `manifest.json`: the only file whose name stays. */
export interface Manifest {
  format: number;
  /** Day of the data, `YYYY-MM-DD`. */
  date: string;
  /** Region code → its root file. */
  regions: Record<string, Shard>;
}

/** A file of the index: gzip inside, the hash of its bytes in the name, e.g. `22-0f3c….bin`. */
export interface Shard {
  file: string;
  /** Bytes of the file as it lies on the server. */
  size: number;
}

export interface RootHeader {
  format: number;
  region: string;
  /** Short and long form of every type in the region, e.g. `["ул", "улица"]`. */
  types: [short: string, long: string][];
  /** Street bundles: КЛАДР prefix, hash, bytes. */
  bundles: [key: string, hash: string, size: number][];
}

export interface BundleHeader {
  format: number;
  /** Types of the streets in this bundle, short form. */
  types: string[];
}

/** Hex digits of the SHA-256 that stand in a file's name. */
export const HASH_LENGTH = 24;

export const fileName = (key: string, hash: string): string => `${key}-${hash}.bin`;

/** A decoded file: a JSON header, then one column a line, cells parted by tabs. */
export interface Table<Header> {
  header: Header;
  columns: string[][];
}

export function parseTable<Header extends { format: number }>(text: string): Table<Header> {
  const [head = '', ...lines] = text.split('\n');
  const header = JSON.parse(head) as Header;
  if (header.format !== FORMAT) throw new RangeError(`format ${header.format}, expected ${FORMAT}`);
  return { header, columns: lines.map((line) => (line ? line.split('\t') : [])) };
}

export const formatTable = ({ header, columns }: Table<unknown>): string =>
  [JSON.stringify(header), ...columns.map((cells) => cells.join('\t'))].join('\n');

/** The prefix that names the bundle of a code: its district, or its town where no district stands above. */
export const bundleKey = (code: string): string =>
  code.slice(2, 5) === '000' ? code.slice(0, 8) : code.slice(0, 5);
