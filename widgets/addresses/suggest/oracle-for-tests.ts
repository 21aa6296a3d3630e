// Longer than other modules: a second search, simple and slow. Tests compare the real one with it.
import { gunzipSync } from 'node:zlib';

import { prefixEditDistance } from '../../text/edit-distance.ts';
import { LetterSet } from '../../text/letter-set.ts';
import { splitWords } from '../../text/words.ts';
import type { TestIndex } from '../build/index-for-tests.ts';
import type { RegionRows, AddressRow } from '../build/dataset.ts';
import type { Street } from '../index/bundle.ts';
import { NO_STREET } from '../index/format.ts';
import type { HouseRow } from '../index/houses.ts';
import { findHouse } from '../index/known-house.ts';
import { decodeRegion, type IndexedRegion } from '../index/region.ts';
import type { FormerName, FormerNames } from '../index/word-files.ts';
import { WordIndex } from '../index/word-index.ts';
import { GIVEN_UP_COST } from '../search/costs.ts';
import { compareMatches, isFullMatch, matchQuality } from '../search/compare-matches.ts';
import { costOfReading } from '../search/match-list.ts';
import { matchStreet } from '../search/match-street.ts';
import type { Match } from '../search/match.ts';
import { parseQuery } from '../search/parse-query.ts';
import type { ParsedQuery } from '../search/request.ts';
import { findMatches, type SearchableRegion } from '../search/find-matches.ts';
import { RegionQuery } from '../search/region-query.ts';
import type { SearchRequest } from '../search/request.ts';
import { TypedWord } from '../search/typed-word.ts';
import { suggestionOf, type Suggestion } from './suggestion.ts';

const LIMIT = 6;

/** What a search should find: see {@link createOracle}. */
export interface Oracle {
  /** What a reader should suggest. House and flat are as they were typed. */
  suggest(query: string): Promise<(Suggestion & Pick<Match, 'house' | 'flat'>)[]>;
  /**
   * The least cost of a full match that the search finds (`best`), and of any in the whole region (`anywhere`). `Infinity`: none.
   */
  leastCosts(query: string): Promise<{ best: number; anywhere: number }>;
}

/** The streets of a region in memory, made from the rows without encoding anything. */
class StreetTables implements SearchableRegion {
  readonly region: IndexedRegion;
  readonly former: FormerName[];
  readonly #streets = new Map<string, Street[]>();
  /** Code of a street → its houses. */
  readonly #houses: Map<string, HouseRow[]>;
  /** Row of a locality → the words and postcodes of its streets. */
  readonly #wordsIn: string[][];
  /** First letter → the words that begin with it. */
  readonly #indexByLetter = new Map<string, WordIndex>();

  constructor(region: IndexedRegion, rows: RegionRows) {
    this.region = region;
    this.#houses = new Map(rows.streets.map(({ code, houses }) => [code, houses]));
    this.#wordsIn = region.localities.map(() => []);
    for (const row of rows.streets) {
      const street = this.#addStreet(row);
      for (const { name, type } of rows.former.filter(({ code }) => code === row.code))
        this.#addStreet({ ...row, name, type }, street);
    }
    this.former = rows.former.flatMap(({ code, name, type }): FormerName[] => {
      const locality = region.byCode.get(code)?.row;
      return locality === undefined ? [] : [{ locality, name, type }];
    });
  }

  /** Whether the data list the house of a match. */
  isListed({ locality, street, house }: Match): boolean | undefined {
    const rows = this.#houses.get(street?.code ?? locality.code + NO_STREET) ?? [];
    return house === undefined ? undefined : findHouse(rows, house).listed;
  }

