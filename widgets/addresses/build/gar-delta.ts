import type { Distribution } from './distribution.ts';
import { isObjectsTable } from './gar-base.ts';
import { readGarRows, type GarFile, type GarRow } from './gar-xml.ts';
import { ImportError } from './import-error.ts';

/** Deltas come at least once a week: one whose first change is later than that follows another delta. */
const MAX_GAP_DAYS = 7;
/** Largest share of rows that continue a row which the base does not have. */
const MAX_UNKNOWN_SHARE = 0.1;
const DAY_MS = 86_400_000;

/** The files of a table: its changes, and what they change. */
interface ChangedTable {
  /** The file of the delta; absent if the table has no changes. */
  changes: GarFile | undefined;
  /** The file of the base; absent if the base has no such table. */
  base: GarFile | undefined;
}

/**
 * A delta of ГАР and its base. The delta has new, changed and closed rows, each as a whole; `ID` is the key of a row, `PREVID` the
 * row that it continues (comments of the schema, AS_ADDR_OBJ_2_251_01_04_01_01). Which base it belongs to it does not say.
 */
export class GarDelta {
  /** What the delta is applied to. */
  readonly base: Distribution;
  readonly #files: Distribution;
  /** The first UPDATEDATE in the delta, `YYYY-MM-DD`; empty if it has none. */
  #firstDay = '';
  /** Number of rows in the delta that continue one of the base, and of those whose row the base does not have. */
  readonly #continued = { all: 0, unknown: 0 };

  constructor(files: Distribution, base: Distribution) {
    this.#files = files;
    this.base = base;
  }

  /** Calls `onRow` for each row of a table (`22/AS_HOUSES`) as the delta leaves it. */
  async readRows(
    { changes, base }: ChangedTable,
    table: string,
    onRow: (row: GarRow) => void,
  ): Promise<void> {
    const changed = new Map<string, GarRow>();
    if (changes)
      await readGarRows(this.#files, changes, (row) => {
        changed.set(row['ID'] ?? `row ${changed.size}`, row);
        const { UPDATEDATE: day } = row;
        if (day && (!this.#firstDay || day < this.#firstDay)) this.#firstDay = day;
      });
    const previous = new Set(Array.from(changed.values(), ({ PREVID = '0' }) => PREVID));
    for (const id of ['', '0', ...changed.keys()]) previous.delete(id);
    const continued = previous.size;
    const rest = new Map(changed);
    if (base)
      await readGarRows(this.base, base, (row) => {
        const id = row['ID'] ?? '';
        previous.delete(id);
        rest.delete(id);
        onRow(changed.get(id) ?? row);
      });
    for (const row of rest.values()) onRow(row);
    if (!isObjectsTable(table)) return; // the base lacks former rows of others
    this.#continued.all += continued;
    this.#continued.unknown += previous.size;
  }

  /** Throws an `ImportError` if the delta is not the one that follows the base. Call it when all tables have been read. */
  checkBase(baseDay: string): void {
    const { all, unknown } = this.#continued;
    const isGap = this.#firstDay && Date.parse(this.#firstDay) - Date.parse(baseDay) > MAX_GAP_DAYS * DAY_MS;
    const reason = isGap
      ? `первое изменение в нём — ${this.#firstDay}, перед ним есть другие`
      : `оно продолжает записи, которых в базе нет (${unknown} из ${all})`;
    if (isGap || unknown > all * MAX_UNKNOWN_SHARE)
      throw new ImportError(
        `Обновление не для этой базы (она на ${baseDay}): ${reason}. Подсказки остались прежними (если так и надо, добавьте --force).`,
      );
  }
}
