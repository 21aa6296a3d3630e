import type { Collection, ContentData } from '../catalogue/collections.ts';
import { processMap } from './process-map.ts';

/** One content file as pages show it. */
export interface RenderedEntry<C extends Collection> {
  /** The file's name without folder and ending. */
  id: string;
  /** The facts, with English names. */
  data: ContentData<C>;
  /** Changes with the file. */
  digest: string;
  /** The text below the facts, as HTML; empty if the whole file is YAML. */
  html: string;
}

/**
 * Entries by collection. Astro's own store would write all facts and texts down, make a module of them and read them again: of 10,000
 * cards it would need a gigabyte.
 */
const kept = processMap<Collection, readonly RenderedEntry<Collection>[]>('rendered');

/** Keeps the entries of a collection for the pages, in place of those before. */
export function keepEntries<C extends Collection>(collection: C, entries: readonly RenderedEntry<C>[]): void {
  kept.set(collection, entries);
}

/** Whether the entries of a collection are there. */
export const hasEntries = (collection: Collection): boolean => kept.has(collection);

/** The entries of a collection, in the order of their names. Throws an `Error` if nobody has kept them. */
export function keptEntries<C extends Collection>(collection: C): readonly RenderedEntry<C>[] {
  const entries = kept.get(collection);
  if (!entries) throw new Error(`content/${collection}: nobody has read it`);
  return entries as readonly RenderedEntry<C>[];
}
