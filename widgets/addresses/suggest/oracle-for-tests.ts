import { gunzipSync } from 'node:zlib';

import type { Street } from '../index/bundle.ts';
import { comparing, sureness } from '../search/compare.ts';
import { suggestionOf, type Suggestion } from './suggestion.ts';
import { readings, type Reading } from '../search/parse-query.ts';
import { MISSING, Places } from '../search/cost-table.ts';
import { decodeRegion } from '../index/region.ts';
import { Search, type Answer, type Question, type Shelf } from '../search/region-search.ts';
import { findStreet } from '../search/match-street.ts';
import { lettersOf, typed, words } from '../../text/typed.ts';
import { tokensFor } from '../search/tokens.ts';
import type { Former } from '../index/word-files.ts';
import { Words } from '../index/word-index.ts';
import type { TestIndex } from '../build/index-for-tests.ts';
import type { Street as Row } from '../build/source.ts';

const LIMIT = 6;
const HOUSE = 5;

export interface Oracle {
  /** What a reader should suggest, but for the houses. */
  suggest(query: string): Promise<(Suggestion & Pick<Answer, 'house' | 'flat'>)[]>;
  /** The best score of its answers to all that was typed, and the best that any place or street of the region has. */
  scores(query: string): Promise<{ best: number; anywhere: number }>;
}

/**
 * The search over plain tables of streets, made from the rows without encoding anything. Only the root is taken from the
 * index: which files a locality's streets would stand in decides how far the search goes.
 */
export function oracle({ files, regions }: TestIndex): Oracle {
  const [rows] = regions;
  const [, packed = Buffer.of()] = [...files].find(([name]) => /^\d\d-/.test(name)) ?? [];
  if (!rows) throw new Error('no region');
  const region = decodeRegion(new TextDecoder('windows-1251').decode(gunzipSync(packed)), rows.region);
  const streets = new Map<string, Street[]>();
  const wordsIn: string[][] = region.localities.map(() => []);
  const add = (row: Row, present?: Street): Street => {
    const own = words(row.name);
    const place = row.code.slice(0, 11);
    const postcodes = [...new Set(row.houses.flatMap((house) => house.postcode || []))].sort();
    const street: Street = {
      ...row,
      words: own,
      letters: own.map(lettersOf),
      postcodes: row.postcode || postcodes.length < 2 ? [] : postcodes,
      index: 0,
      ...(present && { present }),
    };
    streets.set(place, [...(streets.get(place) ?? []), street]);
    const codes = present ? [] : [row.postcode, ...row.houses.map(({ postcode }) => postcode)];
    wordsIn[region.byCode.get(place)?.index ?? 0]?.push(
      ...own.filter(({ length }) => length > 2),
      ...codes.filter(Boolean),
    );
    return street;
  };
  for (const row of rows.streets) {
    const street = add(row);
    for (const { name, type } of rows.former.filter(({ code }) => code === row.code))
      add({ ...row, name, type }, street);
  }
  const former = rows.former.flatMap(({ code, name, type }): Former[] => {
    const locality = region.byCode.get(code)?.index;
    return locality === undefined ? [] : [{ locality, name, type }];
  });
  const byLetter = new Map<string, Words>();
  const wordsFrom = (letter: string) => {
    const known = byLetter.get(letter);
    const made = known ?? Words.of(wordsIn.map((own) => own.filter((word) => word.startsWith(letter))));
    byLetter.set(letter, made);
    return made;
  };
  const shelf: Shelf = {
    streetsOf: ({ code }) => Promise.resolve(streets.get(code) ?? []),
    filesOf: ({ index }) => region.bundles[index] ?? [],
    wordsLike: ({ text, edits }) =>
      Promise.resolve(Array.from(new Set(text.slice(0, edits ? 2 : 1)), wordsFrom)),
  };

  async function search(query: string) {
    const ways = readings(query).filter(({ tokens }) => tokens.length > 0);
    const question: Question = {
      ...{ readings: ways, within: rows?.region ?? '', near: '', limit: LIMIT },
      ...{ bounds: undefined, signal: undefined },
    };
    let answer = { ways, fuzzy: false, names: [] as Former[], found: [] as Answer[] };
    for (const pass of ['present', 'former', 'fuzzy']) {
      const fuzzy = pass === 'fuzzy';
      const names = pass === 'present' ? [] : formerNamed(former, ways, fuzzy);
      const found = await new Search(region, shelf, question, { fuzzy, former: names }).run();
      answer = { ways, fuzzy, names, found };
      const isEnough = (one: Answer) => pass !== 'present' || sureness(one, false) === 'exact';
      if (found.some(isEnough)) break;
    }
    return answer;
  }

  return {
    async suggest(query) {
      const { found, fuzzy } = await search(query);
      const seen = new Set<string>();
      const best = found.sort(comparing('')).filter(({ street, locality, house, flat }) => {
        const key = [(street ?? locality).code, house, flat].join();
        return !seen.has(key) && seen.add(key);
      });
      return best.slice(0, LIMIT).map((one) => ({
        ...suggestionOf(one, { tokens: one.tokens, sure: sureness(one, fuzzy) }),
        ...(one.house && { house: one.house }),
        ...(one.flat && { flat: one.flat }),
      }));
    },
    async scores(query) {
      const { ways, fuzzy, names, found } = await search(query);
      const least = (all: (Pick<Answer, 'score' | 'complete'> | undefined)[]) =>
        Math.min(...all.map((one) => (one?.complete && one.score < MISSING ? one.score : Infinity)));
      const anywhere = ways.map((reading) => {
        const places = new Places(region, tokensFor(region, reading.tokens, fuzzy), rows.region, names);
        const all = region.localities.flatMap((locality) =>
          (streets.get(locality.code) ?? []).map((street) => findStreet(street, locality, places)),
        );
        return least(all) + (reading.house ? HOUSE : 0);
      });
      const best = least(found);
      return { best, anywhere: Math.min(best, ...anywhere) };
    },
  };
}

/** Former names of places that have a word which was typed. */
function formerNamed(former: Former[], ways: Reading[], fuzzy: boolean): Former[] {
  const names = Words.of(former.map(({ name }) => words(name)));
  const named = new Set<number>();
  for (const token of ways.flatMap(({ tokens }) => tokens))
    if (token.length > 1) names.find(typed(token, fuzzy), (i) => named.add(i));
  return former.filter((_, i) => named.has(i));
}
