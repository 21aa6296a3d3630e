import { readSuffixes, readNumbers } from './columns.ts';
import { parseTable, type HousesHeader } from './format.ts';

/** A row of the table DOMA: houses of a street that share postcode and ОКАТО. */
export interface HouseRow {
  /** Items separated by commas: houses, and ranges of all, odd (`Н`) or even (`Ч`) numbers: `Н(1-53),2А,65/1`. */
  list: string;
  /** Six digits, or empty. */
  postcode: string;
  /** Eleven digits, or empty. */
  okato: string;
}

/** The columns of houses as they stand in a bundle: {@link houseTableOf} decodes them. */
export interface HouseColumns {
  /** See `HousesHeader`. */
  templates: string[];
  /** The six of the section «Houses» in README.md. */
  columns: string[];
  /** The houses, once they were asked for. */
  table?: HouseTable;
}

/** The houses of a bundle. */
export const houseTableOf = (houses: HouseColumns): HouseTable => (houses.table ??= new HouseTable(houses));

/** Decodes a file of houses, which a large bundle has apart (section «Houses» in README.md). */
export function decodeHouses(text: string): HouseTable {
  const { header, columns } = parseTable<HousesHeader>(text);
  return new HouseTable({ templates: header.templates, columns });
}

/** The houses of many streets. Decodes them when the first house is asked for: most searches need none. */
class HouseTable {
  readonly #templates: string[];
  readonly #columns: string[];
  /** Row of a street → its rows of houses. `undefined` until they are decoded. */
  #rows: HouseRow[][] | undefined;

  constructor({ templates, columns }: HouseColumns) {
    this.#templates = templates.map(String);
    this.#columns = columns;
  }

  /** The rows of houses of the street in row `streetRow` of the file. */
  rowsOf(streetRow: number): HouseRow[] {
    this.#rows ??= this.#decode();
    return this.#rows[streetRow] ?? [];
  }

  #decode(): HouseRow[][] {
    const [rowCountColumn, itemCountColumn, , , postcodeColumn, okatoColumn] = this.#columns;
    const itemCounts = readNumbers(itemCountColumn);
    const [postcodes, okatos] = [readSuffixes(postcodeColumn, 6), readSuffixes(okatoColumn, 11)];
    const items = this.#decodeItems();
    let nextRow = 0;
    let nextItem = 0;
    const takeRow = (): HouseRow => {
      const firstItem = nextItem;
      nextItem += itemCounts[nextRow] ?? 0;
      const list = items.slice(firstItem, nextItem).join();
      const row = { list, postcode: postcodes[nextRow] ?? '', okato: okatos[nextRow] ?? '' };
      nextRow++;
      return row;
    };
    // A damaged file may promise billions of rows: never takes more than there are.
    return readNumbers(rowCountColumn).map((rowCount) =>
      Array.from({ length: Math.min(rowCount, itemCounts.length - nextRow) }, takeRow),
    );
  }

  /**
   * Puts the numbers into the templates: the items of all lists, one after another. The template `Н(#-+)` with the numbers 37 and
   * 26 is `Н(37-89)`: 37 + 2 × 26 = 89.
   */
  #decodeItems(): string[] {
    const [, , templateColumn, valueColumn] = this.#columns;
    const values = readNumbers(valueColumn);
    let nextValue = 0;
    return readNumbers(templateColumn).map((templateIndex) => {
      let number = 0;
      return (this.#templates[templateIndex] ?? '').replace(/[#+>]/g, (sign) => {
        const value = values[nextValue++] ?? 0;
        number = sign === '#' ? value : number + (sign === '+' ? 2 * value : value);
        return String(number);
      });
    });
  }
}
