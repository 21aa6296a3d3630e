import { INVALID_ROW, digitsOrEmpty, LAST_FORMER_NAME, type ObjectTable } from './kladr-tables.ts';
import type { AddressRow, FormerNameRow } from './dataset.ts';
import { addToTally, type Tally } from './tally.ts';

/** The status of what has been merged or moved. */
const MOVED = 51;

interface CurrentOptions<Row> {
  /** Digits of a code, with the status. */
  length: number;
  /** Makes a row of the index from what all tables have. */
  makeRow: (row: AddressRow, at: number) => Row;
  /** Codes of which it is known what has become. */
  movedCodes: ReadonlySet<string>;
  /** Takes the former names. */
  former: FormerNameRow[];
  skipped: Tally;
}

/** The current objects of a table by code, which loses its status; the others leave a former name. */
export function currentObjects<Row extends AddressRow>(
  table: ObjectTable,
  rows: Iterable<number>,
  options: CurrentOptions<Row>,
): Map<string, Row> {
  const { length, makeRow, movedCodes, former, skipped } = options;
  const found = new Map<string, Row>();
  for (const at of rows) {
    const full = digitsOrEmpty(table.text(at, 'CODE'), length);
    const code = full.slice(0, -2);
    const status = Number(full.slice(-2));
    const [name, type] = [table.text(at, 'NAME'), table.text(at, 'SOCR')];
    if (!full || !name || !type || (status === 0 && found.has(code))) addToTally(skipped, INVALID_ROW);
    else if (status === 0) found.set(code, makeRow(rowAt(table, at, code), at));
    else if (status <= LAST_FORMER_NAME) former.push({ code, name, type });
    else if (!movedCodes.has(code))
      addToTally(
        skipped,
        status === MOVED ? 'прежних названий, у которых нет нынешнего' : 'записей о том, чего больше нет',
      );
  }
  return found;
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
