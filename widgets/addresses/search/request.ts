import type { Street } from '../index/bundle.ts';
import type { Shard } from '../index/format.ts';
import type { Locality } from '../index/region.ts';
import type { FormerNames } from '../index/word-files.ts';
import type { WordIndex } from '../index/word-index.ts';
import type { ParsedQuery } from './parse-query.ts';

/** The finest level that is suggested. `town` leaves out villages, `street` leaves out houses. */
export type Bounds = 'district' | 'town' | 'locality' | 'street';

/** What a region is searched for. */
export interface SearchRequest {
  /** The ways to read what was typed; all of them are searched. */
  queries: ParsedQuery[];
  /** Beginning of a КЛАДР code, or empty: only what lies in it is suggested. */
  within: string;
  /** КЛАДР code, or empty: what is near to it comes first. */
  near: string;
  bounds: Bounds | undefined;
  /** Most suggestions. */
  limit: number;
  /** Stops the search: it rejects with the reason of the signal. */
  signal: AbortSignal | undefined;
}

/** One pass of a search: what counts as a match besides current names that have the words. */
export interface SearchPass {
  /** Words may have typing mistakes. */
  isFuzzy: boolean;
  /** The former names of localities that count too; none in the first pass. */
  former: FormerNames;
}

/** Gives the streets of a region. `RegionFiles` fetches them; tests have them in memory. */
export interface StreetSource {
  /** The streets of a locality, with their former names. */
  streetsOf(locality: Locality): Promise<Street[]>;
  /** The files that hold these streets. */
  shardsOf(locality: Locality): Shard[];
  /** Words of streets, at least all with one of these beginnings; postings are rows of localities. */
  wordsFrom(beginnings: string[]): Promise<WordIndex[]>;
}
