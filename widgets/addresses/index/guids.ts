import { parseTable, type FileHeader } from './format.ts';

/** Hex digits of a GUID. */
const GUID_DIGITS = 32;
/** Stands for a missing GUID. */
export const NO_GUID = '0'.repeat(GUID_DIGITS);

/**
 * Decodes a file of GUIDs (section «GUIDs» in README.md).
 *
 * @returns Row → `OBJECTGUID` of ГАР, `f6e148a1-c9d0-4141-a608-93e3bd95e6c4`; empty if the row has none.
 */
export function decodeGuids(text: string): (row: number) => string {
  const [digits = ''] = parseTable<FileHeader>(text).columns;
  return (row) => {
    const guid = digits.slice(row * GUID_DIGITS, (row + 1) * GUID_DIGITS);
    return guid.length < GUID_DIGITS || guid === NO_GUID
      ? ''
      : guid.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  };
}
