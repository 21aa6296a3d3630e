import { readSuffixes, readNumbers } from './columns.ts';

/** A row of DOMA: a list of houses that share postcode and ОКАТО, e.g. `Н(1-53),2А,65/1`. */
export interface HouseRow {
  list: string;
  postcode: string;
  okato: string;
}

/** The houses of many streets, decoded when the first of them is asked for. */
export class HouseTable {
  readonly #templates: string[];
  readonly #columns: string[];
  #rows: HouseRow[][] | undefined;

  constructor(templates: string[], columns: string[]) {
    this.#templates = templates.map(String);
    this.#columns = columns;
  }

  /** The rows of the street with this number among those of the file. */
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
    const row = (): HouseRow => {
      const list = items.slice(at, (at += length[r] ?? 0)).join();
      const own = { list, postcode: postcode[r] ?? '', okato: okato[r] ?? '' };
      r++;
      return own;
    };
    // A damaged file may name any number.
    return readNumbers(counts).map((rows) => Array.from({ length: Math.min(rows, length.length - r) }, row));
  }

  /** `Н(#-+)` with 37 and 26 is `Н(37-89)`: see «Houses» in README.md. */
  #items(): string[] {
    const [, , kinds, values] = this.#columns;
    const value = readNumbers(values);
    let v = 0;
    return readNumbers(kinds).map((kind) => {
      let before = 0;
      return (this.#templates[kind] ?? '').replace(/[#+>]/g, (sign) => {
        const written = value[v++] ?? 0;
        before = sign === '#' ? written : before + (sign === '+' ? 2 * written : written);
        return String(before);
      });
    });
  }
}
