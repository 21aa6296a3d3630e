import { INVALID_ROW, digitsOrEmpty, MAX_FORMER_NAME_STATUS, type ObjectTable } from './kladr-tables.ts';
import type { AddressRow, FormerNameRow } from './dataset.ts';
import { addToTally, type Tally } from './tally.ts';

/** Status of an object that was merged or moved: see {@link MAX_FORMER_NAME_STATUS}. */
const MOVED = 51;

/** How {@link currentObjects} reads a table. */
interface CurrentOptions<Row> {
  /** Number of digits of a code, with the status: 13 or 17. */
  length: number;
  /** Completes the row that all tables give; `at` is its number in the table. */
  makeRow: (row: AddressRow, at: number) => Row;
  /** Codes of removed objects whose current code is known: they are no loss. */
  movedCodes: ReadonlySet<string>;
  /** Former names are added to it. */
  former: FormerNameRow[];
  skipped: Tally;
}

/** Code without the status → current object of a table. Rows with a former name of an object are added to `former`. */
export function currentObjects<Row extends AddressRow>(
  table: ObjectTable,
  rows: Iterable<number>,
  options: CurrentOptions<Row>,
): Map<string, Row> {
  const { length, makeRow, movedCodes, former, skipped } = options;
  const current = new Map<string, Row>();
  for (const at of rows) {
    const full = digitsOrEmpty(table.text(at, 'CODE'), length);
    const code = full.slice(0, -2);
    const status = Number(full.slice(-2));
    const [name, type] = [table.text(at, 'NAME'), table.text(at, 'SOCR')];
    if (!full || !name || !type || (status === 0 && current.has(code))) addToTally(skipped, INVALID_ROW);
    else if (status === 0) current.set(code, makeRow(rowAt(table, at, code), at));
    else if (status <= MAX_FORMER_NAME_STATUS) former.push({ code, name, type });
    else if (!movedCodes.has(code))
      addToTally(
        skipped,
        status === MOVED ? 'прежних названий, у которых нет нынешнего' : 'записей о том, чего больше нет',
      );
  }
  return current;
}

const rowAt = (table: ObjectTable, at: number, code: string): AddressRow => ({
  code,
  name: table.text(at, 'NAME'),
  type: table.text(at, 'SOCR'),
  postcode: digitsOrEmpty(table.text(at, 'INDEX'), 6),
  okato: digitsOrEmpty(table.text(at, 'OCATD'), 11),
  oktmo: '',
  houses: [],
});
