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
  /** The longest first: they choose first which word of a name they are. */
  readonly tokens: readonly Token[];

  constructor(query: ParsedQuery, region: IndexedRegion, pass: SearchPass) {
    this.query = query;
    this.region = region;
    const tokens = query.words.map((word) => new Token(word, region, pass));
    this.tokens = tokens.sort((a, b) => b.text.length - a.text.length);
  }

  /** Whether a token names a locality itself, not only a parent of it. */
  names(locality: Locality): boolean {
    for (const token of this.tokens) if (token.names(locality)) return true;
    return false;
  }

  /** The former name of a locality that a token has, if any. */
  formerNameOf({ row }: Locality): FormerName | undefined {
    return this.tokens.findLast(({ former }) => former.has(row))?.former.get(row);
  }

  /** Number of words that nobody typed, in the names of a locality and its parents: for «аллак» 0 in Аллак, 1 in Верх-Аллак. */
  untypedWords(locality: Locality): number {
    let sum = this.#untypedOf(locality);
    for (const parent of locality.parents) sum += this.#untypedOf(parent);
    return sum;
  }

  #untypedOf(locality: Locality): number {
    let typed = 0;
    for (const token of this.tokens) if (!token.isHint && token.names(locality)) typed++;
    return typed > 0 ? Math.max(0, locality.words.length - typed) : 0;
  }
}
