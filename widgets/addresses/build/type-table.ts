import { groupBy } from '../index/group-by.ts';

interface HasType {
  type: string;
}

/** The types in use in a file, the most frequent first: rows have their numbers. */
export class TypeTable {
  readonly types: string[];
  readonly #numbers: Map<string, number>;

  constructor(rows: HasType[]) {
    const groups = [...groupBy(rows, ({ type }) => type)].map(([type, { length }]) => ({ type, length }));
    groups.sort((a, b) => b.length - a.length || (a.type < b.type ? -1 : 1));
    this.types = groups.map(({ type }) => type);
    this.#numbers = new Map(this.types.map((type, i) => [type, i]));
  }

  /** The number of the type of each row. */
  numbersOf(rows: readonly HasType[]): number[] {
    return rows.map(({ type }) => this.#numbers.get(type) ?? 0);
  }
}
