import { Dbf } from './dbf.ts';
import type { Distribution } from './distribution.ts';
import { ImportError } from './import-error.ts';
import type { ReportProgress } from './dataset.ts';
import type { Tally } from './tally.ts';

/**
 * The last two digits of a КЛАДР code are the status of its row. 00: the object as it is now; 01 to 50: a former name of it; 51: it
 * was merged or moved, and ALTNAMES may say into what; 99: it does not exist any more.
 */
export const MAX_FORMER_NAME_STATUS = 50;

/** Why a row was left out, for the summary: «неверных записей: 3». */
export const INVALID_ROW = 'неверных записей';
/** The same for a current row with the code of another one: the first is used. */
export const REPEATED_CODE = 'записей с повторным кодом';

/** Fields that localities, streets and houses have; `undefined`: of any width. OCATD is ОКАТО, SOCR the type, INDEX the postcode. */
export const COMMON_FIELDS = { NAME: undefined, SOCR: undefined, INDEX: undefined, OCATD: undefined };
/** The table KLADR or STREET. */
export type ObjectTable = Dbf<'CODE' | keyof typeof COMMON_FIELDS>;

/**
 * A text, if it consists of `length` digits; else an empty one.
 *
 * @example digitsOrEmpty('656049', 6) // '656049'
 */
export const digitsOrEmpty = (text: string, length: number) =>
  text.length === length && /^\d+$/.test(text) ? text : '';

/** Matches the file of a table in any case, packed or not, with or without a suffix: «street-01.dbf.gz». */
const filePatternOf = (table: string) => new RegExp(`^${table}(-[\\w-]+)?\\.dbf(\\.gz)?$`, 'i');

/** Whether files are a distribution of КЛАДР. */
export const isKladr = (names: string[]): boolean => names.some((name) => filePatternOf('KLADR').test(name));

/** Opens the tables of a distribution, reports progress and counts their rows. */
class TableReader {
  /** File → number of rows. */
  readonly rowCounts: Tally = new Map();
  readonly #files: Distribution;
  readonly #progress: ReportProgress;

  constructor(files: Distribution, progress: ReportProgress) {
    this.#files = files;
    this.#progress = progress;
  }

  /** Opens a table; gives `undefined` if it is missing. `fields`: those that it must have, as in `Dbf`. */
  async openTable<Field extends string>(table: string, fields: Record<Field, number | undefined>) {
    const [file, other] = this.#files.names.filter((name) => filePatternOf(table).test(name));
    if (!file) return undefined;
    if (other) throw new ImportError(`Таблица ${table} есть дважды: ${file} и ${other}. Оставьте одну.`);
    this.#progress(`читаем ${file}`, 0);
    const dbf = new Dbf(await this.#files.readBytes(file), file, fields);
    if (dbf.count > 0 && dbf.rows().next().done)
      throw new ImportError(`${file}: все записи (${dbf.count}) помечены удалёнными.`);
    this.rowCounts.set(file, dbf.count);
    return dbf;
  }
}

/** Opens the tables of КЛАДР. Rejects with an `ImportError` without KLADR.DBF; other tables may be missing. */
export async function openKladrTables(files: Distribution, progress: ReportProgress) {
  const reader = new TableReader(files, progress);
  const localities = await reader.openTable('KLADR', { CODE: 13, ...COMMON_FIELDS, STATUS: undefined });
  if (!localities) throw new ImportError(`${files.messagePrefix} нет файла KLADR.DBF.`);
  return {
    localities,
    streets: await reader.openTable('STREET', { CODE: 17, ...COMMON_FIELDS }),
    houses: await reader.openTable('DOMA', { CODE: 19, ...COMMON_FIELDS, KORP: undefined }),
    renumbered: await reader.openTable('ALTNAMES', { OLDCODE: 19, NEWCODE: 19 }),
    types: await reader.openTable('SOCRBASE', { LEVEL: undefined, SCNAME: undefined, SOCRNAME: undefined }),
    rowCounts: reader.rowCounts,
  };
}

/** The open tables of КЛАДР: localities (KLADR), streets (STREET), houses (DOMA), renumbered codes (ALTNAMES), types (SOCRBASE). */
export type KladrTables = Awaited<ReturnType<typeof openKladrTables>>;

/** Sentences about what the index lacks because of missing tables, in Russian. */
export function missingTableNotes({ streets, houses, renumbered, types }: KladrTables): string[] {
  return [
    streets ? '' : 'Нет файла STREET.DBF: улиц не будет, только города и сёла.',
    houses ? '' : 'Нет файла DOMA.DBF: номера домов и их индексы неизвестны.',
    renumbered ? '' : 'Нет файла ALTNAMES.DBF: нельзя узнать, чем стало то, что переподчинили.',
    types ? '' : 'Нет файла SOCRBASE.DBF: сокращения («ул», «пр-кт») не расшифрованы.',
  ].filter(Boolean);
}
