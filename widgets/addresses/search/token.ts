import type { Locality, Region } from '../index/region.ts';
import type { FormerName } from '../index/word-files.ts';
import { ABOVE, FORMER, SAME_TYPE } from './costs.ts';
import type { SearchPass } from './request.ts';
import { TypedWord } from './typed-word.ts';

/** What cannot be meant costs so much; `Infinity` does not stand in typed arrays. */
export const NEVER = 0xffff;
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
  readonly #own: Uint16Array;
  /** and by its own or any above it but the region. */
  readonly #inside: Uint16Array;
  readonly #ofRegion: number;

  constructor(text: string, region: Region, pass: SearchPass) {
    super(text, pass.isFuzzy);
    this.isPostcode = /^\d{6}$/.test(text);
    this.#findTypes(region);
    this.isType = text === 'россия' || [...this.types.values()].includes(SAME_TYPE);
    this.isHint = this.isType || this.types.size > 0;
    this.#own = this.#ownCosts(region, pass);
    this.#inside = costsWithAbove(this.#own, region);
    const [own = NEVER] = this.#inside;
    this.#ofRegion = own === NEVER ? Infinity : own + ABOVE;
  }

  /** What it costs in a locality, by its name or by any above it. */
  costIn(locality: Locality): number {
    const cost = this.costBelowRegion(locality);
    return cost === NEVER ? this.#ofRegion : cost;
  }

  /** The same where the region's name does not count; `NEVER` where no name has it. */
  costBelowRegion({ index }: Locality): number {
    return this.#inside[index] ?? NEVER;
  }

  /** Whether the own name of a locality has it. */
  names({ index }: Locality): boolean {
    return this.#own[index] !== NEVER;
  }

  /** What it costs as the type of a locality, or of what that lies in. */
  typeCost(locality: Locality): number {
    const { types } = this;
    let best = types.get(locality.type) ?? Infinity;
    for (const { type, parents } of types.size ? locality.parents : []) {
      const cost = types.get(type) ?? Infinity;
      // «Кр» is no beginning of «край»: everything lies in the region.
      if (parents.length > 0 || cost === SAME_TYPE) best = Math.min(best, cost);
    }
    return best;
  }

  /** Learns from the words of streets that there is such a postcode in a locality. */
  notePostcodeInside(index: number): void {
    for (const costs of [this.#own, this.#inside]) lower(costs, index, POSTCODE_INSIDE);
  }

  #findTypes({ types: shortForms, typeWords }: Region): void {
    const { text, types } = this;
    new TypedWord(text, false).find(typeWords, (i, cost) => {
      const type = shortForms[i] ?? '';
      if (cost === 0) types.set(type, SAME_TYPE);
      else if (text.length > 1 && !types.has(type)) types.set(type, cost);
    });
  }

  #ownCosts({ localities, names }: Region, { former }: SearchPass): Uint16Array {
    const costs = new Uint16Array(localities.length).fill(NEVER);
    this.find(names, (index, cost) => {
      lower(costs, index, cost);
    });
    this.find(former.words, (i, cost) => {
      const name = former.all[i];
      if (!name || costs[name.locality] !== NEVER) return;
      lower(costs, name.locality, cost + FORMER);
      this.former.set(name.locality, name);
    });
    for (const { index, postcode } of this.isPostcode ? localities : [])
      if (postcode === this.text) lower(costs, index, 0);
    return costs;
  }
}

function lower(costs: Uint16Array, index: number, cost: number): void {
  if (cost < (costs[index] ?? 0)) costs[index] = cost;
}

/** The costs where each locality takes those of what it lies in. */
function costsWithAbove(own: Uint16Array, { above }: Region): Uint16Array {
  const costs = Uint16Array.from(own);
  for (let i = 0; i < costs.length; i++) if (above[i]) lower(costs, i, costs[above[i] as number] as number);
  return costs;
}
