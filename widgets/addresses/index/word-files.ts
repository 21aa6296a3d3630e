import { splitWords } from '../../text/words.ts';
import { readCells, readNumbers, readDeltas } from './columns.ts';
import { parseTable, type FileHeader } from './format.ts';
import type { IndexedRegion } from './region.ts';
import { WordIndex } from './word-index.ts';

/** A file of words of street names, decoded: who has a word are localities, by their row in the root. */
export function decodeWordFile(text: string): WordIndex {
  const { columns } = parseTable<FileHeader>(text);
  const [shared, rests, counts, postings] = columns;
  const rest = readCells(rests);
  const gaps = readNumbers(postings);
  let word = '';
  let at = 0;
  const sorted = readNumbers(shared).map((same, i) => (word = word.slice(0, same) + (rest[i] ?? '')));
  const owners = readNumbers(counts).map((count) => {
    let owner = 0;
    const from = at;
    at += count;
    return gaps.slice(from, at).map((gap) => (owner += gap));
  });
  return new WordIndex(sorted, owners);
}

/** A name that the object of a locality had before. */
export interface FormerName {
  /** Its row in the root. */
  locality: number;
  name: string;
  type: string;
}

/** The former names of a region's localities, and their words. */
export interface FormerNames {
  all: FormerName[];
  words: WordIndex;
}

export function decodeFormerNames(
  text: string,
  { types: shortForms }: Pick<IndexedRegion, 'types'>,
): FormerNames {
  const { columns } = parseTable<FileHeader>(text);
  const [localities, names, types] = columns;
  const [name, type] = [readCells(names), readNumbers(types)];
  const all = readDeltas(localities).map((locality, i) => ({
    locality,
    name: name[i] ?? '',
    type: shortForms[type[i] ?? 0] ?? '',
  }));
  return { all, words: WordIndex.of(name.map(splitWords)) };
}

/** The regions that are called by a word, or have a town that is. */
export interface TownIndex {
  names: WordIndex;
  /** For each name. */
  regions: string[];
}

export function decodeTowns(text: string): TownIndex {
  const { columns } = parseTable<FileHeader>(text);
  const [names, regions] = columns;
  return {
    names: WordIndex.of(readCells(names).map(splitWords)),
    regions: readNumbers(regions).map((region) => String(region).padStart(2, '0')),
  };
}
