import type { Locality, IndexedRegion } from '../index/region.ts';
import type { FormerName } from '../index/word-files.ts';
import { isGivenUp, type Match } from './match.ts';
import type { ParsedQuery } from './request.ts';
import { EDIT_COST, FORM_COST, GIVEN_UP_COST, MISSING_HINT_COST } from './costs.ts';
import type { WordRules } from './request.ts';
import { Token } from './token.ts';

/** One pass of a search: its rules. */
export interface SearchPass extends WordRules {
  /** The words that were read before with these rules: several readings have the same words. */
  tokens: Map<string, Token>;
}

/** A query in a region: its words as tokens, which know what they may mean there. */
export class RegionQuery {
  /** The query as it was read. */
  readonly query: ParsedQuery;
  readonly region: IndexedRegion;
  /** Its words, the longest first: a longer one chooses first which word of a name it is. */
  readonly tokens: readonly Token[];
  readonly #canGiveUp: boolean;

  constructor(query: ParsedQuery, region: IndexedRegion, pass: SearchPass) {
    this.query = query;
    this.region = region;
    this.#canGiveUp = pass.canGiveUp ?? false;
    const noise = [...(query.noise ?? [])];
    const tokens = query.words.map((text, position) => {
      const isNoise = noise.includes(text);
      if (isNoise) noise.splice(noise.indexOf(text), 1);
      const isBegun = !isNoise && isLastLetter(query, position);
      const isOblique = position > 0 && isPreposition(query, position - 1);
      const key = [position, isNoise, isBegun, isOblique, text].join();
      const word = { text, isNoise, position, isBegun, isOblique };
      const token = pass.tokens.get(key) ?? new Token(word, region, pass);
      pass.tokens.set(key, token);
      return token;
    });
    this.tokens = tokens.sort((a, b) => b.text.length - a.text.length);
  }

  /**
   * What it costs that a match lacks a token; `Infinity` if it must not. A word at the end is given up more easily
   * than one before it.
   */
  costOfMissing({ isNoise, isHint, isPostcode, position }: Token): number {
    if (isNoise) return 0;
    if (isHint || isPostcode) return MISSING_HINT_COST;
    return this.#canGiveUp ? GIVEN_UP_COST - position : Infinity;
  }

  /** The longest token that a match in the streets of a locality must have in the street itself; `undefined` if there is none. */
  neededInStreets(locality: Locality): Token | undefined {
    return this.tokens.find(
      (token) => this.costOfMissing(token) === Infinity && token.costIn(locality) === Infinity,
    );
  }

  /**
   * Whether the house is one of the street that matches, although words were given up: none of them stands beside the house. The
   * house in a street that nothing has is not one of the locality.
   */
  isHouseIn({ street, missing }: Match): boolean {
    const { houseAt = this.query.words.length } = this.query;
    const neighbour = Math.max(0, houseAt - 1);
    return (
      street !== undefined && missing.every((token) => token.position !== neighbour || !isGivenUp(token))
    );
  }

  /**
   * Whether a name may stand for an address of which other words were given up: it has a word of letters, and each of its words was
   * typed as a whole, a long one with one mistake at most.
   */
  hasWholeName(words: readonly string[]): boolean {
    if (!words.some((word) => /\D\D/.test(word))) return false;
    return words.every(
      (word) =>
        word.length < 2 ||
        this.tokens.some((token) => {
          const cost = token.costAs(word);
          const isNearlySame = word.length > 5 && Math.abs(token.text.length - word.length) < 2;
          return cost <= FORM_COST || (isNearlySame && cost < 2 * EDIT_COST && cost > EDIT_COST);
        }),
    );
  }

  /** Whether the number that is read as a house before other words belongs to a name: «Полевая, 3 Интернационал». */
  isHouseInName({ locality, street }: Match): boolean {
    const { house, houseAt } = this.query;
    const number = parseInt(house ?? '').toString();
    const isInName = locality.words.includes(number) || street?.words.includes(number);
    return houseAt !== undefined && isInName === true && !this.tokens.some(({ text }) => text === number);
  }

  /** Whether a token names any locality of the region. */
  get namesAny(): boolean {
    return this.tokens.some(({ namesAny }) => namesAny);
  }

  /** The localities that a token names, and those whose nearest parent it names. */
  namedLocalities(): Locality[] {
    const { localities, parentRows } = this.region;
    const isNamed = new Uint8Array(localities.length);
    for (const { namedRows } of this.tokens) for (const row of namedRows) isNamed[row] = 1;
    return this.namesAny
      ? localities.filter(({ row }) => isNamed[row] === 1 || isNamed[parentRows[row] ?? 0] === 1)
      : [];
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
   * of which no word was typed counts nothing. Noise that is `missing` counts too.
   */
  untypedWords(locality: Locality, missing: readonly Token[] = []): number {
    let sum = missing.filter(({ isNoise }) => isNoise).length;
    sum += this.#untypedWordsInName(locality);
    for (const parent of locality.parents) sum += this.#untypedWordsInName(parent);
    return sum;
  }

  /** The same for the name of the locality without its parents. */
  #untypedWordsInName(locality: Locality): number {
    let typed = 0;
    for (const token of this.tokens)
      // «на» begins «набережная», but it is a whole word of Камень-на-Оби.
      if (token.namesLocality(locality) && (!token.isHint || locality.words.includes(token.text))) typed++;
    return typed > 0 ? Math.max(0, locality.words.length - typed) : 0;
  }
}

/** Whether a word is a single letter at the end of the line; not that of «2-я» or «с/з». */
const isLastLetter = ({ words, house, ifListed }: ParsedQuery, position: number) =>
  position === words.length - 1 && /^\D\D.* \D$/.test(words.slice(-2).join(' ')) && !house && !ifListed;

/** Whether a word is a preposition before a name, «на». */
const isPreposition = ({ words, noise = [] }: ParsedQuery, position: number) =>
  /^(?:во?|на|по|у|до|из)$/.test(words[position] ?? '') && noise.includes(words[position] ?? '');
