import { groupBy } from '../index/group-by.ts';

interface HasType {
  /** Short form. */
  type: string;
}

/** The types in a file, the most frequent first, so that their indexes are small numbers. Rows refer to types by index. */
export class TypeTable {
  /** Short forms of the types, each once. */
  readonly shortForms: string[];
  /** Short form → its index in `shortForms`. */
  readonly #indexes: Map<string, number>;

  constructor(rows: HasType[]) {
    const counts = [...groupBy(rows, ({ type }) => type)].map(([type, { length }]) => ({
      type,
      count: length,
    }));
    counts.sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
    this.shortForms = counts.map(({ type }) => type);
    this.#indexes = new Map(this.shortForms.map((type, i) => [type, i]));
  }

  /** The index, in `shortForms`, of the type of each row. */
  indexesOf(rows: readonly HasType[]): number[] {
    return rows.map(({ type }) => this.#indexes.get(type) ?? 0);
  }
}
