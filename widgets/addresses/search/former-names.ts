import { splitWords } from '../../text/words.ts';
import type { RegionFiles } from '../index/region-files.ts';
import type { FormerNames } from '../index/word-files.ts';
import { WordIndex } from '../index/word-index.ts';
import type { SearchRequest } from './request.ts';
import { TypedWord, type EditDistance } from './typed-word.ts';

/** How the words of former names may differ from those that were typed: see {@link TypedWord}. */
interface WordDifference {
  editDistance?: EditDistance;
  hasForms: boolean;
}

/** The former names that have at least one of the typed words. */
export async function matchingFormerNames(
  files: RegionFiles,
  { queries, signal }: SearchRequest,
  { editDistance, hasForms }: WordDifference,
): Promise<FormerNames> {
  signal?.throwIfAborted();
  const former = await files.formerNames();
  const matching = new Set<number>();
  for (const word of queries.flatMap(({ words }) => words))
    if (former && word.length > 1)
      new TypedWord(word, editDistance, hasForms).scan(former.words, (i) => matching.add(i));
  return indexNames(former?.names.filter((_, i) => matching.has(i)) ?? []);
}

/** The names with an index of their words. */
export const indexNames = (names: FormerNames['names']): FormerNames => ({
  names,
  words: WordIndex.of(names.map(({ name }) => splitWords(name))),
});
