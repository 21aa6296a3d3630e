import { ImportError } from './import-error.ts';

const GB = 2 ** 30;
/** Largest table that is read at once. DOMA of the whole country has 0.2 GB. */
const MAX_TABLE_BYTES = 2 * GB;
/** Largest XML file, which is read chunk by chunk. Those of a large region have 10 GB. */
const MAX_XML_BYTES = 40 * GB;
/** Highest ratio of unpacked to packed bytes. Tables have 10 to 30; a large file with more than 100 is a decompression bomb. */
const MAX_RATIO = 100;
/** Files up to this size may have any ratio: they do no harm. */
const ALWAYS_ALLOWED_BYTES = 2 ** 26;

/** Sizes of a file, in bytes. */
interface FileSize {
  /** Unpacked so far. */
  size: number;
  /** Packed, in its archive. */
  packedSize: number;
}

/** Throws an `ImportError` if a file is too large for a table, or unpacks to suspiciously many bytes. */
export function checkSize(name: string, { size, packedSize }: FileSize): void {
  const max = /\.xml/i.test(name) ? MAX_XML_BYTES : MAX_TABLE_BYTES;
  if (size > max || (size > ALWAYS_ALLOWED_BYTES && size > packedSize * MAX_RATIO))
    throw new ImportError(`${name}: файл слишком велик для таблицы адресов.`);
}
