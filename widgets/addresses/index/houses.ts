import { readSuffixes, readNumbers } from './columns.ts';

/** A row of the table DOMA: houses of a street that share postcode and ОКАТО. */
export interface HouseRow {
  /** Items separated by commas: houses, and ranges of all, odd (`Н`) or even (`Ч`) numbers: `Н(1-53),2А,65/1`. */
  list: string;
  /** Six digits, or empty. */
  postcode: string;
  /** Eleven digits, or empty. */
  okato: string;
}

/** The houses of many streets. Decodes them when the first house is asked for: most searches need none. */
export class HouseTable {
  readonly #templates: string[];
  readonly #columns: string[];
  #rows: HouseRow[][] | undefined;

  constructor(templates: string[], columns: string[]) {
    this.#templates = templates.map(String);
    this.#columns = columns;
  }

  /** The rows of a street, by its row in the file. */
  rows(street: number): HouseRow[] {
    this.#rows ??= this.#decode();
    return this.#rows[street] ?? [];
  }

  #decode(): HouseRow[][] {
    const [counts, lengths, , , postcodes, okatos] = this.#columns;
    const length = readNumbers(lengths);
    const [postcode, okato] = [readSuffixes(postcodes, 6), readSuffixes(okatos, 11)];
    const items = this.#items();
    let r = 0;
    let at = 0;
    const nextRow = (): HouseRow => {
      const list = items.slice(at, (at += length[r] ?? 0)).join();
      const row = { list, postcode: postcode[r] ?? '', okato: okato[r] ?? '' };
      r++;
      return row;
    };
    // A damaged file may promise billions of rows: never more than it has.
    return readNumbers(counts).map((rows) =>
      Array.from({ length: Math.min(rows, length.length - r) }, nextRow),
    );
  }

  /** The items of all lists. The template `Н(#-+)` with the numbers 37 and 26 is `Н(37-89)`: 37 + 2 × 26 = 89. */
  #items(): string[] {
    const [, , templateIndexes, values] = this.#columns;
    const value = readNumbers(values);
    let v = 0;
    return readNumbers(templateIndexes).map((templateIndex) => {
      let before = 0;
      return (this.#templates[templateIndex] ?? '').replace(/[#+>]/g, (sign) => {
        const written = value[v++] ?? 0;
        before = sign === '#' ? written : before + (sign === '+' ? 2 * written : written);
        return String(before);
      });
    });
  }
}
