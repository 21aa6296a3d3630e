import { splitWords } from '../../text/words.ts';
import { readCells, readDeltas, readNumbers, readSuffixes } from './columns.ts';

/** A part of a locality with streets of its own: «тер. СНТ Заря», «мкр Солнечный», «кв-л 5». Only ГАР tells which streets lie in it. */
export interface Territory {
  /** КЛАДР code without the status, 15 digits as that of a street; empty if the data have none. */
  code: string;
  /** Without the type: «Заря». */
  name: string;
  /** Short form, e.g. `тер. СНТ`. */
  type: string;
  /** The words of its name, folded. */
  words: string[];
}

/** Most territories that one street lies in: a longer chain is that of a damaged file. */
const MAX_DEPTH = 8;

/**
 * Decodes columns 15 to 20 of a bundle. Gives the row of a street → the territories that it lies in, the nearest first. Streets
 * that lie in none are left out.
 */
export function readTerritories(columns: string[]): Map<number, Territory[]> {
  const [rowColumn, indexColumn, codeColumn, nameColumn, typeColumn, outerColumn] = columns;
  const [names, types] = [readCells(nameColumn), readCells(typeColumn)];
  const codes = readSuffixes(codeColumn, 15);
  // A territory with all that it lies in. Those outside come first in the file.
  const chains: Territory[][] = [];
  readNumbers(outerColumn).forEach((outer, i) => {
    const name = names[i] ?? '';
    const territory = { code: codes[i] ?? '', name, type: types[i] ?? '', words: splitWords(name) };
    chains.push([territory, ...(chains[outer - 1] ?? [])].slice(0, MAX_DEPTH));
  });
  const indexes = readNumbers(indexColumn);
  return new Map(readDeltas(rowColumn).map((row, i) => [row, chains[indexes[i] ?? 0] ?? []]));
}