  streetsOf({ code }: { code: string }): Promise<Street[]> {
    return Promise.resolve(this.#streets.get(code) ?? []);
  }

  shardsOf({ row }: { row: number }) {
    return this.region.bundles[row] ?? [];
  }

  wordsBeginningWith(beginnings: string[]): Promise<WordIndex[]> {
    const letters = new Set(beginnings.map((from) => from.slice(0, 1)));
    return Promise.resolve(Array.from(letters, (letter) => this.#indexOf(letter)));
  }

  #indexOf(letter: string): WordIndex {
    const cached = this.#indexByLetter.get(letter);
    const index =
      cached ?? WordIndex.of(this.#wordsIn.map((words) => words.filter((word) => word.startsWith(letter))));
    this.#indexByLetter.set(letter, index);
    return index;
  }

  /** Adds a street; with `current`, a former name of it. */
  #addStreet(row: AddressRow, current?: Street): Street {
    const words = splitWords(row.name);
    const locality = row.code.slice(0, 11);
    const postcodes = [...new Set(row.houses.flatMap((house) => house.postcode || []))].sort();
    const street: Street = {
      ...row,
      words,
      letters: words.map((word) => new LetterSet(word)),
      postcodes: row.postcode || postcodes.length < 2 ? [] : postcodes,
      territories: [],
      row: 0,
      ...(current && { current }),
    };
    this.#streets.set(locality, [...(this.#streets.get(locality) ?? []), street]);
    const codes = current ? [] : [row.postcode, ...row.houses.map(({ postcode }) => postcode)];
    this.#wordsIn[this.region.byCode.get(locality)?.row ?? 0]?.push(
      ...words.filter(({ length }) => length > 2),
      ...codes.filter(Boolean),
    );
    return street;
  }
}

/**
 * Makes a search over streets in memory. From the index it takes only the root, since the number of files in which streets would be
 * decides how far a search goes.
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
      line: query,
      queries,
      within: rows?.region ?? '',
      near: '',
      limit: LIMIT,
      bounds: undefined,
      signal: undefined,
    };
    let result = { queries, isFuzzy: false, former: indexNames([]), matches: [] as Match[] };
    const otherCases = queries.some(({ hasOtherCases }) => hasOtherCases);
    for (const pass of ['current', 'former', 'fuzzy', 'given up', 'given up, fuzzy']) {
      const isFuzzy = pass.endsWith('fuzzy');
      const [hasForms, canGiveUp] = [pass === 'former' && otherCases, pass.startsWith('given up')];
      const former = pass === 'current' ? indexNames([]) : formerNamed(tables.former, queries, isFuzzy);
      const matches = await findMatches(tables, request, {
        editDistance: isFuzzy ? prefixEditDistance : undefined,
        hasForms,
        canGiveUp,
        former,
        tokens: new Map(),
      });
      // Those for which more words were given up are left out.
      const mostCost = Math.min(...matches.map(({ cost }) => cost)) + GIVEN_UP_COST / 2;
      const best = canGiveUp ? matches.filter(({ cost }) => cost < mostCost) : matches;
      result = { queries, isFuzzy: isFuzzy || canGiveUp, former, matches: best };
      const isExact = (match: Match) =>
        matchQuality(match, false) === 'exact' && !(otherCases && match.untypedWords);
      if (matches.some((match) => pass !== 'current' || isExact(match))) break;
    }
    return result;
  }

  return {
    async suggest(query) {
      const { matches, isFuzzy } = await search(query);
      const seen = new Set<string>();
      const best = matches.sort(compareMatches('')).filter(({ street, locality, house, flat }) => {
        const key = [(street ?? locality).code, house, flat].join();
        return !seen.has(key) && seen.add(key);
      });
      const looked = best.slice(0, LIMIT).map((match) => ({ ...match, isListed: tables.isListed(match) }));
      return looked.sort(compareMatches('')).map((match) => ({
        ...suggestionOf(match, {
          tokens: match.tokens,
          sure: matchQuality(match, isFuzzy),
          typedHouse: match.house ? undefined : match.typedHouse,
        }),
        ...(match.house && { house: match.house }),
        ...(match.flat && { flat: match.flat }),
      }));
    },
    async leastCosts(query) {
      const { queries, matches, isFuzzy, former } = await search(query);
      const pass = { editDistance: isFuzzy ? prefixEditDistance : undefined, former };
      const leastCost = (candidates: (Match | undefined)[]) =>
        Math.min(...candidates.map((match) => (match && isFullMatch(match) ? match.cost : Infinity)));
      const anywhere: number[] = [];
      for (const parsed of queries) {
        const inRegion = new RegionQuery(parsed, tables.region, { ...pass, tokens: new Map() });
        for (const locality of tables.region.localities) {
          const streets = await tables.streetsOf(locality);
          const cost = leastCost(streets.map((street) => matchStreet(street, locality, inRegion)));
          anywhere.push(cost + costOfReading(parsed));
        }
      }
      const best = leastCost(matches);
      return { best, anywhere: Math.min(best, ...anywhere) };
    },
  };
}

/** The former names of localities that have at least one of the typed words. */
function formerNamed(former: FormerName[], queries: ParsedQuery[], isFuzzy: boolean): FormerNames {
  const names = indexNames(former);
  const named = new Set<number>();
  for (const word of queries.flatMap((query) => query.words))
    if (word.length > 1)
      new TypedWord(word, isFuzzy ? prefixEditDistance : undefined).scan(names.words, (i) => named.add(i));
  return indexNames(former.filter((_, i) => named.has(i)));
}

const indexNames = (names: FormerName[]): FormerNames => ({
  names,
  words: WordIndex.of(names.map(({ name }) => splitWords(name))),
});
