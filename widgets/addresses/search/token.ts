import type { Locality, IndexedRegion } from '../index/region.ts';
import type { FormerName } from '../index/word-files.ts';
import { PARENT_ONLY_COST, FORMER_NAME_COST, SAME_TYPE_COST } from './costs.ts';
import type { SearchPass } from './request.ts';
import { TypedWord } from './typed-word.ts';

/** Cost of a locality that a token cannot mean. Costs are in `Uint16Array`s, which have no `Infinity`. */
export const IMPOSSIBLE_COST = 0xffff;
/** Cost of a postcode that not the locality has, but a street or house in it. */
const POSTCODE_INSIDE = 1;

/** A typed word in a region. It knows which localities, types and former names it may mean there, and at which cost. */
export class Token extends TypedWord {
  /** Type, short form → the cost of meaning it. */
  readonly types = new Map<string, number>();
  /** It is a word for a type or the beginning of one («у»). A match without that type costs more, but stays a match. */
  readonly isHint: boolean;
  /** It is a whole word for a type («улица»), so it is less likely part of a name. */
  readonly isType: boolean;
  /** It has six digits. */
  readonly isPostcode: boolean;
  /** Row of a locality → its former name that has the word. */
  readonly former = new Map<number, FormerName>();
  /** Row of a locality → cost in its own name or postcode. */
  readonly #ownNameCosts: Uint16Array;
  /** Row of a locality → the least cost in its own name and in those of its parents, without the region. */
  readonly #costsWithParents: Uint16Array;
  readonly #regionNameCost: number;

  constructor(text: string, region: IndexedRegion, pass: SearchPass) {
    super(text, pass.isFuzzy);
    this.isPostcode = /^\d{6}$/.test(text);
    this.#findTypes(region);
    this.isType = text === 'россия' || [...this.types.values()].includes(SAME_TYPE_COST);
    this.isHint = this.isType || this.types.size > 0;
    this.#ownNameCosts = this.#ownCosts(region, pass);
    this.#costsWithParents = costsWithParents(this.#ownNameCosts, region);
    const [own = IMPOSSIBLE_COST] = this.#costsWithParents;
    this.#regionNameCost = own === IMPOSSIBLE_COST ? Infinity : own + PARENT_ONLY_COST;
  }

  /** The least cost in the name of a locality and in those of all its parents; `Infinity` if none has it. */
  costIn(locality: Locality): number {
    const cost = this.costBelowRegion(locality);
    return cost === IMPOSSIBLE_COST ? this.#regionNameCost : cost;
  }

  /** The same without the name of the region; {@link IMPOSSIBLE_COST} if none has it. */
  costBelowRegion({ row }: Locality): number {
    return this.#costsWithParents[row] ?? IMPOSSIBLE_COST;
  }

  /** Whether a locality has it in its own name or postcode. */
  names({ row }: Locality): boolean {
    return this.#ownNameCosts[row] !== IMPOSSIBLE_COST;
  }

  /** The least cost of meaning the type of a locality or of a parent; `Infinity` if none is meant. */
  typeCost(locality: Locality): number {
    const { types } = this;
    let best = types.get(locality.type) ?? Infinity;
    for (const { type, parents } of types.size ? locality.parents : []) {
      const cost = types.get(type) ?? Infinity;
      // Everything lies in the region, so the beginning of its type («кр» of «край») says nothing.
      if (parents.length > 0 || cost === SAME_TYPE_COST) best = Math.min(best, cost);
    }
    return best;
  }

  /** Records that a street or house of a locality has this postcode. */
  notePostcodeInside(row: number): void {
    for (const costs of [this.#ownNameCosts, this.#costsWithParents]) lowerCost(costs, row, POSTCODE_INSIDE);
  }

  #findTypes({ types: shortForms, typeWords }: IndexedRegion): void {
    const { text, types } = this;
    new TypedWord(text, false).scan(typeWords, (i, cost) => {
      const type = shortForms[i] ?? '';
      if (cost === 0) types.set(type, SAME_TYPE_COST);
      else if (text.length > 1 && !types.has(type)) types.set(type, cost);
    });
  }

  #ownCosts({ localities, names }: IndexedRegion, { former }: SearchPass): Uint16Array {
    const costs = new Uint16Array(localities.length).fill(IMPOSSIBLE_COST);
    this.scan(names, (row, cost) => {
      lowerCost(costs, row, cost);
    });
    this.scan(former.words, (i, cost) => {
      const name = former.all[i];
      if (!name || costs[name.locality] !== IMPOSSIBLE_COST) return;
      lowerCost(costs, name.locality, cost + FORMER_NAME_COST);
      this.former.set(name.locality, name);
    });
    for (const { row, postcode } of this.isPostcode ? localities : [])
      if (postcode === this.text) lowerCost(costs, row, 0);
    return costs;
  }
}

/** Sets the cost of a row if it is less than the one it has. */
function lowerCost(costs: Uint16Array, row: number, cost: number): void {
  if (cost < (costs[row] ?? 0)) costs[row] = cost;
}

/** The costs with those of the parents. Parents come before their children, so one pass is enough. */
function costsWithParents(own: Uint16Array, { parent }: IndexedRegion): Uint16Array {
  const costs = Uint16Array.from(own);
  for (let i = 0; i < costs.length; i++)
    if (parent[i]) lowerCost(costs, i, costs[parent[i] as number] as number);
  return costs;
}
