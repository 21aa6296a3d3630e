import type { IndexedRegion } from '../index/region.ts';

/** Cost of a locality that a word cannot mean. Costs are in `Uint16Array`s, which have no `Infinity`. */
export const IMPOSSIBLE_COST = 0xffff;

/** What a word costs in the names of the localities of a region. Most words name none: then there are no tables. */
export class NameCosts {
  /** Rows of the localities that have the word in their own names, some twice. */
  readonly rows: number[] = [];
  readonly #region: IndexedRegion;
  /** Row of a locality → cost in its own name. */
  #own: Uint16Array | undefined;
  /** Row of a locality → the least cost in its own name and in those of its parents, without the region. */
  #withParents: Uint16Array | undefined;

  constructor(region: IndexedRegion) {
    this.#region = region;
  }

  /** The cost in the own name of a locality; {@link IMPOSSIBLE_COST} if it is not there. */
  ownCost(row: number): number {
    return this.#own?.[row] ?? IMPOSSIBLE_COST;
  }

  /** The least cost in the name of a locality and in those of its parents below the region; {@link IMPOSSIBLE_COST} if none has it. */
  costWithParents(row: number): number {
    return this.#withParents?.[row] ?? IMPOSSIBLE_COST;
  }

  /** Sets the cost in the own name of a locality, if it is less than the one it has. */
  lowerOwn(row: number, cost: number): void {
    this.rows.push(row);
    this.#own ??= this.#impossibleCosts();
    lowerCost(this.#own, row, cost);
  }

  /** The same after {@link addParents}, for the locality alone and not for what lies in it. */
  lowerBoth(row: number, cost: number): void {
    this.lowerOwn(row, cost);
    this.#withParents ??= this.#impossibleCosts();
    lowerCost(this.#withParents, row, cost);
  }

  /** Gives what lies in a locality the costs of that, but not those of the region (row 0). */
  addParents(): void {
    if (!this.#own) return;
    const costs = Uint16Array.from(this.#own);
    const { parentRows } = this.#region;
    // Parents come before what lies in them, so one pass is enough.
    for (let row = 0; row < costs.length; row++) {
      const parentRow = parentRows[row];
      if (parentRow) lowerCost(costs, row, costs[parentRow] as number);
    }
    this.#withParents = costs;
  }

  #impossibleCosts(): Uint16Array {
    return new Uint16Array(this.#region.localities.length).fill(IMPOSSIBLE_COST);
  }
}

/** Sets the cost of a row if it is less than the one it has. */
function lowerCost(costs: Uint16Array, row: number, cost: number): void {
  if (cost < (costs[row] ?? 0)) costs[row] = cost;
}
