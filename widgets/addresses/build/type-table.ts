import { groupBy } from '../index/group-by.ts';

interface HasType {
  /** Short form. */
  type: string;
}

/** The types in a file, the most frequent first, so that their indexes are small numbers. Rows refer to types by index. */
export class TypeTable {
  /** Short forms. */
  readonly types: string[];
  readonly #indexes: Map<string, number>;

  constructor(rows: HasType[]) {
    const groups = [...groupBy(rows, ({ type }) => type)].map(([type, { length }]) => ({ type, length }));
    groups.sort((a, b) => b.length - a.length || (a.type < b.type ? -1 : 1));
    this.types = groups.map(({ type }) => type);
    this.#indexes = new Map(this.types.map((type, i) => [type, i]));
  }

  /** The index, in `types`, of the type of each row. */
  numbersOf(rows: readonly HasType[]): number[] {
    return rows.map(({ type }) => this.#indexes.get(type) ?? 0);
  }
}
