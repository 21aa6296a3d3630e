import { LetterSet } from '../../text/letter-set.ts';
import { splitWords } from '../../text/words.ts';
import { readCells, readCodes, readSuffixes, readNumbers, readDeltas } from './columns.ts';
import { parseTable, shardOf } from './format.ts';
import type { BundleHeader, AddressCodes, Shard } from './format.ts';
import { groupBy } from './group-by.ts';
import type { HouseColumns } from './houses.ts';
import { readTerritories, type Territory } from './territories.ts';

/** A street in a decoded bundle: under its current name, or under a former one (`current` is set). */
export interface Street extends AddressCodes {
  /** КЛАДР code without the status, 15 digits: those of the locality (11), and four of its own. */
  code: string;
  /** Without the type: «Ленина». */
  name: string;
  /** Short form, e.g. `ул`. */
  type: string;
  /** The words of its name, folded. */
  words: string[];
  /** The letters of each word. */
  letters: LetterSet[];
  /** The postcodes of its houses, if there are several: then `postcode` is empty. */
  postcodes: string[];
  /** The territories that it lies in, the nearest first; mostly none. */
  territories: Territory[];
  /** Its row in the bundle: the houses are found by it. */
  row: number;
  /** Only for a former name: the same street under its current name. */
  current?: Street;
}

/** A street file, decoded. */
export interface Bundle {
  /** Code of a locality → its streets; former names come after all current ones. */
  streets: Map<string, Street[]>;
  /** The houses themselves; or, if they do not fit, the files that hold them: {@link STREETS_PER_HOUSE_FILE} streets in each. */
  houses: HouseColumns | Shard[];
  /** File of the GUIDs of its streets; absent if the data have none. */
  guids?: Shard;
}

/**
 * Decodes a bundle (section «Bundle» in README.md). `region`: two digits, which the codes in the file leave out. Columns 1 to 8 are
 * the streets, 9 to 11 their former names, 12 to 14 the postcodes of streets that have several, 15 to 20 the territories; the
 * others are the houses, if the bundle has them itself.
 */
export function decodeBundle(text: string, region: string): Bundle {
  const { header, columns } = parseTable<BundleHeader>(text);
  const streets = streetsIn(columns, header.types, region);
  addPostcodes(streets, columns.slice(11, 14));
  for (const [row, territories] of readTerritories(columns.slice(14, 20)))
    streets[row]?.territories.push(...territories);
  const withFormer = [...streets, ...formerStreets(streets, columns.slice(8, 11))];
  const houses = header.houses?.map((ref) => shardOf(region, 'h', ref)) ?? {
    templates: header.templates ?? [],
    columns: columns.slice(20),
  };
  const localityCode = ({ code }: Street) => code.slice(0, 11);
  return {
    streets: groupBy(withFormer, localityCode),
    houses,
    ...(header.guids && { guids: shardOf(region, 'g', header.guids) }),
  };
}

/** Decodes columns 1 to 8: the streets under their current names. */
function streetsIn(columns: string[], shortForms: string[], region: string): Street[] {
  const [, , , nameColumn, typeColumn, postcodes, okatos, oktmos] = columns;
  const codesOf = readCodes(postcodes, okatos, oktmos);
  const [names, types] = [readCells(nameColumn), readNumbers(typeColumn)];
  return streetCodes(columns, region).map((code, row) => {
    const shortForm = shortForms[types[row] ?? 0] ?? '';
    return {
      code,
      ...nameFields(names[row] ?? '', shortForm),
      ...codesOf(row),
      postcodes: [],
      territories: [],
      row,
    };
  });
}

/**
 * The codes of all streets, from three columns: localities (1000 is `…000001000`), the number of streets of each, and the numbers
 * of these streets as deltas that begin again in each locality (40 and 1 are `0040` and `0041`).
 */
function streetCodes([localities, countColumn, serialColumn]: string[], region: string): string[] {
  const counts = readNumbers(countColumn);
  const deltas = readNumbers(serialColumn);
  let nextStreet = 0;
  return readDeltas(localities).flatMap((locality, i) => {
    const code = region + String(locality).padStart(9, '0');
    const first = nextStreet;
    nextStreet += counts[i] ?? 0;
    let serial = 0;
    return deltas.slice(first, nextStreet).map((delta) => code + String((serial += delta)).padStart(4, '0'));
  });
}

/** Fills `postcodes` of the streets that have several, from columns 12 to 14: their rows, how many each has, and the postcodes. */
function addPostcodes(streets: Street[], [rowColumn, countColumn, postcodeColumn]: string[]): void {
  const postcodes = readSuffixes(postcodeColumn, 6);
  const counts = readNumbers(countColumn);
  let nextPostcode = 0;
  readDeltas(rowColumn).forEach((row, i) => {
    const first = nextPostcode;
    nextPostcode += counts[i] ?? 0;
    streets[row]?.postcodes.push(...postcodes.slice(first, nextPostcode));
  });
}

/** Makes a copy of a street for each of its former names, from columns 9 to 11. */
function formerStreets(streets: Street[], [rowColumn, nameColumn, typeColumn]: string[]): Street[] {
  const [names, types] = [readCells(nameColumn), readCells(typeColumn)];
  return readDeltas(rowColumn).flatMap((row, i) => {
    const current = streets[row];
    return current ? { ...current, ...nameFields(names[i] ?? '', types[i] ?? ''), current } : [];
  });
}

/** The fields of a street that follow from its name and type. */
function nameFields(name: string, type: string): Pick<Street, 'name' | 'type' | 'words' | 'letters'> {
  const words = splitWords(name);
  return { name, type, words, letters: words.map((word) => new LetterSet(word)) };
}
