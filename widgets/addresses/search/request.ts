import type { Street } from '../index/bundle.ts';
import type { Shard } from '../index/format.ts';
import type { HouseReading } from '../index/read-house.ts';
import type { Locality } from '../index/region.ts';
import type { FormerNames } from '../index/word-files.ts';
import type { WordIndex } from '../index/word-index.ts';
import type { EditDistance } from './typed-word.ts';

/** One way to read what was typed. */
export interface ParsedQuery extends HouseReading {
  /** Folded words that names and types have to contain. */
  words: string[];
  /** How many words stand before the house; absent if it stands behind all of them. */
  houseAt?: number;
  /** Those of the words that the address may lack; each is in the list as often as it may be missing. */
  noise?: string[];
  /** True if numbers were rewritten: «50 лет» was typed as «пятидесятилетия». */
  isRewritten?: boolean;
  /** True if names may be in any case: «в Барнауле на Молодежной». */
  hasOtherCases?: boolean;
}

/**
 * What is suggested. `district`: only the region and districts. `town`: only towns. `locality`: towns and villages. `street`:
 * towns, villages and streets, but no houses.
 */
export type Bounds = 'district' | 'town' | 'locality' | 'street';

/** What a region is searched for. */
export interface SearchRequest {
  /** What was typed. */
  line: string;
  /** The ways to read what was typed; all of them are searched. */
  queries: ParsedQuery[];
  /** Beginning of a КЛАДР code, or empty: only what lies in it is suggested. */
  within: string;
  /** КЛАДР code, or empty. Of equally good matches those in the same district, town or settlement come first. */
  near: string;
  /** `undefined`: everything, down to houses. */
  bounds: Bounds | undefined;
  /** Most suggestions. */
  limit: number;
  /** Stops the search: it rejects with the reason of the signal. */
  signal: AbortSignal | undefined;
}

/** What counts as a word of an address besides the current names, spelt as they were typed. */
export interface WordRules {
  /** Words may have typing mistakes: what counts them. */
  editDistance?: EditDistance | undefined;
  /** Words may stand in other cases. With typing mistakes, or where words are given up, they always may. */
  hasForms?: boolean;
  /** Words that nothing has are given up: the others find an address. */
  canGiveUp?: boolean;
  /** The former names of localities that count too; none in the first pass. */
  former: FormerNames;
}

/** Gives the streets of a region. `RegionFiles` fetches them; tests have them in memory. */
export interface StreetSource {
  /** The streets of a locality, with their former names. */
  streetsOf(locality: Locality): Promise<Street[]>;
  /** The files that hold the streets of a locality. */
  shardsOf(locality: Locality): Shard[];
  /** The words of streets that begin with one of `beginnings`, and others in the same files. Postings are rows of localities. */
  wordsBeginningWith(beginnings: string[]): Promise<WordIndex[]>;
}
