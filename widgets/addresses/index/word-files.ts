import { splitWords } from '../../text/words.ts';
import { readCells, readNumbers, readDeltas } from './columns.ts';
import { parseTable, type FileHeader } from './format.ts';
import type { IndexedRegion } from './region.ts';
import { WordIndex } from './word-index.ts';

/**
 * Decodes a file with words of street names (section «Inverted index» in README.md). Postings are rows of localities in the root.
 */
export function decodeWordFile(text: string): WordIndex {
  const { columns } = parseTable<FileHeader>(text);
  const [sharedColumn, endingColumn, countColumn, postingColumn] = columns;
  const endings = readCells(endingColumn);
  const deltas = readNumbers(postingColumn);
  let word = '';
  // After «барнаул», 7 shared letters and the ending «ьская» make «барнаульская».
  const words = readNumbers(sharedColumn).map((sharedLetters, i) => {
    word = word.slice(0, sharedLetters) + (endings[i] ?? '');
    return word;
  });
  let nextPosting = 0;
  const rowsByWord = readNumbers(countColumn).map((count) => {
    let row = 0;
    const first = nextPosting;
    nextPosting += count;
    return deltas.slice(first, nextPosting).map((delta) => (row += delta));
  });
  return new WordIndex(words, rowsByWord);
}

/** A name that a locality had before. */
export interface FormerName {
  /** Row of the locality in the root. */
  locality: number;
  name: string;
  /** Short form of the type that the locality had under this name, e.g. `д`. */
  type: string;
}

/** The former names of the localities of a region. */
export interface FormerNames {
  names: FormerName[];
  /** Their words; postings are indexes in `names`. */
  words: WordIndex;
}

/** Decodes the file of former names (section «Former names» in README.md). `types`: those of the root. */
export function decodeFormerNames(
  text: string,
  { types: shortForms }: Pick<IndexedRegion, 'types'>,
): FormerNames {
  const { columns } = parseTable<FileHeader>(text);
  const [localityColumn, nameColumn, typeColumn] = columns;
  const [texts, types] = [readCells(nameColumn), readNumbers(typeColumn)];
  const names = readDeltas(localityColumn).map((locality, i) => ({
    locality,
    name: texts[i] ?? '',
    type: shortForms[types[i] ?? 0] ?? '',
  }));
  return { names, words: WordIndex.of(texts.map(splitWords)) };
}

/** The names of regions and of their towns. It tells which regions a typed word may mean. */
export interface TownIndex {
  /** The words of the names; postings are indexes in `regions`. */
  names: WordIndex;
  /** The region of each name, two digits. */
  regions: string[];
}

/** Decodes the file of towns (section «Towns» in README.md). */
export function decodeTowns(text: string): TownIndex {
  const { columns } = parseTable<FileHeader>(text);
  const [names, regions] = columns;
  return {
    names: WordIndex.of(readCells(names).map(splitWords)),
    regions: readNumbers(regions).map((region) => String(region).padStart(2, '0')),
  };
}
