import { cells, numbers, parseTable, steps, type Header } from './format.ts';
import type { Region } from './region.ts';
import { words } from '../../text/typed.ts';
import { Words } from './word-index.ts';

/** A file of words of street names, decoded: who has a word are localities, by their index. */
export function decodeInverted(text: string): Words {
  const { columns } = parseTable<Header>(text);
  const [shared, rests, counts, postings] = columns;
  const rest = cells(rests);
  const gaps = numbers(postings);
  const count = numbers(counts);
  let word = '';
  let at = 0;
  const sorted = numbers(shared).map((same, i) => (word = word.slice(0, same) + (rest[i] ?? '')));
  const owners = count.map((many) => {
    let owner = 0;
    const from = at;
    at += many;
    return gaps.slice(from, at).map((gap) => (owner += gap));
  });
  return new Words(sorted, owners);
}

/** A name that the object of a locality had before. */
export interface Former {
  locality: number;
  name: string;
  type: string;
}

/** The former names of a region, and their words. */
export interface FormerNames {
  all: Former[];
  words: Words;
}

export function decodeFormer(text: string, { types: shorts }: Region): FormerNames {
  const { columns } = parseTable<Header>(text);
  const [places, nameCells, types] = columns;
  const [name, type] = [cells(nameCells), numbers(types)];
  const all = steps(places).map((locality, i) => ({
    locality,
    name: name[i] ?? '',
    type: shorts[type[i] ?? 0] ?? '',
  }));
  return { all, words: Words.of(name.map(words)) };
}

/** The regions that are called by a word, or have a town that is. */
export interface Towns {
  names: Words;
  /** For each name. */
  regions: string[];
}

export function decodeTowns(text: string): Towns {
  const { columns } = parseTable<Header>(text);
  const [names, regions] = columns;
  return {
    names: Words.of(cells(names).map(words)),
    regions: numbers(regions).map((region) => String(region).padStart(2, '0')),
  };
}
