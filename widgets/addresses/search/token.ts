import type { Locality, IndexedRegion } from '../index/region.ts';
import type { FormerName } from '../index/word-files.ts';
import { PARENT_ONLY_COST, FORMER_NAME_COST, SAME_TYPE_COST } from './costs.ts';
import type { SearchPass } from './request.ts';
import { TypedWord } from './typed-word.ts';

/** What cannot be meant costs so much; `Infinity` does not stand in typed arrays. */
export const IMPOSSIBLE_COST = 0xffff;
/** What it costs that not the locality has a postcode, but a street or a house in it. */
const POSTCODE_INSIDE = 1;

/** A typed word in a region: what it may mean there, and what that costs. */
export class Token extends TypedWord {
  /** The types it may be a word for, in their short form, and what each costs. */
  readonly types = new Map<string, number>();
  /** A word for a type, or its beginning: helps to choose, never excludes. */
  readonly isHint: boolean;
  /** A whole word for a type: nobody means a name by it before all else. */
  readonly isType: boolean;
  readonly isPostcode: boolean;
  /** The former names that have it, by the row of their locality. */
  readonly former = new Map<number, FormerName>();
  /** What each locality costs by its own name, */
  readonly #ownNameCosts: Uint16Array;
  /** and by its own or any above it but the region. */
  readonly #costsWithParents: Uint16Array;
  readonly #regionNameCost: number;

  constructor(text: string, region: IndexedRegion, pass: SearchPass) {
    super(text, pass.isFuzzy);
    this.isPostcode = /^\d{6}$/.test(text);
    this.#findTypes(region);
    this.isType = text === 'россия' || [...this.types.values()].includes(SAME_TYPE_COST);
    this.isHint = this.isType || this.types.size > 0;
    this.#ownNameCosts = this.#ownCosts(region, pass);
    this.#costsWithParents = costsWithAbove(this.#ownNameCosts, region);
    const [own = IMPOSSIBLE_COST] = this.#costsWithParents;
    this.#regionNameCost = own === IMPOSSIBLE_COST ? Infinity : own + PARENT_ONLY_COST;
  }

  /** What it costs in a locality, by its name or by any above it. */
  costIn(locality: Locality): number {
    const cost = this.costBelowRegion(locality);
    return cost === IMPOSSIBLE_COST ? this.#regionNameCost : cost;
  }

  /** The same where the region's name does not count; `NEVER` where no name has it. */
  costBelowRegion({ row }: Locality): number {
    return this.#costsWithParents[row] ?? IMPOSSIBLE_COST;
  }

  /** Whether the own name of a locality has it. */
  names({ row }: Locality): boolean {
    return this.#ownNameCosts[row] !== IMPOSSIBLE_COST;
  }

  /** What it costs as the type of a locality, or of what that lies in. */
  typeCost(locality: Locality): number {
    const { types } = this;
    let best = types.get(locality.type) ?? Infinity;
    for (const { type, parents } of types.size ? locality.parents : []) {
      const cost = types.get(type) ?? Infinity;
      // «Кр» is no beginning of «край»: everything lies in the region.
      if (parents.length > 0 || cost === SAME_TYPE_COST) best = Math.min(best, cost);
    }
    return best;
  }

  /** Learns from the words of streets that there is such a postcode in a locality. */
  notePostcodeInside(index: number): void {
    for (const costs of [this.#ownNameCosts, this.#costsWithParents])
      lowerCost(costs, index, POSTCODE_INSIDE);
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
    this.scan(names, (index, cost) => {
      lowerCost(costs, index, cost);
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

function lowerCost(costs: Uint16Array, index: number, cost: number): void {
  if (cost < (costs[index] ?? 0)) costs[index] = cost;
}

/** The costs where each locality takes those of what it lies in. */
function costsWithAbove(own: Uint16Array, { parent }: IndexedRegion): Uint16Array {
  const costs = Uint16Array.from(own);
  for (let i = 0; i < costs.length; i++)
    if (parent[i]) lowerCost(costs, i, costs[parent[i] as number] as number);
  return costs;
}
