import { getCollection, type CollectionKey } from 'astro:content';

import type { Collection, Facts } from '../catalogue/collections.ts';

/** Collections that pages show: those of `site/content.config.ts`. */
export type ShownCollection = Collection & CollectionKey;

/** One content file as pages show it. */
export interface ShownEntry<C extends ShownCollection> {
  /** The file's name without folder and ending. */
  id: string;
  data: Facts<C>;
  /** The text below the facts, as HTML; empty where the whole file is YAML. */
  html: string;
}

/** A collection in the order of its files' names. */
export async function entriesOf<C extends ShownCollection>(collection: C): Promise<ShownEntry<C>[]> {
  const entries = await getCollection(collection);
  return entries.map(({ id, data, rendered }) => ({
    id,
    data: data as Facts<C>,
    html: rendered?.html ?? '',
  }));
}

/** The entries of these names, in their order. The content check has made sure that they are there. */
export const entriesNamed = <E extends { id: string }>(all: readonly E[], ids: readonly string[]): E[] =>
  ids.flatMap((id) => all.find((entry) => entry.id === id) ?? []);

const alphabet = new Intl.Collator('ru');

/** The same in the order of the Russian alphabet. */
export const inAlphabet = <T>(things: readonly T[], nameOf: (thing: T) => string): T[] =>
  things.toSorted((a, b) => alphabet.compare(nameOf(a), nameOf(b)));
