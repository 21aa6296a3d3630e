import { BROKEN, digits, LAST_FORMER_NAME, type Objects } from './kladr-tables.ts';
import type { AddressRow, FormerRow } from './source.ts';
import { count, type Tally } from './tally.ts';

/** The status of what has been merged or moved. */
const MOVED = 51;

interface CurrentOptions<Row> {
  /** Digits of a code, with the status. */
  length: number;
  /** Makes a row of the index from what all tables have. */
  make: (row: AddressRow, at: number) => Row;
  /** Codes of which it is known what has become. */
  known: ReadonlySet<string>;
  /** Takes the former names. */
  former: FormerRow[];
  skipped: Tally;
}

/** The current objects of a table by code, which loses its status; the others leave a former name. */
export function currentObjects<Row extends AddressRow>(
  table: Objects,
  rows: Iterable<number>,
  options: CurrentOptions<Row>,
): Map<string, Row> {
  const { length, make, known, former, skipped } = options;
  const found = new Map<string, Row>();
  for (const at of rows) {
    const full = digits(table.text(at, 'CODE'), length);
    const code = full.slice(0, -2);
    const status = Number(full.slice(-2));
    const [name, type] = [table.text(at, 'NAME'), table.text(at, 'SOCR')];
    if (!full || !name || !type || (status === 0 && found.has(code))) count(skipped, BROKEN);
    else if (status === 0) found.set(code, make(rowAt(table, at, code), at));
    else if (status <= LAST_FORMER_NAME) former.push({ code, name, type });
    else if (!known.has(code))
      count(
        skipped,
        status === MOVED ? 'прежних названий, у которых нет нынешнего' : 'записей о том, чего больше нет',
      );
  }
  return found;
}

const rowAt = (table: Objects, at: number, code: string): AddressRow => ({
  code,
  name: table.text(at, 'NAME'),
  type: table.text(at, 'SOCR'),
  postcode: digits(table.text(at, 'INDEX'), 6),
  okato: digits(table.text(at, 'OCATD'), 11),
  oktmo: '',
  houses: [],
});
