// Longer than most: a second search, simple and slow, which the real one is compared with.
import { gunzipSync } from 'node:zlib';

import { LetterSet } from '../../text/letter-set.ts';
import { splitWords } from '../../text/words.ts';
import type { TestIndex } from '../build/index-for-tests.ts';
import type { RegionRows, AddressRow } from '../build/dataset.ts';
import type { Street } from '../index/bundle.ts';
import { decodeRegion, type IndexedRegion } from '../index/region.ts';
import type { FormerName, FormerNames } from '../index/word-files.ts';
import { WordIndex } from '../index/word-index.ts';
import { compareMatches, isFullMatch, matchQuality } from '../search/compare-matches.ts';
import { HOUSE_COST } from '../search/costs.ts';
import { matchStreet } from '../search/match-street.ts';
import type { Match } from '../search/match.ts';
import { parseQuery, type ParsedQuery } from '../search/parse-query.ts';
import { findMatches, type SearchableRegion } from '../search/find-matches.ts';
import { RegionQuery } from '../search/region-query.ts';
import type { SearchRequest } from '../search/request.ts';
import { TypedWord } from '../search/typed-word.ts';
import { suggestionOf, type Suggestion } from './suggestion.ts';

const LIMIT = 6;

export interface Oracle {
  /** What a reader should suggest, but for the houses. */
  suggest(query: string): Promise<(Suggestion & Pick<Match, 'house' | 'flat'>)[]>;
  /** The best cost of its answers to all that was typed, and the best that any place or street of the region has. */
  costs(query: string): Promise<{ best: number; anywhere: number }>;
}

/** Plain tables of streets, made from the rows without encoding anything. */
class StreetTables implements SearchableRegion {
  readonly region: IndexedRegion;
  readonly former: FormerName[];
  readonly #streets = new Map<string, Street[]>();
  readonly #wordsIn: string[][];
  readonly #byLetter = new Map<string, WordIndex>();

  constructor(region: IndexedRegion, rows: RegionRows) {
    this.region = region;
    this.#wordsIn = region.localities.map(() => []);
    for (const row of rows.streets) {
      const street = this.#add(row);
      for (const { name, type } of rows.former.filter(({ code }) => code === row.code))
        this.#add({ ...row, name, type }, street);
    }
    this.former = rows.former.flatMap(({ code, name, type }): FormerName[] => {
      const locality = region.byCode.get(code)?.row;
      return locality === undefined ? [] : [{ locality, name, type }];
    });
  }

  streetsOf({ code }: { code: string }): Promise<Street[]> {
    return Promise.resolve(this.#streets.get(code) ?? []);
  }

  shardsOf({ row }: { row: number }) {
    return this.region.bundles[row] ?? [];
  }

  wordsFrom(beginnings: string[]): Promise<WordIndex[]> {
    const letters = new Set(beginnings.map((from) => from.slice(0, 1)));
    return Promise.resolve(Array.from(letters, (letter) => this.#wordsWith(letter)));
  }

  #wordsWith(letter: string): WordIndex {
    const known = this.#byLetter.get(letter);
    const made =
      known ?? WordIndex.of(this.#wordsIn.map((own) => own.filter((word) => word.startsWith(letter))));
    this.#byLetter.set(letter, made);
    return made;
  }

  #add(row: AddressRow, present?: Street): Street {
    const own = splitWords(row.name);
    const place = row.code.slice(0, 11);
    const postcodes = [...new Set(row.houses.flatMap((house) => house.postcode || []))].sort();
    const street: Street = {
      ...row,
      words: own,
      letters: own.map((word) => new LetterSet(word)),
      postcodes: row.postcode || postcodes.length < 2 ? [] : postcodes,
      row: 0,
      ...(present && { current: present }),
    };
    this.#streets.set(place, [...(this.#streets.get(place) ?? []), street]);
    const codes = present ? [] : [row.postcode, ...row.houses.map(({ postcode }) => postcode)];
    this.#wordsIn[this.region.byCode.get(place)?.row ?? 0]?.push(
      ...own.filter(({ length }) => length > 2),
      ...codes.filter(Boolean),
    );
    return street;
  }
}

/**
 * The search over plain tables of streets. Only the root is taken from the index: which files a locality's streets would
 * stand in decides how far the search goes.
 */
export function createOracle({ files, regions }: TestIndex): Oracle {
  const [rows] = regions;
  const [, packed = Buffer.of()] = [...files].find(([name]) => /^\d\d-/.test(name)) ?? [];
  if (!rows) throw new Error('no region');
  const root = new TextDecoder('windows-1251').decode(gunzipSync(packed));
  const tables = new StreetTables(decodeRegion(root, rows.region), rows);

  async function search(query: string) {
    const queries = parseQuery(query).filter(({ words }) => words.length > 0);
    const request: SearchRequest = {
      queries,
      within: rows?.region ?? '',
      near: '',
      limit: LIMIT,
      bounds: undefined,
      signal: undefined,
    };
    let answer = { queries, isFuzzy: false, former: indexNames([]), found: [] as Match[] };
    for (const pass of ['present', 'former', 'fuzzy']) {
      const isFuzzy = pass === 'fuzzy';
      const former = pass === 'present' ? indexNames([]) : formerNamed(tables.former, queries, isFuzzy);
      const found = await findMatches(tables, request, { isFuzzy, former });
      answer = { queries, isFuzzy, former, found };
      const isEnough = (one: Match) => pass !== 'present' || matchQuality(one, false) === 'exact';
      if (found.some(isEnough)) break;
    }
    return answer;
  }

  return {
    async suggest(query) {
      const { found, isFuzzy } = await search(query);
      const seen = new Set<string>();
      const best = found.sort(compareMatches('')).filter(({ street, locality, house, flat }) => {
        const key = [(street ?? locality).code, house, flat].join();
        return !seen.has(key) && seen.add(key);
      });
      return best.slice(0, LIMIT).map((one) => ({
        ...suggestionOf(one, { tokens: one.tokens, sure: matchQuality(one, isFuzzy) }),
        ...(one.house && { house: one.house }),
        ...(one.flat && { flat: one.flat }),
      }));
    },
    async costs(query) {
      const { queries, found, ...pass } = await search(query);
      const least = (all: (Match | undefined)[]) =>
        Math.min(...all.map((one) => (one && isFullMatch(one) ? one.cost : Infinity)));
      const anywhere: number[] = [];
      for (const parsed of queries) {
        const inRegion = new RegionQuery(parsed, tables.region, pass);
        for (const locality of tables.region.localities) {
          const streets = await tables.streetsOf(locality);
          const cost = least(streets.map((street) => matchStreet(street, locality, inRegion)));
          anywhere.push(cost + (parsed.house ? HOUSE_COST : 0));
        }
      }
      const best = least(found);
      return { best, anywhere: Math.min(best, ...anywhere) };
    },
  };
}

/** Former names of localities that have a word which was typed. */
function formerNamed(former: FormerName[], queries: ParsedQuery[], isFuzzy: boolean): FormerNames {
  const names = indexNames(former);
  const named = new Set<number>();
  for (const word of queries.flatMap((query) => query.words))
    if (word.length > 1) new TypedWord(word, isFuzzy).scan(names.words, (i) => named.add(i));
  return indexNames(former.filter((_, i) => named.has(i)));
}

const indexNames = (all: FormerName[]): FormerNames => ({
  all,
  words: WordIndex.of(all.map(({ name }) => splitWords(name))),
});
