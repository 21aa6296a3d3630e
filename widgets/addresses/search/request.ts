import type { Street } from '../index/bundle.ts';
import type { Shard } from '../index/format.ts';
import type { Locality } from '../index/region.ts';
import type { FormerNames } from '../index/word-files.ts';
import type { WordIndex } from '../index/word-index.ts';
import type { ParsedQuery } from './parse-query.ts';

/** The finest thing that is suggested: `town` leaves out villages, `street` houses. */
export type Bounds = 'district' | 'town' | 'locality' | 'street';

/** What is asked of a region. */
export interface SearchRequest {
  queries: ParsedQuery[];
  /** Beginning of a КЛАДР code: only what lies in it. */
  within: string;
  /** КЛАДР code: what is near to it comes first. */
  near: string;
  bounds: Bounds | undefined;
  limit: number;
  signal: AbortSignal | undefined;
}

/** What counts as a match besides present names that have the words. */
export interface SearchPass {
  /** Words may have typing mistakes. */
  isFuzzy: boolean;
  /** Former names of localities that count too. */
  former: FormerNames;
}

/** Where the streets of a region come from. */
export interface StreetSource {
  streetsOf(locality: Locality): Promise<Street[]>;
  shardsOf(locality: Locality): Shard[];
  /** The words of streets that begin in one of these ways; there may be others beside them. */
  wordsFrom(beginnings: string[]): Promise<WordIndex[]>;
}
