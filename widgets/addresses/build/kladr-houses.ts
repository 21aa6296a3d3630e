import type { Dbf } from './dbf.ts';
import { INVALID_ROW, digitsOrEmpty, type COMMON_FIELDS } from './kladr-tables.ts';
import type { AddressRow } from './dataset.ts';
import { addToTally, type Tally } from './tally.ts';

/** What {@link addKladrHouses} also needs. */
interface AddHousesOptions {
  /** Gives the street with a code of 15 digits; the locality, if the code ends with `0000`; `undefined` if there is none. */
  ownerOf: (code: string) => AddressRow | undefined;
  /** Counts the rows that are left out. */
  skipped: Tally;
}

/** Adds rows of DOMA, sorted by code, to the houses of their streets and localities. */
export function addKladrHouses(
  houses: Dbf<'CODE' | 'KORP' | keyof typeof COMMON_FIELDS>,
  rows: Iterable<number>,
  { ownerOf, skipped }: AddHousesOptions,
): void {
  const byCode = Array.from(rows, (row) => ({ row, code: houses.text(row, 'CODE') }));
  byCode.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.row - b.row));
  for (const { row, code } of byCode) {
    const [list, block] = [houses.text(row, 'NAME'), houses.text(row, 'KORP')];
    const owner = ownerOf(code.slice(0, 15));
    if (!digitsOrEmpty(code, 19) || !list) addToTally(skipped, INVALID_ROW);
    else if (!owner) addToTally(skipped, 'записей о домах без улицы');
    else
      owner.houses.push({
        // A block (KORP) is a number or a letter: house 3 with block 1 is «3к1», house 31 with block «б» is «31б».
        list: block ? `${list}${/^\d/.test(block) ? 'к' : ''}${block}` : list,
        postcode: digitsOrEmpty(houses.text(row, 'INDEX'), 6),
        okato: digitsOrEmpty(houses.text(row, 'OCATD'), 11),
      });
  }
}
