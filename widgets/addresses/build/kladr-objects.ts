import {
  digitsOrEmpty,
  INVALID_ROW,
  MAX_FORMER_NAME_STATUS,
  REPEATED_CODE,
  type ObjectTable,
} from './kladr-tables.ts';
import type { AddressRow, FormerNameRow } from './dataset.ts';
import { addToTally, type Tally } from './tally.ts';

/** Status of an object that was merged or moved: see {@link MAX_FORMER_NAME_STATUS}. */
const MOVED_STATUS = 51;

/** How {@link currentObjects} reads a table. */
interface CurrentOptions<Row> {
  /** Number of digits of a code, with the status: 13 or 17. */
  length: number;
  /** Adds to a row what only this table has; `rowNumber` is that in the table. */
  makeRow: (row: AddressRow, rowNumber: number) => Row;
  /** Codes of removed objects that are known to have become others: they do not count as skipped. */
  movedCodes: ReadonlySet<string>;
  /** The former names that the table has are added to it. */
  former: FormerNameRow[];
  /** Counts the rows that are left out. */
  skipped: Tally;
}

/**
 * Reads rows of KLADR or STREET: code without the status → current object. Adds rows with a former name of an object to `former`.
 */
export function currentObjects<Row extends AddressRow>(
  table: ObjectTable,
  rows: Iterable<number>,
  options: CurrentOptions<Row>,
): Map<string, Row> {
  const { length, makeRow, movedCodes, former, skipped } = options;
  const current = new Map<string, Row>();
  for (const rowNumber of rows) {
    const codeAndStatus = digitsOrEmpty(table.text(rowNumber, 'CODE'), length);
    const code = codeAndStatus.slice(0, -2);
    const status = Number(codeAndStatus.slice(-2));
    const [name, type] = [table.text(rowNumber, 'NAME'), table.text(rowNumber, 'SOCR')];
    if (!codeAndStatus || !name || !type) addToTally(skipped, INVALID_ROW);
    else if (status === 0 && current.has(code)) addToTally(skipped, REPEATED_CODE);
    else if (status === 0) current.set(code, makeRow(readRow(table, rowNumber, code), rowNumber));
    else if (status <= MAX_FORMER_NAME_STATUS) former.push({ code, name, type });
    else if (!movedCodes.has(code))
      addToTally(
        skipped,
        status === MOVED_STATUS
          ? 'прежних названий, у которых нет нынешнего'
          : 'записей о том, чего больше нет',
      );
  }
  return current;
}

/** Reads what KLADR and STREET have in common. */
const readRow = (table: ObjectTable, rowNumber: number, code: string): AddressRow => ({
  code,
  name: table.text(rowNumber, 'NAME'),
  type: table.text(rowNumber, 'SOCR'),
  postcode: digitsOrEmpty(table.text(rowNumber, 'INDEX'), 6),
  okato: digitsOrEmpty(table.text(rowNumber, 'OCATD'), 11),
  oktmo: '',
  houses: [],
});
