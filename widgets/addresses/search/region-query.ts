import type { Locality, IndexedRegion } from '../index/region.ts';
import type { FormerName } from '../index/word-files.ts';
import type { ParsedQuery } from './parse-query.ts';
import type { SearchPass } from './request.ts';
import { Token } from './token.ts';

/** A query in a region. */
export class RegionQuery {
  readonly query: ParsedQuery;
  readonly region: IndexedRegion;
  /** The longest first: these choose first which name they mean. */
  readonly tokens: readonly Token[];

  constructor(query: ParsedQuery, region: IndexedRegion, pass: SearchPass) {
    this.query = query;
    this.region = region;
    const tokens = query.words.map((word) => new Token(word, region, pass));
    this.tokens = tokens.sort((a, b) => b.text.length - a.text.length);
  }

  /** Whether the own name of a locality has any of its words. */
  names(locality: Locality): boolean {
    for (const token of this.tokens) if (token.names(locality)) return true;
    return false;
  }

  /** The former name by which a locality was found. */
  formerNameOf({ row }: Locality): FormerName | undefined {
    return this.tokens.findLast(({ former }) => former.has(row))?.former.get(row);
  }

  /** How many words nobody typed of the names that were meant: «Аллак» is Аллак before Верх-Аллак. */
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
