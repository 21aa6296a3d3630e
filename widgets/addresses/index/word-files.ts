import { words } from '../../text/words.ts';
import { readCells, readNumbers, readSteps } from './columns.ts';
import { parseTable, type Header } from './format.ts';
import type { Region } from './region.ts';
import { WordIndex } from './word-index.ts';

/** A file of words of street names, decoded: who has a word are localities, by their row in the root. */
export function decodeInverted(text: string): WordIndex {
  const { columns } = parseTable<Header>(text);
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

export function decodeFormer(text: string, { types: shortForms }: Pick<Region, 'types'>): FormerNames {
  const { columns } = parseTable<Header>(text);
  const [localities, names, types] = columns;
  const [name, type] = [readCells(names), readNumbers(types)];
  const all = readSteps(localities).map((locality, i) => ({
    locality,
    name: name[i] ?? '',
    type: shortForms[type[i] ?? 0] ?? '',
  }));
  return { all, words: WordIndex.of(name.map(words)) };
}

/** The regions that are called by a word, or have a town that is. */
export interface Towns {
  names: WordIndex;
  /** For each name. */
  regions: string[];
}

export function decodeTowns(text: string): Towns {
  const { columns } = parseTable<Header>(text);
  const [names, regions] = columns;
  return {
    names: WordIndex.of(readCells(names).map(words)),
    regions: readNumbers(regions).map((region) => String(region).padStart(2, '0')),
  };
}
