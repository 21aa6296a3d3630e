import type { Locality, IndexedRegion } from '../index/region.ts';
import type { FormerName } from '../index/word-files.ts';
import { FORM_COST, FORMER_NAME_COST, PARENT_ONLY_COST, PREFIX_COST, SAME_TYPE_COST } from './costs.ts';
import { IMPOSSIBLE_COST, NameCosts } from './name-costs.ts';
import type { WordRules } from './request.ts';
import { TypedWord } from './typed-word.ts';

/** The ending of «на Степной» and «на Верхней»: behind a preposition it is that of Степная and Верхняя. */
const FEMININE = /[ое]й$/;
/** Stands for all types that no object of the region has. */
const NO_TYPE = '-';
/** Cost of a postcode that not the locality has, but a street or house in it. */
const POSTCODE_INSIDE_COST = 1;

/** A word of a line, and how strictly it is meant. */
export interface WordInLine {
  text: string;
  /** An address may lack it. */
  isNoise: boolean;
  /** Its place in the line, from 0. */
  position: number;
  /** It may be only the beginning of a word: the last letter of the line. */
  isBegun: boolean;
  /** It stands behind a preposition: «на Степной». */
  isOblique: boolean;
}

/** A typed word in a region. It knows which localities, types and former names it may mean there, and at which cost. */
export class Token extends TypedWord {
  /** Type, short form → the cost of meaning it. */
  readonly types = new Map<string, number>();
  /** It is a word for a type or the beginning of one («у»). A match without that type costs more, but stays a match. */
  readonly isHint: boolean;
  /** It is a whole word for a type («улица»), so it is less likely part of a name. */
  readonly isType: boolean;
  /** An address may lack it: see `noise-words.ts`. */
  readonly isNoise: boolean;
  /** Its place in the line, from 0. */
  readonly position: number;
  /** It has six digits. */
  readonly isPostcode: boolean;
  /** Row of a locality → its former name that has the word. */
  readonly formerNames = new Map<number, FormerName>();
  /** What it costs in the names of the localities. */
  readonly #names: NameCosts;
  /** Cost in the name of the region; `Infinity` if that does not have it. */
  readonly #regionNameCost: number;

  constructor(word: WordInLine, region: IndexedRegion, rules: WordRules) {
    const { text, isNoise, position, isBegun, isOblique } = word;
    super(text, rules.editDistance, !!(rules.hasForms ?? rules.editDistance ?? rules.canGiveUp));
    this.isNoise = isNoise;
    this.position = position;
    // «Верх-А» is the beginning of Верх-Аллак rather than the «А» of «И.А.Савина», «на Степной» is Степная.
    if (isBegun) this.costOfSame = PREFIX_COST;
    else if (isOblique && FEMININE.test(text)) {
      this.meantForm = text.replace(FEMININE, (ending, at: number) =>
        ending === 'ей' && !/[жчшщ]/.test(text.charAt(at - 1)) ? 'яя' : 'ая',
      );
      this.costOfSame = FORM_COST;
    }
    this.isPostcode = /^\d{6}$/.test(text);
    this.#findTypes(region);
    this.isType = [...this.types.values()].includes(SAME_TYPE_COST);
    this.isHint = this.isType || this.types.size > 0;
    this.#names = new NameCosts(region);
    this.#findNames(region, rules);
    this.#names.addParents();
    // Row 0 is the region.
    const regionCost = this.#names.ownCost(0);
    this.#regionNameCost = regionCost === IMPOSSIBLE_COST ? Infinity : regionCost + PARENT_ONLY_COST;
  }

  /** Rows of the localities that have it in their own names or postcodes, some twice. */
  get namedRows(): readonly number[] {
    return this.#names.rows;
  }

  /** Whether any locality has it in its own name or postcode. */
  get namesAny(): boolean {
    return this.namedRows.length > 0;
  }

  /** The least cost in the name of a locality and in those of all its parents; `Infinity` if none has it. */
  costIn(locality: Locality): number {
    const cost = this.costBelowRegion(locality);
    return cost === IMPOSSIBLE_COST ? this.#regionNameCost : cost;
  }

  /** The same as {@link costIn}, but without the name of the region; {@link IMPOSSIBLE_COST} if none has it. */
  costBelowRegion({ row }: Locality): number {
    return this.#names.costWithParents(row);
  }

  /** Whether a locality has it in its own name or postcode. */
  namesLocality({ row }: Locality): boolean {
    return this.#names.ownCost(row) !== IMPOSSIBLE_COST;
  }

  /** The least cost of meaning the type of a locality or of a parent; `Infinity` if none is meant. */
  costAsType(locality: Locality): number {
    const { types } = this;
    let leastCost = types.get(locality.type) ?? Infinity;
    for (const { type, parents } of types.size ? locality.parents : []) {
      const cost = types.get(type) ?? Infinity;
      // Everything lies in the region, so the beginning of its type («кр» of «край») says nothing.
      if (parents.length > 0 || cost === SAME_TYPE_COST) leastCost = Math.min(leastCost, cost);
    }
    return leastCost;
  }

  /** Records that a street or house of the locality in this row has this postcode. */
  notePostcodeInside(row: number): void {
    this.#names.lowerBoth(row, POSTCODE_INSIDE_COST);
  }

  /**
   * Fills `types`: the whole word, in any case, costs less than the beginning of one. A single letter that only begins a word names
   * no type. Of the types that the region has not ({@link NO_TYPE}), only whole words count.
   */
  #findTypes({ types: shortForms, typeWords }: IndexedRegion): void {
    const { text, types } = this;
    new TypedWord(text, undefined, true).scan(typeWords, (i, cost) => {
      const type = shortForms[i] ?? NO_TYPE;
      if (cost < PREFIX_COST) types.set(type, SAME_TYPE_COST);
      else if (text.length > 1 && type !== NO_TYPE && !types.has(type)) types.set(type, cost);
    });
  }

  /** Fills `#names`, and `formerNames` for localities whose current names do not have the word. */
  #findNames({ localities, names }: IndexedRegion, { former }: WordRules): void {
    const costs = this.#names;
    this.scan(names, (row, cost) => {
      costs.lowerOwn(row, cost);
    });
    this.scan(former.words, (i, cost) => {
      const name = former.names[i];
      if (!name || costs.ownCost(name.locality) !== IMPOSSIBLE_COST) return;
      costs.lowerOwn(name.locality, cost + FORMER_NAME_COST);
      this.formerNames.set(name.locality, name);
    });
    for (const { row, postcode } of this.isPostcode ? localities : [])
      if (postcode === this.text) costs.lowerOwn(row, 0);
  }
}
