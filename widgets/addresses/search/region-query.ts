import type { Locality, IndexedRegion } from '../index/region.ts';
import type { FormerName } from '../index/word-files.ts';
import type { ParsedQuery } from './parse-query.ts';
import type { SearchPass } from './request.ts';
import { Token } from './token.ts';

/** A query in a region: its words as tokens, which know what they may mean there. */
export class RegionQuery {
  /** The query as it was read. */
  readonly query: ParsedQuery;
  readonly region: IndexedRegion;
  /** Its words, the longest first: a longer one chooses first which word of a name it is. */
  readonly tokens: readonly Token[];

  constructor(query: ParsedQuery, region: IndexedRegion, pass: SearchPass) {
    this.query = query;
    this.region = region;
    const tokens = query.words.map((word) => new Token(word, region, pass));
    this.tokens = tokens.sort((a, b) => b.text.length - a.text.length);
  }

  /** Whether a token names a locality itself, not only a parent of it. */
  namesLocality(locality: Locality): boolean {
    for (const token of this.tokens) if (token.namesLocality(locality)) return true;
    return false;
  }

  /** The former name by which a token names a locality; `undefined` if none does. */
  formerNameOf({ row }: Locality): FormerName | undefined {
    return this.tokens.findLast(({ formerNames }) => formerNames.has(row))?.formerNames.get(row);
  }

  /**
   * Number of words that nobody typed, in the names of a locality and its parents: for «аллак» 0 in Аллак, 1 in Верх-Аллак. A name
   * of which no word was typed counts nothing.
   */
  untypedWords(locality: Locality): number {
    let sum = this.#untypedWordsInName(locality);
    for (const parent of locality.parents) sum += this.#untypedWordsInName(parent);
    return sum;
  }

  /** The same for the name of the locality without its parents. */
  #untypedWordsInName(locality: Locality): number {
    let typed = 0;
    for (const token of this.tokens) if (!token.isHint && token.namesLocality(locality)) typed++;
    return typed > 0 ? Math.max(0, locality.words.length - typed) : 0;
  }
}
