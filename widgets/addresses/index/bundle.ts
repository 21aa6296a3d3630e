import { LetterSet } from '../../text/letter-set.ts';
import { splitWords } from '../../text/words.ts';
import { readCells, readCodes, readSuffixes, readNumbers, readDeltas } from './columns.ts';
import { parseTable, shardOf } from './format.ts';
import type { BundleHeader, AddressCodes, HousesHeader, Shard } from './format.ts';
import { groupBy } from './group-by.ts';
import { HouseTable } from './houses.ts';

export interface Street extends AddressCodes {
  /** 15 digits: of the locality, and four of its own. */
  code: string;
  name: string;
  type: string;
  /** Those of its name, */
  words: string[];
  /** and the letters of each. */
  letters: LetterSet[];
  /** Those of its houses, where they have several. */
  postcodes: string[];
  /** Its row in the bundle. */
  row: number;
  /** Set where this is the name that the street of the same code had before. */
  current?: Street;
}

/** A street file, decoded. */
export interface Bundle {
  /** By the code of their locality; former names stand behind the present ones. */
  streets: Map<string, Street[]>;
  /** The houses, or the files that hold them, `HOUSE_STREETS` streets each. */
  houses: HouseTable | Shard[];
}

export function decodeBundle(text: string, region: string): Bundle {
  const { header, columns } = parseTable<BundleHeader>(text);
  const all = streetsIn(columns, header.types, region);
  addPostcodes(all, columns.slice(11, 14));
  const named = [...all, ...formerNames(all, columns.slice(8, 11))];
  const houses =
    header.houses?.map((ref) => shardOf(region, 'h', ref)) ??
    new HouseTable(header.templates ?? [], columns.slice(14));
  return { streets: groupBy(named, ({ code }) => code.slice(0, 11)), houses };
}

/** A file of houses of a bundle that has them apart, decoded. */
export function decodeHouses(text: string): HouseTable {
  const { header, columns } = parseTable<HousesHeader>(text);
  return new HouseTable(header.templates, columns);
}

function streetsIn(columns: string[], shortForms: string[], region: string): Street[] {
  const [, , , names, types, postcodes, okatos, oktmos] = columns;
  const codes = readCodes(postcodes, okatos, oktmos);
  const [name, type] = [readCells(names), readNumbers(types)];
  return streetCodes(columns, region).map((code, row) => {
    const shortForm = shortForms[type[row] ?? 0] ?? '';
    return { code, ...nameOf(name[row] ?? '', shortForm), ...codes(row), postcodes: [], row };
  });
}

/** The codes of localities, how many streets each has, and what these add to its code. */
function streetCodes([localities, counts, serials]: string[], region: string): string[] {
  const count = readNumbers(counts);
  const step = readNumbers(serials);
  let next = 0;
  return readDeltas(localities).flatMap((locality, i) => {
    const code = region + String(locality).padStart(9, '0');
    let serial = 0;
    return step
      .slice(next, (next += count[i] ?? 0))
      .map((more) => code + String((serial += more)).padStart(4, '0'));
  });
}

function addPostcodes(streets: Street[], [rows, counts, postcodes]: string[]): void {
  const postcode = readSuffixes(postcodes, 6);
  const count = readNumbers(counts);
  let next = 0;
  readDeltas(rows).forEach((row, i) => {
    streets[row]?.postcodes.push(...postcode.slice(next, (next += count[i] ?? 0)));
  });
}

function formerNames(streets: Street[], [rows, names, types]: string[]): Street[] {
  const [name, type] = [readCells(names), readCells(types)];
  return readDeltas(rows).flatMap((row, i) => {
    const current = streets[row];
    return current ? { ...current, ...nameOf(name[i] ?? '', type[i] ?? ''), current } : [];
  });
}

function nameOf(name: string, type: string): Pick<Street, 'name' | 'type' | 'words' | 'letters'> {
  const own = splitWords(name);
  return { name, type, words: own, letters: own.map((word) => new LetterSet(word)) };
}
