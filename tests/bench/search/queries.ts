/** The queries of `content/search/queries.yaml`: which are set aside, and slips of the finger in them. */
import { createHash } from 'node:crypto';

import type { ExpectedQuery } from '../../../site/catalogue/search.ts';
import { readEntries } from '../../../site/content/read.ts';

/** All queries, in two parts. Nobody tunes the search by the second one; of it only figures are printed. */
export function readQueries(): { seen: ExpectedQuery[]; unseen: ExpectedQuery[] } {
  const queries = readEntries('search/queries').flatMap(({ data }) => data);
  return {
    seen: queries.filter(({ query }) => !isSetAside(query)),
    unseen: queries.filter(({ query }) => isSetAside(query)),
  };
}

/** Every third query, by a hash of its text: whoever adds one cannot choose. */
const isSetAside = (query: string) => (createHash('sha256').update(query).digest()[0] ?? 0) % 3 === 0;

/** Where a query has to lead. A page of the tracker has the number of the case behind it. */
export const addressOf = ({ service, page }: ExpectedQuery): string =>
  service ? `/services/${service}/` : (page ?? '');

const LETTERS = 'абвгдежзийклмнопрстуфхцчшщъыьэюя';
/** Shorter words are not mistyped here: one letter more or less makes another word of them. */
const MIN_LENGTH = 5;

/**
 * A query with one slip in its longest word: a letter left out, doubled, replaced, or two swapped; `undefined` if all words are short or
 * not Russian. The same query always gets the same slip.
 */
export function withSlip(query: string): string | undefined {
  const word = (query.match(/[а-яё]+/giu) ?? []).sort((a, b) => b.length - a.length)[0] ?? '';
  if (word.length < MIN_LENGTH) return undefined;
  const [kind = 0, place = 0, letter = 0] = createHash('sha256').update(`slip ${query}`).digest();
  const at = place % (word.length - 1);
  const [before, after] = [word.slice(0, at), word.slice(at + 1)];
  const slips = [
    before + after,
    before + word.charAt(at) + word.slice(at),
    before + LETTERS.charAt(letter % LETTERS.length) + after,
    before + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ];
  const slip = slips[kind % slips.length] ?? word;
  return slip === word ? withSlip(`${query} `) : query.replace(word, slip);
}
