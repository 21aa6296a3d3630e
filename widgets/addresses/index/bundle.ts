import { LetterSet } from '../../text/letter-set.ts';
import { splitWords } from '../../text/words.ts';
import { readCells, readCodes, readSuffixes, readNumbers, readDeltas } from './columns.ts';
import { parseTable, shardOf } from './format.ts';
import type { BundleHeader, AddressCodes, HousesHeader, Shard } from './format.ts';
import { groupBy } from './group-by.ts';
import { HouseTable } from './houses.ts';

/** A street in a decoded bundle: under its current name, or under a former one (`current` is set). */
export interface Street extends AddressCodes {
  /** КЛАДР code without the status, 15 digits: those of the locality (11), and four of its own. */
  code: string;
  name: string;
  /** Short form, e.g. `ул`. */
  type: string;
  /** The words of its name, folded. */
  words: string[];
  /** The letters of each word. */
  letters: LetterSet[];
  /** The postcodes of its houses, if there are several: then `postcode` is empty. */
  postcodes: string[];
  /** Its row in the bundle: the houses are found by it. */
  row: number;
  /** Only for a former name: the same street under its current name. */
  current?: Street;
}

/** A street file, decoded. */
export interface Bundle {
  /** Code of a locality → its streets; former names come after all current ones. */
  streets: Map<string, Street[]>;
  /** The houses; or the files that hold them, with those of {@link STREETS_PER_HOUSE_FILE} streets each. */
  houses: HouseTable | Shard[];
}

/**
 * Decodes a bundle (section «Bundle» in README.md). `region`: two digits, which the codes in the file leave out. Columns 1 to 8 are
 * the streets, 9 to 11 their former names, 12 to 14 the postcodes of streets that have several; the others are the houses, if the
 * bundle has them itself.
 */
export function decodeBundle(text: string, region: string): Bundle {
  const { header, columns } = parseTable<BundleHeader>(text);
  const all = streetsIn(columns, header.types, region);
  addPostcodes(all, columns.slice(11, 14));
  const withFormer = [...all, ...formerNames(all, columns.slice(8, 11))];
  const houses =
    header.houses?.map((ref) => shardOf(region, 'h', ref)) ??
    new HouseTable(header.templates ?? [], columns.slice(14));
  const localityCode = ({ code }: Street) => code.slice(0, 11);
  return { streets: groupBy(withFormer, localityCode), houses };
}

/** Decodes a file of houses, which a large bundle has apart (section «Houses» in README.md). */
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

/**
 * The codes of all streets, from three columns: localities (1000 is `…000001000`), the number of streets of each, and the numbers
 * of
 * these streets as deltas that begin again in each locality (40 and 1 are `0040` and `0041`).
 */
function streetCodes([localities, counts, serials]: string[], region: string): string[] {
  const count = readNumbers(counts);
  const deltas = readNumbers(serials);
  let next = 0;
  return readDeltas(localities).flatMap((locality, i) => {
    const code = region + String(locality).padStart(9, '0');
    let serial = 0;
    return deltas
      .slice(next, (next += count[i] ?? 0))
      .map((delta) => code + String((serial += delta)).padStart(4, '0'));
  });
}

/** Gives streets with several postcodes all of them. `counts` says how many each of the `rows` has. */
function addPostcodes(streets: Street[], [rows, counts, postcodes]: string[]): void {
  const postcode = readSuffixes(postcodes, 6);
  const count = readNumbers(counts);
  let next = 0;
  readDeltas(rows).forEach((row, i) => {
    streets[row]?.postcodes.push(...postcode.slice(next, (next += count[i] ?? 0)));
  });
}

/** A copy of a street for each of its former names. */
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
