import { Dbf } from './dbf.ts';
import type { Distribution } from './distribution.ts';
import { ImportError } from './import-error.ts';
import type { ReportProgress } from './dataset.ts';
import type { Tally } from './tally.ts';

/**
 * Codes end with the status of the row: 00 is the object as it is now, 01–50 are names it had before, 51 says that it has
 * been merged or moved, 99 that it is gone.
 */
export const LAST_FORMER_NAME = 50;

/** Why a row is left out. */
export const INVALID_ROW = 'неверных записей';

/** Fields that places, streets and houses have alike, of any width. */
export const COMMON_FIELDS = { NAME: undefined, SOCR: undefined, INDEX: undefined, OCATD: undefined };
export type ObjectTable = Dbf<'CODE' | keyof typeof COMMON_FIELDS>;

/** The text, if it is so many digits. */
export const digitsOrEmpty = (text: string, length: number) =>
  text.length === length && /^\d+$/.test(text) ? text : '';

/** A table as people have it: any case, packed or not, with an ending such as `-01`. */
const fileOf = (table: string) => new RegExp(`^${table}(-[\\w-]+)?\\.dbf(\\.gz)?$`, 'i');

export const isKladr = (names: string[]): boolean => names.some((name) => fileOf('KLADR').test(name));

/** Opens the tables of a distribution one by one. */
class TableReader {
  /** Rows by file. */
  readonly rowCounts: Tally = new Map();
  readonly #files: Distribution;
  readonly #progress: ReportProgress;

  constructor(files: Distribution, progress: ReportProgress) {
    this.#files = files;
    this.#progress = progress;
  }

  /** `undefined` where there is no such table. */
  async openTable<Field extends string>(table: string, fields: Record<Field, number | undefined>) {
    const [file, other] = this.#files.names.filter((name) => fileOf(table).test(name));
    if (!file) return undefined;
    if (other) throw new ImportError(`Таблица ${table} есть дважды: ${file} и ${other}. Оставьте одну.`);
    this.#progress(`читаем ${file}`, 0);
    const dbf = new Dbf(await this.#files.readBytes(file), file, fields);
    this.rowCounts.set(file, dbf.count);
    return dbf;
  }
}

/** Opens the tables of КЛАДР. Throws an `ImportError` where there is none of places. */
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
    read: reader.rowCounts,
  };
}

export type KladrTables = Awaited<ReturnType<typeof openKladrTables>>;

/** What the index will lack where tables are not there, a sentence each. */
export function missingTableNotes({ streets, houses, renumbered, types }: KladrTables): string[] {
  return [
    streets ? '' : 'Нет файла STREET.DBF: улиц не будет, только города и сёла.',
    houses ? '' : 'Нет файла DOMA.DBF: номера домов и их индексы неизвестны.',
    renumbered ? '' : 'Нет файла ALTNAMES.DBF: нельзя узнать, чем стало то, что переподчинили.',
    types ? '' : 'Нет файла SOCRBASE.DBF: сокращения («ул», «пр-кт») не расшифрованы.',
  ].filter(Boolean);
}
