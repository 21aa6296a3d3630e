import { ImportError } from './import-error.ts';

const GB = 2 ** 30;
/** DOMA of the country has 0.2 GB; this is also what an array of bytes can hold. */
export const MAX_TABLE_BYTES = 2 * GB;
/** The XML of a large region is read piece by piece, and may have 10 GB. */
export const MAX_XML_BYTES = 40 * GB;
/** Tables of spaces and repeated words shrink ten- to thirtyfold; what shrinks more is a bomb, if it is large. */
const MAX_RATIO = 100;
const ALWAYS_ALLOWED_BYTES = 2 ** 26;

/** How large a file is. */
interface FileSize {
  size: number;
  /** What it was unpacked from. */
  packed: number;
  /** What it may have at most. */
  max: number;
}

/** Throws an `ImportError` where so many bytes are not a table: more than it may have, or too many for what they came from. */
export function checkSize(name: string, { size, packed, max }: FileSize): void {
  if (size > max || (size > ALWAYS_ALLOWED_BYTES && size > packed * MAX_RATIO))
    throw new ImportError(`${name}: файл слишком велик для таблицы адресов.`);
}
