import type { Collection, ContentData } from '../catalogue/collections.ts';
import { processMap } from './process-map.ts';
import type { ContentEntry } from './read.ts';

/** The facts of a collection's files, by the names of the files without folder and ending. */
type Facts<C extends Collection> = ReadonlyMap<string, ContentData<C>>;

/** Facts by collection. Astro's own store would write all facts down, and read them again: of 10,000 cards it would need a gigabyte. */
const facts = processMap<Collection, Facts<Collection>>('facts');

/** Keeps the facts of a collection for the pages, in place of those before. */
export function keepFacts<C extends Collection>(collection: C, entries: readonly ContentEntry<C>[]): void {
  facts.set(collection, new Map(entries.map(({ id, data }) => [id, data])));
}

/** Whether the facts of a collection are there. */
export const hasFacts = (collection: Collection): boolean => facts.has(collection);

/** The facts of a collection. Throws an `Error` if nobody has kept them. */
export function factsOf<C extends Collection>(collection: C): Facts<C> {
  const kept = facts.get(collection);
  if (!kept) throw new Error(`content/${collection}: nobody has read it`);
  return kept;
}
