import { getCollection, type CollectionKey } from 'astro:content';

import type { Collection } from '../catalogue/collections.ts';
import { keptEntries, type RenderedEntry } from '../content/rendered-entries.ts';

/** Collections that pages show: those of `site/content.config.ts`. */
export type PageCollection = Collection & CollectionKey;

/**
 * Makes a function that remembers what `find` gives: every page of a build asks for the same. The developer's server asks anew, as
 * content changes.
 */
export function oncePerBuild<T>(find: () => Promise<T>): () => Promise<T> {
  let found: Promise<T> | undefined;
  return () => (import.meta.env.PROD ? (found ??= find()) : find());
}

const readings = new Map<PageCollection, () => Promise<readonly RenderedEntry<PageCollection>[]>>();

/** All entries of a collection, in the order of their files' names. */
export function collectionEntries<C extends PageCollection>(
  collection: C,
): Promise<readonly RenderedEntry<C>[]> {
  const read = readings.get(collection) ?? oncePerBuild(() => findEntries(collection));
  readings.set(collection, read);
  return read() as Promise<readonly RenderedEntry<C>[]>;
}

async function findEntries<C extends PageCollection>(collection: C): Promise<readonly RenderedEntry<C>[]> {
  // Pages are made anew in the developer's server when Astro's store of a collection changes.
  await getCollection(collection);
  return keptEntries(collection);
}

/** The entries with these ids, in the order of `ids`. The content check has made sure that they exist. */
export const entriesById = <E extends { id: string }>(all: readonly E[], ids: readonly string[]): E[] =>
  ids.flatMap((id) => all.find((entry) => entry.id === id) ?? []);

const alphabet = new Intl.Collator('ru');

/** A copy that is sorted by names, in the order of the Russian alphabet: «ё» stands behind «е». */
export const sortByName = <T>(things: readonly T[], nameOf: (thing: T) => string): T[] =>
  things.toSorted((a, b) => alphabet.compare(nameOf(a), nameOf(b)));
